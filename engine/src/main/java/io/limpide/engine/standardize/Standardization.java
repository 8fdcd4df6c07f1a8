package io.limpide.engine.standardize;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Change;
import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import io.limpide.engine.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Standardises a table: first every distinct value by itself, then every record by the rules that
 * hold its fields against each other.
 *
 * <p>Cost: one standardizer call a distinct value; record rules run once a row, but a combination
 * of values that a rule left alone is remembered and not looked at again.
 */
public final class Standardization {
  private final List<Family> families;
  private final Settings settings;

  /**
   * @param families in the order in which their record rules run
   */
  public Standardization(List<Family> families, Settings settings) {
    this.families = List.copyOf(families);
    this.settings = settings;
  }

  /**
   * Standardises a table.
   *
   * @param fields one for each column, in the order of the columns
   */
  public StandardizedTable run(Table table, List<Field> fields) {
    return following(table, fields).apply(table);
  }

  /**
   * Returns what standardises tables of the same columns as one table asks for: whether its dates
   * have the day or the month first, and the like. Single records are treated as those before them.
   *
   * @param fields one for each column, in the order of the columns
   */
  public Function<Table, StandardizedTable> following(Table like, List<Field> fields) {
    List<Standardizer> standardizers = standardizers(like, fields);
    return table -> run(table, fields, standardizers);
  }

  private StandardizedTable run(Table table, List<Field> fields, List<Standardizer> standardizers) {
    int width = table.columns().size();
    Outcomes[] ofValues = new Outcomes[width];
    BitSet[] sound = new BitSet[width];
    Column[] columns = new Column[width];
    IntStream.range(0, width)
        .parallel()
        .forEach(
            at -> {
              ofValues[at] = new Outcomes();
              sound[at] = new BitSet();
              columns[at] =
                  standardize(
                      table.columns().get(at), at, standardizers.get(at), ofValues[at], sound[at]);
              ofValues[at].finish();
            });
    Outcomes ofRecords = new Outcomes();
    RecordPass records = pass(table.columns(), List.of(columns), fields, standardizers, ofRecords);
    BitSet every = new BitSet(table.rows());
    every.set(0, table.rows());
    records.run(every);
    return new StandardizedTable(
        table,
        new Table(table.source(), records.columns(), rowNumbers(table)),
        fields,
        List.of(ofValues),
        ofRecords.finish(),
        new StandardizedTable.Settled(List.of(sound), records.restless(), List.of(columns)));
  }

  private RecordPass pass(
      List<Column> originals,
      List<Column> columns,
      List<Field> fields,
      List<Standardizer> standardizers,
      Outcomes outcomes) {
    Map<FieldType, int[]> byType = byType(fields);
    return new RecordPass(
        new RecordPass.Table(originals, columns, byType, standardizers),
        rules(byType),
        settings.policy(),
        outcomes);
  }

  /**
   * Says what is wrong with a table as it is, and corrects nothing.
   *
   * @param fields one for each column, in the order of the columns
   */
  public Observation observe(Table table, List<Field> fields) {
    return observer(table, fields).observe(table);
  }

  /** Says what was wrong with the table that a run was given. */
  public Observation observeBefore(StandardizedTable run) {
    return observer(run.original(), run.fields()).before(run);
  }

  /**
   * Says what is wrong with a table made of the records that a run left.
   *
   * @param table the same columns as {@link StandardizedTable#corrected}, with its dictionaries
   * @param sameAs by row of the table, the row of the run that it equals; -1 where none does
   */
  public Observation observeAfter(StandardizedTable run, Table table, IntUnaryOperator sameAs) {
    return observer(table, run.fields()).after(run, table, sameAs);
  }

  private Observer observer(Table table, List<Field> fields) {
    Standardization without =
        new Standardization(
            families, new Settings(rule -> Level.OFF, settings.country(), settings.surnames()));
    List<Standardizer> standardizers = without.standardizers(table, fields);
    return new Observer(
        standardizers,
        (originals, columns, outcomes) ->
            without.pass(originals, columns, fields, standardizers, outcomes));
  }

  private List<Standardizer> standardizers(Table table, List<Field> fields) {
    List<Standardizer> standardizers = new ArrayList<>();
    for (int at = 0; at < table.columns().size(); at++) {
      standardizers.add(
          Accents.before(
              standardizer(fields.get(at).type(), table.columns().get(at))
                  .orElse(Standardized::unchanged),
              settings));
    }
    return standardizers;
  }

  private List<RecordRule> rules(Map<FieldType, int[]> byType) {
    List<RecordRule> rules = new ArrayList<>();
    for (Family family : families) {
      for (RecordRule rule : family.recordRules(settings)) {
        if (rule.fields().stream().anyMatch(byType::containsKey)) {
          rules.add(rule);
        }
      }
    }
    return rules;
  }

  private Optional<Standardizer> standardizer(FieldType type, Column column) {
    return families.stream()
        .flatMap(family -> family.standardizer(type, column, settings).stream())
        .findFirst();
  }

  /** Corrected values join the dictionary of the raw ones: most values need no correction. */
  private static Column standardize(
      Column column, int at, Standardizer standardizer, Outcomes outcomes, BitSet sound) {
    Dictionary values = column.dictionary();
    int[] counts = column.counts();
    int[] map = IntStream.range(0, counts.length).toArray();
    boolean same = true;
    for (int code = 0; code < map.length; code++) {
      if (counts[code] == 0) {
        continue; // no row has it, so nobody will ask
      }
      String raw = values.value(code);
      Standardized outcome = standardizer.standardize(raw);
      if (!outcome.value().equals(raw)) {
        map[code] = values.encode(outcome.value());
        same = false;
      } else if (isUntouched(outcome)) {
        sound.set(code);
      }
      for (Change change : outcome.changes()) {
        outcomes.change(code, at, change);
      }
      for (Remark remark : outcome.remarks()) {
        outcomes.remark(code, at, remark);
      }
    }
    if (same) {
      return column;
    }
    int[] codes = new int[column.rows()];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = map[column.code(row)];
    }
    return new Column(column.name(), column.header(), values, codes);
  }

  private static boolean isUntouched(Standardized outcome) {
    for (Change change : outcome.changes()) {
      if (change.level() == Level.SAFE) {
        return false;
      }
    }
    return true;
  }

  private static Map<FieldType, int[]> byType(List<Field> fields) {
    Map<FieldType, List<Integer>> lists = new EnumMap<>(FieldType.class);
    for (int at = 0; at < fields.size(); at++) {
      lists.computeIfAbsent(fields.get(at).type(), type -> new ArrayList<>()).add(at);
    }
    Map<FieldType, int[]> byType = new EnumMap<>(FieldType.class);
    lists.forEach(
        (type, list) -> byType.put(type, list.stream().mapToInt(Integer::intValue).toArray()));
    return byType;
  }

  private static int[] rowNumbers(Table table) {
    int[] numbers = new int[table.rows()];
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = table.rowNumber(row);
    }
    return numbers;
  }
}
