package io.limpide.cli.report;

import io.limpide.engine.retain.Obsolete;
import io.limpide.engine.run.CleanResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Who should no longer be held, by cause, and who could not be judged. */
final class ObsoleteSection {
  private final CleanResult result;
  private final Texts texts;
  private final Figures figures;

  ObsoleteSection(CleanResult result, Texts texts, Figures figures) {
    this.result = result;
    this.texts = texts;
    this.figures = figures;
  }

  void into(Map<String, Object> page) {
    long most =
        Arrays.stream(Obsolete.Cause.values())
            .mapToLong(result.obsolescence()::count)
            .max()
            .orElse(0);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Obsolete.Cause cause : Obsolete.Cause.values()) {
      long count = result.obsolescence().count(cause);
      rows.add(
          Map.of(
              "cause", texts.text("report.cause." + cause.word()),
              "count", figures.count(count),
              "share", figures.percent((double) count / Math.max(1, result.golden().parties())),
              "width", figures.width(most == 0 ? 0 : 100.0 * count / most),
              "rule", texts.text("rule." + cause.word(), limit(cause))));
    }
    page.put("obsolete", rows);
    page.put("undatedSentence", undated());
  }

  private String undated() {
    int inactivity = result.obsolescence().inactivityUnknown();
    int retention = result.obsolescence().retentionUnknown();
    return inactivity + retention == 0
        ? texts.text("report.undated.none")
        : texts.text(
            "report.undated",
            figures.count(inactivity),
            figures.count(retention),
            figures.count(result.obsolescence().persons()));
  }

  private String limit(Obsolete.Cause cause) {
    return String.valueOf(
        cause == Obsolete.Cause.INACTIVE
            ? result.retention().inactiveMonths()
            : result.retention().retentionYears());
  }
}
