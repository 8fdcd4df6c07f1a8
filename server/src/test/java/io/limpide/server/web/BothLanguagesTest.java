package io.limpide.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BothLanguagesTest {
  private static final Path TEXTS = Path.of("src/main/resources/io/limpide/server");

  static Stream<Path> packages() throws IOException {
    try (Stream<Path> files = Files.list(TEXTS)) {
      return files.sorted().toList().stream();
    }
  }

  private static Properties read(Path file) throws IOException {
    Properties texts = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }

  @ParameterizedTest
  @MethodSource("packages")
  void say_the_same_things(Path folder) throws IOException {
    assertThat(read(folder.resolve("messages_fr.properties")).stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(
            read(folder.resolve("messages.properties")).stringPropertyNames());
  }
}
