package io.limpide.server.party;

import io.limpide.engine.text.Fold;
import io.limpide.server.account.Mask;
import io.limpide.server.recipe.Catalogue;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The text that a party is found by, folded, one space between its parts: names, place, the digits
 * of SIREN and SIRET; then e-mail addresses, and phones and mobiles with and without the country.
 * Each of these three begins with a sign of its own, so that it can be cut out for whoever sees it
 * only in part: or a search would tell what the page does not show.
 */
final class SearchText {
  private static final int LONGEST = 2_000;

  private static final String EMAIL = "\u0001";
  private static final String PHONE = "\u0002";
  private static final String MOBILE = "\u0003";

  /** A sign; no value holds one. */
  private static final Pattern SIGN = Pattern.compile("[\\x01-\\x03]");

  private SearchText() {}

  /**
   * Returns the text of a party.
   *
   * @param values its golden values, in the order of the catalogue
   */
  static String of(Catalogue catalogue, String[] values) {
    Set<String> open = new LinkedHashSet<>();
    Set<String> emails = new LinkedHashSet<>();
    Set<String> phones = new LinkedHashSet<>();
    Set<String> mobiles = new LinkedHashSet<>();
    for (int at = 0; at < values.length; at++) {
      if (values[at].isEmpty()) {
        continue;
      }
      switch (catalogue.fields().get(at).type()) {
        case GIVEN_NAME, FAMILY_NAME, BIRTH_NAME, FULL_NAME, COMPANY_NAME, TRADE_NAME, CITY ->
            open.add(Fold.words(values[at]));
        case EMAIL -> emails.add(email(values[at]));
        case PHONE -> digits(values[at], phones);
        case MOBILE -> digits(values[at], mobiles);
        case SIREN, SIRET, VAT, POSTCODE -> digits(values[at], open);
        default -> {
          // not looked for by part
        }
      }
    }
    StringBuilder text = new StringBuilder();
    section("", open, text);
    section(EMAIL, emails, text);
    section(PHONE, phones, text);
    section(MOBILE, mobiles, text);
    return text.length() <= LONGEST ? text.toString() : text.substring(0, LONGEST);
  }

  private static void section(String sign, Set<String> parts, StringBuilder text) {
    if (!parts.isEmpty()) {
      text.append(text.isEmpty() ? "" : " ").append(sign).append(String.join(" ", parts));
    }
  }

  private static String email(String value) {
    return SIGN.matcher(Fold.accents(value).toLowerCase(Locale.ROOT)).replaceAll(" ");
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
   * Returns a condition over {@code party_text t}: it is found by a pattern. The index knows the
   * whole text; of what it finds, that is left which holds without what is masked.
   *
   * @param name of the parameter that holds the pattern
   */
  static String contains(String name, Mask mask) {
    String hidden =
        (mask.hides("email") ? "\\\\x01" : "")
            + (mask.hides("phone") ? "\\\\x02" : "")
            + (mask.hides("mobile") ? "\\\\x03" : "");
    String whole = "t.search like :" + name;
    return hidden.isEmpty()
        ? whole
        : "(%s and regexp_replace(t.search, E'[%s][^\\\\x01-\\\\x03]*', '', 'g') like :%s)"
            .formatted(whole, hidden, name);
  }

  /** Returns a condition over {@code party p}, of one over {@code party_text t}. */
  static String found(String condition) {
    return "p.id in (select t.id from party_text t where " + condition + ")";
  }
}
