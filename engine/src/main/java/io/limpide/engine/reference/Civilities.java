package io.limpide.engine.reference;

import io.limpide.engine.text.Fold;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How people are addressed: every usual way of writing it, with what it means.
 *
 * <p>Source: table {@code civilities.csv}, written for this project; canonical forms after the
 * French circular no. 5575/SG of 21 February 2012, which gave up Mademoiselle.
 */
public final class Civilities {
  /** Longest entry, in words. */
  private static final int WORDS = 4;

  private Civilities() {}

  /** What a civility is given to. */
  public enum Kind {
    /** To one person. */
    PERSON,
    /** To several people in one record: a couple, a family. */
    PAIR,
    /** To an organisation, which has none. */
    COMPANY,
    /** To nobody: it says that it is not known. */
    NONE,
    /** To a man or a woman, depending on the language: {@code Ms}. */
    AMBIGUOUS
  }

  /**
   * A civility.
   *
   * @param civility {@code M.}, {@code Mme}, {@code M. et Mme}...; empty if not known
   * @param title {@code Dr}, {@code Pr}, {@code Me}, a military rank...; empty if none
   * @param sex of whom it speaks
   * @param kind to whom it is given
   * @param insideNames whether it may be recognised in front of or behind a name
   */
  public record Civility(String civility, String title, Sex sex, Kind kind, boolean insideNames) {}

  /** Returns what a whole cell means, if it is a civility. */
  public static Optional<Civility> find(String cell) {
    return cell.length() > 60 ? Optional.empty() : Optional.ofNullable(get(Fold.words(cell)));
  }

  /** Returns the longest civility that begins a name, and how many words of {@code words} it is. */
  public static Optional<Found> atStart(List<String> words) {
    if (words.isEmpty() || !Table.FIRST_WORDS.contains(firstWord(words.get(0)))) {
      return Optional.empty(); // nearly always
    }
    for (int length = Math.min(WORDS, words.size()); length > 0; length--) {
      StringBuilder phrase = new StringBuilder();
      for (String written : words.subList(0, length)) {
        String word = Fold.words(written); // nothing for "&"
        phrase.append(phrase.length() == 0 || word.isEmpty() ? "" : " ").append(word);
      }
      Civility civility = get(phrase.toString());
      if (civility != null && (civility.insideNames || isAbbreviated(words, length))) {
        return Optional.of(new Found(civility, length));
      }
    }
    return Optional.empty();
  }

  /** Returns the words of all civilities, folded. */
  public static Set<String> words() {
    Set<String> words = new HashSet<>(Table.FIRST_WORDS);
    Table.BY_WORDS.keySet().forEach(phrase -> words.addAll(List.of(phrase.split(" ", -1))));
    return words;
  }

  private static String firstWord(String written) {
    String folded = Fold.words(written); // "M./Mme" is two
    int end = folded.indexOf(' ');
    return end < 0 ? folded : folded.substring(0, end);
  }

  /**
   * A civility in front of a name.
   *
   * @param civility what it means
   * @param words how many words it takes
   */
  public record Found(Civility civility, int words) {}

  /** Returns the civility that ends a name as its last word, as in {@code Dupont Mme}. */
  public static Optional<Civility> atEnd(List<String> words) {
    Civility civility = words.size() < 2 ? null : get(Fold.words(words.get(words.size() - 1)));
    return civility != null && civility.insideNames && civility.kind == Kind.PERSON
        ? Optional.of(civility)
        : Optional.empty();
  }

  /** {@code M.} and {@code Me} before a word are no initials, nor is M before two. */
  private static boolean isAbbreviated(List<String> words, int length) {
    String first = words.get(0);
    return length == 1
        && words.size() > 1
        && (first.equals("M.") || first.equals("Me") || (first.equals("M") && words.size() > 2));
  }

  private static @Nullable Civility get(String words) {
    return Table.BY_WORDS.get(words);
  }

  /** Loaded when the first civility is looked up. */
  private static final class Table {
    static final Map<String, Civility> BY_WORDS = new HashMap<>();
    static final Set<String> FIRST_WORDS = new HashSet<>();

    static {
      for (String line : NameTable.lines("civilities.csv")) {
        String[] cells = line.split(";", -1);
        Sex sex =
            switch (cells[3]) {
              case "m" -> Sex.MALE;
              case "f" -> Sex.FEMALE;
              default -> Sex.UNKNOWN;
            };
        String kind = cells[4].replace(" inside", "");
        FIRST_WORDS.add(firstWord(cells[0]));
        BY_WORDS.put(
            Fold.words(cells[0]),
            new Civility(
                cells[1],
                cells[2],
                sex,
                Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                cells[4].endsWith(" inside")));
      }
    }
  }
}
