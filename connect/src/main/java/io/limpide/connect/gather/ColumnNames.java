package io.limpide.connect.gather;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that columns are called by. */
public final class ColumnNames {
  private static final Set<String> WORDS = words();
  private static final Set<String> SMALL =
      Set.of("de", "du", "des", "la", "le", "l", "d", "of", "the", "der", "del", "di");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}0-9]+");
  private static final Pattern NOTE =
      Pattern.compile(
          "\\(.{1,40}\\)|\\[.{1,40}]|k?(?:€|eur|euros?|\\$|usd|£|gbp|chf)|%|pers\\.?|personnes?"
              + "|nb|nombre|kg|km|m2|m²|jours?|mois|ans?|années?|heures?|textes?|text|string"
              + "|varchar|numérique|numeric|entier|integer|booléen|boolean|obligatoire|facultatif"
              + "|required|optional|mandatory|pflichtfeld|(?:jj|dd|tt)[/.-]mm[/.-](?:aaaa|yyyy|jjjj)"
              + "|(?:aaaa|yyyy)-mm-(?:jj|dd)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private ColumnNames() {}

  /** Returns whether a cell tells a unit, a format or a duty to fill, as below names of columns. */
  public static boolean isNote(String cell) {
    return NOTE.matcher(cell.strip()).matches();
  }

  /** Returns whether a cell holds words that name a column. */
  public static boolean isName(String cell) {
    if (cell.length() > 60) {
      return false;
    }
    String name = CAMEL.matcher(cell.strip()).replaceAll(" ");
    name = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    String[] tokens = NO_WORD.split(name.toLowerCase(Locale.ROOT), -1);
    int words = 0;
    int all = 0;
    for (String token : tokens) {
      if (!token.isEmpty() && !SMALL.contains(token)) {
        all++;
        words += WORDS.contains(token) ? 1 : 0;
      }
    }
    return words > 0 && words * 2 >= all && !Character.isDigit(name.charAt(0));
  }

  private static Set<String> words() {
    Set<String> words = new HashSet<>();
    try (InputStream in = ColumnNames.class.getResourceAsStream("header-words.txt")) {
      if (in == null) {
        throw new IllegalStateException("header-words.txt is missing");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> List.of(line.trim().split(" +")).stream())
          .filter(word -> !word.isEmpty())
          .forEach(words::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Set.copyOf(words);
  }
}
