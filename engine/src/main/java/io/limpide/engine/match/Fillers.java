package io.limpide.engine.match;

import io.limpide.engine.compare.FieldComparison;
import io.limpide.engine.compare.IgnoredValues;
import io.limpide.engine.score.PairWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Finds values that stand for none.
 *
 * <p>Where a field tells parties apart, few records have the same value. One that {@link #OFTEN}
 * times more records have than 99 in 100 of the values do, and at least {@link #FEWEST}, was put
 * there to fill the cell, or is shared by many.
 */
final class Fillers {
  private static final int FEWEST = 10;
  private static final int OFTEN = 10;
  private static final int SHARE = 5000; // of the filled records, so that few are told of many
  private static final int MOST = 10; // of each field
  private static final Set<String> TELLING =
      Set.of("birth_date", "email", "phone", "mobile", "siren", "siret", "address");

  private Fillers() {}

  static List<Filler> of(
      List<FieldComparison> fields, PairWeights weights, List<IgnoredValues.Ignored> ignored) {
    List<Filler> fillers = new ArrayList<>();
    for (int field = 0; field < fields.size(); field++) {
      FieldComparison of = fields.get(field);
      if (TELLING.contains(of.name()) || of.isIssued()) {
        fillers.addAll(of(field, of, weights));
      }
    }
    for (IgnoredValues.Ignored value : ignored) {
      fillers.add(
          new Filler(
              value.field(),
              value.value(),
              value.records(),
              true,
              0,
              usual(value.field(), fields, weights)));
    }
    fillers.sort(
        Comparator.comparing(Filler::field)
            .thenComparing(Filler::records, Comparator.reverseOrder())
            .thenComparing(Filler::value));
    return fillers;
  }

  private static double usual(String name, List<FieldComparison> fields, PairWeights weights) {
    for (int field = 0; field < fields.size(); field++) {
      if (fields.get(field).name().equals(name)) {
        return weights.agreement(field, 2);
      }
    }
    return Double.NaN;
  }

  private static List<Filler> of(int field, FieldComparison of, PairWeights weights) {
    int[] counts = new int[of.values() - 1];
    for (int code = 1; code < of.values(); code++) {
      counts[code - 1] = of.count(code);
    }
    Arrays.sort(counts);
    long usual = counts.length == 0 ? 1 : counts[(int) (0.99 * (counts.length - 1))];
    long least = Math.max(Math.max(FEWEST, of.filled() / SHARE), OFTEN * Math.max(1, usual));
    List<Filler> fillers = new ArrayList<>();
    for (int code = 1; code < of.values(); code++) {
      if (of.count(code) >= least) {
        fillers.add(
            new Filler(
                of.name(),
                of.value(code),
                of.count(code),
                false,
                weights.agreement(field, of.count(code)),
                weights.agreement(field, 2)));
      }
    }
    fillers.sort(
        Comparator.comparing(Filler::records, Comparator.reverseOrder())
            .thenComparing(Filler::value));
    return fillers.subList(0, Math.min(MOST, fillers.size()));
  }
}
