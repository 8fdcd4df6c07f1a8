package io.limpide.bench.peers;

import io.limpide.bench.speed.Measured;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** What each phase of a process cost, in milliseconds: {@code phase.N = name,wall,cpu}. */
final class Phases {
  private final Map<String, long[]> phases = new LinkedHashMap<>();
  private String current = "start";
  private long wall;
  private long cpu;

  /** Ends the phase before and begins another, or goes on with the same. */
  void begin(String name) {
    if (name.equals(current)) {
      return;
    }
    end();
    current = name;
  }

  void end() {
    long wallNow = Measured.wallMillis();
    long cpuNow = Measured.cpuMillis();
    long[] sums = phases.computeIfAbsent(current, key -> new long[2]);
    sums[0] += wallNow - wall;
    sums[1] += cpuNow - cpu;
    wall = wallNow;
    cpu = cpuNow;
  }

  void writeTo(Properties note) {
    int number = 0;
    for (Map.Entry<String, long[]> phase : phases.entrySet()) {
      note.setProperty(
          "phase." + number++,
          "%s,%d,%d".formatted(phase.getKey(), phase.getValue()[0], phase.getValue()[1]));
    }
  }
}
