package io.limpide.engine.standardize;

import io.limpide.engine.finding.Remark;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Looks at a table without correcting anything.
 *
 * <p>What a run found already is not looked at again. A rule without the right to correct says of a
 * value, or of a record, just what it says where it finds nothing to correct: so whatever the run
 * left alone is known. Records are held against each other in standard form, as a difference of
 * spelling alone is no contradiction between two fields.
 */
final class Observer {
  private final List<Standardizer> standardizers;
  private final RecordPasses passes;

  /** Makes the pass of the record rules, without rights, over columns. */
  @FunctionalInterface
  interface RecordPasses {
    RecordPass over(List<Column> originals, List<Column> columns, Outcomes outcomes);
  }

  Observer(List<Standardizer> standardizers, RecordPasses passes) {
    this.standardizers = standardizers;
    this.passes = passes;
  }

  /** Looks at a table of which nothing is known. */
  Observation observe(Table table) {
    List<Column> columns = table.columns();
    Observation seen = new Observation(columns);
    each(columns, at -> values(seen, columns.get(at), at, new BitSet(), new Outcomes()));
    records(seen, columns, columns, everyRow(table.rows()));
    return seen;
  }

  /** Looks at the table that a run was given. */
  Observation before(StandardizedTable run) {
    List<Column> columns = run.original().columns();
    Observation seen = new Observation(columns);
    values(seen, run, columns);
    BitSet restless = run.settled().restless();
    for (int row = 0; row < run.original().rows(); row++) {
      if (!restless.get(row)) {
        run.ofRecords().reasons(row, seen::ofRow);
      }
    }
    records(seen, columns, run.settled().standardized(), restless);
    return seen;
  }

  /**
   * Looks at a table made of the records that a run left.
   *
   * @param table shares the dictionaries of the run's tables
   * @param sameAs by row of the table, the row of the run that it equals; -1 where none does
   */
  Observation after(StandardizedTable run, Table table, IntUnaryOperator sameAs) {
    List<Column> columns = table.columns();
    Observation seen = new Observation(columns);
    values(seen, run, columns);
    BitSet unknown = new BitSet();
    for (int row = 0; row < table.rows(); row++) {
      int same = sameAs.applyAsInt(row);
      if (same < 0) {
        unknown.set(row);
      } else {
        run.ofRecords().reasons(same, seen::ofRow);
      }
    }
    records(seen, columns, columns, unknown);
    return seen;
  }

  /** Columns with the codes of a run: what it left alone is known. */
  private void values(Observation seen, StandardizedTable run, List<Column> columns) {
    List<BitSet> sound = run.settled().values();
    each(columns, at -> values(seen, columns.get(at), at, sound.get(at), run.ofValues().get(at)));
  }

  private static BitSet everyRow(int rows) {
    BitSet all = new BitSet(rows);
    all.set(0, rows);
    return all;
  }

  private static void each(List<Column> columns, java.util.function.IntConsumer work) {
    IntStream.range(0, columns.size()).parallel().forEach(work);
  }

  private void values(Observation seen, Column column, int at, BitSet sound, Outcomes known) {
    int[] counts = column.counts();
    Standardizer standardizer = standardizers.get(at);
    for (int code = 0; code < counts.length; code++) {
      if (counts[code] == 0) {
        continue;
      }
      int rows = counts[code];
      int value = code;
      if (sound.get(code)) {
        known.reasons(code, (of, reason) -> seen.ofValue(of, value, rows, reason));
      } else {
        for (Remark remark : standardizer.standardize(column.dictionary().value(code)).remarks()) {
          seen.ofValue(at, code, rows, remark.reason());
        }
      }
    }
  }

  private void records(
      Observation seen, List<Column> originals, List<Column> columns, BitSet rows) {
    Outcomes outcomes = new Outcomes();
    passes.over(originals, columns, outcomes).run(rows);
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      outcomes.reasons(row, seen::ofRow);
    }
  }
}
