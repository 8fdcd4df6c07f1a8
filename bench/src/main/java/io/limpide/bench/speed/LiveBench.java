package io.limpide.bench.speed;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.limpide.bench.Arguments;
import io.limpide.bench.Machine;
import io.limpide.bench.generate.Generate;
import io.limpide.connect.ReadOptions;
import io.limpide.connect.SourceRead;
import io.limpide.connect.Sources;
import io.limpide.engine.live.LiveIndex;
import io.limpide.engine.live.LiveRecord;
import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.run.LiveRun;
import io.limpide.engine.run.Progress;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Measures look-ups and changes of single records beside a generated customer base, in one thread:
 * {@code LiveBench [--rows 1000000] [--steps 20000] [--out DIR]}.
 *
 * <p>The records looked up and added are of the same base, drawn at random and kept out of it: a
 * quarter has a duplicate there.
 */
public final class LiveBench {
  private static final int MOST = 10;

  private final LiveRun run;
  private final List<Map<String, String>> raw;
  private final List<LiveRecord> records = new ArrayList<>();
  private final int steps;

  private LiveBench(LiveRun run, List<Map<String, String>> raw, int steps) {
    this.run = run;
    this.raw = raw;
    this.steps = steps;
    raw.forEach(values -> records.add(run.record(0, values)));
  }

  /** Runs and prints. */
  public static void main(String[] arguments) throws IOException {
    Arguments given = Arguments.parse(arguments);
    int rows = (int) given.number("rows", 1_000_000);
    int steps = (int) given.number("steps", 20_000);
    Path folder = Path.of(given.text("out", "target/bench")).toAbsolutePath();
    Path base = split(folder, rows, steps);
    System.out.printf(
        "%s, %d MB of heap at most%n", Machine.described(), Runtime.getRuntime().maxMemory() >> 20);
    long began = System.nanoTime();
    LiveRun run =
        LiveRun.start(
            tables(base),
            Recipe.EMPTY,
            LocalDate.of(2026, 11, 1),
            Optional.empty(),
            List.of(),
            Progress.NONE);
    System.gc();
    System.out.printf(
        Locale.ROOT,
        "%d records matched and indexed in %.1f s; %d MB are alive%n",
        run.index().size(),
        (System.nanoTime() - began) / 1e9,
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
    LiveBench bench =
        new LiveBench(run, rows(tables(folder.resolve("live-later-" + rows + ".csv"))), steps);
    bench.measure();
  }

  private void measure() {
    LiveIndex index = run.index();
    int half = steps / 2;
    for (int i = 0; i < half; i++) { // for the just-in-time compiler
      index.find(run.record(0, raw.get(i)), MOST);
      index.put("warm" + i, records.get(i));
    }
    for (int i = 0; i < half; i++) {
      index.remove("warm" + i);
    }
    System.out.printf(
        "%-24s %23s  %23s  %19s%n",
        "one thread, ms",
        "wall: p50   p99     max",
        "CPU: p50   p99     max",
        "a second: wall   CPU");
    time("look-up", steps, i -> index.find(records.get(i), MOST));
    time("correction and look-up", steps, i -> index.find(run.record(0, raw.get(i)), MOST));
    time("adding", steps, i -> index.put("new" + i, records.get(i)));
    time("changing one value", steps, i -> index.put("new" + i, changed(i)));
    time("removing", steps, i -> index.remove("new" + i));
    System.out.printf("%d records in the end%n", index.size());
  }

  /** The record with the value of another in one column. */
  private LiveRecord changed(int i) {
    LiveRecord record = records.get(i);
    LiveRecord other = records.get((i + 1) % steps);
    List<String> columns = record.values().keySet().stream().sorted().toList();
    String column = columns.get(i % columns.size());
    Map<String, String> values = new HashMap<>(record.values());
    values.put(column, other.values().getOrDefault(column, ""));
    return new LiveRecord(record.source(), record.kind(), values);
  }

  /** On a machine that others use, the CPU time is the figure to trust. */
  private static void time(String name, int steps, IntConsumer step) {
    long[] wall = new long[steps];
    long[] cpu = new long[steps];
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int i = 0; i < steps; i++) {
      long began = System.nanoTime();
      long used = threads.getCurrentThreadCpuTime();
      step.accept(i);
      cpu[i] = threads.getCurrentThreadCpuTime() - used;
      wall[i] = System.nanoTime() - began;
    }
    double wallSeconds = Arrays.stream(wall).sum() / 1e9;
    double cpuSeconds = Arrays.stream(cpu).sum() / 1e9;
    Arrays.sort(wall);
    Arrays.sort(cpu);
    System.out.printf(
        Locale.ROOT,
        "%-24s %9.3f %6.2f %7.1f  %8.3f %6.2f %7.1f  %12.0f %6.0f%n",
        name,
        wall[steps / 2] / 1e6,
        wall[(int) (steps * 0.99)] / 1e6,
        wall[steps - 1] / 1e6,
        cpu[steps / 2] / 1e6,
        cpu[(int) (steps * 0.99)] / 1e6,
        cpu[steps - 1] / 1e6,
        steps / wallSeconds,
        steps / cpuSeconds);
  }

  /** Keeps some records of a generated base for later; returns the file of the others. */
  private static Path split(Path folder, int rows, int later) throws IOException {
    Path base = folder.resolve("live-base-" + rows + ".csv");
    Path rest = folder.resolve("live-later-" + rows + ".csv");
    if (Files.exists(base) && Files.exists(rest)) {
      return base;
    }
    Path generated = folder.resolve("live-" + rows);
    Generate.main(
        new String[] {"--rows", String.valueOf(rows + later), "--out", generated.toString()});
    Path export = generated.resolve("crm-export.csv");
    try (CsvReader<CsvRecord> reader =
            CsvReader.builder().fieldSeparator(';').ofCsvRecord(Files.newBufferedReader(export));
        CsvWriter bases =
            CsvWriter.builder().fieldSeparator(';').build(Files.newBufferedWriter(base));
        CsvWriter rests =
            CsvWriter.builder().fieldSeparator(';').build(Files.newBufferedWriter(rest))) {
      int row = -1;
      int kept = 0;
      for (CsvRecord line : reader) {
        if (row < 0) {
          bases.writeRecord(line.getFields());
          rests.writeRecord(line.getFields());
        } else if (kept < later && (long) row * later / (rows + later) >= kept) {
          rests.writeRecord(line.getFields());
          kept++;
        } else {
          bases.writeRecord(line.getFields());
        }
        row++;
      }
    }
    return base;
  }

  private static List<Table> tables(Path file) throws IOException {
    try {
      return Sources.read(file, ReadOptions.DEFAULT).stream().map(SourceRead::table).toList();
    } catch (io.limpide.connect.UnreadableSourceException e) {
      throw new IOException(e);
    }
  }

  private static List<Map<String, String>> rows(List<Table> tables) {
    Table table = tables.get(0);
    List<Map<String, String>> rows = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      Map<String, String> values = new HashMap<>();
      for (Column column : table.columns()) {
        values.put(column.name(), column.value(row));
      }
      rows.add(values);
    }
    return rows;
  }
}
