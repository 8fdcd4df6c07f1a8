package io.limpide.cli.report;

import io.limpide.cli.result.BlockingWords;
import io.limpide.engine.block.BlockingPlan;
import io.limpide.engine.block.RuleReport;
import io.limpide.engine.match.MatchReport;
import java.util.List;
import java.util.Map;

/** Which pairs were looked at, and by which rules they were found. */
final class BlockingSection {
  private static final int SKIPPED = 10;

  private final MatchReport report;
  private final BlockingPlan plan;
  private final Texts texts;
  private final Figures figures;

  BlockingSection(MatchReport report, Texts texts, Figures figures) {
    this.report = report;
    this.plan = report.blocking();
    this.texts = texts;
    this.figures = figures;
  }

  void into(Map<String, Object> part) {
    part.put(
        "blockingSentence",
        texts.text(
            "report.match.blocking.sentence",
            figures.count(Math.round(report.model().allPairs())),
            figures.count(report.expectation().candidates()),
            figures.percent(plan.expectedRecall())));
    part.put("hasBlocking", !plan.reports().isEmpty());
    part.put("blocking", plan.reports().stream().map(this::row).toList());
    List<String> skipped = plan.skipped();
    part.put("hasSkipped", !skipped.isEmpty());
    part.put("skippedSentence", texts.text("report.match.skipped", figures.count(skipped.size())));
    part.put(
        "skipped",
        skipped.subList(0, Math.min(SKIPPED, skipped.size())).stream()
            .map(rule -> texts.capital(words(rule)))
            .toList());
    part.put("hasMoreSkipped", skipped.size() > SKIPPED);
    part.put(
        "moreSkipped",
        texts.text("report.more", figures.count(Math.max(0, skipped.size() - SKIPPED))));
  }

  private String words(String rule) {
    return texts.set(BlockingWords.of(rule, texts.messages()));
  }

  private Map<String, Object> row(RuleReport rule) {
    return Map.of(
        "rule", texts.capital(words(rule.rule())),
        "code", rule.rule(),
        "blocks", figures.count(rule.blocks()),
        "largest", figures.count(rule.largestBlock()),
        "pairs", figures.count(rule.pairs()),
        "gain", figures.percent(rule.expectedGain()),
        "windowed",
            rule.windowedBlocks() == 0
                ? "–"
                : texts.text(
                    "report.match.windowed",
                    figures.count(rule.windowedBlocks()),
                    figures.count(rule.windowedRecords()),
                    figures.count(Math.round(rule.pairsGivenUp()))));
  }
}
