package io.limpide.cli.report;

import io.limpide.cli.result.BlockingWords;
import io.limpide.cli.result.Originals;
import io.limpide.cli.result.Shown;
import io.limpide.cli.result.Words;
import io.limpide.engine.match.Explanation;
import io.limpide.engine.match.Explanation.FieldEvidence;
import io.limpide.engine.match.Explanation.Relation;
import io.limpide.engine.match.MatchReport;
import io.limpide.engine.message.Messages;
import io.limpide.engine.run.CleanResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Why two records are, or are not, one party, as one {@link Page} with a waterfall chart. */
public final class ExplanationPage {
  private final Explanation explanation;
  private final CleanResult result;
  private final Texts texts;
  private final Figures figures;

  private ExplanationPage(Explanation explanation, CleanResult result, Texts texts) {
    this.explanation = explanation;
    this.result = result;
    this.texts = texts;
    this.figures = new Figures(texts);
  }

  /** Returns the page. */
  public static String html(Explanation explanation, CleanResult result, Messages messages) {
    Texts texts = new Texts(messages, UnaryOperator.identity());
    Map<String, Object> page = Page.begin(texts);
    new ExplanationPage(explanation, result, texts).into(page);
    return Page.html("explanation.html", page);
  }

  private void into(Map<String, Object> page) {
    page.put("a", result.ids().id(explanation.a()));
    page.put("b", result.ids().id(explanation.b()));
    page.put("sentence", texts.set(Words.sentence(explanation, texts.messages())));
    page.put("verdict", texts.text("verdict." + explanation.verdict().word()));
    page.put("rule", texts.text("match.rule." + explanation.rule()));
    page.put("probability", figures.share(explanation.probability()));
    page.put("weight", figures.signed(explanation.weight(), 1));
    page.put("hasFields", !explanation.fields().isEmpty());
    page.put("fields", explanation.fields().stream().map(this::field).toList());
    page.put("prior", figures.signed(explanation.prior(), 2));
    page.put("hasRelations", !explanation.relations().isEmpty());
    page.put("relations", explanation.relations().stream().map(this::relation).toList());
    page.put("hasMoved", explanation.moved() != 0);
    page.put("moved", figures.signed(explanation.moved(), 2));
    page.put("hasAlternative", explanation.alternative() != 0);
    page.put(
        "relation",
        explanation.related().isEmpty() ? "" : texts.text("related." + explanation.related()));
    page.put("alternative", figures.signed(-explanation.alternative(), 2));
    page.put("sum", figures.signed(explanation.weight(), 2));
    page.put("compared", !explanation.blockingRules().isEmpty());
    page.put("proposed", explanation.blockingRules().stream().map(this::rule).toList());
    page.put("originals", originals());
    List<MatchReport> reports = result.matching().reports();
    if (!reports.isEmpty() && !explanation.fields().isEmpty()) {
      page.put(
          "chart",
          new WaterfallChart(
                  explanation,
                  ThresholdSection.bits(reports.get(0).merge()),
                  ThresholdSection.bits(reports.get(0).review()),
                  texts,
                  figures)
              .svg());
    } else {
      page.put("chart", "");
    }
  }

  private Map<String, Object> field(FieldEvidence field) {
    double weight = field.weight();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("field", texts.capital(texts.set(Words.field(field.field(), texts.messages()))));
    row.put("left", shown(field.field(), field.valueA()));
    row.put("right", shown(field.field(), field.valueB()));
    row.put("level", texts.set(Words.level(field, texts.messages())));
    row.put("levelBits", figures.signed(field.levelWeight(), 2));
    row.put("rarity", field.rarity() == 0 ? "–" : figures.signed(field.rarity(), 2));
    row.put("bits", figures.signed(weight, 2));
    return row;
  }

  private String shown(String field, String value) {
    return figures.cut(Shown.value(field, value, texts.locale()));
  }

  private Map<String, Object> relation(Relation relation) {
    return Map.of(
        "related", texts.capital(texts.text("related." + relation.related())),
        "prior", figures.signed(relation.prior(), 2),
        "explained", figures.signed(relation.explained(), 2),
        "weight", figures.signed(relation.weight(), 2));
  }

  private Map<String, Object> rule(String rule) {
    return Map.of(
        "words", texts.capital(texts.set(BlockingWords.of(rule, texts.messages()))), "code", rule);
  }

  private List<Map<String, Object>> originals() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Originals.Row row : new Originals(result).rows(explanation.a(), explanation.b())) {
      rows.add(
          Map.of(
              "column", row.column(),
              "left", figures.cut(row.a()),
              "right", figures.cut(row.b()),
              "differs", row.a().equals(row.b()) ? "" : "differs"));
    }
    return rows;
  }
}
