package io.limpide.cli.result;

import io.limpide.connect.SourceRead;
import io.limpide.engine.field.Field;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.match.MatchReport;
import io.limpide.engine.match.MatchResult;
import io.limpide.engine.match.Verdict;
import io.limpide.engine.message.Messages;
import io.limpide.engine.profile.DimensionScore;
import io.limpide.engine.profile.QualityScore;
import io.limpide.engine.retain.Obsolete;
import io.limpide.engine.run.Assessment;
import io.limpide.engine.run.CleanResult;
import io.limpide.engine.run.SourceResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The figures of a run: for machines in {@code run.json}, for people on the terminal. */
public final class RunSummary {
  /** The version of Limpide. */
  public static final String VERSION = "0.1.0";

  private final CleanResult result;
  private final List<SourceRead> reads;
  private final Inputs inputs;
  private final Optional<String> id;
  private final Messages messages;
  private final Map<String, long[]> rules; // applied, proposed
  private final Map<String, Long> verdicts;
  private final Digest digest = new Digest();

  /** Counts. */
  public RunSummary(
      CleanResult result,
      List<SourceRead> reads,
      Inputs inputs,
      Optional<String> id,
      Messages messages) {
    this.result = result;
    this.reads = List.copyOf(reads);
    this.inputs = inputs;
    this.id = id;
    this.messages = messages;
    for (SourceResult source : result.sources()) {
      source.standardized().visitAll(digest);
    }
    this.rules = digest.ruleCounts();
    this.verdicts = counted(result.matching());
  }

  private static Map<String, Long> counted(MatchResult matching) {
    Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    for (int at = 0; at < matching.pairCount(); at++) {
      counts.merge(matching.pair(at).verdict(), 1L, Long::sum);
    }
    Map<String, Long> verdicts = new TreeMap<>();
    counts.forEach((verdict, pairs) -> verdicts.put(verdict.word(), pairs));
    return verdicts;
  }

  /** Returns how many values each rule changed and proposed to change, by the rule's code. */
  public Map<String, long[]> rules() {
    return rules;
  }

  /** Returns corrections and findings with examples. */
  public Digest digest() {
    return digest;
  }

  /** Returns the figures as a tree for JSON. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("limpide", VERSION);
    tree.put("as_of", result.retention().asOf().toString());
    tree.put("inputs", inputTree());
    tree.put("options", new TreeMap<>(inputs.said()));
    id.ifPresent(column -> tree.put("id", column));
    tree.put("sources", sourceTree());
    tree.put("records", count("accepted", result.records(), "rejected", rejected()));
    tree.put("parties", result.golden().parties());
    tree.put("score", scoreTree());
    tree.put("corrections", correctionTree());
    tree.put(
        "findings", count("before", findings(result.before()), "after", findings(result.after())));
    tree.put("findings_by_reason", reasonTree());
    tree.put("matching", matchingTree());
    tree.put("obsolete", obsoleteTree());
    return tree;
  }

  private List<Map<String, Object>> inputTree() {
    List<Map<String, Object>> list = new java.util.ArrayList<>();
    for (int at = 0; at < inputs.files().size(); at++) {
      Map<String, Object> input = new LinkedHashMap<>();
      input.put("path", inputs.files().get(at));
      input.put("sha256", inputs.digests().get(at));
      list.add(input);
    }
    return list;
  }

  private List<Map<String, Object>> sourceTree() {
    List<Map<String, Object>> list = new java.util.ArrayList<>();
    for (int at = 0; at < reads.size(); at++) {
      SourceRead read = reads.get(at);
      Map<String, Object> source = new LinkedHashMap<>();
      source.put("source", read.table().source());
      source.put("accepted", read.table().rows());
      source.put("rejected", read.rejections().size());
      source.put("facts", read.facts());
      source.put("remarks", read.remarks().stream().map(remark -> remark.reason().code()).toList());
      Map<String, Object> columns = new LinkedHashMap<>();
      for (Field field : result.sources().get(at).fields()) {
        columns.put(
            field.column(),
            count("type", field.type().word(), "confidence", rounded(field.confidence(), 3)));
      }
      source.put("columns", columns);
      list.add(source);
    }
    return list;
  }

  private Map<String, Object> scoreTree() {
    Map<String, Object> scores = new LinkedHashMap<>();
    scores.put("before", scores(result.scoreBefore()));
    scores.put("after", scores(result.scoreAfter()));
    return scores;
  }

  private static Map<String, Object> scores(QualityScore score) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("overall", rounded(score.overall(), 1));
    for (DimensionScore dimension : score.dimensions()) {
      tree.put(
          dimension.dimension().name().toLowerCase(Locale.ROOT),
          dimension.judged() ? (Object) rounded(dimension.score(), 1) : "");
    }
    return tree;
  }

  private Map<String, Object> correctionTree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    rules.forEach(
        (rule, counts) -> tree.put(rule, count("applied", counts[0], "suggested", counts[1])));
    return tree;
  }

  private Map<String, Object> reasonTree() {
    Map<String, long[]> counts = new TreeMap<>();
    count(result.before(), counts, 0);
    count(result.after(), counts, 1);
    Map<String, Object> tree = new LinkedHashMap<>();
    counts.forEach((code, rows) -> tree.put(code, count("before", rows[0], "after", rows[1])));
    return tree;
  }

  private static void count(Assessment assessment, Map<String, long[]> counts, int at) {
    assessment
        .remarks()
        .values()
        .forEach(
            of ->
                of.forEach(
                    (reason, rows) ->
                        counts.computeIfAbsent(reason.code(), code -> new long[2])[at] += rows));
    assessment
        .checks()
        .forEach(
            check ->
                counts.computeIfAbsent(check.check().reason().code(), code -> new long[2])[at] +=
                    check.count());
  }

  private Map<String, Object> matchingTree() {
    MatchResult matching = result.matching();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("pairs", verdicts);
    tree.put("merged_records", result.records() - result.golden().parties());
    tree.put("doubtful_groups", matching.doubts().size());
    tree.put("warnings", matching.warnings());
    List<Map<String, Object>> populations = new java.util.ArrayList<>();
    for (MatchReport report : matching.reports()) {
      Map<String, Object> population = new LinkedHashMap<>();
      population.put("about", report.persons() ? "persons" : "companies");
      population.put("records", report.records());
      population.put("candidates", report.expectation().candidates());
      population.put("expected_matches", Math.round(report.expectation().matches()));
      population.put("expected_precision", rounded(report.expectation().precision(), 4));
      population.put("expected_recall", rounded(report.expectation().recall(), 4));
      populations.add(population);
    }
    tree.put("populations", populations);
    return tree;
  }

  /** Returns how many pairs got each verdict. */
  public Map<String, Long> verdicts() {
    return verdicts;
  }

  private Map<String, Object> obsoleteTree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (Obsolete.Cause cause : Obsolete.Cause.values()) {
      tree.put(cause.word(), result.obsolescence().count(cause));
    }
    tree.put("inactivity_unknown", result.obsolescence().inactivityUnknown());
    tree.put("retention_unknown", result.obsolescence().retentionUnknown());
    return tree;
  }

  /** Says in a few lines what was done. */
  public void print(PrintWriter out, Path folder, String clean) {
    long applied = rules.values().stream().mapToLong(counts -> counts[0]).sum();
    long proposed = rules.values().stream().mapToLong(counts -> counts[1]).sum();
    out.println(
        messages.text("summary.records", result.records(), rejected(), result.golden().parties()));
    out.println(
        messages.text(
            "summary.score",
            rounded(result.scoreBefore().overall(), 1),
            rounded(result.scoreAfter().overall(), 1)));
    out.println(messages.text("summary.corrections", applied, proposed));
    out.println(
        messages.text("summary.findings", findings(result.before()), findings(result.after())));
    out.println(
        messages.text(
            "summary.duplicates",
            result.records() - result.golden().parties(),
            verdicts().getOrDefault("undecided", 0L) + result.matching().doubts().size()));
    for (Obsolete.Cause cause : Obsolete.Cause.values()) {
      long count = result.obsolescence().count(cause);
      if (count > 0) {
        out.println("  " + messages.text("summary." + cause.word(), count));
      }
    }
    if (result.obsolescence().inactivityUnknown() > 0) {
      out.println(
          "  " + messages.text("summary.unknown", result.obsolescence().inactivityUnknown()));
    }
    for (SourceRead read : reads) {
      for (Remark remark : read.remarks()) {
        out.println(
            messages.text(
                "summary.remark", read.table().source(), RowTables.words(messages, remark)));
      }
    }
    result.matching().warnings().forEach(code -> out.println(messages.text("warning." + code)));
    out.println(messages.text("summary.out", folder.resolve("report.html").toString()));
    out.flush();
  }

  private long rejected() {
    return reads.stream().mapToLong(read -> read.rejections().size()).sum();
  }

  /**
   * Rows that are wrong or doubtful, one for each reason; what is only worth knowing is left out.
   */
  public static long findings(Assessment assessment) {
    long[] sum = new long[1];
    assessment
        .remarks()
        .values()
        .forEach(
            of ->
                of.forEach(
                    (reason, rows) ->
                        sum[0] +=
                            reason.severity() == io.limpide.engine.finding.Severity.INFO
                                ? 0
                                : rows));
    assessment.checks().forEach(check -> sum[0] += check.count());
    return sum[0];
  }

  private static Map<String, Object> count(String a, Object of, String b, Object other) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put(a, of);
    counts.put(b, other);
    return counts;
  }

  private static double rounded(double value, int digits) {
    double scale = Math.pow(10, digits);
    return Math.round(value * scale) / scale;
  }
}
