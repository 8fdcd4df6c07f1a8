package io.limpide.engine.standardize.phone;

import java.util.Set;

/**
 * The French numbering plan, as far as the library does not know it: which territory a national
 * number belongs to, short numbers, fiction, platforms.
 *
 * <p>Sources: ARCEP decision 2018-0881 as amended by 2022-1583 (numbering plan); for the ranges of
 * the territories also libphonenumber's metadata, which a test compares.
 */
final class FrenchPlan {
  /** Territories that dial each other as if at home: ten digits that begin with 0. */
  static final Set<String> TERRITORIES =
      Set.of("FR", "RE", "YT", "GP", "MQ", "GF", "BL", "MF", "PM");

  /** ARCEP decision 2022-1583: prefixes of commercial platforms, without the leading zero. */
  private static final Set<String> PLATFORMS =
      Set.of(
          "162", "163", "270", "271", "377", "378", "424", "425", "568", "569", "948", "949",
          "9475", "9476", "9477", "9478", "9479");

  /** Reserved by ARCEP for films and books, without the leading zero. */
  private static final Set<String> FICTION =
      Set.of("19900", "26191", "35301", "46571", "53649", "63998");

  private FrenchPlan() {}

  /**
   * Returns the territory of a national number.
   *
   * @param number nine digits, without the leading zero
   * @param postcode of its holder; decides where the prefix does not
   */
  static String territory(String number, String postcode) {
    return switch (number.substring(0, 3)) {
      case "262", "692", "693" -> "RE";
      case "263" -> number.charAt(3) <= '1' ? "RE" : "FR";
      case "268" -> number.charAt(3) == '8' ? "RE" : number.charAt(3) == '9' ? "YT" : "FR";
      case "269", "639" -> number.startsWith("63998") ? "FR" : "YT";
      case "590", "690", "691" -> "GP";
      case "594", "694" -> "GF";
      case "596", "696", "697" -> "MQ";
      case "508" -> "PM";
      case "708" -> number.charAt(3) == '4' || number.charAt(3) == '5' ? "PM" : "FR";
      case "709" -> mobile709(number);
      case "947", "976" -> ofPostcode(postcode);
      default -> "FR";
    };
  }

  private static String mobile709(String number) {
    int block = (number.charAt(3) - '0') * 10 + number.charAt(4) - '0';
    return switch (block) {
      case 0, 1, 2, 3, 4 -> "GP";
      case 10, 11, 12, 13 -> "MQ";
      case 20, 21, 22, 23 -> "RE";
      case 30, 31, 32, 33 -> "GF";
      case 35, 36, 37 -> "YT";
      default -> "FR";
    };
  }

  /** Returns the region of a French postcode: {@code RE} of 97400; {@code FR} for the mainland. */
  static String ofPostcode(String postcode) {
    if (postcode.length() < 3 || !postcode.startsWith("9")) {
      return "FR";
    }
    return switch (postcode.substring(0, 3)) {
      case "971" -> "GP";
      case "972" -> "MQ";
      case "973" -> "GF";
      case "974" -> "RE";
      case "975" -> "PM";
      case "976" -> "YT";
      case "977" -> "BL";
      case "978" -> "MF";
      case "986" -> "WF";
      case "987" -> "PF";
      case "988" -> "NC";
      default -> "FR";
    };
  }

  /** Returns the E.164 number of a national number in a territory. */
  static String e164(String number, String territory) {
    return switch (territory) {
      case "RE", "YT" -> "+262" + number;
      case "GP", "BL", "MF" -> "+590" + number;
      case "MQ" -> "+596" + number;
      case "GF" -> "+594" + number;
      // 0508 41 12 34 is dialled, but 508 is the country code already
      case "PM" -> "+508" + (number.startsWith("508") ? number.substring(3) : number);
      default -> "+33" + number;
    };
  }

  static boolean isFiction(String number) {
    return FICTION.contains(number.substring(0, 5));
  }

  /** Number given to platforms that hide the caller: nobody's own line. */
  static boolean isPlatform(String number) {
    return PLATFORMS.contains(number.substring(0, 3)) || PLATFORMS.contains(number.substring(0, 4));
  }

  /** M2M: fourteen digits from 0700; given here without the leading zero. */
  static boolean isMachine(String number) {
    return number.length() == 13 && number.startsWith("700");
  }

  /**
   * Returns whether the digits are a short number: 3xxx, 10xx, 118xxx, emergency and social ones.
   */
  static boolean isShort(String digits) {
    return switch (digits.length()) {
      case 2 -> Set.of("15", "17", "18").contains(digits);
      case 3 ->
          Set.of("110", "112", "114", "115", "116", "119", "191", "196", "197").contains(digits);
      case 4 -> digits.charAt(0) == '3' || digits.startsWith("10");
      case 6 -> digits.startsWith("118") || digits.startsWith("116");
      default -> false;
    };
  }

  /**
   * Returns how the number is written within France.
   *
   * @param number nine digits, without the leading zero
   */
  static String display(String number, String territory, PhoneType type) {
    boolean groups = !territory.equals("FR");
    boolean service = number.charAt(0) == '8' && type != PhoneType.LANDLINE;
    StringBuilder text = new StringBuilder(14).append('0');
    if (service && !groups) {
      text.append(' ').append(number, 0, 3);
    } else {
      text.append(number.charAt(0));
      if (!groups) {
        text.append(' ');
      }
      text.append(number, 1, 3);
    }
    for (int i = 3; i < 9; i += 2) {
      text.append(' ').append(number, i, i + 2);
    }
    return text.toString();
  }
}
