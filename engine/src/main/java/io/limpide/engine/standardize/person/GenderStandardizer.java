package io.limpide.engine.standardize.person;

import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.table.Column;
import io.limpide.engine.text.Fold;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Genders, in the words that most of the column uses: whoever writes Homme and Femme keeps them.
 * Part: {@code sex}, m or f.
 */
final class GenderStandardizer implements Standardizer {
  private static final int LOOKED_AT = 500; // a column of genders has few different values

  /** Pairs of words; the first pair stands for those that stray into columns of their own. */
  private enum Words {
    LETTERS("M", "F"),
    FRENCH_LETTERS("H", "F"),
    FRENCH("Homme", "Femme"),
    FRENCH_ADJECTIVES("Masculin", "Féminin"),
    ENGLISH("Male", "Female"),
    ISO_5218("1", "2");

    private final String male;
    private final String female;

    Words(String male, String female) {
      this.male = male;
      this.female = female;
    }
  }

  private static final Map<String, String> SEX = new HashMap<>();

  static {
    for (String male :
        "m h homme masculin male man mr monsieur garcon boy masc hom 1 herr hombre mann uomo maschio"
            .split(" ", -1)) {
      SEX.put(male, "m");
    }
    for (String female :
        "f femme feminin female woman mme madame mlle fille girl fem w 2 frau mujer weiblich donna"
            .split(" ", -1)) {
      SEX.put(female, "f");
    }
    SEX.put("mannlich", "m");
    SEX.put("hombres", "m");
    SEX.put("feminine", "f");
    SEX.put("masculine", "m");
  }

  private final Settings settings;
  private final Words words;

  GenderStandardizer(Column column, Settings settings) {
    this.settings = settings;
    this.words = words(column);
  }

  private static Words words(Column column) {
    int[] counts = column.counts();
    Map<Words, Long> votes = new EnumMap<>(Words.class);
    for (int code = 1; code < Math.min(LOOKED_AT, counts.length); code++) {
      String folded =
          column.dictionary().length(code) > 20 ? "" : Fold.key(column.dictionary().value(code));
      for (Words pair : Words.values()) {
        if (folded.equals(Fold.key(pair.male)) || folded.equals(Fold.key(pair.female))) {
          votes.merge(pair, (long) counts[code], Long::sum);
        }
      }
    }
    Words best = Words.LETTERS;
    for (Words pair : Words.values()) {
      best = votes.getOrDefault(pair, 0L) > votes.getOrDefault(best, 0L) ? pair : best;
    }
    return best;
  }

  @Override
  public Standardized standardize(String raw) {
    if (raw.isEmpty()) {
      return Standardized.unchanged(raw);
    }
    Cleaning cell = new Cleaning(raw, settings.policy());
    cell.change(PersonRules.SPACES, NameText.spaced(raw), 1);
    String value = cell.value();
    if (value.isEmpty()) {
      return cell.done();
    }
    String sex = value.length() > 20 ? "" : SEX.getOrDefault(Fold.key(value), "");
    if (!sex.isEmpty()) {
      String form = sex.equals("m") ? words.male : words.female;
      if (!value.toLowerCase(Locale.ROOT).equals(form.toLowerCase(Locale.ROOT))
          || words.male.length() == 1) {
        cell.change(PersonRules.GENDER_FORM, form, 0.99);
      }
      cell.part("sex", sex);
    } else if (value.length() <= 40 && NamePlaceholders.isCertain(value, Fold.words(value))) {
      cell.change(PersonRules.CIVILITY_PLACEHOLDER, "", 0.99);
    } else {
      cell.remark(PersonRules.GENDER_UNKNOWN, value);
    }
    return cell.done();
  }

  /** Returns m, f or nothing. */
  static String sex(String value) {
    return value.length() > 20 ? "" : SEX.getOrDefault(Fold.key(value), "");
  }
}
