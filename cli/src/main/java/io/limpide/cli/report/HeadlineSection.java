package io.limpide.cli.report;

import io.limpide.cli.result.RunSummary;
import io.limpide.connect.SourceRead;
import io.limpide.engine.retain.Obsolete;
import io.limpide.engine.run.CleanResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands on top: the score before and after, what became of the records, what is left to do.
 */
final class HeadlineSection {
  private final CleanResult result;
  private final RunSummary summary;
  private final Texts texts;
  private final Figures figures;
  private final long rejected;

  HeadlineSection(
      CleanResult result,
      List<SourceRead> reads,
      RunSummary summary,
      Texts texts,
      Figures figures) {
    this.result = result;
    this.summary = summary;
    this.texts = texts;
    this.figures = figures;
    this.rejected = reads.stream().mapToLong(read -> read.rejections().size()).sum();
  }

  void into(Map<String, Object> page) {
    double before = result.scoreBefore().overall();
    double after = result.scoreAfter().overall();
    page.put("scored", !Double.isNaN(before) && !Double.isNaN(after));
    page.put("scoreBefore", figures.decimal(before, 0));
    page.put("scoreAfter", figures.decimal(after, 0));
    page.put("scoreGain", figures.signed(Math.rint(after) - Math.rint(before), 0));
    page.put("scoreBeforeWidth", figures.width(before));
    page.put("scoreAfterWidth", figures.width(after));
    page.put(
        "headline",
        texts.text(
            "report.headline",
            figures.count(result.records() + rejected),
            figures.count(result.golden().parties()),
            figures.count(applied())));
    page.put("flow", flow());
    page.put("tiles", tiles());
    page.put("tasks", tasks());
  }

  private long applied() {
    return summary.rules().values().stream().mapToLong(counts -> counts[0]).sum();
  }

  private long proposed() {
    return summary.rules().values().stream().mapToLong(counts -> counts[1]).sum();
  }

  private long merged() {
    return (long) result.records() - result.golden().parties();
  }

  private long review() {
    return summary.verdicts().getOrDefault("undecided", 0L) + result.matching().doubts().size();
  }

  private List<Map<String, Object>> flow() {
    List<Map<String, Object>> parts = new ArrayList<>();
    long all = Math.max(1, result.records() + rejected);
    part(parts, "kept", result.golden().parties(), all);
    part(parts, "merged", merged(), all);
    part(parts, "rejected", rejected, all);
    return parts;
  }

  private void part(List<Map<String, Object>> parts, String kind, long rows, long all) {
    if (rows > 0) {
      double share = (double) rows / all;
      parts.add(
          Map.of(
              "kind", kind,
              "label", texts.text("report.flow." + kind, rows),
              "rows", figures.count(rows),
              "share", figures.percent(share),
              "width", figures.width(share * 100)));
    }
  }

  private List<Map<String, Object>> tiles() {
    long obsolete =
        result.obsolescence().obsolete().stream().mapToInt(Obsolete::party).distinct().count();
    List<Map<String, Object>> tiles = new ArrayList<>();
    tile(tiles, figures.count(applied()), "corrections", applied());
    tile(tiles, figures.count(merged()), "merged", merged());
    long before = RunSummary.findings(result.before());
    long after = RunSummary.findings(result.after());
    tile(tiles, figures.count(before) + " → " + figures.count(after), "findings", before);
    tile(tiles, figures.count(obsolete), "obsolete", obsolete);
    return tiles;
  }

  private void tile(List<Map<String, Object>> tiles, String value, String label, long count) {
    tiles.add(Map.of("value", value, "label", texts.text("report.tile." + label, count)));
  }

  /** What a person has to do next, with the file that lists it. */
  private List<Map<String, Object>> tasks() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("review", review());
    counts.put("changes", proposed());
    counts.put("findings", RunSummary.findings(result.after()));
    counts.put("bounced", result.obsolescence().count(Obsolete.Cause.HARD_BOUNCED));
    counts.put("unsubscribed", result.obsolescence().count(Obsolete.Cause.UNSUBSCRIBED));
    counts.put("retention", result.obsolescence().count(Obsolete.Cause.RETENTION_DUE));
    counts.put("inactive", result.obsolescence().count(Obsolete.Cause.INACTIVE));
    counts.put("rejected", rejected);
    List<Map<String, Object>> tasks = new ArrayList<>();
    counts.forEach(
        (task, count) -> {
          if (count > 0) {
            tasks.add(
                Map.of(
                    "count", figures.count(count),
                    "what", texts.text("report.task." + task, count),
                    "file", texts.text("report.task." + task + ".file")));
          }
        });
    return tasks;
  }
}
