package io.limpide.cli.report;

import io.limpide.cli.result.Digest;
import io.limpide.cli.result.RunSummary;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.run.Assessment;
import io.limpide.engine.run.CleanResult;
import io.limpide.engine.validate.Validation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was wrong as it was read, and what still is. */
final class FindingSection {
  private static final String SCAN = "scan.";

  private final CleanResult result;
  private final RunSummary summary;
  private final Texts texts;
  private final Figures figures;

  private static final class Row {
    final Reason reason;
    final Set<String> columns = new LinkedHashSet<>();
    List<String> arguments = List.of();
    long before;
    long after;

    Row(Reason reason) {
      this.reason = reason;
    }
  }

  FindingSection(CleanResult result, RunSummary summary, Texts texts, Figures figures) {
    this.result = result;
    this.summary = summary;
    this.texts = texts;
    this.figures = figures;
  }

  void into(Map<String, Object> page) {
    page.put(
        "findingSentence",
        texts.text(
            "report.findings.sentence",
            figures.count(RunSummary.findings(result.before())),
            figures.count(RunSummary.findings(result.after()))));
    List<Row> rows = rows();
    Folded.into(page, "findings", rows.stream().map(this::finding).toList(), texts);
    List<Map<String, Object>> sensitive =
        rows.stream().filter(row -> row.reason.code().startsWith(SCAN)).map(this::finding).toList();
    page.put("sensitive", sensitive);
    page.put("hasSensitive", !sensitive.isEmpty());
  }

  /** By severity, then by what is left to do. */
  private List<Row> rows() {
    Map<String, Row> rows = new TreeMap<>();
    count(result.before(), rows, true);
    count(result.after(), rows, false);
    return rows.values().stream()
        .filter(row -> row.before + row.after > 0)
        .sorted(
            Comparator.comparing((Row row) -> row.reason.severity())
                .reversed()
                .thenComparing(row -> -row.after)
                .thenComparing(row -> -row.before))
        .toList();
  }

  private static void count(Assessment assessment, Map<String, Row> rows, boolean before) {
    assessment.remarks().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            column ->
                column
                    .getValue()
                    .forEach(
                        (reason, count) ->
                            add(rows, reason.code(), reason, column.getKey(), count, before)));
    for (Validation.Outcome check : assessment.checks()) {
      Remark remark = check.remark();
      String key = remark.reason().code() + remark.arguments();
      add(rows, key, remark.reason(), check.check().columns().get(0), check.count(), before)
              .arguments =
          remark.arguments();
    }
  }

  private static Row add(
      Map<String, Row> rows, String key, Reason reason, String column, long count, boolean before) {
    Row row = rows.computeIfAbsent(key, code -> new Row(reason));
    if (count > 0) {
      row.columns.add(column);
    }
    if (before) {
      row.before += count;
    } else {
      row.after += count;
    }
    return row;
  }

  private Map<String, Object> finding(Row row) {
    String code = "reason." + row.reason.code();
    String severity = row.reason.severity().name().toLowerCase(Locale.ROOT);
    double left = (double) row.after / Math.max(row.before, row.after);
    return Map.of(
        "what",
            row.arguments.isEmpty()
                ? texts.general(code)
                : texts.text(code, row.arguments.toArray()),
        "example", example(code, row),
        "code", row.reason.code(),
        "severity", texts.capital(texts.text("severity." + severity)),
        "severityClass", severity,
        "columns", String.join(", ", new ArrayList<>(row.columns)),
        "before", figures.count(row.before),
        "after", figures.count(row.after),
        "leftWidth", figures.width(left * 100));
  }

  /** One case in full, where the text speaks of values and one is known. */
  private String example(String code, Row row) {
    Digest.ReasonDigest digest = summary.digest().reasons().get(row.reason.code());
    if (digest == null || digest.example.arguments().isEmpty() || !row.arguments.isEmpty()) {
      return "";
    }
    List<String> arguments = digest.example.arguments().stream().map(figures::cut).toList();
    String example = texts.text(code, arguments.toArray());
    return example.equals(texts.general(code)) ? "" : example;
  }
}
