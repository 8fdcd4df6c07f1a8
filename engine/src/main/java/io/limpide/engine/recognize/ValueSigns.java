package io.limpide.engine.recognize;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which {@link Sign}s one value shows: cheap tests, right for columns rather than for a value. */
final class ValueSigns {
  private static final int LONGEST = 200;
  private static final Set<String> GIVEN = WordSets.of("given");
  private static final Set<String> FAMILY = WordSets.of("family");
  private static final Set<String> CITY = WordSets.of("city");
  private static final Set<String> REGION = WordSets.of("region");
  private static final Set<String> COUNTRY = WordSets.of("country");
  private static final Set<String> CIVILITY = WordSets.of("civility");
  private static final Set<String> GENDER = WordSets.of("gender");
  private static final Set<String> FLAG = WordSets.of("flag");
  private static final Set<String> STATUS = WordSets.of("status");
  private static final Set<String> SOURCE = WordSets.of("source");
  private static final Set<String> PARTY_KIND = WordSets.of("partykind");
  private static final Set<String> LEGAL_FORM = WordSets.of("legalform");
  private static final Set<String> LEGAL_WORD = WordSets.of("legalword");
  private static final Set<String> COMPANY = WordSets.of("companyword");
  private static final Set<String> JOB = WordSets.of("jobword");
  private static final Set<String> WAY = WordSets.of("way");
  private static final Set<String> COMPLEMENT = WordSets.of("complement");
  private static final Set<String> TLD = WordSets.of("tld");

  private long signs;

  private ValueSigns() {}

  /** Returns the signs of a value as bits by {@link Sign#index}. */
  static long of(String raw) {
    ValueSigns tests = new ValueSigns();
    String value = unmarked(raw.strip());
    if (value.length() > LONGEST) {
      tests.show(Sign.TEXT);
      tests.show(Sign.SEVERAL_WORDS);
      return tests.signs;
    }
    tests.read(value);
    return tests.signs;
  }

  /** Spreadsheets mark a number that is to stay text with an apostrophe: '06000. */
  private static String unmarked(String value) {
    return value.length() > 1 && value.charAt(0) == '\'' && Character.isDigit(value.charAt(1))
        ? value.substring(1)
        : value;
  }

  static boolean has(long signs, Sign sign) {
    return (signs & 1L << sign.index()) != 0;
  }

  private void show(Sign sign) {
    signs |= 1L << sign.index();
  }

  private void show(Sign sign, boolean shown) {
    if (shown) {
      show(sign);
    }
  }

  private void read(String value) {
    String folded = FoldedText.fold(value);
    String key = FoldedText.key(folded);
    List<String> words = words(folded);
    int digits = 0;
    int letters = 0;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
      letters += Character.isLetter(c) ? 1 : 0;
    }
    show(Sign.EMAIL, Numbers.isEmail(folded));
    show(Sign.URL, isUrl(folded));
    show(Sign.ITEMS, isItems(value));
    show(Sign.TEXT, value.indexOf('\n') >= 0 || words.size() >= 6);
    show(Sign.SEVERAL_WORDS, words.size() >= 2);
    lists(key);
    if (digits > 0) {
      withDigits(folded, words, digits, letters);
    }
    names(folded, key, words, digits);
  }

  private void lists(String key) {
    show(Sign.COUNTRY, COUNTRY.contains(key));
    show(Sign.REGION, REGION.contains(key));
    show(Sign.CITY, CITY.contains(key));
    show(Sign.CIVILITY, CIVILITY.contains(key));
    show(Sign.GENDER, GENDER.contains(key));
    show(Sign.FLAG, FLAG.contains(key));
    show(Sign.STATUS, STATUS.contains(key));
    show(Sign.SOURCE, SOURCE.contains(key));
    show(Sign.PARTY_KIND, PARTY_KIND.contains(key));
    show(Sign.LEGAL_FORM, LEGAL_WORD.contains(key));
  }

  private void withDigits(String folded, List<String> words, int digits, int letters) {
    String compact = Numbers.compact(folded);
    if (letters == 0) {
      show(Sign.SIREN, compact.length() == 9 && Numbers.isSiren(compact));
      show(Sign.SIRET, compact.length() == 14 && Numbers.isSiret(compact));
      show(Sign.LIKE_SIREN, compact.length() >= 7 && compact.length() <= 9);
      show(Sign.LIKE_SIRET, compact.length() >= 12 && compact.length() <= 14);
    }
    show(Sign.LIKE_SIRET, letters == 1 && folded.contains("e+1"));
    int phone = Numbers.phone(folded, digits, letters);
    show(Sign.PHONE, phone > 0);
    show(Sign.PLANNED_PHONE, phone > 1);
    show(Sign.MOBILE, phone == 3);
    show(Sign.VAT, Numbers.isVat(compact));
    show(Sign.NAF, Numbers.isNaf(compact));
    show(Sign.RNA, Numbers.isRna(compact));
    show(Sign.POSTCODE, Numbers.isPostcode(folded));
    show(Sign.DATE, Dates.year(folded) > 0);
    show(Sign.TIMESTAMP, Dates.hasTime(folded));
    show(Sign.NUMBER, Numbers.isNumber(folded));
    show(Sign.AMOUNT, Numbers.isAmount(folded));
    show(Sign.CODE, words.size() <= 4 && folded.indexOf(' ') < 0 && folded.indexOf('@') < 0);
    show(Sign.HOUSE_NUMBER, Numbers.isHouseNumber(folded));
    if (letters == 0 && digits <= 4 && digits == folded.length()) {
      int number = Integer.parseInt(folded);
      show(Sign.YEAR, number >= 1880 && number <= 2100);
      show(Sign.MONTH, number >= 1 && number <= 12);
      show(Sign.DAY, number >= 1 && number <= 31);
    }
    boolean way = letters > 3 && words.stream().anyMatch(WAY::contains);
    boolean numbered = letters > 3 && words.size() >= 2 && startsWithNumber(words.get(0));
    show(Sign.STREET, way || (numbered && words.size() >= 3) || endsLikeGermanStreet(words));
    show(Sign.WHOLE_ADDRESS, (way || numbered) && words.size() >= 5 && holdsPostcode(words));
  }

  private void names(String folded, String key, List<String> words, int digits) {
    if (isComplement(words)) {
      show(Sign.STREET);
      return;
    }
    boolean form = !words.isEmpty() && holdsLegalForm(folded, words);
    boolean list = folded.indexOf(';') >= 0 || folded.indexOf('|') >= 0;
    boolean company =
        form || (words.size() > 1 && !list && words.stream().anyMatch(COMPANY::contains));
    show(Sign.COMPANY, company || folded.indexOf('&') > 0);
    show(Sign.JOB, words.stream().anyMatch(JOB::contains));
    if (digits == 0 && words.size() >= 2 && words.size() <= 8) {
      boolean way = WAY.contains(words.get(0)) || WAY.contains(words.get(words.size() - 1));
      show(Sign.STREET, way && !form);
    }
    if (digits > 0 || words.isEmpty() || words.size() > 5 || !onlyLetters(folded)) {
      return;
    }
    show(Sign.WORDS, words.size() <= 4);
    int spaces = 0;
    boolean spaced = false;
    for (int i = 0; i < folded.length(); i++) {
      boolean space = folded.charAt(i) == ' ' || folded.charAt(i) == ',';
      spaces += space && !spaced ? 1 : 0;
      spaced = space;
    }
    boolean given = words.stream().anyMatch(GIVEN::contains);
    show(Sign.FAMILY, FAMILY.contains(key) || FAMILY.contains(words.get(words.size() - 1)));
    if (spaces == 0) {
      show(Sign.GIVEN, GIVEN.contains(words.get(0)));
    } else {
      show(Sign.GIVEN, words.size() <= 3 && words.stream().allMatch(GIVEN::contains));
      show(Sign.FULL_NAME, given && !company);
    }
  }

  private static List<String> words(String folded) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= folded.length(); i++) {
      boolean inside = i < folded.length() && Character.isLetterOrDigit(folded.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        words.add(folded.substring(start, i));
        start = -1;
      }
    }
    return words;
  }

  /** A legal form counts at the beginning or the end only; written with dots it counts too. */
  private static boolean holdsLegalForm(String folded, List<String> words) {
    if (words.size() < 2) {
      return false;
    }
    if (LEGAL_FORM.contains(words.get(0)) || LEGAL_FORM.contains(words.get(words.size() - 1))) {
      return true;
    }
    int space = folded.lastIndexOf(' ');
    String last = space < 0 ? "" : folded.substring(space + 1).replace(".", "");
    int first = folded.indexOf(' ');
    String front = first < 0 ? "" : folded.substring(0, first).replace(".", "");
    return LEGAL_FORM.contains(last) || LEGAL_FORM.contains(front);
  }

  private static boolean onlyLetters(String folded) {
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (!Character.isLetter(c) && " -'’.,´`".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Bâtiment B, Appt 12: where in a building, hence part of an address. */
  private static boolean isComplement(List<String> words) {
    return words.size() >= 2
        && words.size() <= 4
        && words.get(1).length() <= 3
        && COMPLEMENT.contains(words.get(0));
  }

  private static boolean startsWithNumber(String word) {
    return Character.isDigit(word.charAt(0)) && word.length() <= 5;
  }

  private static boolean endsLikeGermanStreet(List<String> words) {
    for (String word : words) {
      if (word.length() > 6
          && (word.endsWith("strasse") || word.endsWith("straat") || word.endsWith("weg"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsPostcode(List<String> words) {
    for (int i = 2; i < words.size(); i++) {
      String word = words.get(i);
      if ((word.length() == 5 || word.length() == 4) && Numbers.allDigits(word)) {
        return true;
      }
      if (i + 1 < words.size() && Numbers.isPostcode(word + " " + words.get(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isItems(String value) {
    int items = 0;
    for (int i = 1; i < value.length() - 1; i++) {
      char c = value.charAt(i);
      items += c == ';' || c == '|' || c == ',' ? 1 : 0;
    }
    return items > 0 && value.indexOf('\n') < 0;
  }

  private static boolean isUrl(String folded) {
    if (folded.startsWith("http://")
        || folded.startsWith("https://")
        || folded.startsWith("www.")) {
      return true;
    }
    int slash = folded.indexOf('/');
    String host = slash < 0 ? folded : folded.substring(0, slash);
    int dot = host.lastIndexOf('.');
    return dot > 1
        && host.indexOf(' ') < 0
        && host.indexOf('@') < 0
        && TLD.contains(host.substring(dot + 1));
  }
}
