package io.limpide.engine.profile.scan;

import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds in free text what must not be kept there: sensitive data, insults, numbers of identity and
 * payment, secrets. Stateless, linear in the length of the text; to be asked once per distinct
 * value. It points at words, it does not understand sentences: its hits are for a person to judge.
 */
public final class FreeTextScanner {
  private static final Lexicon LEXICON = Lexicon.load();
  private static final int LONGEST = 1_000_000;

  private FreeTextScanner() {}

  /** Returns what was found, in the order of the text. */
  public static List<Hit> scan(String text) {
    if (text.length() < 3) {
      return List.of();
    }
    String scanned = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    List<Hit> hits = new ArrayList<>();
    Words words = new Words(scanned);
    LEXICON.find(scanned, words, hits);
    NumberDetector.find(scanned, hits);
    SecretDetector.find(scanned, words, hits);
    hits.sort(Comparator.comparingInt(Hit::start).thenComparing(Hit::category));
    return List.copyOf(hits);
  }

  /** Returns the reason under which hits of a category are findings. */
  public static Reason reason(Category category) {
    boolean numbered = category.form() != Category.Form.WORDS;
    return new Reason(
        "scan." + category.word(),
        numbered || category == Category.INSULT ? Severity.ERROR : Severity.WARNING,
        Dimension.VALIDITY);
  }

  /** Returns the reasons of all categories. */
  public static List<Reason> reasons() {
    return Stream.of(Category.values()).map(FreeTextScanner::reason).toList();
  }
}
