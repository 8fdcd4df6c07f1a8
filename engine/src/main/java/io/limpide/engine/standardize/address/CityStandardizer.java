package io.limpide.engine.standardize.address;

import io.limpide.engine.finding.RulePolicy;
import io.limpide.engine.reference.PlaceNames;
import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.standardize.general.Spaces;

/** Brings a city into form as far as its name alone allows; {@link PlaceRule} does the rest. */
final class CityStandardizer implements Standardizer {
  private static final int LONGEST = 200;

  private final RulePolicy policy;

  CityStandardizer(RulePolicy policy) {
    this.policy = policy;
  }

  @Override
  public Standardized standardize(String raw) {
    if (raw.isEmpty() || (CityName.isPlain(raw) && CityName.isStyled(raw))) {
      return Standardized.unchanged(raw);
    }
    Cleaning cleaning = new Cleaning(raw, policy);
    cleaning.change(AddressRules.SPACES, Spaces.single(raw), 1);
    if (cleaning.value().isEmpty() || cleaning.value().length() > LONGEST) {
      return cleaning.done();
    }
    cleaning.change(AddressRules.PUNCTUATION, LineText.punctuation(cleaning.value()), 1);
    cleaning.change(AddressRules.CITY_ARTICLE, PlaceNames.articleFirst(cleaning.value()), 1);
    cleaning.change(AddressRules.PUNCTUATION, LineText.punctuation(cleaning.value()), 1);
    cleaning.change(AddressRules.CITY_CASE, cased(cleaning.value()), 1);
    cleaning.change(AddressRules.CITY_CEDEX, cedex(cleaning.value()), 1);
    CityText text = CityText.of(cleaning.value());
    cleaning.part("postcode", text.postcode());
    cleaning.part("cedex", text.cedex());
    if (text.arrondissement() > 0) {
      cleaning.part("arrondissement", Integer.toString(text.arrondissement()));
    }
    return cleaning.done();
  }

  /** Title case, but for what may be an abbreviation ({@code NYC}) or Cedex written small. */
  private static String cased(String city) {
    return city.length() <= 3 && city.equals(city.toUpperCase(java.util.Locale.ROOT))
        ? city
        : TitleCase.of(city);
  }

  /** {@code Cédex 2} as La Poste writes it: {@code CEDEX 02}, behind the name. */
  private static String cedex(String city) {
    String form = CityText.of(city).cedex();
    if (form.isEmpty()) {
      return city;
    }
    Words words = new Words(city);
    for (int i = 0; i < words.size(); i++) {
      String word = words.word(i);
      boolean alone = CityText.isCedex(word);
      if (i > 0 && (alone || word.startsWith("CEDEX"))) {
        boolean numbered = alone && form.length() > 5;
        int end = words.end(numbered ? i + 1 : i);
        String behind = city.substring(end).strip();
        String before = city.substring(0, words.start(i)).strip();
        while (before.endsWith(",") || before.endsWith("-") || before.endsWith("(")) {
          before = before.substring(0, before.length() - 1).strip();
        }
        return before + " " + form + (behind.isEmpty() || behind.equals(")") ? "" : " " + behind);
      }
    }
    return city;
  }
}
