package io.limpide.cli.report;

import io.limpide.cli.result.Shown;
import io.limpide.cli.result.Words;
import io.limpide.engine.match.Explanation;
import io.limpide.engine.match.MatchResult;
import io.limpide.engine.match.PairDecision;
import io.limpide.engine.match.Verdict;
import io.limpide.engine.run.RecordIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two records side by side, with what each field says of their being one. */
final class PairCase {
  private static final int BITS = 40;

  private static final double WORTH_A_ROW = 0.5; // bits

  private final MatchResult matching;
  private final RecordIds ids;
  private final Texts texts;
  private final Figures figures;

  PairCase(MatchResult matching, RecordIds ids, Texts texts, Figures figures) {
    this.matching = matching;
    this.ids = ids;
    this.texts = texts;
    this.figures = figures;
  }

  Map<String, Object> of(int a, int b) {
    Explanation explanation = matching.explain(a, b);
    // What was decided may know more than two records tell: that one has a better counterpart.
    Optional<PairDecision> decided = matching.pair(a, b);
    Verdict verdict = decided.map(PairDecision::verdict).orElse(explanation.verdict());
    String rule = decided.map(PairDecision::rule).orElse(explanation.rule());
    List<Map<String, Object>> fields = new ArrayList<>();
    for (Explanation.FieldEvidence field : explanation.fields()) {
      if (!field.valueA().isEmpty() || !field.valueB().isEmpty()) {
        fields.add(
            Map.of(
                "field", texts.capital(texts.set(Words.field(field.field(), texts.messages()))),
                "left", figures.cut(shown(field.field(), field.valueA())),
                "right", figures.cut(shown(field.field(), field.valueB())),
                "level", texts.set(Words.level(field, texts.messages())),
                "bits", bits(field.weight())));
      }
    }
    beside(fields, "explain.moved", explanation.moved());
    beside(fields, "explain.alternative", -explanation.alternative());
    return Map.of(
        "verdict", texts.text("verdict." + verdict.word()),
        "a", ids.id(a),
        "b", ids.id(b),
        "probability", figures.share(explanation.probability()),
        "weight", bits(explanation.weight()),
        "why",
            verdict == explanation.verdict()
                ? texts.set(Words.sentence(explanation, texts.messages()))
                : texts.text("match.rule." + rule),
        "fields", fields);
  }

  /** What counts beside the fields, where it does. */
  private void beside(List<Map<String, Object>> fields, String name, double bits) {
    if (Math.abs(bits) >= WORTH_A_ROW) {
      fields.add(
          Map.of(
              "field",
              texts.capital(texts.text(name)),
              "left",
              "",
              "right",
              "",
              "level",
              "",
              "bits",
              bits(bits)));
    }
  }

  private String shown(String field, String value) {
    return Shown.value(field, value, texts.locale());
  }

  private String bits(double bits) {
    return figures.signed(Math.max(-BITS, Math.min(BITS, bits)), 1);
  }
}
