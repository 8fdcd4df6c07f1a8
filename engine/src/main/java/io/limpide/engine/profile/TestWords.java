package io.limpide.engine.profile;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.recognize.FoldedText;
import io.limpide.engine.recognize.KeyFilter;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds test rows: "test" where a name should be settles it, "toto" only in two fields. */
final class TestWords {
  private static final int ENOUGH = 2;
  private static final Set<FieldType> NAMES =
      Set.of(
          FieldType.GIVEN_NAME, FieldType.FAMILY_NAME, FieldType.FULL_NAME, FieldType.COMPANY_NAME);
  private static final Set<String> SURE =
      Set.of(
          "test",
          "tests",
          "test-test",
          "testtest",
          "essai",
          "ne-pas-utiliser",
          "azerty",
          "qwerty",
          "compte-test",
          "client-test",
          "test-client",
          "contact-test",
          "test-contact",
          "test1",
          "test2",
          "test3",
          "test-1",
          "test-2",
          "fiche-test",
          "societe-test",
          "test-societe",
          "prospect-test",
          "toto-toto",
          "toto-titi",
          "toto-tata",
          "test-prenom",
          "test-nom",
          "nom-test",
          "prenom-test",
          "dummy",
          "asdf",
          "qsdf",
          "test-toto",
          "toto-test");
  private static final Set<String> LIKELY =
      Set.of("toto", "titi", "tata", "tutu", "foo", "bar", "demo", "xxx", "aaa", "bidon", "essais");

  private static final KeyFilter FILTER =
      KeyFilter.of(Stream.concat(SURE.stream(), LIKELY.stream()).toList());

  private TestWords() {}

  static TestRows find(Table table, List<Field> fields, int from, int to) {
    List<Column> columns = new ArrayList<>();
    List<byte[]> weights = new ArrayList<>();
    for (Field field : fields) {
      if (NAMES.contains(field.type()) || field.type() == FieldType.EMAIL) {
        table
            .column(field.column())
            .ifPresent(
                column -> {
                  columns.add(column);
                  weights.add(weights(column, field.type() == FieldType.EMAIL));
                });
      }
    }
    long rows = 0;
    List<Integer> numbers = new ArrayList<>();
    for (int row = from; row < to; row++) {
      int weight = 0;
      for (int i = 0; i < weights.size(); i++) {
        weight += weights.get(i)[columns.get(i).code(row)];
      }
      if (weight >= ENOUGH) {
        rows++;
        numbers.add(table.rowNumber(row));
      }
    }
    return new TestRows(rows, numbers);
  }

  private static byte[] weights(Column column, boolean email) {
    byte[] weights = new byte[column.dictionary().size()];
    for (int code = 1; code < weights.length; code++) {
      if (column.dictionary().length(code) <= 60) {
        weights[code] = weight(column.dictionary().value(code), email);
      }
    }
    return weights;
  }

  private static byte weight(String value, boolean email) {
    int at = value.indexOf('@');
    String part = email && at > 0 ? value.substring(0, at) : value;
    if (!FILTER.mayPass(part)) {
      return 0;
    }
    String key = FoldedText.key(FoldedText.fold(part));
    boolean sure = SURE.contains(key);
    if (email) {
      return (byte) (sure && !key.equals("essai") ? 2 : LIKELY.contains(key) ? 1 : 0);
    }
    return (byte) (sure ? 2 : LIKELY.contains(key) ? 1 : 0);
  }
}
