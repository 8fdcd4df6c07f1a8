package io.limpide.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a program that notes nothing itself took, seen from outside: seconds, and the peak of its
 * memory in MB (0 where the system does not tell).
 */
record Watched(int code, double wall, double cpu, long resident) {
  private static final int LOOKS_EVERY = 100; // milliseconds

  static Watched run(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).inheritIO().start();
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    Duration cpu = Duration.ZERO;
    long resident = 0;
    while (!process.waitFor(LOOKS_EVERY, TimeUnit.MILLISECONDS)) {
      cpu = process.info().totalCpuDuration().orElse(cpu);
      resident = Math.max(resident, resident(status));
    }
    return new Watched(
        process.exitValue(), (System.nanoTime() - start) / 1e9, cpu.toMillis() / 1e3, resident);
  }

  private static long resident(Path status) {
    try {
      for (String line :
          Files.isReadable(status) ? Files.readAllLines(status) : List.<String>of()) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
        }
      }
    } catch (IOException e) {
      return 0; // it has just ended
    }
    return 0;
  }
}
