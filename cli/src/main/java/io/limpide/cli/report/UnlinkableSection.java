package io.limpide.cli.report;

import io.limpide.cli.result.Words;
import io.limpide.engine.match.MatchReport;
import io.limpide.engine.match.Unlinkable;
import io.limpide.engine.run.RecordIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Records that hold too little to be merged with any other. */
final class UnlinkableSection {
  private final MatchReport report;
  private final Unlinkable unlinkable;
  private final RecordIds ids;
  private final Texts texts;
  private final Figures figures;

  UnlinkableSection(
      MatchReport report, Unlinkable unlinkable, RecordIds ids, Texts texts, Figures figures) {
    this.report = report;
    this.unlinkable = unlinkable;
    this.ids = ids;
    this.texts = texts;
    this.figures = figures;
  }

  void into(Map<String, Object> part) {
    part.put("hasUnlinkable", unlinkable.records() > 0);
    part.put(
        "unlinkableSentence",
        unlinkable.records() == 0
            ? texts.text("report.match.unlinkable.none")
            : texts.text(
                "report.match.unlinkable.sentence",
                figures.count(unlinkable.records()),
                figures.share((double) unlinkable.records() / report.records()),
                unlinkable.records()));
    part.put("unlinkable", unlinkable.kinds().stream().map(this::row).toList());
    part.put("hasOtherUnlinkable", unlinkable.others() > 0);
    part.put(
        "otherUnlinkable",
        texts.text("report.match.unlinkable.others", figures.count(unlinkable.others())));
  }

  private Map<String, Object> row(Unlinkable.Kind kind) {
    List<String> examples = new ArrayList<>();
    kind.examples().forEach(record -> examples.add(figures.cut(ids.id(record))));
    return Map.of(
        "filled",
        kind.filled().isEmpty()
            ? texts.text("report.match.nothing")
            : texts.capital(
                kind.filled().stream()
                    .map(field -> texts.set(Words.field(field, texts.messages())))
                    .collect(Collectors.joining(", "))),
        "records",
        figures.count(kind.records()),
        "best",
        figures.signed(kind.best(), 1),
        "why",
        kind.rule().equals("weight")
            ? texts.text("report.match.unlinkable.weight")
            : texts.text("match.rule." + kind.rule()),
        "examples",
        String.join(", ", examples) + (kind.records() > examples.size() ? ", …" : ""));
  }
}
