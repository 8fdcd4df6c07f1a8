package io.limpide.engine.standardize.address;

import io.limpide.engine.finding.RulePolicy;
import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.standardize.general.Spaces;
import java.util.Locale;

/** Brings a house number into form: {@code 12 bis} for {@code 0012BIS}, {@code n° 12}. */
final class HouseNumberStandardizer implements Standardizer {
  private final RulePolicy policy;

  HouseNumberStandardizer(RulePolicy policy) {
    this.policy = policy;
  }

  @Override
  public Standardized standardize(String raw) {
    if (raw.isEmpty()) {
      return Standardized.unchanged(raw);
    }
    Cleaning cleaning = new Cleaning(raw, policy);
    cleaning.change(AddressRules.SPACES, Spaces.single(raw), 1);
    if (cleaning.value().length() > 40) {
      return cleaning.done();
    }
    cleaning.change(AddressRules.NUMBER, form(cleaning.value()), 1);
    Words words = new Words(cleaning.value());
    HouseNumber house = HouseNumber.at(words, 0);
    cleaning.part("number", house.number());
    cleaning.part("suffix", house.suffix());
    return cleaning.done();
  }

  private static String form(String value) {
    String text = value;
    if (text.endsWith(".0") || text.endsWith(",0")) {
      String number = text.substring(0, text.length() - 2);
      text = Words.isDigits(number) ? number : text;
    }
    while (text.endsWith(",") || text.endsWith(";")) {
      text = text.substring(0, text.length() - 1).strip();
    }
    Words words = new Words(text);
    HouseNumber house = HouseNumber.at(words, 0);
    int from = Vocabulary.NUMBER_SIGNS.contains(words.word(0)) ? 1 : 0;
    boolean single =
        house.end() == words.size()
            && words.size() - from - 1
                == (words.word(from).length() > WayKey.unpadded(house.number()).length()
                        && !Words.isDigits(words.word(from))
                    ? 0
                    : house.suffix().isEmpty() ? 0 : 1);
    if (!single || house.number().isEmpty()) {
      return text;
    }
    String suffix = house.suffix();
    boolean word = Vocabulary.SUFFIXES.contains(suffix);
    return (house.number() + " " + (word ? suffix.toLowerCase(Locale.ROOT) : suffix)).strip();
  }
}
