package io.limpide.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SummaryMergeTest {
  private static final List<String> HEADERS = List.of("id", "nom", "email", "ville", "ne", "ca");
  private static final List<FieldType> TYPES =
      List.of(
          FieldType.RECORD_ID,
          FieldType.FAMILY_NAME,
          FieldType.EMAIL,
          FieldType.CITY,
          FieldType.BIRTH_DATE,
          FieldType.AMOUNT);
  private static final List<String> VALUES =
      List.of(
          "",
          "",
          "Dupont",
          "DUPONT",
          "test",
          "a@b.fr",
          "Ã©ric",
          " Lyon ",
          "12/05/1964",
          "1964-05-12",
          "x",
          "12,50",
          "9999999",
          "01 42 68 53 00",
          "é".repeat(90),
          "inconnu",
          "😀");

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void any_split_in_any_order_gives_what_one_pass_gives(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rows = random.nextInt(1, seed % 20 == 0 ? 12_000 : 300);
    Table table = table(random, rows);
    List<Field> fields = fields();
    Validity validity = (column, code) -> (column + code) % 3 == 0;
    TableSummary whole = TableSummary.of(table, fields, validity);

    List<TableSummary> parts = new ArrayList<>();
    int from = 0;
    while (from < rows) {
      int to = Math.min(rows, from + random.nextInt(1, rows / 3 + 2));
      parts.add(TableSummary.of(table, from, to, fields, validity));
      from = to;
    }
    Collections.shuffle(parts, new Random(seed));
    while (parts.size() > 1) { // any tree of merges
      int at = random.nextInt(parts.size() - 1);
      parts.set(at, parts.get(at).plus(parts.remove(at + 1)));
    }

    assertThat(parts.get(0).profile()).isEqualTo(whole.profile());
    assertThat(parts.get(0).presence()).isEqualTo(whole.presence());
  }

  @Test
  void refuses_to_merge_what_does_not_belong_together() {
    Table table = table(new SplittableRandom(1), 10);
    List<Field> fields = fields();
    List<Field> others = new ArrayList<>(fields);
    others.set(1, new Field("nom", FieldType.COMPANY_NAME, 1));
    TableSummary summary = TableSummary.of(table, fields, Validity.UNCHECKED);

    assertThatThrownBy(() -> summary.plus(TableSummary.of(table, others, Validity.UNCHECKED)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot merge nom as family_name with nom as company_name");
  }

  private static Table table(SplittableRandom random, int rows) {
    TableBuilder builder = new TableBuilder("t", HEADERS);
    for (int row = 0; row < rows; row++) {
      builder.cell(0, "C" + row);
      for (int column = 1; column < HEADERS.size(); column++) {
        builder.cell(column, VALUES.get(random.nextInt(VALUES.size())));
      }
      builder.endRow(row + 2);
    }
    return builder.build();
  }

  private static List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (String header : HEADERS) {
      fields.add(new Field(header, TYPES.get(fields.size()), 1));
    }
    return fields;
  }
}
