package io.limpide.engine.standardize;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.RulePolicy;
import io.limpide.engine.table.Column;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Runs the record rules over every row and writes what they change back into the columns.
 *
 * <p>Rows are judged by several threads, some thousand at a time; what they said is kept in the
 * order of the rows, so that the outcome does not depend on the number of threads.
 */
final class RecordPass {
  private static final int CHUNK = 1 << 12;

  final List<Column> originals;
  final Column[] columns;
  final Map<FieldType, int[]> byType;
  final List<Standardizer> standardizers;
  final List<RecordRule> rules;
  final int[][] ruleColumns;
  final boolean[] repeats; // by rule: whether its combinations of values may well come again
  final RulePolicy policy;
  private final Outcomes outcomes;
  private final int[][] changed; // by column: the new codes, null while nothing changed
  private final BitSet restless = new BitSet(); // rows that a rule changed

  RecordPass(Table table, List<RecordRule> rules, RulePolicy policy, Outcomes outcomes) {
    this.originals = table.originals();
    this.columns = table.columns().toArray(Column[]::new);
    this.byType = table.byType();
    this.standardizers = table.standardizers();
    this.rules = rules;
    this.policy = policy;
    this.outcomes = outcomes;
    this.ruleColumns = new int[rules.size()][];
    for (int rule = 0; rule < ruleColumns.length; rule++) {
      ruleColumns[rule] =
          rules.get(rule).fields().stream()
              .sorted()
              .flatMapToInt(type -> Arrays.stream(byType.getOrDefault(type, new int[0])))
              .toArray();
    }
    this.repeats = new boolean[rules.size()];
    for (int rule = 0; rule < repeats.length; rule++) {
      repeats[rule] = repeats(ruleColumns[rule]);
    }
    this.changed = new int[columns.length][];
  }

  /** Looking up what is new in almost every row costs more than it saves. */
  private boolean repeats(int[] together) {
    return Arrays.stream(together)
        .mapToObj(originals::get)
        .allMatch(column -> column.dictionary().size() < column.rows() / 4);
  }

  /**
   * The columns and what is known of them.
   *
   * @param originals as the source gave them
   * @param columns standardised
   * @param byType the columns of each type
   * @param standardizers by column
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Table(
      List<Column> originals,
      List<Column> columns,
      Map<FieldType, int[]> byType,
      List<Standardizer> standardizers) {}

  /** Runs over some rows. */
  void run(BitSet asked) {
    int rows = asked.length();
    RecordWorker[] workers = new RecordWorker[Runtime.getRuntime().availableProcessors()];
    Arrays.setAll(workers, at -> new RecordWorker(this, columns.length));
    for (int first = 0; first < rows; first += workers.length * CHUNK) {
      int start = first;
      List<List<RecordWorker.Event>> said =
          IntStream.range(0, workers.length)
              .parallel()
              .mapToObj(
                  at -> {
                    int from = (int) Math.min(rows, start + (long) at * CHUNK);
                    int to = (int) Math.min(rows, from + (long) CHUNK);
                    return workers[at].run(asked, from, to);
                  })
              .toList();
      said.forEach(events -> events.forEach(this::keep));
    }
    for (int column = 0; column < columns.length; column++) {
      int[] codes = changed[column];
      if (codes != null) {
        Column old = columns[column];
        columns[column] = new Column(old.name(), old.header(), old.dictionary(), codes);
      }
    }
  }

  /** Returns the columns as the rules left them. */
  List<Column> columns() {
    return List.of(columns);
  }

  /** Returns the rows that a rule changed. */
  BitSet restless() {
    return restless;
  }

  private void keep(RecordWorker.Event event) {
    if (event.change() != null) {
      outcomes.change(event.row(), event.column(), event.change());
    } else if (event.remark() != null) {
      outcomes.remark(event.row(), event.column(), event.remark());
    } else if (event.value() != null) {
      write(event.row(), event.column(), event.value());
    }
  }

  private void write(int row, int column, String value) {
    restless.set(row);
    int[] codes = changed[column];
    if (codes == null) {
      codes = new int[columns[column].rows()];
      for (int at = 0; at < codes.length; at++) {
        codes[at] = columns[column].code(at);
      }
      changed[column] = codes;
    }
    codes[row] = columns[column].dictionary().encode(value);
  }
}
