package io.limpide.bench.quality;

import io.limpide.engine.compare.Fields;
import io.limpide.engine.compare.Levels;
import io.limpide.engine.compare.PatternCoder;
import io.limpide.engine.compare.RecordSet;
import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Names of one kind of party with pairs of which one knows whether they are one. All names stand in
 * one table, so that how rare a word is follows from all of them.
 */
final class NameSet {
  private final String title;
  private final boolean companies;
  private final List<String> names;
  private final List<NamePair> pairs;

  NameSet(String title, boolean companies, List<String> names, List<NamePair> pairs) {
    this.title = title;
    this.companies = companies;
    this.names = List.copyOf(names);
    this.pairs = List.copyOf(pairs);
  }

  /** Prints how well each level of agreement tells the pairs apart, and some errors at the best. */
  void report(int shown) {
    Levels levels = levels();
    long[] same = new long[levels.exact() + 1];
    long[] other = new long[levels.exact() + 1];
    int[] found = compare();
    for (int at = 0; at < found.length; at++) {
      (pairs.get(at).same() ? same : other)[found[at]]++;
    }
    long trues = sum(same, 0);
    System.out.printf("%s: %d true pairs, %d false%n", title, trues, sum(other, 0));
    System.out.printf("  %-12s %9s %9s %7s %7s %7s%n", "at least", "true", "false", "P", "R", "F1");
    double bestF1 = -1;
    int best = levels.exact();
    for (int level = levels.exact(); level > Levels.DIFFERENT; level--) {
      long right = sum(same, level);
      long wrong = sum(other, level);
      double f1 = 2.0 * right / Math.max(1, trues + right + wrong);
      System.out.printf(
          Locale.ROOT,
          "  %-12s %9d %9d %7.4f %7.4f %7.4f%n",
          levels.name(level),
          right,
          wrong,
          (double) right / Math.max(1, right + wrong),
          (double) right / Math.max(1, trues),
          f1);
      best = f1 > bestF1 ? level : best;
      bestF1 = Math.max(f1, bestF1);
    }
    System.out.printf(Locale.ROOT, "  best F1 %.4f, at %s%n", bestF1, levels.name(best));
    show(found, best, shown, true);
    show(found, best, shown, false);
  }

  private void show(int[] found, int best, int most, boolean same) {
    IntStream.range(0, found.length)
        .filter(at -> pairs.get(at).same() == same && found[at] >= best != same)
        .limit(most)
        .forEach(
            at ->
                System.out.printf(
                    "  %s %-9s %s | %s%n",
                    same ? "missed" : "wrong ",
                    levels().name(found[at]),
                    names.get(pairs.get(at).a()),
                    names.get(pairs.get(at).b())));
  }

  private static long sum(long[] counts, int from) {
    long sum = 0;
    for (int level = from; level < counts.length; level++) {
      sum += counts[level];
    }
    return sum;
  }

  private Levels levels() {
    return coder().fields().get(0).levels();
  }

  private int[] compare() {
    PatternCoder coder = coder();
    PatternCoder.Worker worker = coder.worker();
    return pairs.stream()
        .mapToInt(pair -> level(coder, worker.pattern(pair.a(), pair.b())))
        .toArray();
  }

  /** The lesser level of the parts of a name; parts that changed places are close, not equal. */
  private static int level(PatternCoder coder, long pattern) {
    int least = Integer.MAX_VALUE;
    for (int field = 0; field < coder.fields().size(); field++) {
      int level = PatternCoder.level(pattern, field);
      int exact = coder.fields().get(field).levels().exact();
      if (level != Levels.MISSING) {
        least = Math.min(least, level > exact ? exact - 1 : level);
      }
    }
    return least == Integer.MAX_VALUE ? Levels.DIFFERENT : least;
  }

  private PatternCoder coder() {
    TableBuilder builder = new TableBuilder(title, List.of("name"));
    for (int row = 0; row < names.size(); row++) {
      builder.cell(0, names.get(row));
      builder.endRow(row + 2);
    }
    Table table = builder.build();
    FieldType type = companies ? FieldType.COMPANY_NAME : FieldType.FULL_NAME;
    List<List<Field>> fields = new ArrayList<>();
    fields.add(List.of(new Field("name", type, 1)));
    int[] rows = IntStream.range(0, names.size()).toArray();
    RecordSet records = new RecordSet(List.of(table), fields, List.of(rows));
    Fields made = companies ? Fields.ofCompanies(records) : Fields.ofPersons(records);
    return made.coder(rows);
  }
}
