package io.limpide.engine.profile.scan;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds social security, account and card numbers, each by its check.
 *
 * <p>NIR: 13 characters and 97 less their remainder by 97; 2A and 2B of Corsica count as 19 and 18
 * (décret n° 82-103). IBAN: ISO 13616, remainder 1 by 97. Cards: Luhn (ISO/IEC 7812-1), prefix and
 * length of a scheme. A SIRET also passes Luhn and has 14 digits, so a card of 14 must be grouped
 * as cards are.
 */
final class NumberDetector {
  private static final Map<String, Integer> IBAN_LENGTHS = new HashMap<>();

  static {
    String lengths =
        "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20"
            + " EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IS26"
            + " IT27 JO30 KW30 KZ20 LB28 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MR27 MT31 MU30"
            + " NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SE24 SI19 SK24 SM27 TN24 TR26"
            + " UA29 VA22 VG24 XK20";
    for (String each : lengths.split(" ", -1)) {
      IBAN_LENGTHS.put(each.substring(0, 2), Integer.parseInt(each.substring(2)));
    }
  }

  private NumberDetector() {}

  /** A run of letters and digits, its parts joined by single spaces, hyphens or dots. */
  private record Run(String compact, List<Integer> groups, int start, int end) {}

  static void find(String text, List<Hit> hits) {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean fresh = at == 0 || !isAlphanumeric(text.charAt(at - 1));
      int end = -1;
      if (fresh && Character.isLetter(c) && IBAN_LENGTHS.containsKey(country(text, at))) {
        end = iban(text, at, hits);
      } else if (fresh && c >= '0' && c <= '9') {
        end = number(text, at, hits);
      }
      at = end > at ? end : at + 1;
    }
  }

  private static String country(String text, int at) {
    return text.substring(at, Math.min(text.length(), at + 2)).toUpperCase(Locale.ROOT);
  }

  private static int iban(String text, int at, List<Hit> hits) {
    int length = IBAN_LENGTHS.getOrDefault(country(text, at), 0);
    StringBuilder compact = new StringBuilder();
    int i = at;
    while (i < text.length() && compact.length() < length) {
      char c = text.charAt(i);
      if (isAlphanumeric(c)) {
        compact.append(Character.toUpperCase(c));
      } else if (!isJoint(c) || (i + 1 < text.length() && isJoint(text.charAt(i + 1)))) {
        return -1;
      }
      i++;
    }
    boolean whole = i == text.length() || !isAlphanumeric(text.charAt(i));
    if (compact.length() != length || !whole || !isIban(compact.toString())) {
      return -1;
    }
    hits.add(Hit.masked(Category.IBAN, text, at, i));
    return i;
  }

  private static boolean isIban(String iban) {
    String turned = iban.substring(4) + iban.substring(0, 4);
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < turned.length(); i++) {
      int digit = Character.digit(turned.charAt(i), 36);
      if (digit < 0) {
        return false;
      }
      digits.append(digit);
    }
    return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
  }

  private static int number(String text, int at, List<Hit> hits) {
    Run run = run(text, at);
    if (isNir(run.compact)) {
      hits.add(Hit.masked(Category.NIR, text, run.start, run.end));
      return run.end;
    }
    Run card = card(text, run);
    if (card != null) {
      hits.add(Hit.masked(Category.CARD, text, card.start, card.end));
    }
    return run.end;
  }

  private static Run run(String text, int at) {
    StringBuilder compact = new StringBuilder();
    List<Integer> groups = new ArrayList<>();
    int group = 0;
    int i = at;
    int end = at;
    for (; i < text.length() && compact.length() < 40; i++) {
      char c = text.charAt(i);
      boolean corsican = (c == 'A' || c == 'B' || c == 'a' || c == 'b') && compact.length() == 6;
      if ((c >= '0' && c <= '9') || corsican) {
        compact.append(Character.toUpperCase(c));
        group++;
        end = i + 1;
      } else if (isJoint(c) && group > 0) {
        groups.add(group);
        group = 0;
      } else {
        break;
      }
    }
    if (group > 0) {
      groups.add(group);
    }
    boolean glued = i < text.length() && i == end && Character.isLetter(text.charAt(i));
    return new Run(glued ? "" : compact.toString(), groups, at, end);
  }

  private static boolean isNir(String compact) {
    if (compact.length() != 15 || "12".indexOf(compact.charAt(0)) < 0) {
      return false;
    }
    int month = number(compact.substring(3, 5));
    boolean known = (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
    String department = compact.substring(5, 7);
    String value =
        switch (department) {
          case "2A" -> compact.substring(0, 5) + "19" + compact.substring(7, 13);
          case "2B" -> compact.substring(0, 5) + "18" + compact.substring(7, 13);
          default -> compact.substring(0, 13);
        };
    int key = number(compact.substring(13));
    for (int i = 0; i < value.length(); i++) {
      if (!Character.isDigit(value.charAt(i))) {
        return false;
      }
    }
    return known && key == 97 - (int) (Long.parseLong(value) % 97);
  }

  private static int number(String digits) {
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), 10);
      if (digit < 0) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** Finds a card among neighbouring groups, so that an expiry date after it does no harm. */
  private static @Nullable Run card(String text, Run run) {
    int digitsBefore = 0;
    int[] starts = groupStarts(text, run);
    for (int first = 0; first < run.groups.size(); first++) {
      int digits = 0;
      for (int last = first; last < Math.min(run.groups.size(), first + 5); last++) {
        digits += run.groups.get(last);
        List<Integer> shape = run.groups.subList(first, last + 1);
        if (isCardShape(shape) && digitsBefore + digits <= run.compact.length()) {
          String number = run.compact.substring(digitsBefore, digitsBefore + digits);
          if (isCard(number, shape.size() > 1)) {
            int end = starts[last] + run.groups.get(last);
            return new Run(number, shape, starts[first], end);
          }
        }
      }
      digitsBefore += run.groups.get(first);
    }
    return null;
  }

  private static int[] groupStarts(String text, Run run) {
    int[] starts = new int[run.groups.size()];
    int at = run.start;
    for (int group = 0; group < starts.length; group++) {
      while (at < text.length() && isJoint(text.charAt(at))) {
        at++;
      }
      starts[group] = at;
      at += run.groups.get(group);
    }
    return starts;
  }

  private static boolean isCardShape(List<Integer> groups) {
    return switch (groups.size()) {
      case 1 -> groups.get(0) >= 15 && groups.get(0) <= 19;
      case 3 -> groups.equals(List.of(4, 6, 5)) || groups.equals(List.of(4, 6, 4));
      case 4 -> groups.equals(List.of(4, 4, 4, 4));
      case 5 -> groups.equals(List.of(4, 4, 4, 4, 3));
      default -> false;
    };
  }

  private static boolean isCard(String number, boolean grouped) {
    if (number.chars().distinct().count() < 2 || !luhn(number)) {
      return false;
    }
    int length = number.length();
    int four = number(number.substring(0, 4));
    int two = four / 100;
    boolean visa = four / 1000 == 4 && (length == 16 || length == 19);
    boolean mastercard =
        length == 16 && ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720));
    boolean amex = length == 15 && (two == 34 || two == 37);
    boolean diners = grouped && length == 14 && (two == 36 || two == 38 || two == 30);
    boolean discover = length == 16 && (four == 6011 || two == 65 || four / 10 == 644);
    boolean jcb = length == 16 && four >= 3528 && four <= 3589;
    boolean unionPay = length >= 16 && two == 62;
    boolean maestro = length >= 16 && (two == 50 || (two >= 56 && two <= 58) || two == 67);
    return visa || mastercard || amex || diners || discover || jcb || unionPay || maestro;
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
      if (digit < 0) {
        return false;
      }
      int twice = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      sum += i % 2 == 0 ? digit : twice;
    }
    return sum % 10 == 0;
  }

  private static boolean isJoint(char c) {
    return c == ' ' || c == '-' || c == '.' || c == '\u00a0' || c == '\u202f';
  }

  private static boolean isAlphanumeric(char c) {
    return Character.isLetterOrDigit(c);
  }
}
