package io.limpide.cli.report;

import io.limpide.cli.result.Digest;
import io.limpide.cli.result.RunSummary;
import io.limpide.engine.finding.Change;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was corrected and what is suggested, rule by rule. */
final class ChangeSection {
  private final RunSummary summary;
  private final Texts texts;
  private final Figures figures;

  ChangeSection(RunSummary summary, Texts texts, Figures figures) {
    this.summary = summary;
    this.texts = texts;
    this.figures = figures;
  }

  void into(Map<String, Object> page) {
    List<Digest.RuleDigest> digests = summary.digest().rules();
    long most = digests.stream().mapToLong(rule -> rule.applied + rule.suggested).max().orElse(1);
    Folded.into(page, "rules", digests.stream().map(rule -> rule(rule, most)).toList(), texts);
    page.put(
        "correctionSentence",
        texts.text(
            "report.corrections.sentence",
            figures.count(digests.stream().mapToLong(rule -> rule.applied).sum()),
            figures.count(digests.stream().mapToLong(rule -> rule.suggested).sum()),
            figures.count(digests.size())));
  }

  private Map<String, Object> rule(Digest.RuleDigest rule, long most) {
    List<Map<String, Object>> examples = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Change change : rule.examples) {
      if (seen.add(change.before() + "\u0000" + change.after())) {
        examples.add(Map.of("before", shown(change.before()), "after", shown(change.after())));
      }
    }
    return Map.of(
        "what", texts.general("rule." + rule.rule),
        "code", rule.rule,
        "applied", figures.count(rule.applied),
        "suggested", figures.count(rule.suggested),
        "appliedWidth", figures.width(100.0 * rule.applied / most),
        "suggestedWidth", figures.width(100.0 * rule.suggested / most),
        "examples", examples);
  }

  private String shown(String value) {
    return value.isEmpty() ? texts.text("report.empty") : figures.cut(value);
  }
}
