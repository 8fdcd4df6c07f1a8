package io.limpide.bench.peers;

import io.limpide.bench.Arguments;
import io.limpide.bench.Machine;
import io.limpide.bench.generate.Generate;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What more records cost: the persons of {@link PeersBench}, a million of them and many more, in
 * the same way and with the same memory: {@code ScaleBench [--rows 10000000] [--of 1000000] [--heap
 * 12g] [--out DIR]}.
 *
 * <p>The large file is made of small ones, each generated from a seed of its own, for the generator
 * holds what it generates in memory.
 */
public final class ScaleBench {
  private final Path folder;
  private final String heap;

  private ScaleBench(Path folder, String heap) {
    this.folder = folder;
    this.heap = heap;
  }

  /** Runs and prints. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Arguments given = Arguments.parse(arguments);
    int rows = (int) given.number("rows", 10_000_000);
    int small = (int) given.number("of", 1_000_000);
    Path folder = Path.of(given.text("out", "target/bench")).toAbsolutePath();
    Files.createDirectories(folder);
    ScaleBench bench = new ScaleBench(folder, given.text("heap", "12g"));
    List<Path> parts = new ArrayList<>();
    for (int part = 0; part < rows / small; part++) {
      parts.add(bench.part(small, part));
    }
    Path whole = folder.resolve("persons-" + rows);
    if (!Files.exists(whole.resolve("truth.csv"))) {
      Files.createDirectories(whole);
      join(parts, "prepared.csv", whole);
      join(parts, "truth.csv", whole);
    }
    System.out.printf("%s, -Xmx%s%n", Machine.described(), bench.heap);
    Cost one = bench.run(small, parts.get(0));
    Cost many = bench.run(rows, whole);
    System.out.printf(
        Locale.ROOT,
        "%.1f times the rows: %.1f times the wall time, %.1f times the CPU time, %.1f times the"
            + " memory%n",
        (double) rows / small,
        many.wall() / one.wall(),
        many.cpu() / one.cpu(),
        many.resident() / one.resident());
  }

  private Path part(int rows, int part) throws IOException, InterruptedException {
    Path base = folder.resolve("persons-" + rows + (part == 0 ? "" : "-" + part));
    Path prepared = base.resolve("prepared.csv");
    if (!Files.exists(prepared)) {
      Preparation.generated(base, rows, Generate.SEED + part);
      Preparation.run(Job.PERSONS, base.resolve("crm-export.csv"), prepared);
      if (part > 0) {
        Files.delete(base.resolve("crm-export.csv")); // hundreds of megabytes, and not read again
      }
    }
    return base;
  }

  /** Puts files below one another; what names records and groups is told apart by the part. */
  private static void join(List<Path> parts, String file, Path whole) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(whole.resolve(file))) {
      for (int part = 0; part < parts.size(); part++) {
        try (BufferedReader in = Files.newBufferedReader(parts.get(part).resolve(file))) {
          String line = in.readLine(); // the header
          if (part == 0) {
            out.write(line);
            out.newLine();
          }
          for (line = in.readLine(); line != null; line = in.readLine()) {
            out.write(part + "-" + (file.equals("truth.csv") ? marked(line, part) : line));
            out.newLine();
          }
        }
      }
    }
  }

  /** A record and its group; what was done to it is left out. */
  private static String marked(String line, int part) {
    String[] cells = line.split(",", -1);
    return cells[0] + "," + part + "-" + cells[1] + ",";
  }

  private Cost run(int rows, Path base) throws IOException, InterruptedException {
    Cost cost =
        EngineAlone.run(
            Job.PERSONS, heap, folder, base.resolve("prepared.csv"), base.resolve("truth.csv"));
    System.out.printf(
        Locale.ROOT,
        "%,d rows: %.1f s (CPU %.1f), %,.0f MB, %,.0f pairs, F1 %.4f (precision %.4f, recall"
            + " %.4f)%n  %s%n",
        rows,
        cost.wall(),
        cost.cpu(),
        cost.resident(),
        cost.number("pairs"),
        cost.number("f1"),
        cost.number("precision"),
        cost.number("recall"),
        cost.phases());
    return cost;
  }
}
