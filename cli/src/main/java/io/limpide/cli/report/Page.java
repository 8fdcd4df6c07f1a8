package io.limpide.cli.report;

import com.samskivert.mustache.Mustache;
import io.limpide.cli.result.RunSummary;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An HTML page that needs nothing else, reads well on screen and on paper.
 *
 * <p>It has no script and loads nothing; every value is escaped by the template engine.
 */
final class Page {
  private Page() {}

  /** Returns what every page holds: its texts, its language, the version. */
  static Map<String, Object> begin(Texts texts) {
    PageEscaper escaper = new PageEscaper();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put(
        "t",
        (Mustache.Lambda)
            (text, out) -> out.write(escaper.escape(texts.text(text.execute().trim()))));
    page.put("language", texts.locale().getLanguage());
    page.put("version", RunSummary.VERSION);
    return page;
  }

  /** Fills a template. */
  static String html(String template, Map<String, Object> page) {
    return Mustache.compiler()
        .withEscaper(new PageEscaper())
        .withLoader(name -> new StringReader(text(name)))
        .emptyStringIsFalse(true)
        .compile(text(template))
        .execute(page);
  }

  private static String text(String name) {
    try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
