package io.limpide.engine.match;

import io.limpide.engine.compare.FieldComparison;
import io.limpide.engine.compare.PatternCoder;
import io.limpide.engine.score.Weigher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares every record with itself: no other can agree with it more. */
final class UnlinkableRecords {
  private static final int PIECE = 1 << 14;
  private static final int KINDS = 12;
  private static final int EXAMPLES = 5;

  private final Population population;
  private final double merge;

  private record Key(int filled, String rule) {}

  private static final class Count {
    final List<Integer> examples = new ArrayList<>();
    long records;
    double best = Double.NEGATIVE_INFINITY;
  }

  UnlinkableRecords(Population population) {
    this.population = population;
    this.merge = Rules.bits(population.settings.merge());
  }

  Unlinkable find() {
    int records = population.global.length;
    List<Map<Key, Count>> parts = new ArrayList<>();
    for (int from = 0; from < records; from += PIECE) {
      parts.add(new HashMap<>());
    }
    Workers.run(
        population.threads,
        parts.size(),
        () -> {
          PatternCoder.Worker worker = population.coder.worker();
          Weigher weigher = population.weights.weigher();
          return piece ->
              find(
                  piece * PIECE,
                  Math.min(records, (piece + 1) * PIECE),
                  worker,
                  weigher,
                  parts.get(piece));
        },
        done -> {});
    Map<Key, Count> all = new HashMap<>();
    for (Map<Key, Count> part : parts) {
      part.forEach((key, count) -> add(all.computeIfAbsent(key, none -> new Count()), count));
    }
    return told(all);
  }

  private void find(
      int from, int to, PatternCoder.Worker worker, Weigher weigher, Map<Key, Count> counts) {
    for (int record = from; record < to; record++) {
      long pattern = worker.pattern(record, record);
      double weight = weigher.weight(record, record, pattern);
      String rule = population.rules.rule(record, record, pattern, weight);
      Verdict verdict = population.rules.verdict(rule, record, record, pattern, weight);
      if (verdict != Verdict.DUPLICATE) {
        Key key = new Key(filled(record), weight < merge ? Rules.WEIGHT : rule);
        Count count = counts.computeIfAbsent(key, none -> new Count());
        count.records++;
        count.best = Math.max(count.best, weight);
        if (count.examples.size() < EXAMPLES) {
          count.examples.add(population.global[record]);
        }
      }
    }
  }

  private static void add(Count to, Count count) {
    to.records += count.records;
    to.best = Math.max(to.best, count.best);
    for (int example : count.examples) {
      if (to.examples.size() < EXAMPLES) {
        to.examples.add(example);
      }
    }
  }

  private int filled(int record) {
    int filled = 0;
    List<FieldComparison> fields = population.coder.fields();
    for (int field = 0; field < fields.size(); field++) {
      filled |= fields.get(field).filled(record) ? 1 << field : 0;
    }
    return filled;
  }

  private Unlinkable told(Map<Key, Count> counts) {
    List<Unlinkable.Kind> kinds = new ArrayList<>();
    counts.forEach(
        (key, count) ->
            kinds.add(
                new Unlinkable.Kind(
                    names(key.filled), key.rule, count.records, count.best, count.examples)));
    kinds.sort(
        Comparator.comparing(Unlinkable.Kind::records, Comparator.reverseOrder())
            .thenComparing(kind -> String.join(" ", kind.filled()))
            .thenComparing(Unlinkable.Kind::rule));
    List<Unlinkable.Kind> shown = kinds.subList(0, Math.min(KINDS, kinds.size()));
    long all = kinds.stream().mapToLong(Unlinkable.Kind::records).sum();
    return new Unlinkable(
        all, shown, all - shown.stream().mapToLong(Unlinkable.Kind::records).sum());
  }

  private List<String> names(int filled) {
    List<String> names = new ArrayList<>();
    List<FieldComparison> fields = population.coder.fields();
    for (int field = 0; field < fields.size(); field++) {
      if ((filled >>> field & 1) != 0) {
        names.add(fields.get(field).name());
      }
    }
    return names;
  }
}
