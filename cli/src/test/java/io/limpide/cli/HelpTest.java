package io.limpide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The help texts are compared whole. After a wanted change, {@code mvn -pl cli -am test
 * -Dtest=HelpTest -Dlimpide.golden=write} writes them anew; read the difference before you commit.
 */
final class HelpTest {
  private static final Path FOLDER = Path.of("src/test/resources/help");

  static Stream<String> commands() {
    return Stream.of(
        "limpide",
        "clean",
        "profile",
        "match",
        "link",
        "live",
        "explain",
        "evaluate",
        "recipe",
        "completion",
        "serve");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void says_what_a_command_does_in_english(String command) throws IOException {
    compare(command, "en");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void says_what_a_command_does_in_french(String command) throws IOException {
    compare(command, "fr");
  }

  @Test
  void answers_alone_with_the_help_of_all_commands() {
    assertThat(Said.by("--lang", "en").out()).isEqualTo(Said.by("--help", "--lang=en").out());
  }

  @Test
  void tells_whoever_starts_it_alone_where_the_server_is() {
    Said said = Said.by("serve", "--port", "8081", "--lang", "en");

    assertThat(said.err())
        .isEqualToNormalizingNewlines(
            "limpide serve belongs to the server, another program. Start it as ./limpide serve from"
                + " the folder of Limpide, or as java -jar"
                + " server/target/limpide-server-0.1.0.jar serve\n");
    assertThat(said.code()).isEqualTo(2);
  }

  @Test
  void completes_in_bash_and_zsh() {
    assertThat(Said.by("completion").out())
        .startsWith("#!/usr/bin/env bash")
        .contains("clean", "--recipe", "evaluate");
  }

  private static void compare(String command, String language) throws IOException {
    Said said =
        command.equals("limpide")
            ? Said.by("--help", "--lang", language)
            : Said.by(command, "--help", "--lang", language);
    Path golden = FOLDER.resolve(command + "." + language + ".txt");
    if ("write".equals(System.getProperty("limpide.golden"))) {
      Files.createDirectories(FOLDER);
      Files.writeString(golden, said.out().replace("\r\n", "\n"));
    }
    assertThat(said.out()).isEqualToNormalizingNewlines(Files.readString(golden));
    assertThat(said.code()).isZero();
  }
}
