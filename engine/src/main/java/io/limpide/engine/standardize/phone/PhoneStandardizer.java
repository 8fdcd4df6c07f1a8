package io.limpide.engine.standardize.phone;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.finding.RulePolicy;
import io.limpide.engine.reference.ContactPlaceholders;
import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Brings phone numbers into the form of {@link PhoneNumber#display}; several as {@code a / b}.
 *
 * <p>Parts, of valid numbers: {@code e164}; {@code type}, such as {@code mobile}; {@code region};
 * {@code ext}; {@code others}, the E.164 numbers of the further ones of the cell.
 */
final class PhoneStandardizer implements Standardizer {
  private static final Pattern WITHIN = Pattern.compile("[+(]?\\d[\\d .()-]{6,22}\\d");

  private final FieldType field;
  private final RulePolicy policy;
  private final String country;

  PhoneStandardizer(FieldType field, RulePolicy policy, String country) {
    this.field = field;
    this.policy = policy;
    this.country = country;
  }

  @Override
  public Standardized standardize(String raw) {
    if (raw.isEmpty()) {
      return Standardized.unchanged(raw);
    }
    PhoneNumber plain =
        FrenchPlan.TERRITORIES.contains(country) ? FrenchNumbers.atOnce(raw, "") : null;
    if (plain != null
        && plain.reasons().isEmpty()
        && !plain.region().isEmpty()
        && plain.display().equals(raw)) {
      return inOrder(plain);
    }
    Cleaning cleaning = new Cleaning(raw, policy);
    // What is not valid may be something else, if it is not that plain.
    if (plain != null && (plain.isValid() || FrenchNumbers.plain(raw) != null)) {
      plainFrench(raw, plain, cleaning);
      return cleaning.done();
    }
    PhoneNumber number = PhoneNumber.parse(raw, country, "");
    boolean understood = number.isValid() || number.type() == PhoneType.SHORT;
    if (understood && (number.display().equals(raw) || isNothingButNumber(raw))) {
      one(raw, number, cleaning);
    } else if (ContactPlaceholders.isNothing(PhoneText.plain(shortened(raw)))) {
      cleaning.change(PhoneRules.PLACEHOLDER, "", 0.98, raw.strip());
      if (!cleaning.value().isEmpty()) {
        cleaning.remark(PhoneReasons.DUMMY, raw.strip());
      }
    } else if (understood && PhoneList.split(raw, country).numbers().size() < 2) {
      within(raw, number, cleaning);
    } else {
      PhoneList.Found found = PhoneList.split(raw, country);
      if (found.numbers().isEmpty()) {
        broken(raw, number, cleaning);
      } else {
        several(found, cleaning);
      }
    }
    return cleaning.done();
  }

  /**
   * Nearly all numbers of a French base: digits, with nothing around them that needs looking at.
   */
  private static void plainFrench(String raw, PhoneNumber number, Cleaning cleaning) {
    if (!number.isValid()) {
      cleaning.change(PhoneRules.FORMAT, raw.strip(), 0.99);
      number.reasons().forEach(reason -> cleaning.remark(reason, raw));
      if (number.isDummy()) {
        cleaning.change(PhoneRules.DUMMY, "", 0.9, raw);
      }
      return;
    }
    if (!number.display().equals(raw)) {
      cleaning.change(rule(raw, number), number.display(), 0.98);
    }
    describe(number, cleaning);
    if (number.isDummy()) {
      cleaning.change(PhoneRules.DUMMY, "", 0.8, number.display());
    }
  }

  private static Standardized inOrder(PhoneNumber number) {
    return new Standardized(
        number.display(),
        List.of(),
        List.of(),
        Map.of("e164", number.e164(), "type", number.type().word(), "region", number.region()));
  }

  private static String shortened(String raw) {
    return raw.length() > PhoneText.LONGEST ? "long text" : raw;
  }

  /** The library finds numbers within any text; only around a bare one nothing can be lost. */
  private boolean isNothingButNumber(String raw) {
    String text = PhoneText.withoutLabel(PhoneText.withoutSpreadsheet(PhoneText.plain(raw)));
    String digits =
        FrenchPlan.TERRITORIES.contains(country) ? PhoneText.withoutLetters(text) : text;
    String bare = PhoneText.withoutExtension(digits);
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (!Character.isDigit(c)
          && " .-\u2010\u2011\u2013\u2014()[]/+\uff0b\u00b7,_:'\"".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static void within(String raw, PhoneNumber number, Cleaning cleaning) {
    cleaning.change(PhoneRules.FORMAT, PhoneText.plain(raw), 0.99);
    cleaning.remark(PhoneReasons.NOT_A_NUMBER, cleaning.value());
    cleaning.change(PhoneRules.EXTRACT, number.display(), 0.8);
  }

  private void one(String raw, PhoneNumber number, Cleaning cleaning) {
    if (!number.display().equals(raw)) {
      String plain = PhoneText.plain(raw);
      String label = PhoneText.label(plain);
      if (repaired(plain, number, cleaning) && label.startsWith("fax") && field != FieldType.FAX) {
        cleaning.remark(PhoneReasons.FAX_NUMBER, number.display());
      }
    }
    describe(number, cleaning);
    if (number.isDummy() && number.isValid()) {
      cleaning.change(PhoneRules.DUMMY, "", 0.8, number.display());
    }
  }

  /** Takes one repair after the other, so that each is known; stops at the first held back. */
  private boolean repaired(String plain, PhoneNumber number, Cleaning cleaning) {
    String text = PhoneText.withoutSpreadsheet(plain);
    if (!text.equals(plain) && !cleaning.change(PhoneRules.SPREADSHEET, text, 0.98)) {
      return false;
    }
    String unlabelled = PhoneText.withoutLabel(text);
    if (!unlabelled.equals(text) && !cleaning.change(PhoneRules.LABEL, unlabelled, 0.98)) {
      return false;
    }
    String digits = unlabelled;
    if (FrenchPlan.TERRITORIES.contains(country)) {
      digits = PhoneText.withoutLetters(unlabelled);
      if (!digits.equals(unlabelled) && !cleaning.change(PhoneRules.LETTERS, digits, 0.96)) {
        return false;
      }
    }
    return cleaning.change(rule(digits, number), number.display(), 0.98);
  }

  private static Rule rule(String text, PhoneNumber number) {
    String digits = PhoneText.digits(text);
    boolean french = FrenchPlan.TERRITORIES.contains(number.region());
    boolean mainland = digits.startsWith("33") || digits.startsWith("0033");
    if (french && mainland && !number.e164().startsWith("+33")) {
      return PhoneRules.OVERSEAS;
    }
    if (french && digits.length() == 9 && text.indexOf('+') < 0 && digits.charAt(0) != '0') {
      return PhoneRules.LEADING_ZERO;
    }
    return PhoneRules.FORMAT;
  }

  private void several(PhoneList.Found found, Cleaning cleaning) {
    List<PhoneNumber> numbers = found.numbers();
    String display =
        numbers.stream().map(PhoneNumber::display).collect(Collectors.joining(PhoneList.SEPARATOR));
    cleaning.change(found.alternate() ? PhoneRules.ALTERNATE : PhoneRules.LIST, display, 0.9);
    describe(numbers.get(0), cleaning);
    if (numbers.size() > 1) {
      cleaning.remark(PhoneReasons.SEVERAL, Integer.toString(numbers.size()));
      cleaning.part(
          "others",
          numbers.stream().skip(1).map(PhoneNumber::e164).collect(Collectors.joining(" ")));
    }
  }

  private static void describe(PhoneNumber number, Cleaning cleaning) {
    for (Reason reason : number.reasons()) {
      cleaning.remark(reason, number.display());
    }
    cleaning.part("e164", number.e164());
    cleaning.part("type", number.type().word());
    cleaning.part("region", number.region());
    cleaning.part("ext", number.extension());
  }

  private void broken(String raw, PhoneNumber number, Cleaning cleaning) {
    if (raw.length() > PhoneText.LONGEST) {
      cleaning.remark(PhoneReasons.NOT_A_NUMBER, Integer.toString(raw.length()));
      return;
    }
    String plain = PhoneText.plain(raw);
    cleaning.change(PhoneRules.FORMAT, plain, 0.99);
    Matcher within = WITHIN.matcher(plain);
    while (PhoneText.hasLetter(plain) && !number.isDummy() && within.find()) {
      PhoneNumber inside = PhoneNumber.parse(within.group(), country, "");
      if (inside.isValid() && !isCutOff(within, plain)) {
        cleaning.remark(PhoneReasons.NOT_A_NUMBER, plain);
        cleaning.change(PhoneRules.EXTRACT, inside.display(), 0.8);
        return;
      }
    }
    for (Reason reason : number.reasons()) {
      cleaning.remark(reason, plain);
    }
    if (number.isDummy()) {
      cleaning.change(PhoneRules.DUMMY, "", 0.9, plain);
    }
  }

  /** Digits beside what was found belong to it: then it is no number within a text. */
  private static boolean isCutOff(Matcher within, String plain) {
    int end = within.end();
    return end < plain.length() && Character.isDigit(plain.charAt(end));
  }
}
