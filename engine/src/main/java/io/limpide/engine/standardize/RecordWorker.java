package io.limpide.engine.standardize;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Change;
import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.finding.RulePolicy;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the record rules over every row and writes what they change back into the columns. */
final class RecordPass implements RecordEdit {
  /** A rule may make room for another; a record that has not settled by then is left as it is. */
  private static final int ROUNDS = 3;

  private static final int MEMORY = 1 << 15;

  private final List<Column> originals;
  private final Column[] columns;
  private final Map<FieldType, int[]> byType;
  private final List<Standardizer> standardizers;
  private final List<RecordRule> rules;
  private final int[][] ruleColumns;
  private final long[][] quiet; // by rule: combinations of values that it left alone
  private final RulePolicy policy;
  private final Outcomes outcomes;
  private final int[][] changed; // by column: the new codes, null while nothing changed

  private final String[] values;
  private final boolean[] loaded;
  private final boolean[] touched;
  private final List<Pending> pending = new ArrayList<>();
  private int row;
  private boolean applied; // whether a rule changed the record in this round
  private boolean spoke; // whether the rule at work had anything to say

  RecordPass(
      List<Column> originals,
      Column[] columns,
      Map<FieldType, int[]> byType,
      List<Standardizer> standardizers,
      List<RecordRule> rules,
      RulePolicy policy,
      Outcomes outcomes) {
    this.originals = originals;
    this.columns = columns;
    this.byType = byType;
    this.standardizers = standardizers;
    this.rules = rules;
    this.policy = policy;
    this.outcomes = outcomes;
    this.ruleColumns = new int[rules.size()][];
    this.quiet = new long[rules.size()][MEMORY];
    for (int rule = 0; rule < ruleColumns.length; rule++) {
      ruleColumns[rule] =
          rules.get(rule).fields().stream()
              .sorted()
              .flatMapToInt(type -> Arrays.stream(byType.getOrDefault(type, new int[0])))
              .toArray();
    }
    this.changed = new int[columns.length][];
    this.values = new String[columns.length];
    this.loaded = new boolean[columns.length];
    this.touched = new boolean[columns.length];
  }

  void run(int rows) {
    for (row = 0; row < rows; row++) {
      Arrays.fill(loaded, false);
      Arrays.fill(touched, false);
      for (int round = 0; round < ROUNDS; round++) {
        applied = false;
        pending.clear(); // an earlier round's doubts may have been settled since
        for (int rule = 0; rule < ruleColumns.length; rule++) {
          apply(rule);
        }
        if (!applied) {
          break;
        }
      }
      for (Pending outcome : pending) {
        outcome.into(outcomes, row);
      }
      for (int column = 0; column < columns.length; column++) {
        if (touched[column]) {
          write(column);
        }
      }
    }
    for (int column = 0; column < columns.length; column++) {
      int[] codes = changed[column];
      if (codes != null) {
        Column old = columns[column];
        columns[column] = new Column(old.name(), old.header(), old.dictionary(), codes);
      }
    }
  }

  private void apply(int rule) {
    long key = 0x9E3779B97F4A7C15L;
    boolean filled = false;
    boolean fresh = true;
    for (int column : ruleColumns[rule]) {
      filled |= columns[column].code(row) != Dictionary.EMPTY || touched[column];
      fresh &= !touched[column];
      // The code of the value as it came: what it became, and its parts, follow from it.
      key = (key ^ originals.get(column).code(row)) * 0xff51afd7ed558ccdL;
      key ^= key >>> 32;
    }
    int slot = (int) (key & (MEMORY - 1));
    if (!filled || (fresh && quiet[rule][slot] == key)) {
      return;
    }
    spoke = false;
    rules.get(rule).apply(this);
    if (fresh && !spoke) {
      quiet[rule][slot] = key;
    }
  }

  private void write(int column) {
    int[] codes = changed[column];
    if (codes == null) {
      codes = new int[columns[column].rows()];
      for (int at = 0; at < codes.length; at++) {
        codes[at] = columns[column].code(at);
      }
      changed[column] = codes;
    }
    codes[row] = columns[column].dictionary().encode(values[column]);
  }

  private int column(FieldType type, int index) {
    int[] at = byType.get(type);
    return at == null || index >= at.length ? -1 : at[index];
  }

  private String value(int column) {
    if (!loaded[column]) {
      values[column] = columns[column].value(row);
      loaded[column] = true;
    }
    return values[column];
  }

  @Override
  public int count(FieldType type) {
    int[] at = byType.get(type);
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
    Standardizer standardizer = standardizers.get(column);
    // Parts tell of the value as it came, such as that it was all in capitals.
    String told = touched[column] ? value(column) : originals.get(column).value(row);
    return standardizer.standardize(told).parts().getOrDefault(name, "");
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
    Level level = policy.level(rule);
    if (level == Level.OFF) {
      return false;
    }
    spoke = true;
    Change change = new Change(rule.code(), before, after, level, confidence, List.of(evidence));
    if (level != Level.SAFE) {
      pending.add(new Pending(column, change, null));
      return false;
    }
    outcomes.change(row, column, change);
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
      pending.add(new Pending(column, null, Remark.of(reason, arguments)));
    }
  }

  private record Pending(int column, @Nullable Change change, @Nullable Remark remark) {
    void into(Outcomes outcomes, int row) {
      if (change != null) {
        outcomes.change(row, column, change);
      }
      if (remark != null) {
        outcomes.remark(row, column, remark);
      }
    }
  }
}
