package io.limpide.engine.standardize.general;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a text says as a number: digits, at most one decimal sign, groups of three, a currency.
 *
 * @param number the value; empty when the text is no number, or could be two
 * @param currency ISO 4217 code; empty when none is written
 * @param ambiguous whether it could be two: {@code 1.234} where nothing tells the decimal sign
 * @param decimal the sign that this text proves to be decimal; 0 when it proves none
 */
record NumberText(Optional<BigDecimal> number, String currency, boolean ambiguous, char decimal) {
  private static final NumberText NONE = new NumberText(Optional.empty(), "", false, (char) 0);
  private static final int LONGEST = 40;

  /**
   * Reads a text.
   *
   * @param usual the decimal sign of the column, 0 when unknown
   */
  static NumberText of(String raw, char usual) {
    if (raw.length() > LONGEST) {
      return NONE;
    }
    NumberText plain = plain(raw);
    if (plain != null) {
      return plain;
    }
    String text = Spaces.stripped(raw);
    String currency = "";
    BigDecimal factor = BigDecimal.ONE;
    boolean negative = false;
    if (text.startsWith("(") && text.endsWith(")")) { // accountants
      negative = true;
      text = text.substring(1, text.length() - 1).strip();
    }
    StringBuilder body = new StringBuilder();
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c) || c == '€' || c == '$' || c == '£' || c == '%') {
        if (isExponent(text, i, body)) {
          return scientific(text);
        }
        words.append(Character.toUpperCase(c));
      } else if (c == '-' || c == '\u2212') {
        negative ^= true;
      } else if (c != '+' && !(words.length() > 0 && body.length() == 0 && c == ' ')) {
        body.append(c);
      }
    }
    switch (words.toString()) {
      case "", "%", "HT", "TTC" -> {}
      case "€", "EUR", "EURO", "EUROS", "EURHT", "€HT", "€TTC", "EURTTC", "E" -> currency = "EUR";
      case "K€", "KEUR", "KEUROS" -> {
        currency = "EUR";
        factor = BigDecimal.valueOf(1_000);
      }
      case "M€", "MEUR" -> {
        currency = "EUR";
        factor = BigDecimal.valueOf(1_000_000);
      }
      case "K" -> factor = BigDecimal.valueOf(1_000);
      case "$", "USD", "US$", "USD$" -> currency = "USD";
      case "£", "GBP" -> currency = "GBP";
      case "CHF", "CAD", "MAD", "XPF", "TND", "DZD", "XOF", "XAF", "SEK", "DKK", "NOK", "PLN" ->
          currency = words.toString();
      default -> {
        return NONE;
      }
    }
    return digits(Spaces.stripped(body.toString()), usual, negative, factor, currency);
  }

  /**
   * Reads {@code 93306,5} and {@code 93 306,00}, as nearly all amounts are; null for all else, and
   * where three digits behind the sign could be thousands.
   */
  private static @Nullable NumberText plain(String text) {
    long unscaled = 0;
    int group = 0; // digits since the last space or sign
    int digits = 0;
    boolean grouped = false;
    char decimal = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        unscaled = unscaled * 10 + c - '0';
        group++;
        digits++;
      } else if (decimal != 0 || group == 0 || (grouped && group != 3)) {
        return null;
      } else if (c == ',' || c == '.') {
        decimal = c;
        group = 0;
      } else if ((c == ' ' || c == '\u00a0' || c == '\u202f') && group <= 3) {
        grouped = true;
        group = 0;
      } else {
        return null;
      }
    }
    boolean whole = decimal == 0 ? group == 3 || (!grouped && group > 0) : group == 1 || group == 2;
    if (!whole || digits > 18) {
      return null;
    }
    BigDecimal number = BigDecimal.valueOf(unscaled, decimal == 0 ? 0 : group);
    return new NumberText(Optional.of(number), "", false, decimal);
  }

  private static boolean isExponent(String text, int at, StringBuilder body) {
    return (text.charAt(at) == 'E' || text.charAt(at) == 'e')
        && body.length() > 0
        && at + 1 < text.length()
        && (text.charAt(at + 1) == '+'
            || text.charAt(at + 1) == '-'
            || Character.isDigit(text.charAt(at + 1)));
  }

  private static NumberText scientific(String text) {
    try {
      BigDecimal number = new BigDecimal(text.replace(',', '.'));
      boolean sane = Math.abs(number.precision() - (long) number.scale()) <= 40;
      return sane ? new NumberText(Optional.of(number), "", false, (char) 0) : NONE;
    } catch (NumberFormatException e) {
      return NONE;
    }
  }

  private static NumberText digits(
      String body, char usual, boolean negative, BigDecimal factor, String currency) {
    int comma = body.lastIndexOf(',');
    int point = body.lastIndexOf('.');
    char decimal = 0;
    boolean proven = false;
    if (comma >= 0 && point >= 0) {
      decimal = comma > point ? ',' : '.';
      proven = true;
    } else if (comma >= 0 || point >= 0) {
      char sign = comma >= 0 ? ',' : '.';
      int last = Math.max(comma, point);
      boolean several = body.indexOf(sign) != last;
      boolean groupLike =
          body.length() - last == 4 && last > 0 && last <= 3 && body.charAt(0) != '0';
      if (several) {
        decimal = sign == ',' ? '.' : ',';
      } else if (!groupLike) {
        decimal = sign;
        proven = true;
      } else if (usual == 0) {
        return new NumberText(Optional.empty(), currency, true, (char) 0);
      } else {
        decimal = usual;
      }
    }
    Optional<BigDecimal> value = value(body, decimal);
    return new NumberText(
        value
            .map(number -> number.multiply(factor))
            .map(number -> negative ? number.negate() : number),
        currency,
        false,
        proven && value.isPresent() ? decimal : (char) 0);
  }

  private static Optional<BigDecimal> value(String body, char decimal) {
    StringBuilder plain = new StringBuilder(body.length());
    int group = 0; // digits since the last separator of thousands
    boolean grouped = false;
    boolean fraction = false;
    boolean any = false;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c >= '0' && c <= '9') {
        plain.append(c);
        group++;
        any = true;
      } else if (c == decimal && decimal != 0 && !fraction) {
        if (grouped && group != 3) {
          return Optional.empty();
        }
        plain.append('.');
        fraction = true;
      } else if (Spaces.isSpace(c) || c == '\'' || c == '’' || c == '.' || c == ',') {
        boolean fits = !fraction && group > 0 && group <= 3 && (!grouped || group == 3);
        if (!fits) {
          return Optional.empty();
        }
        grouped = true;
        group = 0;
      } else {
        return Optional.empty();
      }
    }
    if (!any || (grouped && !fraction && group != 3)) {
      return Optional.empty();
    }
    String text = plain.toString();
    return Optional.of(new BigDecimal(text.endsWith(".") ? text + "0" : text));
  }

  /** Returns the value without exponent and needless zeros, such as {@code 1234.5}. */
  String plain() {
    return number
        .map(value -> value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros())
        .map(BigDecimal::toPlainString)
        .orElse("");
  }
}
