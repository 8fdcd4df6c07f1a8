package io.limpide.engine.profile;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.profile.ColumnProfile.Fill;
import io.limpide.engine.profile.ColumnProfile.Lengths;
import io.limpide.engine.profile.ColumnProfile.Pattern;
import io.limpide.engine.table.Dictionary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes a {@link ColumnProfile} of a {@link ColumnSummary}: each distinct value is read once. */
final class ColumnProfiler {
  private static final int TOP = 10;
  private static final int NONE = -1;

  private final ColumnSummary summary;
  private final FieldType type;
  private final Dictionary values;
  private final Dictionary patterns = new Dictionary();
  private final int[] patternOf; // by code
  private final int[] lengthOf;
  private long[] patternRows = new long[64];
  private int[] patternExample = new int[64];
  private final Tally top = new Tally(TOP);
  private final ColumnObserver observer;
  private long filled;
  private long distinct;
  private long single;
  private long placeholders;
  private int shortest = Integer.MAX_VALUE;
  private int longest;
  private double lengthSum;

  ColumnProfiler(ColumnSummary summary) {
    this.summary = summary;
    this.type = summary.field().type();
    this.values = summary.dictionary();
    this.patternOf = new int[summary.codes()];
    this.lengthOf = new int[summary.codes()];
    this.observer = new ColumnObserver(type, values);
  }

  ColumnProfile profile() {
    ValueScan scan = new ValueScan();
    for (int code = 1; code < summary.codes(); code++) {
      long count = summary.count(code);
      patternOf[code] = NONE;
      if (count == 0) {
        continue;
      }
      scan.read(values, code);
      filled += count;
      distinct++;
      single += count == 1 ? 1 : 0;
      shortest = Math.min(shortest, scan.length);
      longest = Math.max(longest, scan.length);
      lengthSum += (double) scan.length * count;
      lengthOf[code] = scan.length;
      count(scan, code, count);
      if (count > 1) {
        top.add(values, code, count);
      }
      boolean placeholder = scan.size <= 60 && Placeholders.contains(type, values.value(code));
      placeholders += placeholder ? count : 0;
      observer.see(scan, code, count, placeholder);
    }
    observer.outliers(summary, lengthOf, filled);
    observer.patterns(summary, patternOf, patternRows, patterns, filled);
    observer.columns(summary.rows(), filled, distinct);
    return new ColumnProfile(
        summary.field(),
        new Fill(summary.rows(), filled, placeholders, summary.invalid(), distinct, single),
        new Lengths(filled == 0 ? 0 : shortest, lengthSum / filled, longest),
        commonestPatterns(),
        top.commonest(),
        observer.observations());
  }

  private void count(ValueScan scan, int code, long count) {
    int pattern = patterns.encode(scan.pattern, 0, scan.patternSize);
    if (pattern >= patternRows.length) {
      patternRows = Arrays.copyOf(patternRows, pattern * 2);
      patternExample = Arrays.copyOf(patternExample, pattern * 2);
    }
    patternOf[code] = pattern;
    patternRows[pattern] += count;
    int example = patternExample[pattern];
    if (example == 0 || isBefore(code, example)) {
      patternExample[pattern] = code;
    }
  }

  /** More rows first, then the bytes: an order that does not depend on how rows were split. */
  private boolean isBefore(int code, int other) {
    long rows = summary.count(code);
    long otherRows = summary.count(other);
    if (rows != otherRows) {
      return rows > otherRows;
    }
    return rows == 1
        ? values.length(code) < values.length(other)
            || (values.length(code) == values.length(other) && smaller(code, other))
        : smaller(code, other);
  }

  private boolean smaller(int code, int other) {
    return values.value(code).compareTo(values.value(other)) < 0;
  }

  private List<Pattern> commonestPatterns() {
    Tally tally = new Tally(TOP);
    for (int pattern = 0; pattern < patterns.size(); pattern++) {
      if (patternRows[pattern] > 0) {
        tally.add(patterns, pattern, patternRows[pattern]);
      }
    }
    List<Pattern> commonest = new ArrayList<>();
    for (ValueCount each : tally.commonest()) {
      byte[] bytes = each.value().getBytes(StandardCharsets.UTF_8);
      int example = patternExample[patterns.encode(bytes, 0, bytes.length)];
      commonest.add(
          new Pattern(
              each.value(),
              each.rows(),
              each.rows() / (double) filled,
              Tally.cut(values, example)));
    }
    return commonest;
  }
}
