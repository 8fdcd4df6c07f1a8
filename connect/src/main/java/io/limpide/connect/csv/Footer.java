package io.limpide.connect.csv;

import java.util.regex.Pattern;

/** Lines below a table: totals, counts, who exported it and when. */
final class Footer {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:sous[- ]?totaux|sous[- ]?total|totaux|total|grand"
              + " total|subtotal|somme|sum|count|nombre (?:de|d'|d’)|number of|g[ée]n[ée]r[ée]e?"
              + " |generated |exported |export(?:[ée]e?)? (?:le|du|on|by) |[ée]dit[ée]e? le |fin"
              + " (?:du|de l|d'|de )|end of |page [0-9]|copyright|©|confidenti|\\(?[0-9 ]{1,12}"
              + " (?:lignes?|rows?|records?|enregistrements?|r[ée]sultats?|fiches?|contacts?|clients?)\\b"
              + "|summe|gesamt|totale)(?:[\\s:=(].*)?.*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern TOTAL =
      Pattern.compile(
          "(?:sous[- ]?total|totaux|total|grand"
              + " total|subtotal|summe|gesamt|totale)(?:\\s*[:=(].*|\\s+[0-9].*)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Footer() {}

  /** Returns whether a line that has little else says so of itself. */
  static boolean says(String first) {
    String text = first.strip();
    return text.length() <= 300 && WORDS.matcher(text).matches();
  }

  /** Returns whether a cell is the label of a total. */
  static boolean isTotal(String first) {
    String text = first.strip();
    return text.length() <= 100 && TOTAL.matcher(text).matches();
  }

  /** Returns whether a value that begins with this byte may be one of the words. */
  static boolean mayBegin(byte first) {
    return first < 0
        || "tsgcnefpd(©".indexOf(Character.toLowerCase((char) first)) >= 0
        || (first >= '0' && first <= '9');
  }
}
