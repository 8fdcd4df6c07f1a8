package io.limpide.cli.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.util.regex.Pattern;

/**
 * Makes any text harmless on the page, in text and in attributes: markup is escaped, and characters
 * that no page may hold (control characters, halves of pairs) are shown as missing ones.
 *
 * <p>Source: HTML Living Standard, 3.2.5 "Content models" and 13.3, "Escaping a string".
 */
final class PageEscaper implements Mustache.Escaper {
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]|[\\x{FFFE}\\x{FFFF}]|\\p{Cs}");

  @Override
  public String escape(String raw) {
    return Escapers.HTML.escape(FORBIDDEN.matcher(raw).replaceAll("\uFFFD"));
  }
}
