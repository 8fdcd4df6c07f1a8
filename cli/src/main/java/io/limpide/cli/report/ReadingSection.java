package io.limpide.cli.report;

import io.limpide.connect.Rejection;
import io.limpide.connect.SourceRead;
import io.limpide.engine.finding.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the sources were read, and what could not be. */
final class ReadingSection {
  private static final int SHOWN = 50;

  private final List<SourceRead> reads;
  private final Texts texts;
  private final Figures figures;

  ReadingSection(List<SourceRead> reads, Texts texts, Figures figures) {
    this.reads = reads;
    this.texts = texts;
    this.figures = figures;
  }

  void into(Map<String, Object> page) {
    page.put("readings", reads.stream().map(this::reading).toList());
  }

  private Map<String, Object> reading(SourceRead read) {
    List<Map<String, Object>> facts = new ArrayList<>();
    read.facts()
        .forEach(
            (fact, value) ->
                facts.add(
                    Map.of(
                        "name",
                        texts.text("fact." + fact),
                        "value",
                        texts.has("fact." + fact + "." + value)
                            ? texts.text("fact." + fact + "." + value)
                            : value)));
    List<Map<String, Object>> rejections = new ArrayList<>();
    for (Rejection rejection :
        read.rejections().subList(0, Math.min(SHOWN, read.rejections().size()))) {
      rejections.add(Map.of("row", String.valueOf(rejection.row()), "why", words(rejection.why())));
    }
    return Map.of(
        "name", read.table().source(),
        "facts", facts,
        "remarks", read.remarks().stream().map(this::words).toList(),
        "hasRejections", !rejections.isEmpty(),
        "rejectionSentence",
            texts.text(
                "report.rejected",
                figures.count(read.rejections().size()),
                figures.count(rejections.size())),
        "rejections", rejections);
  }

  private String words(Remark remark) {
    return texts.text("reason." + remark.reason().code(), remark.arguments().toArray());
  }
}
