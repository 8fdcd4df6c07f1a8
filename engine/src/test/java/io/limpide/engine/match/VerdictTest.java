package io.limpide.engine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limpide.engine.Spec;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.message.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTest {
  static Stream<Arguments> verdicts() {
    return Spec.cases("match/verdicts.csv", 6);
  }

  @ParameterizedTest(name = "{1} and {2}: {3}")
  @MethodSource("verdicts")
  void concludes(String kind, String a, String b, String verdict, String rule, String source) {
    MatchResult result =
        Sample.match(
            Sample.of(
                PartyKind.valueOf(kind.toUpperCase(Locale.ROOT)), List.of(record(a), record(b))));

    Explanation explanation = result.explain(0, 1);

    assertThat(explanation.verdict() + " by " + explanation.rule())
        .isEqualTo(verdict + " by " + rule);
    assertThat(result.cluster(1)).isEqualTo(verdict.equals("DUPLICATE") ? 0 : 1);
    double sum = explanation.prior() + explanation.moved() - explanation.alternative();
    for (Explanation.FieldEvidence field : explanation.fields()) {
      sum += field.weight();
    }
    assertThat(explanation.weight()).isCloseTo(sum, within(1e-6));
  }

  @Test
  void sums_up_in_a_sentence() {
    MatchResult result =
        Sample.match(
            Sample.of(
                PartyKind.PERSON,
                List.of(
                    record("given_name=Jean|family_name=Dupont|phone=0612345678"),
                    record("given_name=Jean|family_name=Dupont|phone=0612345678"))));

    assertThat(result.explain(0, 1).text(Messages.of(Locale.FRENCH, Matcher.class)))
        .isEqualTo("Doublon : le portable, le nom et le prénom concordent.");
    assertThat(result.explain(0, 1).text(Messages.of(Locale.ENGLISH, Matcher.class)))
        .isEqualTo("Duplicate: mobile phone, family name and given name speak for it.");
  }

  private static Map<String, String> record(String text) {
    Map<String, String> record = new LinkedHashMap<>();
    for (String pair : text.split("\\|", -1)) {
      int at = pair.indexOf('=');
      record.put(pair.substring(0, at), pair.substring(at + 1));
    }
    return record;
  }
}
