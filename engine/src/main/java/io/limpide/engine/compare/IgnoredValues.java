package io.limpide.engine.compare;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.table.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Values that fill a cell and are not compared, because they belong to nobody: {@code 0000000000},
 * {@code test@test.fr}, {@code info@} of persons, numbers that nobody was given.
 */
public final class IgnoredValues {
  private static final int FEWEST = 3; // rarer ones are slips, not fillers
  private static final int MOST = 20; // of each field

  private IgnoredValues() {}

  /**
   * A value that is not compared.
   *
   * @param field what it should have been compared as
   * @param value as it stands in the records
   * @param records how many records have it
   */
  public record Ignored(String field, String value, long records) {}

  /** Returns the most frequent ones of each field, the most frequent first. */
  public static List<Ignored> of(RecordSet records, boolean persons) {
    List<Ignored> ignored = new ArrayList<>();
    UnaryOperator<String> email = persons ? Forms::personalEmail : Forms::email;
    ignored.addAll(of(records, "email", email, FieldType.EMAIL));
    ignored.addAll(
        of(records, "phone", Forms::phone, FieldType.PHONE, FieldType.MOBILE, FieldType.FAX));
    ignored.addAll(of(records, "siret", Forms::siret, FieldType.SIRET));
    ignored.addAll(of(records, "siren", Forms::siren, FieldType.SIREN));
    return ignored;
  }

  private static List<Ignored> of(
      RecordSet records, String field, UnaryOperator<String> form, FieldType... types) {
    Map<String, Long> counts = new TreeMap<>();
    for (int table = 0; table < records.tables().size(); table++) {
      for (Column column : records.columns(table, types)) {
        count(column, records.rows().get(table), form, counts);
      }
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())) // stable: then by value
        .limit(MOST)
        .map(value -> new Ignored(field, value.getKey(), value.getValue()))
        .toList();
  }

  private static void count(
      Column column, int[] rows, UnaryOperator<String> form, Map<String, Long> counts) {
    int[] ofCode = new int[column.dictionary().size()];
    for (int row : rows) {
      ofCode[column.code(row)]++;
    }
    for (int code = 1; code < ofCode.length; code++) {
      if (ofCode[code] >= FEWEST) {
        String value = column.dictionary().value(code);
        if (form.apply(value).isEmpty() && !value.isBlank()) {
          counts.merge(value, (long) ofCode[code], Long::sum);
        }
      }
    }
  }
}
