package io.limpide.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.standardize.Observation;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardization;
import io.limpide.engine.standardize.StandardizedTable;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is wrong before and after a run, told from the run itself, is what a fresh look finds. */
class ObservationTest {
  private static final List<Field> FIELDS =
      List.of(
          new Field("Nom", FieldType.FAMILY_NAME, 1),
          new Field("Email", FieldType.EMAIL, 1),
          new Field("Tél", FieldType.PHONE, 1),
          new Field("CP", FieldType.POSTCODE, 1),
          new Field("Ville", FieldType.CITY, 1),
          new Field("Naissance", FieldType.BIRTH_DATE, 1),
          new Field("Créé", FieldType.CREATED, 1));

  private final Standardization rules =
      new Standardization(Families.all(LocalDate.of(2026, 1, 15)), Settings.DEFAULT);

  @Test
  void finds_in_a_table_in_order_what_a_fresh_look_finds() {
    Table table =
        table(
            "Durand;jean.durand@orange.fr;06 12 34 56 78;75011;Paris;12/03/1980;01/02/2020",
            "Martin;contact@martin-sa.fr;01 42 68 53 00;69003;Paris;12/03/1985;05/06/2021",
            "Petit;pas une adresse;06 99;44000;Nantes;12/03/2030;05/06/2027",
            "Petit;lea.petit@free.fr;06 12 34 56 79;44000;Nantes;12/03/1990;05/06/1980");
    StandardizedTable run = rules.run(table, FIELDS);

    assertThat(counts(rules.observeBefore(run)))
        .isEqualTo(counts(rules.observe(table, FIELDS)))
        .containsKeys("Email", "Tél", "CP", "Naissance", "Créé");
  }

  @Test
  void judges_values_before_the_run_as_they_were_written() {
    StandardizedTable run = rules.run(table("Durand;jean@orange;0612345678;1000;Bourg;;"), FIELDS);

    Observation before = rules.observeBefore(run);
    Table original = run.original();

    assertThat(before.invalid(1, original.columns().get(1).code(0))).isTrue();
    assertThat(counts(before)).containsEntry("Email", Map.of("email.domain.dotless", 1));
  }

  @Test
  void knows_a_record_that_stayed_as_the_run_left_it_and_looks_at_the_others() {
    Table table =
        table(
            "durand;JEAN.DURAND@ORANGE.FR;06.12.34.56.78;75011;LYON;12/03/2020;01/02/2010",
            "Martin;contact@martin-sa.fr;06 12 34;69003;Lyon;12/03/1985;05/06/2021");
    StandardizedTable run = rules.run(table, FIELDS);

    Observation known = rules.observeAfter(run, run.corrected(), row -> row);
    Observation fresh = rules.observeAfter(run, run.corrected(), row -> -1);

    assertThat(counts(known))
        .isEqualTo(counts(fresh))
        .isEqualTo(counts(rules.observe(run.corrected(), FIELDS)))
        .containsKeys("CP", "Créé", "Tél");
  }

  private static Table table(String... lines) {
    TableBuilder builder = new TableBuilder("crm.csv", FIELDS.stream().map(Field::column).toList());
    for (int line = 0; line < lines.length; line++) {
      String[] cells = lines[line].split(";", -1);
      for (int column = 0; column < cells.length; column++) {
        builder.cell(column, cells[column]);
      }
      builder.endRow(line + 2);
    }
    return builder.build();
  }

  private static Map<String, Map<String, Integer>> counts(Observation observation) {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    observation
        .remarkCounts()
        .forEach(
            (column, of) ->
                counts.put(
                    column,
                    of.entrySet().stream()
                        .collect(
                            Collectors.toMap(entry -> code(entry.getKey()), Map.Entry::getValue))));
    return counts;
  }

  private static String code(Reason reason) {
    return reason.code();
  }
}
