package io.limpide.cli.report;

import io.limpide.cli.result.RunSummary;
import io.limpide.connect.SourceRead;
import io.limpide.engine.message.Messages;
import io.limpide.engine.run.CleanResult;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The report of a run, as one {@link Page}. */
public final class Report {
  private Report() {}

  /**
   * Returns the page.
   *
   * @param fileName gives the file name of a table of the results
   */
  public static String html(
      CleanResult result,
      List<SourceRead> reads,
      RunSummary summary,
      UnaryOperator<String> fileName,
      Messages messages) {
    Texts texts = new Texts(messages, fileName);
    Figures figures = new Figures(texts);
    Map<String, Object> page = Page.begin(texts);
    page.put("sourceNames", String.join(", ", result.union().sources()));
    page.put("asOf", figures.date(result.retention().asOf()));
    new HeadlineSection(result, reads, summary, texts, figures).into(page);
    new ScoreSection(result, texts, figures).into(page);
    new ChangeSection(summary, texts, figures).into(page);
    new FindingSection(result, summary, texts, figures).into(page);
    new DuplicateSection(result, summary, texts, figures).into(page);
    new ObsoleteSection(result, texts, figures).into(page);
    new ColumnSection(result, texts, figures).into(page);
    new ReadingSection(reads, texts, figures).into(page);
    return Page.html("report.html", page);
  }
}
