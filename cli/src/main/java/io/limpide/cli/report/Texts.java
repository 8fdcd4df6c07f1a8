package io.limpide.cli.report;

import io.limpide.engine.message.Messages;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The texts of the report, set as French or English typography asks.
 *
 * <p>French puts a narrow no-break space before {@code ; ! ? %} and a no-break space before a colon
 * and inside guillemets (Imprimerie nationale, Lexique des règles typographiques), so that no line
 * begins with a mark.
 */
final class Texts {
  private static final String OWN = "report."; // not findings: those may name the user's files
  private static final int MOST_ARGUMENTS = 9;
  private static final Pattern NARROW = Pattern.compile("[ \u00A0](?=[;!?%])");
  private static final Pattern WIDE = Pattern.compile(" (?=[:»])|(?<=«) ");

  private static final Pattern TABLE = Pattern.compile("\\b([a-z]+)\\.csv\\b");

  private final Messages messages;
  private final UnaryOperator<String> fileName;

  /**
   * Makes the texts of a report.
   *
   * @param fileName gives the file name of a table of the results, which the texts mention
   */
  Texts(Messages messages, UnaryOperator<String> fileName) {
    this.messages = messages;
    this.fileName = fileName;
  }

  /** Returns the texts as they stand, for what words itself. */
  Messages messages() {
    return messages;
  }

  Locale locale() {
    return messages.locale();
  }

  boolean isFrench() {
    return locale().getLanguage().equals("fr");
  }

  boolean has(String code) {
    return messages.has(code);
  }

  String text(String code, Object... arguments) {
    String text = messages.text(code, arguments);
    return set(
        code.startsWith(OWN)
            ? TABLE.matcher(text).replaceAll(table -> fileName.apply(table.group(1)))
            : text);
  }

  /** Returns a word as it stands at the beginning of a line. */
  String capital(String word) {
    return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(locale()) + word.substring(1);
  }

  /** Returns a text that speaks of no value in particular: an ellipsis stands for each. */
  String general(String code) {
    Object[] arguments = new Object[MOST_ARGUMENTS];
    Arrays.fill(arguments, "…");
    return text(code, arguments).replace("….", "…"); // never four dots
  }

  /** Returns a text with the spaces of its language. */
  String set(String text) {
    return isFrench()
        ? WIDE.matcher(NARROW.matcher(text).replaceAll("\u202F")).replaceAll("\u00A0")
        : text;
  }
}
