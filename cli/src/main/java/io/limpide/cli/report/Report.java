package io.limpide.cli.report;

import com.samskivert.mustache.Mustache;
import io.limpide.cli.result.RunSummary;
import io.limpide.connect.SourceRead;
import io.limpide.engine.message.Messages;
import io.limpide.engine.run.CleanResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The report of a run: one HTML page that needs nothing else, reads well on screen and on paper.
 *
 * <p>The page has no script and loads nothing; every value is escaped by the template engine.
 */
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
    PageEscaper escaper = new PageEscaper();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put(
        "t",
        (Mustache.Lambda)
            (text, out) -> out.write(escaper.escape(texts.text(text.execute().trim()))));
    page.put("language", messages.locale().getLanguage());
    page.put("version", RunSummary.VERSION);
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
    return Mustache.compiler()
        .withEscaper(escaper)
        .emptyStringIsFalse(true)
        .compile(template())
        .execute(page);
  }

  private static String template() {
    try (InputStream in =
        Objects.requireNonNull(Report.class.getResourceAsStream("report.html"), "report.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
