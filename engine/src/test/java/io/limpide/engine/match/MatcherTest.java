package io.limpide.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.block.BlockingSettings;
import io.limpide.engine.cluster.Evaluation;
import io.limpide.engine.field.PartyKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherTest {
  @ParameterizedTest(name = "{0} of the persons have relatives in the file")
  @ValueSource(doubles = {0, 0.15, 0.3})
  void finds_duplicates_and_spares_relatives(double households) {
    People people = new People(11, 2000, households);

    MatchResult result = Sample.match(Sample.of(PartyKind.PERSON, people.rows));

    Evaluation evaluation = Evaluation.ofClusters(result.clusters(), people.truth());
    assertThat(evaluation.f1()).isGreaterThan(0.97);
    assertThat(result.reports().get(0).expectation().matches())
        .isBetween(0.9 * evaluation.truth(), 1.1 * evaluation.truth());
  }

  @Test
  void gives_the_same_groups_whatever_the_order_of_rows_and_the_number_of_threads() {
    People people = new People(5, 1000, 0.1);
    List<Integer> order = new ArrayList<>();
    for (int row = 0; row < people.rows.size(); row++) {
      order.add(row);
    }
    Collections.shuffle(order, new Random(3));
    List<Map<String, String>> shuffled = order.stream().map(people.rows::get).toList();

    MatchResult straight = Sample.match(Sample.of(PartyKind.PERSON, people.rows));
    MatchResult other =
        Matcher.match(
            MatchInput.dedupe(Sample.of(PartyKind.PERSON, shuffled)),
            MatchSettings.DEFAULT.withThreads(3),
            MatchProgress.NONE);

    assertThat(groups(other, order)).isEqualTo(groups(straight, null));
    assertThat(decisions(other, order)).isEqualTo(decisions(straight, null));
  }

  @Test
  void finds_candidates_by_the_rules_that_are_asked_for() {
    People people = new People(5, 1000, 0.1);
    List<String> asked = List.of("birth_date", "given_name.sound+family_name.sound");

    MatchResult result =
        Matcher.match(
            MatchInput.dedupe(Sample.of(PartyKind.PERSON, people.rows)),
            MatchSettings.DEFAULT.withBlocking(MatchSettings.DEFAULT.blocking().asking(asked)),
            MatchProgress.NONE);

    assertThat(result.reports().get(0).blocking().rules())
        .extracting(rule -> rule.name())
        .isEqualTo(asked);
    assertThat(result.warnings()).doesNotContain("blocking_over_budget", "same_field");
    assertThat(Evaluation.ofClusters(result.clusters(), people.truth()).f1()).isGreaterThan(0.8);
  }

  @Test
  void says_that_the_rules_asked_for_make_many_pairs() {
    People people = new People(5, 1000, 0);
    BlockingSettings frugal =
        new BlockingSettings(1, 1, 1000, 10, 14, List.of("birth_date.year", "birth_date"));

    MatchResult result =
        Matcher.match(
            MatchInput.dedupe(Sample.of(PartyKind.PERSON, people.rows)),
            MatchSettings.DEFAULT.withBlocking(frugal),
            MatchProgress.NONE);

    assertThat(result.warnings())
        .contains("blocking_over_budget")
        .contains("same_field"); // all rules take the birth date for granted
    assertThat(result.reports().get(0).blocking().rules()).hasSize(2);
  }

  @Test
  void links_two_sources_without_looking_for_duplicates_within() {
    People people = new People(9, 800, 0);
    List<Map<String, String>> twice = new ArrayList<>(people.rows.subList(0, 400));
    twice.addAll(people.rows.subList(0, 50)); // duplicates within the second source
    MatchInput input =
        new MatchInput(
            List.of(
                Sample.of(PartyKind.PERSON, people.rows.subList(0, 400)),
                Sample.of(PartyKind.PERSON, twice)),
            MatchInput.Mode.LINK);

    MatchResult result = Matcher.match(input, MatchSettings.DEFAULT, MatchProgress.NONE);

    assertThat(result.pairCount()).isGreaterThanOrEqualTo(450);
    for (int i = 0; i < result.pairCount(); i++) {
      assertThat(result.pair(i).a()).isLessThan(400);
      assertThat(result.pair(i).b()).isGreaterThanOrEqualTo(400);
    }
  }

  @Test
  void never_merges_persons_with_companies() {
    MatchSource persons =
        Sample.of(
            PartyKind.PERSON, List.of(Map.of("family_name", "Martin", "phone", "0612345678")));
    MatchSource companies =
        Sample.of(
            PartyKind.COMPANY, List.of(Map.of("company_name", "Martin", "phone", "0612345678")));

    MatchResult result = Sample.match(persons, companies);

    assertThat(result.clusters()).containsExactly(0, 1);
    assertThat(result.explain(0, 1).sentence()).isEqualTo("sentence.kind");
  }

  private static Set<Set<Integer>> groups(MatchResult result, @Nullable List<Integer> original) {
    java.util.Map<Integer, Set<Integer>> groups = new java.util.HashMap<>();
    for (int record = 0; record < result.records(); record++) {
      int named = original == null ? record : original.get(record);
      groups.computeIfAbsent(result.cluster(record), key -> new TreeSet<>()).add(named);
    }
    return Set.copyOf(groups.values());
  }

  private static Set<String> decisions(MatchResult result, @Nullable List<Integer> original) {
    Set<String> decisions = new TreeSet<>();
    for (int i = 0; i < result.pairCount(); i++) {
      PairDecision pair = result.pair(i);
      int a = original == null ? pair.a() : original.get(pair.a());
      int b = original == null ? pair.b() : original.get(pair.b());
      decisions.add(
          Math.min(a, b) + " " + Math.max(a, b) + " " + pair.verdict() + " " + pair.weight());
    }
    return decisions;
  }
}
