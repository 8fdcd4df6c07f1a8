package io.limpide.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own: interrupts, memory, the streams of the system. */
final class InterruptTest {
  @TempDir private Path folder = Path.of(".");

  private Process start(List<String> options, String... arguments) throws IOException {
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(options);
    command.addAll(List.of("-cp", ClassPath.now(), "io.limpide.cli.Limpide"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  @Test
  void leaves_nothing_behind_when_it_is_interrupted() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")));
    Path out = folder.resolve("out");
    Process process =
        start(List.of(), "clean", "../samples/crm-export.csv", "--out", out.toString());
    while (process.isAlive() && !begun(out)) { // the folder is opened before the work
      Thread.sleep(20);
    }
    Thread.sleep(200);
    new ProcessBuilder("/bin/kill", "-INT", String.valueOf(process.pid())).start().waitFor();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  private static boolean begun(Path out) throws IOException {
    if (!Files.exists(out)) {
      return false;
    }
    try (Stream<Path> files = Files.list(out)) {
      return files.anyMatch(file -> Files.exists(file.resolve("old")));
    }
  }

  @Test
  void says_so_when_memory_runs_out() throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder("nom;email;note\n");
    for (int row = 0; row < 120_000; row++) {
      text.append("Nom")
          .append(row)
          .append(";a")
          .append(row)
          .append("@free.fr;")
          .append(Integer.toHexString(row * 7919))
          .append(" remarque ")
          .append(row)
          .append('\n');
    }
    Path base = Files.writeString(folder.resolve("base.csv"), text);
    Process process =
        start(
            List.of("-Xmx24m"),
            "clean",
            base.toString(),
            "--out",
            folder.resolve("out").toString(),
            "--lang",
            "fr");
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said.strip())
        .isEqualTo(
            "La mémoire ne suffit pas pour ce fichier. Rien n'a été écrit. Relancez avec davantage,"
                + " par exemple LIMPIDE_OPTS=-Xmx8g.");
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
