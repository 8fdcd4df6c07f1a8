package io.limpide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the commands that the documents print: each {@code sh} block whose first command is {@code
 * ./limpide}, in a copy of what they need. The blocks of one document run one after the other in
 * one folder, as a reader would type them.
 *
 * <p>{@code ./limpide} is a stand-in that starts the classes under test; the rest of a line (pipes,
 * here-documents) is the shell's. Blocks that speak of files the project does not have are for the
 * reader alone: they begin with a comment {@code # your files}.
 */
final class DocumentedCommandsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK = Pattern.compile("(?s)```sh\\R(.*?)```");

  private static final int TAKEN = 200;

  @TempDir private Path folder = Path.of(".");

  @TestFactory
  Stream<DynamicTest> documents() throws IOException {
    List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    Path guide = ROOT.resolve("docs/guide");
    if (Files.isDirectory(guide)) {
      try (Stream<Path> files = Files.walk(guide)) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
      }
    }
    return documents.stream()
        .filter(Files::exists)
        .map(
            document ->
                DynamicTest.dynamicTest(
                    ROOT.relativize(document).toString(), () -> runs(document)));
  }

  private void runs(Path document) throws IOException, InterruptedException {
    List<String> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(document));
    while (block.find()) {
      if (block.group(1).startsWith("./limpide")) {
        blocks.add(block.group(1));
      }
    }
    if (blocks.isEmpty()) {
      return;
    }
    Path place = Files.createTempDirectory(folder, document.getFileName() + "-run");
    copy(ROOT.resolve("samples"), place.resolve("samples"));
    // Whether a command runs does not depend on how many rows there are.
    Path sample = place.resolve("samples/crm-export.csv");
    List<String> lines = Files.readAllLines(sample, StandardCharsets.ISO_8859_1);
    Files.write(sample, lines.subList(0, TAKEN), StandardCharsets.ISO_8859_1);
    Files.copy(sample, place.resolve("export.csv"));
    Path command = place.resolve("limpide");
    Files.writeString(
        command,
        """
        #!/bin/sh
        exec '%s' -XX:TieredStopAtLevel=1 -cp '%s' io.limpide.cli.Limpide "$@"
        """
            .formatted(Path.of(System.getProperty("java.home"), "bin", "java"), ClassPath.now()));
    assertThat(command.toFile().setExecutable(true)).isTrue();
    for (String commands : blocks) {
      Process process =
          new ProcessBuilder("sh", "-e", "-c", commands)
              .directory(place.toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      StringBuilder said = new StringBuilder();
      try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
        reader.lines().forEach(line -> said.append(line).append('\n'));
      }
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as("%s%n%s", commands, said).isZero();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
