package io.limpide.bench.speed;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.limpide.cli.Limpide;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * Runs in a process of its own and notes what that cost: {@code Measured NOTE copy IN OUT}, {@code
 * Measured NOTE limpide ARGUMENT...}.
 *
 * <p>The note holds {@code wall} and {@code cpu} (milliseconds since the process started, compiling
 * and collecting garbage included), {@code heap} and {@code resident} (peaks, in MB; the latter 0
 * where the system does not tell).
 */
public final class Measured {
  private Measured() {}

  /** Runs. */
  public static void main(String[] arguments) throws IOException {
    String[] rest = Arrays.copyOfRange(arguments, 2, arguments.length);
    int code = 0;
    if (arguments[1].equals("copy")) {
      copy(Path.of(rest[0]), Path.of(rest[1]));
    } else {
      code = Limpide.run(rest);
    }
    write(soFar(), Path.of(arguments[0]));
    System.exit(code);
  }

  /** Returns what this process took so far. */
  public static Properties soFar() throws IOException {
    Properties note = new Properties();
    note.setProperty("wall", String.valueOf(wallMillis()));
    note.setProperty("cpu", String.valueOf(cpuMillis()));
    note.setProperty("heap", String.valueOf(heap() >> 20));
    note.setProperty("resident", String.valueOf(resident() >> 10));
    return note;
  }

  /** Writes a note. */
  public static void write(Properties note, Path file) throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      note.store(out, null);
    }
  }

  /** Returns the milliseconds since this process started. */
  public static long wallMillis() {
    return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
  }

  /** Returns the milliseconds that all threads of this process computed. */
  public static long cpuMillis() {
    return cpuNanoseconds() / 1_000_000;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (CsvReader<CsvRecord> reader =
            CsvReader.builder().fieldSeparator(';').ofCsvRecord(Files.newBufferedReader(from));
        CsvWriter writer =
            CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(Files.newBufferedWriter(to))) {
      for (CsvRecord line : reader) {
        writer.writeRecord(line.getFields());
      }
    }
  }

  private static long cpuNanoseconds() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  private static long heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  /** Peak resident memory in KB, as Linux tells it. */
  private static long resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    List<String> lines = Files.isReadable(status) ? Files.readAllLines(status) : List.of();
    return lines.stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
