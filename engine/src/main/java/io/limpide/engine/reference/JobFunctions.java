package io.limpide.engine.reference;

import io.limpide.engine.text.Fold;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What people do, whatever their card calls it: PDG, President & CEO and Directeur général are all
 * {@code ceo}. French and English.
 *
 * <p>Source: table {@code job-functions.csv}, written for this project.
 */
public final class JobFunctions {
  private static final int LONGEST = 300;
  private static final int WORDS = 8;

  /** Whoever helps another is not that other: "assistante du DG", "adjoint au directeur". */
  private static final Set<String> HELPERS =
      Set.of(
          "assistant",
          "assistante",
          "adjoint",
          "adjointe",
          "secretaire",
          "stagiaire",
          "alternant",
          "alternante",
          "deputy",
          "apprenti",
          "apprentie");

  private JobFunctions() {}

  /**
   * Returns the function that a job title names.
   *
   * @return a word of the table, such as {@code sales_director}; empty if none is recognised
   */
  public static String of(String jobTitle) {
    if (jobTitle.length() > LONGEST) {
      return "";
    }
    String[] words = Fold.words(jobTitle).split(" ", -1);
    String best = "";
    int bestLength = 0;
    for (int from = 0; from < words.length; from++) {
      StringBuilder phrase = new StringBuilder();
      for (int to = from; to < Math.min(words.length, from + WORDS); to++) {
        phrase.append(to == from ? "" : " ").append(words[to]);
        String function = Table.BY_WORDS.get(phrase.toString());
        if (function != null && to - from + 1 > bestLength) {
          best = function;
          bestLength = to - from + 1;
        }
      }
      if (from == 0 && HELPERS.contains(words[0]) && bestLength <= 1) {
        return best.isEmpty() ? "assistant" : best;
      }
    }
    return best;
  }

  /** Loaded when the first title is looked up. */
  private static final class Table {
    static final Map<String, String> BY_WORDS = new HashMap<>();

    static {
      for (String line : NameTable.lines("job-functions.csv")) {
        String[] cells = line.split(";", -1);
        for (int i = 1; i < cells.length; i++) {
          BY_WORDS.putIfAbsent(cells[i], cells[0]);
        }
      }
    }
  }
}
