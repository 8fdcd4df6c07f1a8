package io.limpide.engine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limpide.engine.field.PartyKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is told of an outcome beside the pairs and groups themselves. */
class MatchInsightTest {
  private static final People PEOPLE = new People(21, 1500, 0.15);
  private static final MatchResult RESULT = Sample.match(Sample.of(PartyKind.PERSON, PEOPLE.rows));

  @Test
  void tells_each_way_of_being_related_so_that_they_add_up() {
    for (int at = 0; at < Math.min(300, RESULT.pairCount()); at++) {
      Explanation explanation = RESULT.explain(RESULT.pair(at).a(), RESULT.pair(at).b());
      assertThat(explanation.relations())
          .extracting(Explanation.Relation::related)
          .containsExactly("household");
      double odds = 1;
      for (Explanation.Relation relation : explanation.relations()) {
        odds += Math.pow(2, relation.weight());
      }
      assertThat(Math.log(odds) / Math.log(2)).isCloseTo(explanation.alternative(), within(1e-9));
    }
  }

  @Test
  void joins_every_group_by_one_pair_less_than_it_has_records() {
    int groups = 0;
    for (int record = 0; record < RESULT.records(); record++) {
      if (RESULT.cluster(record) != record) {
        continue;
      }
      GroupPath path = RESULT.path(record);
      assertThat(path.joins()).hasSize(path.records().size() - 1);
      for (Join join : path.joins()) {
        assertThat(path.records()).contains(join.a(), join.b());
        assertThat(join.strength()).isGreaterThanOrEqualTo(path.weakest().orElseThrow().strength());
        assertThat(RESULT.pair(join.b(), join.a()).orElseThrow().verdict())
            .isEqualTo(Verdict.DUPLICATE);
      }
      groups += path.records().size() > 1 ? 1 : 0;
    }
    assertThat(groups).isGreaterThan(300);
  }

  @Test
  void finds_what_was_decided_of_any_pair_that_is_not_plainly_different() {
    for (int at = 0; at < RESULT.pairCount(); at++) {
      PairDecision pair = RESULT.pair(at);
      assertThat(RESULT.pair(pair.a(), pair.b())).contains(pair);
    }
    assertThat(RESULT.pair(0, RESULT.records() - 1)).isEmpty();
  }

  @Test
  void counts_every_compared_pair_in_the_distribution_and_expects_the_same_of_it() {
    MatchReport report = RESULT.reports().get(0);
    Expectation expected = report.expectation();

    assertThat(report.distribution().pairs()).isEqualTo(expected.candidates());
    assertThat(report.distribution().at(0).matches()).isCloseTo(expected.matches(), within(1e-6));
    Expectation atMerge = report.distribution().at(Math.log(0.95 / 0.05) / Math.log(2));
    assertThat(atMerge.precision()).isCloseTo(expected.precision(), within(0.005));
    assertThat(atMerge.recall()).isCloseTo(expected.recall(), within(0.005));
  }

  @Test
  void shows_pairs_on_their_side_of_the_thresholds() {
    MatchReport report = RESULT.reports().get(0);
    assertThat(report.nearThresholds()).extracting(NearThreshold::merge).contains(true, false);
    for (NearThreshold near : report.nearThresholds()) {
      double threshold = near.merge() ? report.merge() : report.review();
      double probability = RESULT.explain(near.a(), near.b()).probability();
      assertThat(probability >= threshold).as(near.toString()).isEqualTo(near.above());
    }
  }

  @Test
  void tells_the_same_whatever_the_order_of_rows_and_the_number_of_threads() {
    List<Integer> order = new ArrayList<>();
    for (int row = 0; row < PEOPLE.rows.size(); row++) {
      order.add(row);
    }
    Collections.shuffle(order, new Random(3));
    MatchResult other =
        Matcher.match(
            MatchInput.dedupe(
                Sample.of(PartyKind.PERSON, order.stream().map(PEOPLE.rows::get).toList())),
            MatchSettings.DEFAULT.withThreads(3),
            MatchProgress.NONE);
    Map<Integer, Integer> original = new HashMap<>();
    for (int row = 0; row < order.size(); row++) {
      original.put(row, order.get(row));
    }

    MatchReport one = RESULT.reports().get(0);
    MatchReport two = other.reports().get(0);
    for (int bits = -40; bits <= 60; bits++) {
      assertThat(two.distribution().at(bits)).isEqualTo(one.distribution().at(bits));
    }
    assertThat(named(two.nearThresholds(), original))
        .isEqualTo(
            named(
                one.nearThresholds(),
                original.keySet().stream().collect(Collectors.toMap(row -> row, row -> row))));
    assertThat(joins(other, original)).isEqualTo(joins(RESULT, null));
  }

  private static Set<String> named(List<NearThreshold> pairs, Map<Integer, Integer> original) {
    Set<String> named = new TreeSet<>();
    for (NearThreshold pair : pairs) {
      int a = original.getOrDefault(pair.a(), -1);
      int b = original.getOrDefault(pair.b(), -1);
      named.add(pair.merge() + " " + pair.above() + " " + Math.min(a, b) + " " + Math.max(a, b));
    }
    return named;
  }

  private static Set<String> joins(
      MatchResult result, @org.jspecify.annotations.Nullable Map<Integer, Integer> original) {
    Set<String> joins = new TreeSet<>();
    for (int record = 0; record < result.records(); record++) {
      if (result.cluster(record) == record) {
        for (Join join : result.path(record).joins()) {
          int a = original == null ? join.a() : original.getOrDefault(join.a(), -1);
          int b = original == null ? join.b() : original.getOrDefault(join.b(), -1);
          joins.add(
              Math.min(a, b) + " " + Math.max(a, b) + " " + join.strength() + " " + join.support());
        }
      }
    }
    return joins;
  }

  @Test
  void names_records_that_hold_too_little_to_be_merged_with_a_copy_of_themselves() {
    List<Map<String, String>> rows = new ArrayList<>(PEOPLE.rows);
    int full = rows.size();
    rows.add(Map.of("given_name", "Jean"));
    rows.add(Map.of("given_name", "Marie"));
    rows.add(Map.of("postcode", "75011")); // nothing personal

    Unlinkable unlinkable = Sample.match(Sample.of(PartyKind.PERSON, rows)).unlinkable().get(0);

    assertThat(unlinkable.records()).isEqualTo(3);
    assertThat(unlinkable.others()).isZero();
    Unlinkable.Kind first = unlinkable.kinds().get(0);
    assertThat(first.filled()).containsExactly("given_name");
    assertThat(first.records()).isEqualTo(2);
    assertThat(first.rule()).isEqualTo("weight");
    assertThat(first.best()).isLessThan(Math.log(0.95 / 0.05) / Math.log(2));
    assertThat(first.examples()).containsExactlyInAnyOrder(full, full + 1);
    assertThat(unlinkable.kinds().get(1).filled()).containsExactly("place");
  }

  @Test
  void names_values_that_stand_for_none_with_what_agreeing_on_them_still_says() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> row : PEOPLE.rows) {
      Map<String, String> copy = new HashMap<>(row);
      if (rows.size() % 10 == 0) {
        copy.put("birth_date", "1900-01-01");
      }
      if (rows.size() % 20 == 0) {
        copy.put("phone", "0000000000");
      }
      if (rows.size() % 100 == 0) {
        copy.put("phone", "0123456789");
      }
      rows.add(copy);
    }

    List<Filler> fillers = Sample.match(Sample.of(PartyKind.PERSON, rows)).fillers().get(0);

    int records = rows.size();
    assertThat(fillers).extracting(Filler::value).contains("19000101", "0000000000");
    for (Filler filler : fillers) {
      switch (filler.value()) {
        case "19000101" -> {
          assertThat(filler.records()).isBetween(records / 10L, records / 10L + 5);
          assertThat(filler.ignored()).isFalse();
          assertThat(filler.weight()).isLessThan(filler.usual() - 3);
        }
        case "0000000000" -> {
          assertThat(filler.ignored()).isTrue();
          assertThat(filler.weight()).isZero();
        }
        default -> assertThat(filler.value()).isEqualTo("123456789");
      }
    }
  }

  @Test
  void finds_no_filler_where_there_is_none() {
    assertThat(RESULT.fillers()).containsExactly(List.of());
    assertThat(RESULT.unlinkable().get(0).records()).isZero();
  }
}
