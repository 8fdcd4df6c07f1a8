package io.limpide.bench.speed;

import io.limpide.bench.Arguments;
import io.limpide.bench.Folders;
import io.limpide.bench.Machine;
import io.limpide.bench.generate.Generate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * Measures {@code limpide clean} on generated customer bases beside a plain FastCSV read and write
 * of the same file, each in a process of its own: {@code CleanBench [--rows 100000,1000000] [--heap
 * 2g] [--out DIR]}.
 */
public final class CleanBench {
  private final Path folder;
  private final String heap;

  private CleanBench(Path folder, String heap) {
    this.folder = folder;
    this.heap = heap;
  }

  /** Runs and prints a table. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Arguments given = Arguments.parse(arguments);
    CleanBench bench =
        new CleanBench(
            Path.of(given.text("out", "target/bench")).toAbsolutePath(), given.text("heap", "2g"));
    System.out.printf("%s, -Xmx%s%n", Machine.described(), bench.heap);
    System.out.printf(
        "%9s %6s  %8s %8s  %8s %8s  %7s %7s  %8s %8s%n",
        "rows", "MB", "copy s", "cpu s", "clean s", "cpu s", "x wall", "x cpu", "heap MB",
        "rss MB");
    List<Cost> costs = new ArrayList<>();
    int[] sizes =
        Arrays.stream(given.text("rows", "100000,1000000").split(",", -1))
            .mapToInt(Integer::parseInt)
            .toArray();
    for (int rows : sizes) {
      costs.add(bench.measure(rows));
    }
    for (int at = 1; at < sizes.length; at++) {
      System.out.printf(
          Locale.ROOT,
          "%d rows cost %.1f times the wall and %.1f times the CPU time of %d%n",
          sizes[at],
          costs.get(at).wall() / costs.get(at - 1).wall(),
          costs.get(at).cpu() / costs.get(at - 1).cpu(),
          sizes[at - 1]);
    }
  }

  private Cost measure(int rows) throws IOException, InterruptedException {
    Path base = folder.resolve("generated-" + rows);
    Path file = base.resolve("crm-export.csv");
    if (!Files.exists(file)) {
      Generate.main(new String[] {"--rows", String.valueOf(rows), "--out", base.toString()});
    }
    Path copied = folder.resolve("copy.csv");
    Cost copy = run("copy", file.toString(), copied.toString());
    Path results = folder.resolve("results");
    Folders.delete(results);
    Cost clean = run("limpide", "clean", file.toString(), "--out", results.toString(), "--quiet");
    System.out.printf(
        Locale.ROOT,
        "%9d %6d  %8.1f %8.1f  %8.1f %8.1f  %7.1f %7.1f  %8.0f %8.0f%n",
        rows,
        Files.size(file) >> 20,
        copy.wall(),
        copy.cpu(),
        clean.wall(),
        clean.cpu(),
        clean.wall() / copy.wall(),
        clean.cpu() / copy.cpu(),
        clean.heap(),
        clean.resident());
    Files.delete(copied);
    Folders.delete(results);
    return clean;
  }

  private Cost run(String... arguments) throws IOException, InterruptedException {
    Properties noted =
        OwnProcess.run(Measured.class, heap, OwnProcess.AS_LAUNCHED, folder, List.of(arguments));
    return new Cost(
        number(noted, "wall") / 1000,
        number(noted, "cpu") / 1000,
        number(noted, "heap"),
        number(noted, "resident"));
  }

  private static double number(Properties noted, String name) {
    return Double.parseDouble(noted.getProperty(name, "0"));
  }

  /** What a process took: seconds and MB. */
  private record Cost(double wall, double cpu, double heap, double resident) {}
}
