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
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    int width = table.columns().size();
    List<Standardizer> standardizers = standardizers(table, fields);
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
            });
    Outcomes ofRecords = new Outcomes();
    Map<FieldType, int[]> byType = byType(fields);
    RecordPass records =
        new RecordPass(
            new RecordPass.Table(
                table.columns(), List.of(columns), byType, standardizers, List.of(sound)),
            rules(byType),
            settings.policy(),
            ofRecords,
            null);
    Silence silence = records.run(table.rows());
    return new StandardizedTable(
        table,
        new Table(table.source(), records.columns(), rowNumbers(table)),
        fields,
        List.of(ofValues),
        ofRecords,
        new StandardizedTable.Quiet(List.of(sound), silence));
  }

  /**
   * Says what is wrong with a table as it is, and corrects nothing.
   *
   * @param fields one for each column, in the order of the columns
   * @param known the outcome of {@link #run} for the same table and fields, where there is one:
   *     what it found in order is not looked at again
   */
  public StandardizedTable observe(
      Table table, List<Field> fields, Optional<StandardizedTable> known) {
    Settings observing = new Settings(rule -> Level.OFF, settings.country(), settings.surnames());
    return new Standardization(families, observing).observeOnly(table, fields, known);
  }

  private StandardizedTable observeOnly(
      Table table, List<Field> fields, Optional<StandardizedTable> known) {
    int width = table.columns().size();
    List<Standardizer> standardizers = standardizers(table, fields);
    Outcomes[] ofValues = new Outcomes[width];
    BitSet[] none = new BitSet[width];
    Arrays.setAll(none, at -> new BitSet());
    IntStream.range(0, width)
        .parallel()
        .forEach(
            at -> {
              ofValues[at] = new Outcomes();
              observe(table.columns().get(at), at, standardizers.get(at), ofValues[at], known);
            });
    Outcomes ofRecords = new Outcomes();
    Map<FieldType, int[]> byType = byType(fields);
    new RecordPass(
            new RecordPass.Table(
                table.columns(), table.columns(), byType, standardizers, List.of(none)),
            rules(byType),
            settings.policy(),
            ofRecords,
            known.map(run -> run.quiet().records()).orElse(null))
        .run(table.rows());
    return new StandardizedTable(
        table,
        table,
        fields,
        List.of(ofValues),
        ofRecords,
        new StandardizedTable.Quiet(List.of(none), new Silence(0, 0)));
  }

  private static void observe(
      Column column,
      int at,
      Standardizer standardizer,
      Outcomes outcomes,
      Optional<StandardizedTable> known) {
    int[] counts = column.counts();
    BitSet sound = known.map(run -> run.quiet().values().get(at)).orElseGet(BitSet::new);
    for (int code = 0; code < counts.length; code++) {
      if (sound.get(code)) {
        known.orElseThrow().copyRemarks(at, code, outcomes);
      } else if (counts[code] > 0) {
        for (Remark remark : standardizer.standardize(column.dictionary().value(code)).remarks()) {
          outcomes.remark(code, at, remark);
        }
      }
    }
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

  private static Column standardize(
      Column column, int at, Standardizer standardizer, Outcomes outcomes, BitSet sound) {
    Dictionary source = column.dictionary();
    Dictionary target = new Dictionary();
    int[] map = new int[source.size()];
    int[] counts = column.counts();
    for (int code = 0; code < map.length; code++) {
      if (counts[code] == 0) {
        continue; // no row has it, so nobody will ask
      }
      String raw = source.value(code);
      Standardized outcome = standardizer.standardize(raw);
      if (outcome.changes().isEmpty() && outcome.value().equals(raw)) {
        sound.set(code);
      }
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
