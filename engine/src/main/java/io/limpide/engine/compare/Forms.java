package io.limpide.engine.compare;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.standardize.address.PostalAddress;
import io.limpide.engine.standardize.company.CompanyName;
import io.limpide.engine.standardize.company.Siren;
import io.limpide.engine.standardize.company.Siret;
import io.limpide.engine.standardize.email.EmailAddress;
import io.limpide.engine.standardize.phone.PhoneNumber;
import io.limpide.engine.text.Fold;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Brings values to the forms in which they are compared; empty where they say nothing. */
final class Forms {
  private static final Set<String> WAYS =
      Set.of(
          "rue",
          "r",
          "avenue",
          "av",
          "ave",
          "boulevard",
          "bd",
          "bld",
          "blvd",
          "place",
          "pl",
          "chemin",
          "ch",
          "che",
          "chem",
          "allee",
          "allees",
          "all",
          "impasse",
          "imp",
          "route",
          "rte",
          "quai",
          "cours",
          "crs",
          "square",
          "sq",
          "street",
          "st",
          "road",
          "rd",
          "lane",
          "ln",
          "drive",
          "dr",
          "court",
          "ct",
          "way",
          "circuit",
          "cct",
          "crescent",
          "cres",
          "close",
          "terrace",
          "strasse",
          "str",
          "via",
          "calle",
          "plaza",
          "de",
          "du",
          "des",
          "la",
          "le",
          "les",
          "l",
          "d",
          "et",
          "the");
  private static final Pattern MISSPELT_MOBILE = Pattern.compile("(?:(?:00)?33)?0?[67]");
  private static final PostalAddress NOWHERE = PostalAddress.parse("");
  private static final int NATIONAL_DIGITS = 9; // the significant ones in France and about it
  private static final int FEWEST_DIGITS = 6;
  private static final int MOST_TEXT = 120;

  private Forms() {}

  static String words(String text) {
    String words =
        Fold.words(text.length() > 4 * MOST_TEXT ? text.substring(0, 4 * MOST_TEXT) : text);
    return words.length() > MOST_TEXT ? words.substring(0, MOST_TEXT).strip() : words;
  }

  static String name(String text) {
    String words = Generations.without(words(text));
    for (int i = 0; i < words.length(); i++) {
      if (Character.isLetter(words.charAt(i))) {
        return words;
      }
    }
    return "";
  }

  static String email(String text) {
    EmailAddress address = EmailAddress.parse(text);
    return address.isDummy() || text.isBlank() ? "" : address.canonical();
  }

  static String personalEmail(String text) {
    EmailAddress address = EmailAddress.parse(text);
    return address.isRole() || address.isDummy() || text.isBlank() ? "" : address.canonical();
  }

  /** The domain of a company's own address; none for the domains of providers. */
  static String ownDomain(String text) {
    EmailAddress address = EmailAddress.parse(text);
    return !address.isValid() || address.isPersonalProvider() || address.isDisposable()
        ? ""
        : domain(address.domain());
  }

  /** The domain of a company's own address or web site. */
  static String companyDomain(String text) {
    String domain = text.indexOf('@') >= 0 ? ownDomain(text) : domain(text);
    return domain.indexOf('.') > 0 ? domain : "";
  }

  static String domain(String text) {
    String domain = text.strip().toLowerCase(Locale.ROOT);
    int from = domain.indexOf("://");
    domain = from < 0 ? domain : domain.substring(from + 3);
    int to = domain.length();
    for (int i = 0; i < domain.length() && to == domain.length(); i++) {
      char c = domain.charAt(i);
      to = c == '/' || c == '?' || c == '#' || c == ':' ? i : to;
    }
    domain = domain.substring(0, to);
    return domain.startsWith("www.") ? domain.substring(4) : domain;
  }

  static String phone(String text) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length() && digits.length() < 20; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (Character.isLetter(c) || c == ';' || c == ',') {
        break; // an extension, a remark or a second number
      }
    }
    int length = digits.length();
    int kinds = 0;
    for (int i = 0; i < length; i++) {
      kinds |= 1 << (digits.charAt(i) - '0');
    }
    if (length < FEWEST_DIGITS || Integer.bitCount(kinds) < 3) {
      return "";
    }
    return length <= NATIONAL_DIGITS
        ? digits.toString()
        : digits.substring(length - NATIONAL_DIGITS);
  }

  /** A number that may be shared: any that is not known to be a mobile phone. */
  static String line(String text) {
    String digits = phone(text);
    return digits.isEmpty() || isMobile(text) ? "" : digits;
  }

  /** A number that one person carries about. */
  static String mobile(String text) {
    String digits = phone(text);
    return digits.isEmpty() || !isMobile(text) ? "" : digits;
  }

  /** Also what would be a mobile phone, but for a digit too few or too many, or not given out. */
  private static boolean isMobile(String text) {
    String french = PhoneNumber.plainFrench(text);
    if (!french.isEmpty()) {
      return french.charAt(0) == '6' || french.charAt(0) == '7'; // ARCEP decision 2018-0881
    }
    PhoneNumber number = PhoneNumber.parse(text);
    return number.isValid() ? number.isMobile() : MISSPELT_MOBILE.matcher(digits(text)).lookingAt();
  }

  static String siren(String text) {
    String digits = digits(text);
    return digits.length() == 9 || digits.length() == 14 ? validSiren(digits.substring(0, 9)) : "";
  }

  static String vatSiren(String text) {
    String vat = identifier(text);
    return vat.startsWith("FR") && vat.length() == 13 ? validSiren(vat.substring(4)) : "";
  }

  /** The SIREN that a SIREN, SIRET or VAT number has in it. */
  static String anySiren(String text) {
    String siren = siren(text);
    return siren.isEmpty() ? vatSiren(text) : siren;
  }

  private static String validSiren(String siren) {
    return Siren.isValid(siren) && !Siren.isPlaceholder(siren) ? siren : "";
  }

  static String siret(String text) {
    String digits = digits(text);
    return digits.length() == 14 && Siret.isValid(digits) && !Siret.isPlaceholder(digits)
        ? digits
        : "";
  }

  static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length() && digits.length() < 20; i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        digits.append(text.charAt(i));
      }
    }
    return digits.toString();
  }

  static String identifier(String text) {
    String key = Fold.key(text).toUpperCase(Locale.ROOT);
    return key.length() > MOST_TEXT || isOneSign(key) ? "" : key;
  }

  private static boolean isOneSign(String key) {
    for (int i = 1; i < key.length(); i++) {
      if (key.charAt(i) != key.charAt(0)) {
        return false;
      }
    }
    return true;
  }

  static String company(String text) {
    if (text.isBlank()) {
      return "";
    }
    CompanyName name = CompanyName.parse(text);
    String core = name.coreKey().isEmpty() ? name.tokens() : name.coreKey();
    return words(core.isEmpty() ? text : core);
  }

  static String civility(String text) {
    return switch (Fold.words(text)) {
      case "m", "mr", "monsieur", "male", "homme", "h", "masculin", "herr", "sr", "1" -> "m";
      case "mme",
          "mrs",
          "ms",
          "miss",
          "mlle",
          "melle",
          "madame",
          "mademoiselle",
          "female",
          "femme",
          "f",
          "feminin",
          "frau",
          "2" ->
          "f";
      default -> "";
    };
  }

  /** {@code number|way}, from the parts of an address of whatever kind. */
  static String street(String text) {
    String number = "";
    StringBuilder way = new StringBuilder();
    for (String word : words(text).split(" ", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      boolean numeric = Character.isDigit(word.charAt(0));
      if (numeric && number.isEmpty()) {
        number = leadingDigits(word);
      } else if (!WAYS.contains(word)) {
        way.append(way.isEmpty() ? "" : " ").append(word);
      }
    }
    return number.isEmpty() && way.isEmpty() ? "" : number + "|" + way;
  }

  static String streetOfWhole(String text) {
    PostalAddress address = text.isBlank() ? NOWHERE : PostalAddress.parse(shortened(text));
    String way = words(address.wayKey().isEmpty() ? address.locality() : address.wayKey());
    return address.number().isEmpty() && way.isEmpty() ? "" : address.number() + "|" + way;
  }

  static String placeOfWhole(String text) {
    PostalAddress address = text.isBlank() ? NOWHERE : PostalAddress.parse(shortened(text));
    return address.postcode().isEmpty() && address.city().isEmpty()
        ? ""
        : postcode(address.postcode()) + "|" + city(address.city());
  }

  private static String shortened(String text) {
    return text.length() > 4 * MOST_TEXT ? text.substring(0, 4 * MOST_TEXT) : text;
  }

  private static String leadingDigits(String word) {
    int to = 0;
    while (to < word.length() && Character.isDigit(word.charAt(to))) {
      to++;
    }
    return word.substring(0, to);
  }

  static String postcode(String text) {
    return Fold.key(text);
  }

  static String city(String text) {
    String words = words(text);
    int cedex = words.indexOf(" cedex");
    return cedex < 0 ? words : words.substring(0, cedex);
  }

  static boolean isText(FieldType type) {
    return type != FieldType.NUMBER && type != FieldType.AMOUNT && type != FieldType.DATE;
  }
}
