package io.limpide.server.party;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.text.Fold;
import io.limpide.server.account.Mask;
import io.limpide.server.recipe.Catalogue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The text that a party is found by, folded, one space between its parts: names, place, the digits
 * of SIREN and SIRET; then e-mail addresses, and phones and mobiles with and without the country.
 * Each of these three begins with a sign of its own, so that it can be cut out for whoever sees it
 * only in part: or a search would tell what the page does not show.
 */
final class SearchText {
  private static final int LONGEST = 2_000;

  /** By what is masked, the sign before it; no value holds one. */
  private static final Map<String, Character> SIGNS = new LinkedHashMap<>();

  static {
    SIGNS.put("email", '\u0001');
    SIGNS.put("phone", '\u0002');
    SIGNS.put("mobile", '\u0003');
  }

  private static final String OPEN = "";

  private SearchText() {}

  /**
   * Returns the text of a party.
   *
   * @param values its golden values, in the order of the catalogue
   */
  static String of(Catalogue catalogue, String[] values) {
    Map<String, Set<String>> sections = new LinkedHashMap<>();
    sections.put(OPEN, new LinkedHashSet<>());
    SIGNS.keySet().forEach(kind -> sections.put(kind, new LinkedHashSet<>()));
    for (int at = 0; at < values.length; at++) {
      if (!values[at].isEmpty()) {
        add(catalogue.fields().get(at).type(), values[at], sections);
      }
    }
    StringBuilder text = new StringBuilder();
    sections.forEach(
        (kind, parts) -> {
          if (!parts.isEmpty()) {
            text.append(text.isEmpty() ? "" : " ");
            text.append(kind.equals(OPEN) ? "" : SIGNS.get(kind));
            text.append(String.join(" ", parts));
          }
        });
    return text.length() <= LONGEST ? text.toString() : text.substring(0, LONGEST);
  }

  private static void add(FieldType type, String value, Map<String, Set<String>> sections) {
    switch (type) {
      case GIVEN_NAME, FAMILY_NAME, BIRTH_NAME, FULL_NAME, COMPANY_NAME, TRADE_NAME, CITY ->
          sections.get(OPEN).add(Fold.words(value));
      case EMAIL ->
          sections
              .get("email")
              .add(
                  Fold.accents(value)
                      .toLowerCase(Locale.ROOT)
                      .replaceAll("[\\u0001-\\u0003]", " "));
      case PHONE -> digits(value, sections.get("phone"));
      case MOBILE -> digits(value, sections.get("mobile"));
      case SIREN, SIRET, VAT, POSTCODE -> digits(value, sections.get(OPEN));
      default -> {
        // not looked for by part
      }
    }
  }

  /** French numbers are looked for as {@code 06...}, and are held as {@code +336...}. */
  private static void digits(String value, Set<String> parts) {
    StringBuilder digits = new StringBuilder();
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    if (digits.isEmpty()) {
      return;
    }
    parts.add(digits.toString());
    if (value.startsWith("+33") && digits.length() == 11) {
      parts.add("0" + digits.substring(2));
    }
  }

  /** Returns what is to fill {@link #contains}: a pattern that any part of a word fits. */
  static String part(String word) {
    return "%" + beginning(word);
  }

  /** Returns a pattern that fits what begins so. */
  static String beginning(String word) {
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  /**
   * Returns a condition over {@code party p}: it is found by a pattern. The index knows the whole
   * text; of what it finds, that is left which holds without what is masked.
   *
   * @param name of the parameter that holds the pattern
   */
  static String contains(String name, Mask mask) {
    StringBuilder hidden = new StringBuilder();
    SIGNS.forEach((kind, sign) -> hidden.append(mask.hides(kind) ? sign : ""));
    String whole = "p.search like :" + name;
    return hidden.isEmpty()
        ? whole
        : "(%s and regexp_replace(p.search, E'[%s][^\\\\x01-\\\\x03]*', '', 'g') like :%s)"
            .formatted(whole, escaped(hidden), name);
  }

  private static String escaped(CharSequence signs) {
    StringBuilder escaped = new StringBuilder();
    for (int at = 0; at < signs.length(); at++) {
      escaped.append("\\\\x0").append((int) signs.charAt(at));
    }
    return escaped.toString();
  }
}
