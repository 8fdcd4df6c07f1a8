package io.limpide.cli.report;

import io.limpide.cli.result.Digest;
import io.limpide.cli.result.RunSummary;
import io.limpide.engine.finding.Change;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.finding.Severity;
import io.limpide.engine.message.Messages;
import io.limpide.engine.run.Assessment;
import io.limpide.engine.run.CleanResult;
import io.limpide.engine.validate.Validation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was corrected, and what is wrong before and after. */
final class ChangeSection {
  private final CleanResult result;
  private final RunSummary summary;
  private final Messages messages;
  private final Figures figures;

  ChangeSection(CleanResult result, RunSummary summary, Messages messages, Figures figures) {
    this.result = result;
    this.summary = summary;
    this.messages = messages;
    this.figures = figures;
  }

  void into(Map<String, Object> page) {
    List<Map<String, Object>> rules = summary.digest().rules().stream().map(this::rule).toList();
    page.put("rules", rules);
    page.put("hasRules", !rules.isEmpty());
    page.put(
        "correctionSentence",
        messages.text(
            "report.corrections.sentence",
            figures.count(sum(0)),
            figures.count(sum(1)),
            String.valueOf(rules.size())));
    List<Map<String, Object>> findings = findings();
    page.put("findings", findings);
    page.put("hasFindings", !findings.isEmpty());
    page.put(
        "findingSentence",
        messages.text(
            "report.findings.sentence",
            figures.count(RunSummary.findings(result.before())),
            figures.count(RunSummary.findings(result.after()))));
    List<Map<String, Object>> sensitive = sensitive();
    page.put("sensitive", sensitive);
    page.put("hasSensitive", !sensitive.isEmpty());
  }

  private long sum(int at) {
    return summary.rules().values().stream().mapToLong(counts -> counts[at]).sum();
  }

  private Map<String, Object> rule(Digest.RuleDigest rule) {
    List<Map<String, Object>> examples = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Change change : rule.examples) {
      if (seen.add(change.before() + "\u0000" + change.after())) {
        examples.add(Map.of("before", shown(change.before()), "after", shown(change.after())));
      }
    }
    return Map.of(
        "what", messages.text("rule." + rule.rule, rule.examples.get(0).evidence().toArray()),
        "code", rule.rule,
        "applied", figures.count(rule.applied),
        "suggested", figures.count(rule.suggested),
        "examples", examples);
  }

  private String shown(String value) {
    return value.isEmpty() ? messages.text("report.empty") : figures.cut(value);
  }

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

  private List<Map<String, Object>> findings() {
    Map<String, Row> rows = new TreeMap<>();
    count(result.before(), rows, true);
    count(result.after(), rows, false);
    List<Row> sorted = new ArrayList<>(rows.values());
    sorted.sort(
        java.util.Comparator.comparing((Row row) -> row.reason.severity())
            .reversed()
            .thenComparing(row -> -row.before));
    return sorted.stream().map(this::finding).toList();
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
      add(rows, key, remark.reason(), check.check().columns().get(0), check.count(), before);
      Row row = rows.get(key);
      if (row != null) {
        row.arguments = remark.arguments();
      }
    }
  }

  private static void add(
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
  }

  private Map<String, Object> finding(Row row) {
    Digest.ReasonDigest digest = summary.digest().reasons().get(row.reason.code());
    List<String> arguments =
        !row.arguments.isEmpty() || digest == null ? row.arguments : digest.example.arguments();
    String severity = row.reason.severity().name().toLowerCase(Locale.ROOT);
    return Map.of(
        "what", messages.text("reason." + row.reason.code(), arguments.toArray()),
        "code", row.reason.code(),
        "severity", messages.text("severity." + severity),
        "severityClass", row.reason.severity() == Severity.INFO ? "dim" : severity,
        "columns", String.join(", ", row.columns),
        "before", figures.count(row.before),
        "after", figures.count(row.after));
  }

  /** What stands in notes and must not be there. */
  private List<Map<String, Object>> sensitive() {
    List<Map<String, Object>> rows = new ArrayList<>();
    summary
        .digest()
        .reasons()
        .forEach(
            (code, digest) -> {
              if (code.startsWith("scan.")) {
                rows.add(
                    Map.of(
                        "column", String.join(", ", digest.columns.keySet()),
                        "what", messages.text("reason." + code),
                        "rows", figures.count(digest.rows)));
              }
            });
    return rows;
  }
}
