package io.limpide.cli.report;

import io.limpide.engine.match.Filler;
import io.limpide.engine.match.MatchReport;
import io.limpide.engine.match.MatchResult;
import io.limpide.engine.match.Unlinkable;
import io.limpide.engine.message.Messages;
import io.limpide.engine.run.RecordIds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How duplicates were found, as one {@link Page}: where the thresholds stand and what they cost,
 * what each field weighs, what could not be found and why.
 */
public final class MatchReportPage {
  private final MatchResult matching;
  private final RecordIds ids;
  private final Texts texts;
  private final Figures figures;

  private MatchReportPage(MatchResult matching, RecordIds ids, Texts texts) {
    this.matching = matching;
    this.ids = ids;
    this.texts = texts;
    this.figures = new Figures(texts);
  }

  /**
   * Returns the page.
   *
   * @param sources the names of what was read
   * @param fileName gives the file name of a table of the results
   */
  public static String html(
      MatchResult matching,
      RecordIds ids,
      List<String> sources,
      UnaryOperator<String> fileName,
      Messages messages) {
    Texts texts = new Texts(messages, fileName);
    MatchReportPage report = new MatchReportPage(matching, ids, texts);
    Map<String, Object> page = Page.begin(texts);
    page.put("sourceNames", String.join(", ", sources));
    report.into(page);
    return Page.html("match-report.html", page);
  }

  private void into(Map<String, Object> page) {
    page.put(
        "warnings",
        matching.warnings().stream().map(code -> texts.text("warning." + code)).toList());
    List<Map<String, Object>> populations = new ArrayList<>();
    List<Unlinkable> unlinkable = matching.unlinkable();
    List<List<Filler>> fillers = matching.fillers();
    for (int at = 0; at < matching.reports().size(); at++) {
      populations.add(population(matching.reports().get(at), unlinkable.get(at), fillers.get(at)));
    }
    page.put("populations", populations);
    page.put("hasPopulations", !populations.isEmpty());
    page.put("several", populations.size() > 1);
    new GroupSection(matching, ids, texts, figures).into(page);
  }

  private Map<String, Object> population(
      MatchReport report, Unlinkable unlinkable, List<Filler> fillers) {
    Map<String, Object> part = new LinkedHashMap<>();
    String key = report.persons() ? "persons" : "companies";
    part.put("key", key);
    part.put("name", texts.text("report.match." + key));
    part.put(
        "headline",
        texts.text(
            "report.match.headline",
            figures.count(report.records()),
            texts.text("report.match." + key + ".about"),
            figures.count(report.expectation().candidates()),
            figures.count(report.expectation().merged())));
    part.put(
        "promise",
        texts.text(
            "report.match.promise",
            figures.decimal(100 * report.expectation().precision(), 1),
            figures.decimal(100 * report.expectation().recall(), 1)));
    part.put("hasMerged", report.expectation().merged() > 0);
    new ThresholdSection(report, texts, figures).into(part);
    new NearSection(report, new PairCase(matching, ids, texts, figures), texts).into(part);
    new UnlinkableSection(report, unlinkable, ids, texts, figures).into(part);
    new FillerSection(fillers, texts, figures).into(part);
    new LevelSection(report.model(), texts, figures).into(part);
    new BlockingSection(report, texts, figures).into(part);
    return part;
  }
}
