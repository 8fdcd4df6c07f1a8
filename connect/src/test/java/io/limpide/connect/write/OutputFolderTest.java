package io.limpide.connect.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.limpide.engine.message.Messages;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
  @TempDir Path temporary;

  @Test
  void shows_files_only_at_the_commit() throws IOException {
    Path folder = temporary.resolve("a/b");
    try (OutputFolder results = OutputFolder.open(folder, List.of())) {
      write(results, "clean.csv", "new");
      write(results, "run.json", "{}");
      assertThat(results.path("clean.csv")).doesNotExist();
      results.commit();
    }
    assertThat(content(folder)).isEqualTo(Map.of("clean.csv", "new", "run.json", "{}"));
  }

  @Test
  void leaves_no_trace_without_a_commit() throws IOException {
    Path folder = temporary.resolve("a/b");
    try (OutputFolder results = OutputFolder.open(folder, List.of())) {
      write(results, "clean.csv", "new");
    }
    assertThat(temporary.resolve("a")).doesNotExist();
  }

  @Test
  void replaces_an_earlier_result_and_leaves_strangers_alone() throws IOException {
    Files.writeString(temporary.resolve("clean.csv"), "old");
    Files.writeString(temporary.resolve("mine.txt"), "mine");
    try (OutputFolder results = OutputFolder.open(temporary, List.of())) {
      write(results, "clean.csv", "new");
      assertThat(temporary.resolve("clean.csv")).hasContent("old");
      results.commit();
    }
    assertThat(content(temporary)).isEqualTo(Map.of("clean.csv", "new", "mine.txt", "mine"));
  }

  @Test
  void never_overwrites_an_input() throws IOException {
    Path input = Files.writeString(temporary.resolve("clean.csv"), "input");
    try (OutputFolder results = OutputFolder.open(temporary.resolve("x/.."), List.of(input))) {
      assertThatThrownBy(() -> results.file("clean.csv"))
          .isInstanceOfSatisfying(
              OutputException.class,
              e ->
                  assertThat(worded(e))
                      .isEqualTo(
                          input
                              + " is the file being read; it is never overwritten. Name another"
                              + " folder for the results."));
    }
    assertThat(input).hasContent("input");
  }

  @Test
  void puts_everything_back_when_one_place_is_taken_meanwhile() throws IOException {
    Files.writeString(temporary.resolve("a.csv"), "old");
    try (OutputFolder results = OutputFolder.open(temporary, List.of())) {
      write(results, "a.csv", "new");
      write(results, "b.csv", "new");
      Files.createDirectories(temporary.resolve("b.csv/full"));
      Files.createDirectories(staging(temporary).resolve("old/b.csv/blocks"));
      assertThatThrownBy(results::commit).isInstanceOf(OutputException.class);
      assertThat(temporary.resolve("a.csv")).hasContent("old");
    }
    assertThat(temporary.resolve("a.csv")).hasContent("old");
    assertThat(temporary.resolve("b.csv/full")).isDirectory();
  }

  @Test
  void refuses_a_file_in_place_of_the_folder() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "");
    assertThatThrownBy(() -> OutputFolder.open(file, List.of()))
        .isInstanceOfSatisfying(
            OutputException.class, e -> assertThat(e.code()).isEqualTo("not_folder"));
  }

  @Test
  void refuses_a_name_that_leads_elsewhere() throws IOException {
    try (OutputFolder results = OutputFolder.open(temporary, List.of())) {
      for (String name : List.of("", "../x", "a/b", "/etc/x")) {
        assertThatThrownBy(() -> results.file(name)).isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  void clears_away_what_a_killed_program_left() throws Exception {
    Process process = start();
    process.destroyForcibly().waitFor();
    assertThat(staging(temporary)).isDirectory();
    assertThat(temporary.resolve("clean.csv")).doesNotExist();
    try (OutputFolder results = OutputFolder.open(temporary, List.of())) {
      write(results, "other.csv", "new");
      results.commit();
    }
    assertThat(content(temporary)).isEqualTo(Map.of("other.csv", "new"));
  }

  @Test
  void finishes_the_commit_that_a_killed_program_had_begun() throws Exception {
    Files.writeString(temporary.resolve("clean.csv"), "old");
    Process process = start();
    process.destroyForcibly().waitFor();
    Files.createFile(staging(temporary).resolve("placing")); // all in "new" was whole
    OutputFolder.open(temporary, List.of()).close();
    assertThat(content(temporary)).isEqualTo(Map.of("clean.csv", "from the child"));
  }

  @Test
  void lets_the_results_of_a_living_program_be() throws Exception {
    Process process = start();
    try {
      OutputFolder.open(temporary, List.of()).close();
      assertThat(staging(temporary).resolve("new/clean.csv")).exists();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void an_interrupt_leaves_the_folder_as_it_was() throws Exception {
    Files.writeString(temporary.resolve("clean.csv"), "old");
    Process process = start();
    process.destroy(); // SIGTERM, as Ctrl-C runs the same hooks
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(content(temporary)).isEqualTo(Map.of("clean.csv", "old"));
  }

  @Test
  void says_that_the_disk_is_full() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "skipped: no /dev/full here");
    CsvWriter writer =
        new CsvWriter(
            new WordedStream(Files.newOutputStream(full), Path.of("out.csv")),
            new CsvStyle(';', true, true));
    writer.header(List.of("a"));
    assertThatThrownBy(writer::close)
        .isInstanceOfSatisfying(
            OutputException.class,
            e ->
                assertThat(worded(e))
                    .isEqualTo(
                        "The disk is full: out.csv could not be written. No result was changed."
                            + " Make room, or name a folder on another disk."));
  }

  @Test
  void words_what_the_system_says() {
    Path path = Path.of("out.csv");
    assertThat(OutputException.of(path, new AccessDeniedException("x")).code()).isEqualTo("denied");
    assertThat(OutputException.of(path, said("Read-only file system")).code()).isEqualTo("denied");
    assertThat(OutputException.of(path, said("Disk quota exceeded")).code()).isEqualTo("quota");
    assertThat(OutputException.of(path, said("File too large")).code()).isEqualTo("large");
    assertThat(worded(OutputException.of(path, said("Input/output error"))))
        .isEqualTo("out.csv could not be written: Input/output error. No result was changed.");
  }

  @Test
  void has_every_message_in_both_languages() {
    Messages french = Messages.of(Locale.FRENCH, OutputFolder.class);
    assertThat(french.text("output.denied", "/x"))
        .isEqualTo(
            "Droits insuffisants pour écrire /x. Indiquez un autre dossier pour les résultats, ou"
                + " demandez les droits.");
  }

  private static IOException said(String reason) {
    return new FileSystemException("x", null, reason);
  }

  private static String worded(OutputException e) {
    return Messages.of(Locale.ENGLISH, OutputFolder.class)
        .text("output." + e.code(), e.arguments().toArray());
  }

  private static void write(OutputFolder results, String name, String text) throws IOException {
    try (OutputStream out = results.file(name)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static Map<String, String> content(Path folder) throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        content.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return content;
  }

  private static Path staging(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> hidden = new ArrayList<>();
      files
          .filter(file -> file.getFileName().toString().startsWith(".limpide-"))
          .forEach(hidden::add);
      assertThat(hidden).hasSize(1);
      return hidden.get(0);
    }
  }

  /** Starts a program that has written but not committed, and waits until it has. */
  private Process start() throws IOException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                home(Child.class) + File.pathSeparator + home(OutputFolder.class),
                Child.class.getName(),
                temporary.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    InputStream said = process.getInputStream();
    assertThat(said.read()).isEqualTo('w');
    return process;
  }

  private static String home(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }

  /** Writes a result, says so, and waits for its end. */
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws Exception {
      OutputFolder results = OutputFolder.open(Path.of(arguments[0]), List.of());
      write(results, "clean.csv", "from the child");
      System.out.print("w");
      System.out.flush();
      Thread.sleep(60_000);
      results.close();
    }
  }
}
