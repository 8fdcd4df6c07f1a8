package io.limpide.engine.standardize.address;

import io.limpide.engine.finding.RulePolicy;
import io.limpide.engine.reference.Communes;
import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.standardize.general.Spaces;
import io.limpide.engine.table.Column;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Brings a postcode into form as far as it alone, and the column it stands in, allow. */
final class PostcodeStandardizer implements Standardizer {
  private static final int LONGEST = 100;

  private final RulePolicy policy;
  private final boolean french;

  PostcodeStandardizer(Column column, RulePolicy policy) {
    this.policy = policy;
    this.french = isFrench(column);
  }

  /**
   * Whether most of the column are postcodes of France: a Spanish or German one would be by chance
   * in one case of sixteen.
   */
  private static boolean isFrench(Column column) {
    int[] counts = column.counts();
    long known = 0;
    long filled = 0;
    for (int code = 1; code < counts.length; code++) {
      if (column.dictionary().length(code) <= LONGEST) {
        String value = CityText.of(column.dictionary().value(code)).postcode();
        filled += counts[code];
        known += Communes.table().isPostcode(value) ? counts[code] : 0;
      }
    }
    return known * 2 > filled;
  }

  @Override
  public Standardized standardize(String raw) {
    if (raw.isEmpty()) {
      return Standardized.unchanged(raw);
    }
    if (CityText.isFive(raw)) {
      return new Standardized(
          raw,
          List.of(),
          List.of(),
          french ? Map.of("column", "FR", "postcode", raw) : Map.of("postcode", raw));
    }
    Cleaning cleaning = new Cleaning(raw, policy);
    cleaning.change(AddressRules.SPACES, Spaces.single(raw), 1);
    String value = cleaning.value();
    if (value.isEmpty() || value.length() > LONGEST) {
      return cleaning.done();
    }
    cleaning.change(AddressRules.POSTCODE_FORM, form(value), 1);
    if (french) {
      String digits = digits(cleaning.value());
      cleaning.change(AddressRules.POSTCODE_LETTERS, digits, 0.99);
      cleaning.part("column", "FR");
    }
    CityText text = CityText.of(cleaning.value());
    cleaning.part("postcode", text.postcode());
    return cleaning.done();
  }

  private String form(String value) {
    String text = value;
    if (text.length() > 1 && text.startsWith("'") && Character.isDigit(text.charAt(1))) {
      text = text.substring(1); // how spreadsheets are told that it is text
    }
    if (text.endsWith(".0") || text.endsWith(",0")) {
      String number = text.substring(0, text.length() - 2);
      text = Words.isDigits(number) && number.length() >= 4 ? number : text;
    }
    Words words = new Words(text);
    String postcode = CityText.postcodeAt(words, 0);
    boolean alone = words.size() == 1 || (words.size() == 2 && words.word(0).length() < 5);
    if (!postcode.isEmpty() && alone && Communes.departmentOfDigits(postcode).isPresent()) {
      return postcode;
    }
    return grouped(words, text);
  }

  /** {@code 75 001}, {@code 75.001}: only where that makes a postcode of France. */
  private String grouped(Words words, String text) {
    boolean groups =
        words.size() == 2
            && words.word(0).length() == 2
            && words.word(1).length() == 3
            && Words.isDigits(words.word(0) + words.word(1));
    boolean singles =
        french
            && words.size() > 2
            && Words.isDigits(words.folded(0, words.size()).replace(" ", ""));
    String joined = words.folded(0, words.size()).replace(" ", "");
    return (groups || singles) && Communes.table().isPostcode(joined) ? joined : text;
  }

  /** Letters typed for digits, where the rest proves it. */
  private static String digits(String value) {
    if (value.length() != 5) {
      return value;
    }
    StringBuilder digits = new StringBuilder(5);
    int letters = 0;
    String upper = value.toUpperCase(Locale.ROOT);
    for (int i = 0; i < 5; i++) {
      char c = upper.charAt(i);
      char digit = c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c == 'S' ? '5' : c;
      letters += digit == c ? 0 : 1;
      digits.append(digit);
    }
    String postcode = digits.toString();
    return letters > 0 && letters <= 3 && Communes.table().isPostcode(postcode) ? postcode : value;
  }
}
