package io.limpide.bench.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Runs a class in a JVM of its own and reads what it noted. */
public final class OwnProcess {
  /** The options of the launcher. */
  public static final List<String> AS_LAUNCHED =
      List.of(
          "-XX:+UseParallelGC",
          "-XX:NewRatio=4",
          "-XX:MaxInlineLevel=5",
          "-XX:InlineSmallCode=1000",
          "-XX:FreqInlineSize=120");

  private OwnProcess() {}

  /**
   * Runs to the end.
   *
   * @param main takes a file as its first argument and notes there what it took
   * @param heap as {@code -Xmx} has it
   * @param options other options of the JVM
   * @param folder for the note
   * @return the note
   */
  public static Properties run(
      Class<?> main, String heap, List<String> options, Path folder, List<String> arguments)
      throws IOException, InterruptedException {
    Path note = folder.resolve("note.properties");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap);
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(main.getName(), note.toString()));
    command.addAll(arguments);
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException(String.join(" ", arguments) + " ended with " + code);
    }
    Properties noted = new Properties();
    try (var in = Files.newBufferedReader(note)) {
      noted.load(in);
    }
    Files.delete(note);
    return noted;
  }
}
