package io.limpide.cli.report;

import io.limpide.cli.result.Shown;
import io.limpide.cli.result.Words;
import io.limpide.engine.match.Filler;
import java.util.List;
import java.util.Map;

/** Values that stand for none, and what becomes of them. */
final class FillerSection {
  private final List<Filler> fillers;
  private final Texts texts;
  private final Figures figures;

  FillerSection(List<Filler> fillers, Texts texts, Figures figures) {
    this.fillers = fillers;
    this.texts = texts;
    this.figures = figures;
  }

  void into(Map<String, Object> part) {
    part.put(
        "fillerSentence",
        texts.text(
            fillers.isEmpty() ? "report.match.fillers.none" : "report.match.fillers.sentence"));
    Folded.into(part, "fillers", fillers.stream().map(this::row).toList(), texts);
  }

  private Map<String, Object> row(Filler filler) {
    return Map.of(
        "field", texts.capital(texts.set(Words.field(filler.field(), texts.messages()))),
        "value", figures.cut(Shown.value(filler.field(), filler.value(), texts.locale())),
        "records", figures.count(filler.records()),
        "treatment",
            filler.ignored()
                ? texts.text("report.match.fillers.ignored")
                : texts.text(
                    "report.match.fillers.weak",
                    figures.signed(filler.weight(), 1),
                    figures.signed(filler.usual(), 1)));
  }
}
