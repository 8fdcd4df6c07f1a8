package io.limpide.cli.report;

import io.limpide.cli.result.Words;
import io.limpide.engine.compare.FieldComparison;
import io.limpide.engine.score.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each level of agreement of each field says: of one party, and of being related. */
final class LevelSection {
  private static final double WIDEST = 18; // bits; longer bars are cut

  private final Model model;
  private final Texts texts;
  private final Figures figures;

  LevelSection(Model model, Texts texts, Figures figures) {
    this.model = model;
    this.texts = texts;
    this.figures = figures;
  }

  void into(Map<String, Object> part) {
    part.put(
        "classes",
        model.classes().stream()
            .map(of -> texts.capital(texts.text("related." + of.name().toLowerCase(Locale.ROOT))))
            .toList());
    List<Map<String, Object>> fields = new ArrayList<>();
    for (int field = 0; field < model.fields().size(); field++) {
      fields.add(field(field));
    }
    part.put("levelFields", fields);
    part.put("hasLevels", !fields.isEmpty());
  }

  private Map<String, Object> field(int field) {
    FieldComparison comparison = model.fields().get(field);
    int levels = comparison.levels().count() - 1;
    List<Map<String, Object>> rest = new ArrayList<>();
    for (int level = levels - 1; level > 0; level--) {
      rest.add(level(field, level));
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("field", texts.capital(texts.set(Words.field(comparison.name(), texts.messages()))));
    row.put("span", String.valueOf(levels));
    row.put("filled", figures.share((double) comparison.filled() / comparison.records()));
    row.put("first", List.of(level(field, levels)));
    row.put("rest", rest);
    return row;
  }

  private Map<String, Object> level(int field, int level) {
    double weight = model.weight(field, level);
    List<String> related = new ArrayList<>();
    for (int c = 0; c < model.classes().size(); c++) {
      double bits = model.relatedWeight(c, field, level);
      related.add(bits == 0 ? "–" : figures.signed(bits, 1));
    }
    return Map.of(
        "level", texts.text("level." + model.fields().get(field).levels().name(level)),
        "same", figures.share(model.same()[field][level]),
        "chance", chance(model.chance()[field][level]),
        "bits", figures.signed(weight, 1),
        "for", weight > 0 ? "for" : "against",
        "width", figures.width(Math.min(1, Math.abs(weight) / WIDEST) * 50),
        "related", related);
  }

  /** Small shares say more as one of so many. */
  private String chance(double share) {
    return share >= 0.01
        ? figures.share(share)
        : texts.text("report.match.one_of", figures.count(Math.round(1 / Math.max(1e-12, share))));
  }
}
