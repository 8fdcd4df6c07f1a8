package io.limpide.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.compare.Levels;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.score.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final Map<String, String> JEAN =
      Map.of("given_name", "Jean", "family_name", "Dupont", "phone", "0612345678");
  private static final Map<String, String> JEAN_TOO =
      Map.of("given_name", "Jean", "family_name", "Dupont", "phone", "06 12 34 56 78");
  private static final Map<String, String> SOPHIE =
      Map.of("given_name", "Sophie", "family_name", "Bernard", "phone", "0698765432");

  @Test
  void parts_what_a_person_says_is_two() {
    MatchResult result = match(List.of(JEAN, JEAN_TOO, SOPHIE), new Judgement(0, 1, false));

    assertThat(result.clusters()).containsExactly(0, 1, 2);
    assertThat(result.explain(0, 1).rule()).isEqualTo("judged.different");
    assertThat(result.explain(0, 1).verdict()).isEqualTo(Verdict.DIFFERENT);
  }

  @Test
  void joins_what_a_person_says_is_one_though_nothing_speaks_for_it() {
    MatchResult result = match(List.of(JEAN, JEAN_TOO, SOPHIE), new Judgement(2, 1, true));

    assertThat(result.clusters()).containsExactly(0, 0, 0);
    assertThat(result.explain(1, 2).rule()).isEqualTo("judged.same");
  }

  @Test
  void keeps_two_apart_that_a_third_would_join() {
    MatchResult result =
        match(
            List.of(JEAN, JEAN_TOO, SOPHIE), new Judgement(2, 1, true), new Judgement(0, 2, false));

    assertThat(result.cluster(2)).isEqualTo(result.cluster(1));
    assertThat(result.cluster(0)).isNotEqualTo(result.cluster(1));
    assertThat(result.doubts()).extracting(DoubtfulGroup::reason).containsExactly("conflict");
  }

  @Test
  void goes_before_the_rules_about_company_numbers() {
    List<Map<String, String>> rows =
        List.of(
            Map.of("company_name", "Acier Plus", "siren", "732829320"),
            Map.of("company_name", "Acier Plus", "siren", "552100554"));
    MatchInput input =
        new MatchInput(
            List.of(Sample.of(PartyKind.COMPANY, rows)),
            MatchInput.Mode.DEDUPE,
            List.of(new Judgement(0, 1, true)));

    assertThat(Matcher.match(input, MatchSettings.DEFAULT, MatchProgress.NONE).clusters())
        .containsExactly(0, 0);
  }

  @Test
  void teaches_how_much_a_field_may_differ_in_one_party() {
    People people = new People(3, 400, 0);
    List<Judgement> judgements = new ArrayList<>();
    List<Map<String, String>> rows = new ArrayList<>(people.rows);
    for (int pair = 0; pair < 60; pair++) { // one party, and the names have nothing in common
      int first = rows.size();
      rows.add(Map.of("given_name", "a".repeat(3 + pair % 5), "family_name", "kal" + pair));
      rows.add(Map.of("given_name", "z".repeat(3 + pair % 7), "family_name", "vor" + pair));
      judgements.add(new Judgement(first, first + 1, true));
    }

    double without = different(match(rows));
    double with = different(match(rows, judgements.toArray(new Judgement[0])));

    assertThat(with).isGreaterThan(without + 0.05);
  }

  private static double different(MatchResult result) {
    Model model = result.reports().get(0).model();
    for (int field = 0; field < model.fields().size(); field++) {
      if (model.fields().get(field).name().equals("family_name")) {
        return model.same()[field][Levels.DIFFERENT];
      }
    }
    throw new AssertionError("family names are compared");
  }

  private static MatchResult match(List<Map<String, String>> rows, Judgement... judgements) {
    MatchInput input =
        new MatchInput(
            List.of(Sample.of(PartyKind.PERSON, rows)),
            MatchInput.Mode.DEDUPE,
            List.of(judgements));
    return Matcher.match(input, MatchSettings.DEFAULT, MatchProgress.NONE);
  }
}
