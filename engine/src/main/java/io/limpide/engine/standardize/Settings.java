package io.limpide.engine.standardize;

import io.limpide.engine.finding.RulePolicy;
import java.util.Locale;

/**
 * What a company decides about its own standards; the recipe holds it.
 *
 * @param policy what each correction rule may do
 * @param country ISO 3166 code of the country that values without one belong to, such as {@code FR}
 * @param surnames how family names are written
 */
public record Settings(RulePolicy policy, String country, SurnameStyle surnames) {
  /** French, every rule at its own level, {@code Dupont}. */
  public static final Settings DEFAULT =
      new Settings(RulePolicy.DEFAULT, "FR", SurnameStyle.CAPITALISED);

  /** How family names are written. */
  public enum SurnameStyle {
    /** {@code Dupont}. */
    CAPITALISED,
    /** {@code DUPONT}, as French offices do. */
    UPPER;

    /** Returns the word that recipes use. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Settings {
    if (!country.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException("country must be two capital letters, not: " + country);
    }
  }
}
