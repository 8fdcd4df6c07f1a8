package io.limpide.engine.standardize;

import io.limpide.engine.field.Field;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A table after its correction: the original, the corrected one, and for every cell what was done
 * to it and what is still wrong with it.
 */
public final class StandardizedTable {
  private final Table original;
  private final Table corrected;
  private final List<Field> fields;
  private final List<Outcomes> ofValues; // by column; keyed by code of the original value
  private final Outcomes ofRecords; // keyed by row
  private final Settled settled;

  StandardizedTable(
      Table original,
      Table corrected,
      List<Field> fields,
      List<Outcomes> ofValues,
      Outcomes ofRecords,
      Settled settled) {
    this.original = original;
    this.corrected = corrected;
    this.fields = List.copyOf(fields);
    this.ofValues = ofValues;
    this.ofRecords = ofRecords;
    this.settled = settled;
  }

  /**
   * What the corrections left alone.
   *
   * @param values by column: the codes of the original values that no correction changed
   * @param restless the rows that a record rule changed
   * @param standardized the columns before the record rules saw them
   */
  record Settled(List<BitSet> values, BitSet restless, List<Column> standardized) {}

  Settled settled() {
    return settled;
  }

  List<Outcomes> ofValues() {
    return ofValues;
  }

  Outcomes ofRecords() {
    return ofRecords;
  }

  /** Returns the table as it was read. */
  public Table original() {
    return original;
  }

  /** Returns the table with every safe correction applied: same columns, same rows. */
  public Table corrected() {
    return corrected;
  }

  /** Returns what the columns mean. */
  public List<Field> fields() {
    return fields;
  }

  /**
   * Hands out everything about one row, nothing unpacked: value by value from left to right, then
   * record rules.
   */
  public void notes(int row, Consumer<Note> visitor) {
    for (int column = 0; column < ofValues.size(); column++) {
      Outcomes outcomes = ofValues.get(column);
      int first = outcomes.first(original.columns().get(column).code(row));
      if (first >= 0) {
        notes(outcomes, first, visitor);
      }
    }
    int first = ofRecords.first(row);
    if (first >= 0) {
      notes(ofRecords, first, visitor);
    }
  }

  private static void notes(Outcomes outcomes, int first, Consumer<Note> visitor) {
    for (int entry = first; entry >= 0; entry = outcomes.next(entry)) {
      visitor.accept(new Note(outcomes, entry));
    }
  }

  /** Hands out everything once, with the number of rows it concerns. */
  public void visitAll(Tally tally) {
    for (int at = 0; at < ofValues.size(); at++) {
      Outcomes outcomes = ofValues.get(at);
      int[] rows = original.columns().get(at).counts();
      for (int code = 0; code < rows.length; code++) {
        if (rows[code] > 0) {
          tell(outcomes, outcomes.first(code), tally, rows[code]);
        }
      }
    }
    for (int row = 0; row < original.rows(); row++) {
      tell(ofRecords, ofRecords.first(row), tally, 1);
    }
  }

  private void tell(Outcomes outcomes, int first, Tally tally, int rows) {
    for (int entry = first; entry >= 0; entry = outcomes.next(entry)) {
      tally.note(original.columns().get(outcomes.column(entry)), new Note(outcomes, entry), rows);
    }
  }

  /** Is told of changes and remarks, and how many rows they concern. */
  @FunctionalInterface
  public interface Tally {
    /** Told of a correction, applied or proposed, or of something wrong or doubtful. */
    void note(Column column, Note note, int rows);
  }

  /** Hands out what is wrong with one row, in the order of {@link #notes}. */
  public void visitRemarks(int row, BiConsumer<Column, Remark> visitor) {
    notes(
        row,
        note -> {
          if (!note.isChange()) {
            visitor.accept(original.columns().get(note.column()), note.remark());
          }
        });
  }

  /** Hands out every cell that is wrong (severity error) as it stands after the corrections. */
  public void faults(CellVisitor visitor) {
    for (int at = 0; at < ofValues.size(); at++) {
      Column column = original.columns().get(at);
      boolean[] wrong = new boolean[column.dictionary().size()];
      Outcomes outcomes = ofValues.get(at);
      for (int code = 0; code < wrong.length; code++) {
        for (int entry = outcomes.first(code); entry >= 0; entry = outcomes.next(entry)) {
          wrong[code] |= outcomes.isFault(entry);
        }
      }
      for (int row = 0; row < column.rows(); row++) {
        if (wrong[column.code(row)]) {
          visitor.cell(row, at);
        }
      }
    }
    for (int row = 0; row < original.rows(); row++) {
      for (int entry = ofRecords.first(row); entry >= 0; entry = ofRecords.next(entry)) {
        if (ofRecords.isFault(entry)) {
          visitor.cell(row, ofRecords.column(entry));
        }
      }
    }
  }

  /** Is handed cells. */
  @FunctionalInterface
  public interface CellVisitor {
    /** Told of a cell, by the numbers of its row and column. */
    void cell(int row, int column);
  }
}
