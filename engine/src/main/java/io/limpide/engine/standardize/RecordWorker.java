package io.limpide.engine.standardize;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Change;
import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.table.Dictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the record rules over some of the rows and keeps what they say; for one thread. */
final class RecordWorker implements RecordEdit {
  /** A rule may make room for another; a record that has not settled by then is left as it is. */
  private static final int ROUNDS = 3;

  private static final int MEMORY = 1 << 15;

  private final RecordPass pass;
  private final long[][] quiet; // by rule: combinations of values that it left alone
  private final PartMemory[] parts; // by column
  private final List<Event> events = new ArrayList<>();

  private final String[] values;
  private final boolean[] loaded;
  private final boolean[] touched;
  private final List<Event> pending = new ArrayList<>();
  private int row;
  private boolean applied; // whether a rule changed the record in this round
  private boolean spoke; // whether the rule at work had anything to say

  RecordWorker(RecordPass pass, int width) {
    this.pass = pass;
    this.quiet = new long[pass.rules.size()][];
    Arrays.setAll(quiet, rule -> new long[pass.repeats[rule] ? MEMORY : 0]);
    this.parts = new PartMemory[width];
    Arrays.setAll(parts, column -> new PartMemory(pass.standardizers.get(column)));
    this.values = new String[width];
    this.loaded = new boolean[width];
    this.touched = new boolean[width];
  }

  /** Returns what the rules said of the rows, in the order in which it is to be kept. */
  List<Event> run(BitSet asked, int from, int to) {
    events.clear();
    for (row = asked.nextSetBit(from); row >= 0 && row < to; row = asked.nextSetBit(row + 1)) {
      Arrays.fill(loaded, false);
      Arrays.fill(touched, false);
      for (int round = 0; round < ROUNDS; round++) {
        applied = false;
        pending.clear(); // an earlier round's doubts may have been settled since
        for (int rule = 0; rule < pass.ruleColumns.length; rule++) {
          apply(rule);
        }
        if (!applied) {
          break;
        }
      }
      events.addAll(pending);
      for (int column = 0; column < values.length; column++) {
        if (touched[column]) {
          events.add(new Event(row, column, null, null, values[column]));
        }
      }
    }
    return events;
  }

  private void apply(int rule) {
    boolean filled = false;
    boolean fresh = true;
    for (int column : pass.ruleColumns[rule]) {
      filled |= pass.columns[column].code(row) != Dictionary.EMPTY || touched[column];
      fresh &= !touched[column];
    }
    if (!filled) {
      return;
    }
    if (!fresh || !pass.repeats[rule]) {
      pass.rules.get(rule).apply(this);
      return;
    }
    long key = key(rule);
    int slot = (int) (key & (MEMORY - 1));
    if (quiet[rule][slot] != key) {
      spoke = false;
      pass.rules.get(rule).apply(this);
      if (!spoke) {
        quiet[rule][slot] = key;
      }
    }
  }

  /** The values as they came: what they became, and their parts, follow from them. */
  private long key(int rule) {
    long key = 0x9E3779B97F4A7C15L;
    for (int column : pass.ruleColumns[rule]) {
      key = (key ^ pass.originals.get(column).code(row)) * 0xff51afd7ed558ccdL;
      key ^= key >>> 32;
    }
    return key;
  }

  private int column(FieldType type, int index) {
    int[] at = pass.byType.get(type);
    return at == null || index >= at.length ? -1 : at[index];
  }

  private String value(int column) {
    if (!loaded[column]) {
      values[column] = pass.columns[column].value(row);
      loaded[column] = true;
    }
    return values[column];
  }

  @Override
  public int count(FieldType type) {
    int[] at = pass.byType.get(type);
    return at == null ? 0 : at.length;
  }

  @Override
  public String get(FieldType type, int index) {
    int column = column(type, index);
    return column < 0 ? "" : value(column);
  }

  @Override
  public String part(FieldType type, int index, String name) {
    int column = column(type, index);
    if (column < 0) {
      return "";
    }
    // Parts tell of the value as it came, such as that it was all in capitals.
    return touched[column]
        ? parts[column].of(value(column)).getOrDefault(name, "")
        : parts[column].of(pass.originals.get(column), row).getOrDefault(name, "");
  }

  @Override
  public boolean change(
      FieldType type, int index, Rule rule, String after, double confidence, String... evidence) {
    int column = column(type, index);
    if (column < 0) {
      return false;
    }
    String before = value(column);
    if (before.equals(after)) {
      return true;
    }
    Level level = pass.policy.level(rule);
    if (level == Level.OFF) {
      return false;
    }
    spoke = true;
    Change change = new Change(rule.code(), before, after, level, confidence, List.of(evidence));
    if (level != Level.SAFE) {
      pending.add(new Event(row, column, change, null, null));
      return false;
    }
    events.add(new Event(row, column, change, null, null));
    values[column] = after;
    touched[column] = true;
    applied = true;
    return true;
  }

  @Override
  public void remark(FieldType type, int index, Reason reason, String... arguments) {
    int column = column(type, index);
    if (column >= 0) {
      spoke = true;
      pending.add(new Event(row, column, null, Remark.of(reason, arguments), null));
    }
  }

  /** A change, a remark, or the value that a cell has in the end. */
  record Event(
      int row,
      int column,
      @Nullable Change change,
      @Nullable Remark remark,
      @Nullable String value) {}
}
