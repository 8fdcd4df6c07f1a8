package io.limpide.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Severity;
import io.limpide.engine.profile.ColumnProfile.Fill;
import io.limpide.engine.profile.ColumnProfile.Lengths;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QualityScoreTest {
  private static final Reason BAD_EMAIL =
      new Reason("email.syntax", Severity.ERROR, Dimension.VALIDITY);
  private static final Reason DOUBTFUL_EMAIL =
      new Reason("email.role", Severity.WARNING, Dimension.VALIDITY);
  private static final Reason CONTRADICTION =
      new Reason("siret.siren", Severity.ERROR, Dimension.CONSISTENCY);
  private static final Requirement EMAIL =
      new Requirement("email", Set.of(FieldType.EMAIL), Set.of(PartyKind.PERSON), 3);
  private static final Requirement CITY =
      new Requirement("city", Set.of(FieldType.CITY), Set.of(PartyKind.PERSON), 1);

  @Test
  void takes_points_off_for_what_is_missing_wrong_doubled_and_stale() {
    QualityScore score =
        QualityScore.of(
            new ScoreInput(
                profile(100, 80),
                presence(20, 10),
                List.of(
                    new RemarkCount("email", BAD_EMAIL, 10),
                    new RemarkCount("email", DOUBTFUL_EMAIL, 5),
                    new RemarkCount("", CONTRADICTION, 4)),
                6,
                30,
                20));

    // 100 x (3 x 20 + 1 x 10) / (3 x 100 + 1 x 100) = 17.5 lost
    assertThat(score.of(Dimension.COMPLETENESS).score()).isEqualTo(82.5);
    assertThat(score.of(Dimension.COMPLETENESS).deductions())
        .containsExactly(
            new Deduction("email", "", 20, 15_000), new Deduction("city", "", 10, 2_500));
    // an e-mail weighs 4, a record 3: 80 x 4 + 100 x 3 = 620; 10 x 4 = 40 and 5 x 4 x 0.4 = 8 lost
    assertThat(score.of(Dimension.VALIDITY).deductions())
        .containsExactly(
            new Deduction("email.syntax", "email", 10, 100_000 * 40 / 620),
            new Deduction("email.role", "email", 5, 100_000 * 8 / 620));
    assertThat(score.of(Dimension.CONSISTENCY).score()).isEqualTo(96);
    assertThat(score.of(Dimension.UNIQUENESS).score()).isEqualTo(94);
    // 30 stale, and half of the 20 that nothing dates
    assertThat(score.of(Dimension.FRESHNESS).score()).isEqualTo(60);
    double overall =
        (30 * 82.5 + 30 * score.of(Dimension.VALIDITY).score() + 10 * 96 + 20 * 94 + 10 * 60) / 100;
    assertThat(score.overall()).isCloseTo(overall, within(1e-9));
  }

  @Test
  void does_not_judge_freshness_where_nothing_is_dated() {
    QualityScore score =
        QualityScore.of(new ScoreInput(profile(100, 100), presence(0, 0), List.of(), 0, 0, 100));

    assertThat(score.of(Dimension.FRESHNESS).judged()).isFalse();
    assertThat(score.overall()).isEqualTo(100);
  }

  @Test
  void judges_nothing_of_an_empty_table() {
    QualityScore score =
        QualityScore.of(new ScoreInput(profile(0, 0), new Presence(List.of()), List.of(), 0, 0, 0));

    assertThat(score.overall()).isNaN();
  }

  @Test
  void loses_a_value_only_once() {
    List<RemarkCount> remarks =
        List.of(
            new RemarkCount("email", BAD_EMAIL, 100),
            new RemarkCount(
                "email", new Reason("email.b", Severity.ERROR, Dimension.VALIDITY), 100));
    DimensionScore validity =
        QualityScore.of(new ScoreInput(profile(100, 100), presence(0, 0), remarks, 0, 0, 0))
            .of(Dimension.VALIDITY);

    // 100 x 4 of 100 x 4 + 100 x 3, shared by the two remarks
    assertThat(validity.score()).isCloseTo(100 - 100 * 400 / 700.0, within(0.002));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void every_point_is_a_deduction_and_no_score_leaves_0_to_100(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rows = random.nextInt(1, 1_000_000);
    List<RemarkCount> remarks = new ArrayList<>();
    for (int i = random.nextInt(60); i > 0; i--) {
      Dimension dimension = List.of(Dimension.values()).get(random.nextInt(5));
      Severity severity = List.of(Severity.values()).get(random.nextInt(3));
      remarks.add(
          new RemarkCount(
              random.nextBoolean() ? "email" : "",
              new Reason("r" + i, severity, dimension),
              random.nextInt(rows + 1)));
    }
    int stale = random.nextInt(rows + 1);
    QualityScore score =
        QualityScore.of(
            new ScoreInput(
                profile(rows, random.nextInt(rows + 1)),
                new Presence(
                    List.of(
                        new Presence.Share(EMAIL, rows, random.nextInt(rows + 1)),
                        new Presence.Share(CITY, rows, random.nextInt(rows + 1)))),
                remarks,
                random.nextInt(rows + 1),
                stale,
                random.nextInt(rows - stale + 1)));

    double lost = 0;
    for (DimensionScore each : score.dimensions()) {
      long sum = each.deductions().stream().mapToLong(Deduction::millis).sum();
      assertThat(each.millis()).isEqualTo(DimensionScore.FULL - sum).isBetween(0L, 100_000L);
      assertThat(each.deductions()).allMatch(deduction -> deduction.rows() > 0);
      for (Deduction deduction : each.deductions()) {
        lost += score.overallPoints(each, deduction);
      }
    }
    assertThat(score.overall()).isBetween(0.0, 100.0).isCloseTo(100 - lost, within(1e-9));
  }

  private static TableProfile profile(long rows, long emails) {
    ColumnProfile column =
        new ColumnProfile(
            new Field("email", FieldType.EMAIL, 1),
            new Fill(rows, emails, 0, 0, emails, emails),
            new Lengths(1, 1, 1),
            List.of(),
            List.of(),
            List.of());
    return new TableProfile(rows, List.of(column), List.of(), new TestRows(0, List.of()));
  }

  private static Presence presence(long withoutEmail, long withoutCity) {
    return new Presence(
        List.of(
            new Presence.Share(EMAIL, 100, withoutEmail),
            new Presence.Share(CITY, 100, withoutCity)));
  }
}
