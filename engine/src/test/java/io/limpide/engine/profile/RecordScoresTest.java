package io.limpide.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Severity;
import io.limpide.engine.profile.RecordScores.Age;
import io.limpide.engine.profile.RecordScores.Said;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordScoresTest {
  private static final Reason BAD_EMAIL =
      new Reason("email.syntax", Severity.ERROR, Dimension.VALIDITY);
  private static final Reason DOUBTFUL_NAME =
      new Reason("name.case", Severity.WARNING, Dimension.VALIDITY);
  private static final Reason CONTRADICTION =
      new Reason("email.name", Severity.WARNING, Dimension.CONSISTENCY);
  private static final List<Field> FIELDS =
      List.of(
          new Field("given", FieldType.GIVEN_NAME, 1),
          new Field("family", FieldType.FAMILY_NAME, 1),
          new Field("email", FieldType.EMAIL, 1));

  private static Table table(String[]... rows) {
    TableBuilder builder = new TableBuilder("base", List.of("given", "family", "email"));
    for (String[] row : rows) {
      for (int cell = 0; cell < row.length; cell++) {
        builder.cell(cell, row[cell]);
      }
      builder.endRow(1);
    }
    return builder.build();
  }

  @Test
  void takes_off_what_is_missing_wrong_and_old() {
    Table table = table(new String[] {"", "Durand", "x@"});
    RecordScores.Score score =
        RecordScores.of(table, FIELDS, row -> PartyKind.PERSON)
            .score(
                0,
                List.of(
                    new Said(2, BAD_EMAIL), new Said(1, DOUBTFUL_NAME), new Said(1, CONTRADICTION)),
                Age.STALE);

    assertThat(score.missing()).containsExactly("given_name");
    // family name 4, given name 3, e-mail 4; the given name is missing
    assertThat(score.whole()[0]).isEqualTo(10 * (4 + 3 + 4));
    assertThat(score.lost()[0]).isEqualTo(10 * 3);
    // the record 3, the family name 3, the e-mail 4; e-mail lost, 0.4 of the name lost
    assertThat(score.whole()[1]).isEqualTo(10 * (3 + 3 + 4));
    assertThat(score.lost()[1]).isEqualTo(4 * 10 + 3 * 4);
    assertThat(score.lost()[2]).isEqualTo(4);
    assertThat(score.lost()[3]).isZero();
    assertThat(score.lost()[4]).isEqualTo(10);
    // (30 x (1 - 30/110) + 30 x (1 - 52/100) + 10 x 0.6 + 20 x 1 + 10 x 0) / 100 = 62.2
    assertThat(score.overall()).isEqualTo(62);
  }

  @Test
  void counts_a_placeholder_as_missing() {
    Table table = table(new String[] {"n/a", "Durand", "a@b.fr"});
    assertThat(
            RecordScores.of(table, FIELDS, row -> PartyKind.PERSON)
                .score(0, List.of(), Age.CURRENT)
                .missing())
        .containsExactly("given_name");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void adds_up_to_the_score_of_the_table(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String[]> rows = new ArrayList<>();
    for (int row = 0; row < 200; row++) {
      rows.add(
          new String[] {
            random.nextInt(4) == 0 ? "" : "Anne",
            random.nextInt(9) == 0 ? "" : "Durand" + row,
            random.nextInt(3) == 0 ? "" : "a" + row + "@b.fr"
          });
    }
    Table table = table(rows.toArray(String[][]::new));
    RecordScores records = RecordScores.of(table, FIELDS, row -> PartyKind.PERSON);
    int bad = 0;
    long[] lost = new long[5];
    long[] whole = new long[5];
    for (int row = 0; row < 200; row++) {
      boolean wrong = !rows.get(row)[2].isEmpty() && random.nextInt(5) == 0;
      bad += wrong ? 1 : 0;
      RecordScores.Score score =
          records.score(row, wrong ? List.of(new Said(2, BAD_EMAIL)) : List.of(), Age.CURRENT);
      for (int at = 0; at < 5; at++) {
        lost[at] += score.lost()[at];
        whole[at] += score.whole()[at];
      }
    }
    TableSummary summary = TableSummary.of(table, FIELDS, (column, code) -> false);
    QualityScore ofTable =
        QualityScore.of(
            new ScoreInput(
                summary.profile(),
                summary.presence(),
                List.of(new RemarkCount("email", BAD_EMAIL, bad)),
                0,
                0,
                0));
    Dimension[] dimensions = Dimension.values();
    for (int at = 0; at < dimensions.length; at++) {
      Dimension dimension = dimensions[at];
      assertThat(100 - 100.0 * lost[at] / whole[at])
          .as("%s", dimension)
          .isCloseTo(ofTable.of(dimension).score(), within(0.005));
    }
  }
}
