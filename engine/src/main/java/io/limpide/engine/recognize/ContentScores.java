package io.limpide.engine.recognize;

import io.limpide.engine.field.FieldType;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * How much the values of a column speak for each type: natural logarithms of likelihoods, 0 for no
 * evidence. Forms with a check sum or a fixed syntax speak loudly both ways, word lists softly.
 */
final class ContentScores {
  private static final Map<FieldType, Sign> FORMS = forms();

  private final ColumnSample sample;
  private final int latestYear;
  private final Map<FieldType, Double> scores = new EnumMap<>(FieldType.class);

  private ContentScores(ColumnSample sample, int latestYear) {
    this.sample = sample;
    this.latestYear = latestYear;
  }

  /**
   * Scores a column.
   *
   * @param latestYear the last year that dates of the same table reach: there is no clock here
   */
  static Map<FieldType, Double> of(ColumnSample sample, int latestYear) {
    ContentScores content = new ContentScores(sample, latestYear);
    if (sample.filled == 0) {
      return Map.of(FieldType.UNKNOWN, 0.5);
    }
    content.identified();
    content.phones();
    content.dates();
    content.names();
    content.places();
    content.lists();
    content.texts();
    content.identifiers();
    double trust = sample.filled / (sample.filled + 1.5); // few values prove little
    content.scores.replaceAll((type, score) -> score * trust);
    content.scores.put(FieldType.UNKNOWN, 0.5);
    return content.scores;
  }

  /** Returns the form of the values of a type, where it has one. */
  static Map<FieldType, Sign> formsByType() {
    return FORMS;
  }

  private static Map<FieldType, Sign> forms() {
    Map<FieldType, Sign> forms = new EnumMap<>(FieldType.class);
    forms.put(FieldType.EMAIL, Sign.EMAIL);
    forms.put(FieldType.PHONE, Sign.PHONE);
    forms.put(FieldType.MOBILE, Sign.PHONE);
    forms.put(FieldType.FAX, Sign.PHONE);
    forms.put(FieldType.SIREN, Sign.SIREN);
    forms.put(FieldType.SIRET, Sign.SIRET);
    forms.put(FieldType.VAT, Sign.VAT);
    forms.put(FieldType.NAF, Sign.NAF);
    forms.put(FieldType.RNA, Sign.RNA);
    forms.put(FieldType.POSTCODE, Sign.POSTCODE);
    forms.put(FieldType.COUNTRY, Sign.COUNTRY);
    forms.put(FieldType.WEB_SITE, Sign.URL);
    forms.put(FieldType.CIVILITY, Sign.CIVILITY);
    forms.put(FieldType.GENDER, Sign.GENDER);
    forms.put(FieldType.LEGAL_FORM, Sign.LEGAL_FORM);
    forms.put(FieldType.HOUSE_NUMBER, Sign.HOUSE_NUMBER);
    forms.put(FieldType.NUMBER, Sign.NUMBER);
    forms.put(FieldType.BIRTH_YEAR, Sign.YEAR);
    forms.put(FieldType.BIRTH_MONTH, Sign.MONTH);
    forms.put(FieldType.BIRTH_DAY, Sign.DAY);
    forms.put(FieldType.AMOUNT, Sign.NUMBER);
    for (FieldType date :
        Set.of(
            FieldType.BIRTH_DATE,
            FieldType.CREATED,
            FieldType.UPDATED,
            FieldType.LAST_ACTIVITY,
            FieldType.DATE)) {
      forms.put(date, Sign.DATE);
    }
    for (FieldType flag : Set.of(FieldType.OPT_IN, FieldType.OPT_OUT, FieldType.BOUNCED)) {
      forms.put(flag, Sign.FLAG);
    }
    return forms;
  }

  private double share(Sign sign) {
    return sample.share(sign);
  }

  private void put(FieldType type, double score) {
    scores.put(type, score);
  }

  private void add(FieldType type, double score) {
    scores.merge(type, score, Double::sum);
  }

  /** From {@code -against} at a share of 0.1 or less to {@code +support} at 0.85 or more. */
  private static double strong(double share, double support, double against) {
    double level = Math.max(0, Math.min(1, (share - 0.1) / 0.75));
    return -against + (support + against) * level;
  }

  private static double clamp(double score, double low, double high) {
    return Math.max(low, Math.min(high, score));
  }

  private void identified() {
    put(FieldType.EMAIL, strong(share(Sign.EMAIL), 11, 8));
    // Numbers of the right length that fail the check sum still belong where the header says.
    put(FieldType.SIREN, strong(share(Sign.SIREN), 12, share(Sign.LIKE_SIREN) > 0.6 ? 1 : 6));
    put(FieldType.SIRET, strong(share(Sign.SIRET), 13, share(Sign.LIKE_SIRET) > 0.6 ? 1 : 6));
    put(FieldType.VAT, strong(share(Sign.VAT), 11, 6));
    put(FieldType.NAF, strong(share(Sign.NAF), 10, 6));
    put(FieldType.RNA, strong(share(Sign.RNA), 12, 6));
    put(FieldType.WEB_SITE, strong(share(Sign.URL), 10, 6));
    put(FieldType.NATIONAL_ID, share(Sign.CODE) > 0.6 && share(Sign.DATE) < 0.8 ? 0 : -4);
    double number = strong(share(Sign.NUMBER), 4, 6);
    put(FieldType.NUMBER, number - (share(Sign.AMOUNT) > 0.5 ? 1 : 0));
    double money = strong(Math.max(share(Sign.NUMBER), share(Sign.AMOUNT)), 4, 6);
    put(FieldType.AMOUNT, money - 1 + clamp(6 * (share(Sign.AMOUNT) - 0.2), -0.5, 3));
  }

  private void phones() {
    double phone = share(Sign.PHONE);
    double planned = share(Sign.PLANNED_PHONE);
    double score = strong(phone, planned > 0.5 * phone ? 9 : 5, 7);
    double identifiers = Math.max(share(Sign.SIREN), Math.max(share(Sign.SIRET), share(Sign.DATE)));
    if (identifiers > 0.5) {
      score -= 8;
    }
    double mobile = planned == 0 ? Double.NaN : share(Sign.MOBILE) / planned;
    boolean telling = planned > 0.5 * phone;
    put(FieldType.PHONE, score - (telling && mobile > 0.85 ? 1 : 0));
    put(
        FieldType.MOBILE,
        score + (!telling ? -1.5 : mobile > 0.85 ? 0.5 : mobile < 0.25 ? -8 : -2));
    put(FieldType.FAX, score - 3 - (telling && mobile > 0.5 ? 4 : 0));
  }

  private void dates() {
    double date = strong(share(Sign.DATE), 9, 7);
    int middle = sample.yearAt(0.5);
    boolean wide = sample.yearAt(0.9) - sample.yearAt(0.1) >= 12;
    double birth = 0;
    if (share(Sign.DATE) > 0.1) {
      int age = latestYear - middle;
      birth = age >= 25 && wide ? 3 : age >= 18 ? 1 : age < 12 ? -3.5 : -1;
    }
    put(FieldType.BIRTH_DATE, date + birth);
    put(FieldType.BIRTH_YEAR, strong(share(Sign.YEAR), 3, 6));
    put(FieldType.BIRTH_MONTH, strong(share(Sign.MONTH), 2, 6));
    put(FieldType.BIRTH_DAY, strong(share(Sign.DAY), 2, 6));
    put(FieldType.DATE, date + 0.5);
    put(FieldType.CREATED, date - 1 - Math.max(0, birth));
    put(FieldType.LAST_ACTIVITY, date - 1.5 - Math.max(0, birth));
    put(FieldType.UPDATED, date - 2 - Math.max(0, birth));
    if (share(Sign.DATE) > 0.5) {
      add(FieldType.NUMBER, -3); // 19800512
      add(FieldType.AMOUNT, -3);
    }
  }

  private void names() {
    double words = share(Sign.WORDS);
    double given = sample.rowShare(Sign.GIVEN);
    double full = share(Sign.FULL_NAME);
    double company = share(Sign.COMPANY);
    double single = 1 - share(Sign.SEVERAL_WORDS);
    double family = share(Sign.FAMILY);
    double wordy = strong(words, 1, 6);
    put(
        FieldType.GIVEN_NAME,
        wordy + clamp(12 * (Math.max(given, share(Sign.GIVEN)) - 0.3), -4, 6) - 4 * company);
    double surname =
        clamp(25 * (family - 0.1), -2.5, 4)
            - (sample.distinct <= 12 ? 2 : 0)
            - clamp(12 * (given - 0.45), 0, 7)
            - 5 * full * (1 - single);
    put(FieldType.FAMILY_NAME, wordy + surname - 4 * company - (single < 0.5 ? 2 : 0));
    put(FieldType.BIRTH_NAME, wordy + surname - 4 * company - 2);
    put(
        FieldType.FULL_NAME,
        strong(words, 0.5, 3) + clamp(12 * (full - 0.25), -4, 7) - 3 * company);
    double firm = clamp(16 * (company - 0.12), -1.5, 7) - 4 * full - strongGiven(given);
    put(FieldType.COMPANY_NAME, firm - contrary());
    put(FieldType.TRADE_NAME, firm - 2.5 - contrary());
    put(FieldType.JOB_TITLE, clamp(14 * (share(Sign.JOB) - 0.2), -2, 8) - contrary() - 4 * full);
    put(FieldType.OWNER, fewDistinct() ? -0.5 + (full > 0.5 ? 1 : 0) : -2.5);
    if (full > 0.5 && sample.filled > 200 && sample.uniqueness() < 0.02) {
      add(FieldType.FULL_NAME, -5);
      add(FieldType.OWNER, 4); // a handful of names over and over: who looks after the client
    }
  }

  private static double strongGiven(double given) {
    return clamp(8 * (given - 0.5), 0, 4);
  }

  /** Against a type of words: values that are numbers, dates, addresses of some kind. */
  private double contrary() {
    double worst = 0;
    for (Sign sign :
        new Sign[] {Sign.EMAIL, Sign.PHONE, Sign.NUMBER, Sign.DATE, Sign.URL, Sign.COUNTRY}) {
      worst = Math.max(worst, share(sign));
    }
    return strong(worst, 8, 0) + 3 * share(Sign.STREET);
  }

  private void places() {
    double words = strong(share(Sign.WORDS), 1, 5);
    double town = clamp(20 * (share(Sign.CITY) - 0.05), -1, 6);
    double people =
        clamp(10 * (sample.rowShare(Sign.GIVEN) - 0.35), 0, 6) + 5 * share(Sign.FULL_NAME);
    put(FieldType.CITY, words + town - people - 3 * share(Sign.COMPANY));
    put(FieldType.BIRTH_PLACE, words + town - people - 2.5);
    double country = strong(share(Sign.COUNTRY), 9, 6);
    double region = strong(share(Sign.REGION), 7, 3);
    boolean both = share(Sign.COUNTRY) >= share(Sign.REGION);
    put(FieldType.COUNTRY, country - (both ? 0 : 2));
    put(FieldType.REGION, region - (both && share(Sign.REGION) > 0 ? 3 : 0));
    double post = strong(share(Sign.POSTCODE), 6, 7);
    boolean counter = sample.uniqueness() > 0.98 && sample.filled > 50;
    put(
        FieldType.POSTCODE,
        post - (share(Sign.YEAR) > 0.9 ? 4 : 0) - (counter ? 3 : 0) - 6 * share(Sign.NAF));
    double street = share(Sign.STREET);
    double whole = share(Sign.WHOLE_ADDRESS);
    double line = clamp(14 * (street - 0.25), -3.5, 8) - 4 * share(Sign.EMAIL);
    put(FieldType.ADDRESS_LINE, line - clamp(10 * (whole - 0.4), 0, 4));
    put(FieldType.ADDRESS, line - 1.5 + clamp(14 * (whole - 0.3), 0, 6));
    put(
        FieldType.HOUSE_NUMBER,
        share(Sign.NUMBER) > 0.995
            ? -0.5 + strong(share(Sign.HOUSE_NUMBER), 1, 5)
            : strong(share(Sign.HOUSE_NUMBER), 5, 5));
  }

  private void lists() {
    double few = fewDistinct() ? 0 : -5;
    put(FieldType.CIVILITY, strong(share(Sign.CIVILITY), 8, 7) + few + 0.5);
    put(FieldType.GENDER, strong(share(Sign.GENDER), 8, 7) + few);
    put(FieldType.LEGAL_FORM, strong(share(Sign.LEGAL_FORM), 9, 5));
    double flag = strong(share(Sign.FLAG), 2, 1.5) - 2.5 + few / 2;
    put(FieldType.OPT_OUT, flag);
    put(FieldType.OPT_IN, flag);
    put(FieldType.BOUNCED, flag);
    put(FieldType.STATUS, strong(share(Sign.STATUS), 5, 0) - 0.5 + few / 2);
    put(FieldType.SOURCE, strong(share(Sign.SOURCE), 6, 0) - 0.5 + few / 2);
    boolean worded = share(Sign.NUMBER) < 0.5 && share(Sign.DATE) < 0.5;
    put(FieldType.CATEGORY, fewDistinct() && worded ? 2 : share(Sign.FLAG) > 0.9 ? 0 : -2.5);
    double items = share(Sign.ITEMS);
    put(FieldType.TAGS, items > 0.2 && sample.uniqueness() < 0.7 ? 3 : -1.5);
  }

  private void texts() {
    double contrary = contrary() + 2 * share(Sign.COMPANY);
    double longer = sample.meanWords;
    put(
        FieldType.FREE_TEXT,
        (longer >= 6 ? 6 : longer >= 3.5 ? 2 : longer >= 2 ? -1 : -2.5)
            - Math.min(3, contrary)
            - clamp(8 * (share(Sign.STREET) - 0.4), 0, 4)
            - clamp(8 * (share(Sign.FULL_NAME) - 0.4), 0, 4));
  }

  private void identifiers() {
    double code = share(Sign.CODE);
    if (!sample.tellsApart()) { // a header may still say so, where nearly all values differ
      put(FieldType.RECORD_ID, sample.nearlyTellsApart() && code > 0.6 ? 0 : -9);
      return;
    }
    put(FieldType.RECORD_ID, sample.filled < 5 ? 0 : clamp(10 * (code - 0.5), -5, 5));
  }

  private boolean fewDistinct() {
    return sample.distinct <= 12
        || (sample.distinct <= 60 && sample.uniqueness() <= 0.1)
        || (sample.distinct <= 400 && sample.uniqueness() <= 0.01);
  }
}
