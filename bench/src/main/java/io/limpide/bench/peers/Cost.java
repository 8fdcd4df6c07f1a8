package io.limpide.bench.peers;

import java.util.Locale;
import java.util.Properties;

/** What a program took for a job, as it noted it: seconds and MB; and which pairs it looked at. */
record Cost(Properties note) {
  double wall() {
    return number("wall") / 1000;
  }

  double cpu() {
    return number("cpu") / 1000;
  }

  double resident() {
    return number("resident");
  }

  /** Returns the seconds of the clock without those before the data was loaded. */
  double wallAfterLoading() {
    return wall() - phases(1, true);
  }

  /** Returns the seconds of all processors without those before the data was loaded. */
  double cpuAfterLoading() {
    return cpu() - phases(2, true);
  }

  /** Returns the seconds of the clock for finding, comparing and weighing candidates. */
  double wallOfScoring() {
    return phases(1, false);
  }

  /** Returns the same of all processors. */
  double cpuOfScoring() {
    return phases(2, false);
  }

  private double phases(int column, boolean ofLoading) {
    double sum = 0;
    for (int at = 0; note.containsKey("phase." + at); at++) {
      String[] phase = note.getProperty("phase." + at).split(",", -1);
      boolean loading = phase[0].equals("start") || phase[0].equals("load");
      boolean scoring =
          phase[0].equals("values") || phase[0].equals("blocking") || phase[0].equals("scoring");
      if (ofLoading ? loading : scoring) {
        sum += Double.parseDouble(phase[column]) / 1000;
      }
    }
    return sum;
  }

  double number(String name) {
    return Double.parseDouble(note.getProperty(name, "NaN"));
  }

  /** Returns the phases with the seconds of the clock and of all processors. */
  String phases() {
    StringBuilder text = new StringBuilder();
    for (int at = 0; note.containsKey("phase." + at); at++) {
      String[] phase = note.getProperty("phase." + at).split(",", -1);
      text.append(
          String.format(
              Locale.ROOT,
              "%s%s %.1f (%.1f)",
              at == 0 ? "" : ", ",
              phase[0],
              Double.parseDouble(phase[1]) / 1000,
              Double.parseDouble(phase[2]) / 1000));
    }
    return text.toString();
  }
}
