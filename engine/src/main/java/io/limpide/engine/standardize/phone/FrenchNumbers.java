package io.limpide.engine.standardize.phone;

import io.limpide.engine.finding.Reason;
import io.limpide.engine.standardize.phone.PhoneReader.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads French numbers: those of the mainland and of the territories that dial ten digits from 0.
 *
 * <p>What a number is depends on its first five digits after the zero only (the library's patterns
 * all end in four free digits; a test holds them against each other). So the library is asked once
 * for each such block, and the answer kept: a million numbers cost a few thousand questions.
 */
final class FrenchNumbers {
  private static final List<String> REGIONS =
      List.of("FR", "RE", "YT", "GP", "MQ", "GF", "BL", "MF", "PM", "");
  private static final List<PhoneType> TYPES = List.of(PhoneType.values());
  private static final short UNASKED = 0;
  private static final short INVALID = 1;

  /**
   * What is known of each block: UNASKED, INVALID, or 2 + region * 16 + type. Threads may ask
   * twice, but always get the same answer, so a plain array serves them all.
   */
  private static final short[] BLOCKS = new short[100_000];

  private FrenchNumbers() {}

  /** Reads a plainly written number without any detour; null when it is not that plain. */
  static @Nullable PhoneNumber atOnce(String text, String postcode) {
    String number = atOnce(text);
    return number == null ? null : read(number, "", true, postcode, text);
  }

  /** Returns the nine digits of a plainly written number; null when it is not that plain. */
  static @Nullable String atOnce(String text) {
    String number = plain(text);
    return number == null ? spelt(text) : number;
  }

  /**
   * Returns the nine digits of a number written with or without its country, in groups or not; null
   * when it is not that plain.
   */
  static @Nullable String plain(String text) {
    int length = text.length();
    if (length < 10 || length > 20) {
      return null;
    }
    char[] digits = new char[15];
    int count = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        if (count == digits.length) {
          return null;
        }
        digits[count++] = c;
      } else if (c != ' ' && c != '.' && c != '-' && !(c == '+' && i == 0)) {
        return null;
      }
    }
    int start = -1;
    if (text.charAt(0) == '+') {
      start = count == 11 && digits[0] == '3' && digits[1] == '3' ? 2 : -1;
    } else if (count == 10 && digits[0] == '0') {
      start = 1;
    } else if (count == 13
        && digits[0] == '0'
        && digits[1] == '0'
        && digits[2] == '3'
        && digits[3] == '3') {
      start = 4;
    }
    if (start < 0 || digits[start] == '0') {
      return null;
    }
    return new String(digits, start, 9);
  }

  /**
   * Returns the nine digits of {@code +33 (0)1 42 68 53 00}, or of {@code 142685300}, where a
   * spreadsheet took the zero for nothing; null for all else.
   */
  private static @Nullable String spelt(String text) {
    int length = text.length();
    if (length == 9) {
      char first = text.charAt(0);
      return first != '0' && first != '8' && PhoneText.digits(text).length() == 9 ? text : null;
    }
    int zero = text.startsWith("+33 (0)") ? 7 : text.startsWith("+33(0)") ? 6 : -1;
    if (zero < 0 || length - zero < 9 || length - zero > 14 || text.charAt(zero) == '0') {
      return null;
    }
    for (int i = zero; i < length; i++) {
      char c = text.charAt(i);
      boolean sign = (c == ' ' || c == '.') && i > zero && i < length - 1;
      if (!sign && (c < '0' || c > '9')) {
        return null;
      }
    }
    String number = PhoneText.digits(text.substring(zero));
    return number.length() == 9 && number.charAt(0) != '0' ? number : null;
  }

  /** Returns what kind of line nine digits are, {@code UNKNOWN} where there is none such. */
  static PhoneType type(String number) {
    short known = block(number);
    return known == INVALID ? PhoneType.UNKNOWN : TYPES.get((known - 2) % 16);
  }

  /**
   * Returns the nine digits of a French number (thirteen of a machine), without the leading zero;
   * null when it is none.
   *
   * @param home whether a number that names no country is French
   */
  static @Nullable String national(String plain, String digits, boolean home) {
    boolean plus = plain.startsWith("+") || plain.startsWith("(+");
    String rest = null;
    if (plus || digits.startsWith("00")) {
      String international = stripZeros(digits);
      if (international.startsWith("33")) {
        rest = international.substring(2);
      } else if (plus && digits.startsWith("0") && home && international.length() == 9) {
        rest = international; // +06 12 34 56 78: a plus by mistake
      }
    } else if (home && digits.length() == 11 && digits.startsWith("33")) {
      rest = digits.substring(2);
    } else if (home && digits.length() == 12 && digits.startsWith("330")) {
      rest = digits.substring(3);
    } else if (home && digits.startsWith("0")) {
      rest = digits;
    } else if (home && digits.length() == 9 && digits.charAt(0) != '8') {
      rest = digits;
    }
    if (rest == null) {
      return null;
    }
    String number = rest.startsWith("0") ? rest.substring(1) : rest;
    boolean machine = FrenchPlan.isMachine(number);
    return (number.length() == 9 && number.charAt(0) != '0') || machine ? number : null;
  }

  private static String stripZeros(String digits) {
    int start = 0;
    while (start < digits.length() && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }

  /**
   * Judges a French number.
   *
   * @param number nine digits (thirteen for a machine), without the leading zero
   * @param home whether it is written as within France
   */
  static PhoneNumber read(
      String number, String extension, boolean home, String postcode, String text) {
    if (number.length() == 13) {
      return new PhoneNumber(
          "+33" + number,
          "FR",
          PhoneType.MACHINE,
          extension,
          List.of(PhoneReasons.MACHINE),
          home ? "0" + number : "+33 " + number);
    }
    boolean dummy = PhoneDummies.isDummy(number);
    short known = block(number);
    if (known == INVALID) {
      List<Reason> reasons =
          dummy ? List.of(PhoneReasons.INVALID, PhoneReasons.DUMMY) : List.of(PhoneReasons.INVALID);
      return new PhoneNumber("+33" + number, "", PhoneType.UNKNOWN, extension, reasons, text);
    }
    PhoneType type = TYPES.get((known - 2) % 16);
    String region = REGIONS.get((known - 2) / 16);
    String territory = FrenchPlan.territory(number, "");
    if (territory.equals("FR") || !region.equals("FR")) {
      territory = region.equals("FR") ? "FR" : territory;
    } else {
      territory = "FR"; // the block is not in use overseas, but on the mainland
    }
    if (!postcode.isEmpty() && territory.equals("FR")) {
      String there = FrenchPlan.territory(number, postcode);
      Line line = there.equals("FR") ? null : PhoneReader.line(FrenchPlan.e164(number, there));
      if (line != null) {
        return assembled(number, extension, home, line.region(), there, line.type(), dummy);
      }
    }
    return assembled(number, extension, home, region, territory, type, dummy);
  }

  private static PhoneNumber assembled(
      String number,
      String extension,
      boolean home,
      String region,
      String territory,
      PhoneType type,
      boolean dummy) {
    String e164 = FrenchPlan.e164(number, territory);
    String display;
    if (territory.equals("PM") && e164.length() == 10) {
      display =
          "+508 " + e164.substring(4, 6) + " " + e164.substring(6, 8) + " " + e164.substring(8);
    } else {
      String national = FrenchPlan.display(number, territory, type);
      display =
          home
              ? national
              : "+" + e164.substring(1, e164.length() - 9) + " " + national.substring(1).strip();
    }
    if (!extension.isEmpty()) {
      display += home ? " poste " + extension : " ext. " + extension;
    }
    List<Reason> reasons = PhoneReader.remarks(type, dummy);
    if (FrenchPlan.isPlatform(number)) {
      reasons.add(PhoneReasons.PLATFORM);
    } else if (FrenchPlan.isFiction(number)) {
      reasons.add(PhoneReasons.FICTION);
    }
    return new PhoneNumber(e164, region, type, extension, reasons, display);
  }

  /** Returns the ten-digit form of an overseas number, if dialling it leads there; else another. */
  static String displayOverseas(String number, String e164, PhoneType type, String otherwise) {
    if (number.length() != 9) {
      return otherwise;
    }
    String territory = FrenchPlan.territory(number, "");
    boolean same = !territory.equals("FR") && FrenchPlan.e164(number, territory).equals(e164);
    return same && block(number) != INVALID
        ? FrenchPlan.display(number, territory, type)
        : otherwise;
  }

  private static short block(String number) {
    int index = Integer.parseInt(number, 0, 5, 10);
    short known = BLOCKS[index];
    if (known == UNASKED) {
      known = ask(number);
      BLOCKS[index] = known;
    }
    return known;
  }

  private static short ask(String number) {
    if (number.startsWith("63998")) {
      return pack("FR", PhoneType.MOBILE); // reserved for fiction; the library refuses it
    }
    String territory = FrenchPlan.territory(number, "");
    Line line = PhoneReader.line(FrenchPlan.e164(number, territory));
    if (line == null && !territory.equals("FR")) {
      line = PhoneReader.line("+33" + number);
    }
    return line == null ? INVALID : pack(line.region(), line.type());
  }

  private static short pack(String region, PhoneType type) {
    return (short) (2 + Math.max(0, REGIONS.indexOf(region)) * 16 + TYPES.indexOf(type));
  }
}
