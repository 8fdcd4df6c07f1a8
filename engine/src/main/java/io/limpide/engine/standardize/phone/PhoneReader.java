package io.limpide.engine.standardize.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import io.limpide.engine.finding.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one phone number. French numbers are routed to their territory first, for the library would
 * take many overseas numbers for mainland ones; the library judges the rest.
 */
final class PhoneReader {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

  private PhoneReader() {}

  static PhoneNumber read(String text, String region, String postcode) {
    boolean french = FrenchPlan.TERRITORIES.contains(region);
    if (text.length() > PhoneText.LONGEST) {
      return none(text, PhoneReasons.NOT_A_NUMBER);
    }
    if (french) {
      PhoneNumber known = FrenchNumbers.atOnce(text, postcode);
      if (known != null) {
        return known;
      }
    }
    String plain = PhoneText.withoutSpreadsheet(PhoneText.plain(text));
    if (plain.isEmpty()) {
      return new PhoneNumber("", "", PhoneType.UNKNOWN, "", List.of(), text);
    }
    if (PhoneText.isRounded(plain)) {
      return none(text, PhoneReasons.EXCEL_DAMAGE);
    }
    plain = PhoneText.withoutLabel(plain);
    if (french) {
      plain = PhoneText.withoutLetters(plain);
    }
    // The library would take a French extension for more digits of the number, so it comes off
    // first.
    PhoneNumber extended = extended(plain, region, postcode, text);
    if (french && extended != null) {
      return extended;
    }
    PhoneNumber number = readNumber(PhoneText.withoutTrunkZero(plain), "", region, postcode, text);
    boolean understood = number.isValid() || number.type() == PhoneType.SHORT;
    return understood || extended == null ? number : extended;
  }

  /** Returns the number with its extension; null when it has none, or is not valid without it. */
  private static @Nullable PhoneNumber extended(
      String plain, String region, String postcode, String text) {
    String extension = PhoneText.extension(plain);
    if (extension.isEmpty()) {
      return null;
    }
    String rest = PhoneText.withoutTrunkZero(PhoneText.withoutExtension(plain));
    PhoneNumber number = readNumber(rest, extension, region, postcode, text);
    return number.isValid() ? number : null;
  }

  private static PhoneNumber readNumber(
      String plain, String extension, String region, String postcode, String text) {
    boolean french = FrenchPlan.TERRITORIES.contains(region);
    String digits = PhoneText.digits(plain);
    if (PhoneText.hasLetter(plain)) {
      return byLibrary(plain, extension, region, text);
    }
    String national = FrenchNumbers.national(plain, digits, french);
    if (national != null) {
      return FrenchNumbers.read(national, extension, french, postcode, text);
    }
    if (french) {
      if (FrenchPlan.isShort(digits) && plain.indexOf('+') < 0) {
        return new PhoneNumber("", "FR", PhoneType.SHORT, "", List.of(PhoneReasons.SHORT), digits);
      }
      String home = FrenchPlan.ofPostcode(postcode);
      if (!FrenchPlan.TERRITORIES.contains(home)) {
        // New Caledonia and Polynesia dial six and eight digits among themselves.
        PhoneNumber there = byLibrary(plain, extension, home, text);
        return there.isValid() ? byLibrary(there.e164(), extension, region, text) : there;
      }
    }
    return byLibrary(plain, extension, region, text);
  }

  private static PhoneNumber byLibrary(String plain, String extension, String region, String text) {
    Phonenumber.PhoneNumber parsed = parse(plain, region);
    if (parsed == null) {
      return none(text, lacksDigits(plain) ? PhoneReasons.NOT_A_NUMBER : whyNot(plain));
    }
    String ownExtension = extension.isEmpty() ? parsed.getExtension() : extension;
    parsed.clearExtension();
    PhoneType type = type(LIBRARY.getNumberType(parsed));
    if (type != PhoneType.UNKNOWN) { // what the library calls valid, but asked once
      return valid(parsed, type, ownExtension, region, text);
    }
    String e164 = LIBRARY.format(parsed, PhoneNumberFormat.E164);
    if (plain.indexOf('+') < 0 && isShort(parsed, region)) {
      return new PhoneNumber(
          "", region, PhoneType.SHORT, "", List.of(PhoneReasons.SHORT), PhoneText.digits(plain));
    }
    Line former = FormerNumbers.line(e164);
    if (former != null) {
      return new PhoneNumber(
          e164,
          former.region(),
          former.type(),
          ownExtension,
          List.of(PhoneReasons.FORMER),
          LIBRARY.format(parsed, PhoneNumberFormat.INTERNATIONAL));
    }
    List<Reason> reasons = new ArrayList<>(2);
    ValidationResult possible = LIBRARY.isPossibleNumberWithReason(parsed);
    reasons.add(
        switch (possible) {
          case TOO_SHORT -> PhoneReasons.TOO_SHORT;
          case TOO_LONG -> PhoneReasons.TOO_LONG;
          default -> PhoneReasons.INVALID;
        });
    if (PhoneDummies.isDummy(PhoneText.digits(plain))) {
      reasons.add(PhoneReasons.DUMMY);
    }
    return new PhoneNumber(e164, "", PhoneType.UNKNOWN, ownExtension, reasons, text);
  }

  private static PhoneNumber valid(
      Phonenumber.PhoneNumber parsed, PhoneType type, String extension, String home, String text) {
    boolean french = FrenchPlan.TERRITORIES.contains(home);
    if (french && parsed.getCountryCode() == 33 && significant(parsed).length() == 9) {
      return FrenchNumbers.read(significant(parsed), extension, true, "", text);
    }
    String e164 = LIBRARY.format(parsed, PhoneNumberFormat.E164);
    String region = LIBRARY.getRegionCodeForNumber(parsed);
    region = region == null ? "" : region;
    String display = LIBRARY.format(parsed, PhoneNumberFormat.INTERNATIONAL);
    if (french) {
      display = FrenchNumbers.displayOverseas(significant(parsed), e164, type, display);
    } else if (region.equals(home)) {
      String national = LIBRARY.format(parsed, PhoneNumberFormat.NATIONAL);
      Phonenumber.PhoneNumber again = parse(national, home);
      if (again != null && LIBRARY.format(again, PhoneNumberFormat.E164).equals(e164)) {
        display = national;
      }
    }
    if (!extension.isEmpty()) {
      display += french ? " poste " + extension : " ext. " + extension;
    }
    List<Reason> reasons = remarks(type, PhoneDummies.isDummy(significant(parsed)));
    return new PhoneNumber(e164, region, type, extension, reasons, display);
  }

  private static String significant(Phonenumber.PhoneNumber parsed) {
    return LIBRARY.getNationalSignificantNumber(parsed);
  }

  static List<Reason> remarks(PhoneType type, boolean dummy) {
    List<Reason> reasons = new ArrayList<>(1);
    if (dummy) {
      reasons.add(PhoneReasons.DUMMY);
    }
    switch (type) {
      case PREMIUM, SHARED_COST -> reasons.add(PhoneReasons.PREMIUM);
      case TOLL_FREE, COMPANY -> reasons.add(PhoneReasons.SERVICE);
      case MACHINE -> reasons.add(PhoneReasons.MACHINE);
      default -> {}
    }
    return reasons;
  }

  /**
   * Returns whether two regions dial under one country code, as the United States and Canada do.
   */
  static boolean sharePlan(String a, String b) {
    int code = LIBRARY.getCountryCodeForRegion(a);
    return code != 0 && code == LIBRARY.getCountryCodeForRegion(b);
  }

  private static boolean isShort(Phonenumber.PhoneNumber parsed, String region) {
    return LIBRARY.getSupportedRegions().contains(region)
        && ShortNumberInfo.getInstance().isValidShortNumberForRegion(parsed, region);
  }

  /** Returns what the library makes of the text; null when it finds no number. */
  static Phonenumber.@Nullable PhoneNumber parse(String text, String region) {
    try {
      return LIBRARY.parse(text, region);
    } catch (NumberParseException e) {
      return null;
    }
  }

  /**
   * Returns the region of a number in E.164 form and what kind it is; null when it is not valid.
   */
  static @Nullable Line line(String e164) {
    Phonenumber.PhoneNumber parsed = parse(e164, "ZZ");
    if (parsed == null || !LIBRARY.isValidNumber(parsed)) {
      return null;
    }
    String region = LIBRARY.getRegionCodeForNumber(parsed);
    return new Line(region == null ? "" : region, type(LIBRARY.getNumberType(parsed)));
  }

  /** Where a number belongs to and what kind it is. */
  record Line(String region, PhoneType type) {}

  static PhoneNumber none(String text, Reason reason) {
    return new PhoneNumber("", "", PhoneType.UNKNOWN, "", List.of(reason), text);
  }

  private static boolean lacksDigits(String plain) {
    return plain.chars().noneMatch(Character::isDigit);
  }

  private static Reason whyNot(String plain) {
    long digits = plain.chars().filter(Character::isDigit).count();
    return digits < 6
        ? PhoneReasons.TOO_SHORT
        : digits > 15 ? PhoneReasons.TOO_LONG : PhoneReasons.INVALID;
  }

  private static PhoneType type(PhoneNumberType type) {
    return switch (type) {
      case FIXED_LINE -> PhoneType.LANDLINE;
      case MOBILE -> PhoneType.MOBILE;
      case FIXED_LINE_OR_MOBILE -> PhoneType.LANDLINE_OR_MOBILE;
      case VOIP -> PhoneType.VOIP;
      case TOLL_FREE -> PhoneType.TOLL_FREE;
      case PREMIUM_RATE -> PhoneType.PREMIUM;
      case SHARED_COST -> PhoneType.SHARED_COST;
      case PERSONAL_NUMBER -> PhoneType.PERSONAL;
      case PAGER -> PhoneType.PAGER;
      case UAN -> PhoneType.COMPANY;
      case VOICEMAIL -> PhoneType.PERSONAL;
      default -> PhoneType.UNKNOWN;
    };
  }
}
