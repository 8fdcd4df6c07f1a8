package io.limpide.engine.standardize;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Change;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import io.limpide.engine.table.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    int width = table.columns().size();
    List<Standardizer> standardizers = new ArrayList<>();
    List<Outcomes> ofValues = new ArrayList<>();
    Column[] columns = new Column[width];
    for (int at = 0; at < width; at++) {
      Column column = table.columns().get(at);
      Standardizer standardizer =
          Accents.before(
              standardizer(fields.get(at).type(), column).orElse(Standardized::unchanged),
              settings);
      standardizers.add(standardizer);
      Outcomes outcomes = new Outcomes();
      columns[at] = standardize(column, at, standardizer, outcomes);
      ofValues.add(outcomes);
    }
    Outcomes ofRecords = new Outcomes();
    Map<FieldType, int[]> byType = byType(fields);
    List<RecordRule> rules = new ArrayList<>();
    for (Family family : families) {
      for (RecordRule rule : family.recordRules(settings)) {
        if (rule.fields().stream().anyMatch(byType::containsKey)) {
          rules.add(rule);
        }
      }
    }
    if (!rules.isEmpty()) {
      new RecordPass(
              table.columns(), columns, byType, standardizers, rules, settings.policy(), ofRecords)
          .run(table.rows());
    }
    Table corrected = new Table(table.source(), List.of(columns), rowNumbers(table));
    return new StandardizedTable(table, corrected, fields, ofValues, ofRecords);
  }

  private Optional<Standardizer> standardizer(FieldType type, Column column) {
    return families.stream()
        .flatMap(family -> family.standardizer(type, column, settings).stream())
        .findFirst();
  }

  private static Column standardize(
      Column column, int at, Standardizer standardizer, Outcomes outcomes) {
    Dictionary source = column.dictionary();
    Dictionary target = new Dictionary();
    int[] map = new int[source.size()];
    int[] counts = column.counts();
    for (int code = 0; code < map.length; code++) {
      if (counts[code] == 0) {
        continue; // no row has it, so nobody will ask
      }
      Standardized outcome = standardizer.standardize(source.value(code));
      map[code] = target.encode(outcome.value());
      for (Change change : outcome.changes()) {
        outcomes.change(code, at, change);
      }
      for (Remark remark : outcome.remarks()) {
        outcomes.remark(code, at, remark);
      }
    }
    int[] codes = new int[column.rows()];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = map[column.code(row)];
    }
    return new Column(column.name(), column.header(), target, codes);
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
