package io.limpide.cli.report;

import io.limpide.engine.match.MatchReport;
import io.limpide.engine.match.NearThreshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pairs that almost had another verdict, side by side. */
final class NearSection {
  private static final int SHOWN = 2;

  private final MatchReport report;
  private final PairCase cases;
  private final Texts texts;

  NearSection(MatchReport report, PairCase cases, Texts texts) {
    this.report = report;
    this.cases = cases;
    this.texts = texts;
  }

  void into(Map<String, Object> part) {
    List<Map<String, Object>> sides = new ArrayList<>();
    side(sides, true, true);
    side(sides, true, false);
    side(sides, false, true);
    side(sides, false, false);
    part.put("sides", sides);
    part.put("hasSides", !sides.isEmpty());
  }

  private void side(List<Map<String, Object>> sides, boolean merge, boolean above) {
    List<Map<String, Object>> pairs =
        report.nearThresholds().stream()
            .filter(near -> near.merge() == merge && near.above() == above)
            .map((NearThreshold near) -> cases.of(near.a(), near.b()))
            .toList();
    if (pairs.isEmpty()) {
      return;
    }
    int shown = Math.min(SHOWN, pairs.size());
    String code = (merge ? "merge" : "review") + (above ? ".above" : ".below");
    sides.add(
        Map.of(
            "title", texts.text("report.match.near." + code),
            "pairs", pairs.subList(0, shown),
            "more", pairs.subList(shown, pairs.size()),
            "hasMore", shown < pairs.size(),
            "rest", texts.text("report.more", String.valueOf(pairs.size() - shown))));
  }
}
