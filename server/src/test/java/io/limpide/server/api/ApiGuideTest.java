package io.limpide.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.limpide.server.Program;
import io.limpide.server.Running;
import io.limpide.server.account.Role;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Types what the guide to the API says into a shell, against the running server: a line after
 * {@code $} is a command, the lines that follow are its answer; {@code …} stands for anything.
 */
class ApiGuideTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```console\\R(.*?)```");

  @TempDir private Path folder = Path.of(".");

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void gives_the_answers_that_the_guide_says(String language) throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/bin/bash")) && Files.isExecutable(Path.of("/usr/bin/curl")),
        "there is no bash and curl");
    Program program = Program.of(Role.STEWARD, "read", "write", "import");
    Program administrator = Program.of(Role.ADMINISTRATOR, "admin");
    String guide =
        Files.readString(Path.of("..", "docs", "guide", language, "api.md"))
            .replace("Durandel", "Durandel" + language)
            .replace("q=durandel", "q=durandel" + language)
            .replace("pbx-4711", "pbx-4711-" + language)
            .replace("source=Salon", "source=Salon" + language)
            .replace("paul.guidon", "paul.guidon" + language);
    StringBuilder script = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    Matcher block = BLOCK.matcher(guide);
    while (block.find()) {
      boolean goesOn = false;
      for (String line : block.group(1).split("\\R", -1)) {
        if (goesOn || line.startsWith("$ ")) {
          script.append(goesOn ? line : line.substring(2)).append('\n');
          goesOn = line.endsWith("\\");
        } else if (!line.isEmpty()) {
          expected.append(line).append('\n');
        }
      }
    }
    Path file = folder.resolve("guide.sh");
    Files.writeString(file, script);
    File said = folder.resolve("said.txt").toFile();
    ProcessBuilder shell = new ProcessBuilder("/bin/bash", file.toString());
    shell.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(said);
    shell.environment().put("LIMPIDE", Running.server().address());
    shell.environment().put("TOKEN", program.token());
    shell.environment().put("ADMIN", administrator.token());
    Process process = shell.start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }

    String pattern =
        expected
            .toString()
            .lines()
            .map(line -> Pattern.quote(line).replace("…", "\\E.*\\Q"))
            .collect(Collectors.joining("\n"));
    assertThat(Files.readString(said.toPath(), StandardCharsets.UTF_8).strip())
        .matches(Pattern.compile(pattern));
  }
}
