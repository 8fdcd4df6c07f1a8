package io.limpide.engine.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The countries of ISO 3166, by code and by name in French, English, German, Spanish, Italian,
 * Dutch and Portuguese, and by what else people write for them.
 *
 * <p>Sources: names of the Unicode CLDR as the JDK holds them, and a hand-made list of variants;
 * forms of postcodes after the Universal Postal Union. Safe for all threads.
 */
public final class Countries {
  private static final int LONGEST = 80; // no name of a country is longer

  private final Map<String, Country> byCode = new HashMap<>();
  private final Map<String, Country> byName = new HashMap<>();
  private final Map<String, List<String>> postcodes = new HashMap<>();

  private static final class Holder {
    static final Countries TABLE = new Countries();
  }

  private Countries() {
    Map<String, String[]> variants = new HashMap<>();
    List<String[]> variantRows = rows("country-variants.tsv");
    variantRows.forEach(cells -> variants.putIfAbsent(cells[0], cells));
    List<String[]> names = rows("countries.tsv");
    names.add(new String[] {"XK", "XKX", "Kosovo", ""});
    for (String[] cells : names) {
      String[] variant = variants.get(cells[0]);
      String french =
          variant != null && !variant[1].isEmpty() ? variant[1] : cells[2].replace('’', '\'');
      Country country = new Country(cells[0], cells[1], french);
      byCode.put(country.code(), country);
      byName.put(country.code(), country);
      byName.put(country.alpha3(), country);
      name(french, country);
      name(cells[2], country);
      for (String name : cells[3].split("\\|", -1)) {
        name(name, country);
      }
    }
    for (String[] cells : variantRows) {
      Country country = byCode.get(cells[0]);
      for (String name : cells[2].split("\\|", -1)) {
        if (country != null) {
          name(name, country);
        }
      }
    }
    for (String[] cells : rows("postcodes.tsv")) {
      postcodes.put(cells[0], List.of(cells[1].split("\\|", -1)));
    }
  }

  private void name(String name, Country country) {
    String folded = PlaceNames.fold(name);
    if (!folded.isEmpty()) {
      byName.putIfAbsent(folded, country);
    }
  }

  private static List<String[]> rows(String resource) {
    List<String[]> rows = new ArrayList<>();
    String text = new String(Communes.read(resource), StandardCharsets.UTF_8);
    for (String line : text.split("\n", -1)) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        rows.add(line.split("\t", -1));
      }
    }
    return rows;
  }

  /** Returns the table. */
  public static Countries table() {
    return Holder.TABLE;
  }

  /** Returns the country of an alpha-2 code in capitals. */
  public Optional<Country> byCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * Returns the country that a text means: a code, a name in one of the languages, with or without
   * accents and the article, or a usual variant such as {@code UK} or {@code D-}.
   */
  public Optional<Country> find(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String folded = PlaceNames.fold(text);
    Country country = byName.get(folded);
    int space = folded.indexOf(' ');
    if (country == null && space > 0 && isArticle(folded.substring(0, space))) {
      country = byName.get(folded.substring(space + 1));
    }
    return Optional.ofNullable(country);
  }

  private static boolean isArticle(String word) {
    return switch (word) {
      case "LE", "LA", "LES", "L", "THE", "IL", "EL" -> true;
      default -> false;
    };
  }

  /** Returns whether the form of the country's postcodes is known here. */
  public boolean knowsPostcodesOf(String code) {
    return postcodes.containsKey(code);
  }

  /**
   * Returns a postcode in the form of its country: {@code SW1A 1AA} for {@code sw1a1aa}, {@code
   * 00-950} for {@code PL-00950}.
   *
   * @return empty when it has not the form of that country's postcodes, or that form is not known
   */
  public Optional<String> postcode(String code, String text) {
    if (text.length() > 20) {
      return Optional.empty();
    }
    String plain = PlaceNames.fold(text).replace(" ", "");
    for (String form : postcodes.getOrDefault(code, List.of())) {
      String filled = fill(form, plain);
      if (filled.isEmpty() && plain.startsWith(code)) {
        filled = fill(form, plain.substring(code.length()));
      }
      if (filled.isEmpty() && plain.length() > 1 && prefix(code).equals(plain.substring(0, 1))) {
        filled = fill(form, plain.substring(1));
      }
      if (!filled.isEmpty()) {
        return Optional.of(filled);
      }
    }
    return Optional.empty();
  }

  /** The letter of its cars, which people once put before the postcodes of a country. */
  private static String prefix(String code) {
    return switch (code) {
      case "FR" -> "F";
      case "DE" -> "D";
      case "BE" -> "B";
      case "ES" -> "E";
      case "IT" -> "I";
      case "AT" -> "A";
      case "LU" -> "L";
      case "PT" -> "P";
      case "SE" -> "S";
      case "NO" -> "N";
      default -> "?";
    };
  }

  private static String fill(String form, String plain) {
    StringBuilder filled = new StringBuilder(form.length());
    int at = 0;
    for (int i = 0; i < form.length(); i++) {
      char wanted = form.charAt(i);
      if (wanted == ' ' || wanted == '-') {
        filled.append(wanted);
      } else if (at == plain.length()) {
        return "";
      } else {
        char c = plain.charAt(at++);
        boolean fits =
            wanted == '9'
                ? c >= '0' && c <= '9'
                : wanted == 'A' ? c >= 'A' && c <= 'Z' : c == wanted;
        if (!fits) {
          return "";
        }
        filled.append(c);
      }
    }
    return at == plain.length() ? filled.toString() : "";
  }
}
