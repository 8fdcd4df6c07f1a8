package io.limpide.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.live.LiveRecord;
import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.recognize.Recognition;
import io.limpide.engine.standardize.Standardization;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveRunTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final List<String> COLUMNS =
      List.of("Type", "Prénom", "Nom", "Date de naissance", "E-mail", "Société", "Note");

  /** The month comes first in these dates, as only some of them show. */
  private static final List<List<String>> ROWS =
      List.of(
          List.of("person", "JEAN", "LE GOFF", "03/04/1970", "Jean.LeGoff@ORANGE.fr", "", "x"),
          List.of("person", "Marie", "Durand", "12/25/1981", "marie@gmial.com", "", "person"),
          List.of("person", "Luc", "Petit", "01/31/1990", "", "Acier SARL", ""),
          List.of("organization", "", "", "", "contact@acier.fr", "ACIER DU NORD SAS", "site"),
          List.of("organization", "", "Martin", "", "", "Boulangerie Martin", ""),
          List.of("person", "Zoé", "N'guyen", "07/28/1965", "zoe@free.fr", "", ""));

  private static Table table() {
    TableBuilder builder = new TableBuilder("base.csv", COLUMNS);
    for (int row = 0; row < ROWS.size(); row++) {
      for (int column = 0; column < COLUMNS.size(); column++) {
        builder.cell(column, ROWS.get(row).get(column));
      }
      builder.endRow(row + 2);
    }
    return builder.build();
  }

  private static Map<String, String> raw(int row) {
    Map<String, String> values = new HashMap<>();
    for (int column = 0; column < COLUMNS.size(); column++) {
      values.put(COLUMNS.get(column), ROWS.get(row).get(column));
    }
    return values;
  }

  @Test
  void reads_a_record_alone_as_it_was_read_among_the_others() {
    Table table = table();
    List<Field> fields = FieldPlan.of(table, Recognition.of(table), Recipe.EMPTY);
    LikeSource source =
        LikeSource.of(
            table, fields, new Standardization(Families.all(TODAY), Recipe.EMPTY.settings()));

    for (int row = 0; row < ROWS.size(); row++) {
      LiveRecord alone = source.record(0, raw(row));
      assertThat(alone.kind()).as("row %d", row).isEqualTo(source.kinds().kind(row));
      for (Column column : source.corrected().columns()) {
        assertThat(alone.values().get(column.name()))
            .as("row %d, %s", row, column.name())
            .isEqualTo(column.value(row));
      }
    }
    assertThat(source.kinds().kind(3)).isEqualTo(PartyKind.COMPANY);
  }

  @Test
  void goes_on_from_a_run_under_the_names_of_its_records() {
    LiveRun run =
        LiveRun.start(
            List.of(table()), Recipe.EMPTY, TODAY, Optional.empty(), List.of(), Progress.NONE);

    assertThat(run.sources()).containsExactly(new LiveRun.Source("base.csv", COLUMNS));
    assertThat(run.index().find(run.record(0, raw(0)), 1).get(0).id()).isEqualTo("2");
    assertThat(run.index().group("2")).isPresent();
    assertThat(run.ids().id(0)).isEqualTo("2");
  }
}
