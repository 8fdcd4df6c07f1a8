package io.limpide.cli.report;

import io.limpide.cli.result.RunSummary;
import io.limpide.engine.match.MatchResult;
import io.limpide.engine.match.PairDecision;
import io.limpide.engine.match.Verdict;
import io.limpide.engine.run.CleanResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Pairs, groups, and a few cases in full. */
final class DuplicateSection {
  private static final int EACH = 2;
  private static final int MOST = 10;
  private static final List<Verdict> ORDER =
      List.of(
          Verdict.DUPLICATE,
          Verdict.UNDECIDED,
          Verdict.HOUSEHOLD,
          Verdict.ESTABLISHMENT,
          Verdict.DIFFERENT);

  private final CleanResult result;
  private final RunSummary summary;
  private final Texts texts;
  private final Figures figures;

  DuplicateSection(CleanResult result, RunSummary summary, Texts texts, Figures figures) {
    this.result = result;
    this.summary = summary;
    this.texts = texts;
    this.figures = figures;
  }

  void into(Map<String, Object> page) {
    MatchResult matching = result.matching();
    long review =
        summary.verdicts().getOrDefault("undecided", 0L) + result.matching().doubts().size();
    page.put(
        "duplicateSentence",
        texts.text(
            "report.duplicates.sentence",
            figures.count(result.records() - result.golden().parties()),
            figures.count(result.golden().parties()),
            figures.count(review)));
    page.put(
        "warnings",
        matching.warnings().stream().map(code -> texts.text("warning." + code)).toList());
    page.put("hasPairs", matching.pairCount() > 0);
    List<Map<String, Object>> verdicts = new ArrayList<>();
    for (Verdict verdict : ORDER) {
      verdicts.add(
          Map.of(
              "name", texts.text("verdict." + verdict.word()),
              "pairs", figures.count(summary.verdicts().getOrDefault(verdict.word(), 0L)),
              "meaning", texts.text("report.verdict." + verdict.word())));
    }
    page.put("verdicts", verdicts);
    WeightChart chart = new WeightChart(matching, texts, figures);
    page.put("weightChart", chart.svg());
    page.put("weightRows", chart.rows());
    page.put("groups", groups());
    page.put("pairs", pairs());
  }

  private List<Map<String, Object>> groups() {
    TreeMap<Integer, Integer> sizes = new TreeMap<>();
    for (int size : result.golden().sizeOfParty()) {
      sizes.merge(Math.min(size, MOST), 1, Integer::sum);
    }
    int most = sizes.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    List<Map<String, Object>> rows = new ArrayList<>();
    sizes.forEach(
        (size, parties) ->
            rows.add(
                Map.of(
                    "size", size == MOST ? MOST + "+" : String.valueOf(size),
                    "parties", figures.count(parties),
                    "width", figures.width(100.0 * parties / most))));
    return rows;
  }

  /** Some pairs of each verdict: those nearest to being decided otherwise teach the most. */
  private List<Map<String, Object>> pairs() {
    MatchResult matching = result.matching();
    Map<Verdict, List<PairDecision>> nearest = new EnumMap<>(Verdict.class);
    for (int at = 0; at < matching.pairCount(); at++) {
      PairDecision pair = matching.pair(at);
      List<PairDecision> known =
          nearest.computeIfAbsent(pair.verdict(), verdict -> new ArrayList<>());
      known.add(pair);
      if (known.size() > 4 * EACH) {
        trim(known);
      }
    }
    PairCase cases = new PairCase(matching, result.ids(), texts, figures);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Verdict verdict :
        List.of(Verdict.DUPLICATE, Verdict.UNDECIDED, Verdict.HOUSEHOLD, Verdict.ESTABLISHMENT)) {
      List<PairDecision> shown = nearest.getOrDefault(verdict, new ArrayList<>());
      trim(shown);
      shown.forEach(pair -> rows.add(cases.of(pair.a(), pair.b())));
    }
    return rows;
  }

  private static void trim(List<PairDecision> pairs) {
    pairs.sort(
        java.util.Comparator.comparingDouble((PairDecision pair) -> Math.abs(pair.weight()))
            .thenComparing(PairDecision::a)
            .thenComparing(PairDecision::b));
    while (pairs.size() > EACH) {
      pairs.remove(pairs.size() - 1);
    }
  }
}
