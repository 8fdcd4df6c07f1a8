package io.limpide.engine.standardize.email;

/**
 * How many slips lie between two words, and how likely a hand makes them.
 *
 * <p>Damerau-Levenshtein, restricted to adjacent transpositions (Oommen and Loke, 1997: "optimal
 * string alignment"), with a second cost that is lower where keys are neighbours on AZERTY or
 * QWERTY, a letter is doubled, or two are swapped. Time: the length, since only a band around the
 * diagonal can stay within the bound, and most words leave it after some letters.
 */
final class KeyboardDistance {
  private static final String[] KEYBOARDS = {
    "azertyuiop|qsdfghjklm|wxcvbn,;:", "qwertyuiop|asdfghjkl;|zxcvbnm,./"
  };
  private static final boolean[][] NEIGHBOURS = neighbours();

  /** What one slip costs: {@code LIKELY} of a hand, {@code UNLIKELY} otherwise. */
  static final int LIKELY = 2;

  static final int UNLIKELY = 3;

  private static final int FAR = Integer.MAX_VALUE / 2;

  private KeyboardDistance() {}

  private static boolean[][] neighbours() {
    boolean[][] near = new boolean[128][128];
    for (String keyboard : KEYBOARDS) {
      String[] rows = keyboard.split("\\|", -1);
      for (int row = 0; row < rows.length; row++) {
        for (int i = 0; i < rows[row].length(); i++) {
          for (int otherRow = row; otherRow < Math.min(row + 2, rows.length); otherRow++) {
            for (int j = Math.max(0, i - 1);
                j <= Math.min(rows[otherRow].length() - 1, i + 1);
                j++) {
              char a = rows[row].charAt(i);
              char b = rows[otherRow].charAt(j);
              near[a][b] = true;
              near[b][a] = true;
            }
          }
        }
      }
    }
    return near;
  }

  /**
   * Returns a set of the letters and digits of a word: one slip changes at most two of its bits.
   */
  static long mask(String word) {
    long mask = 0;
    for (int i = 0; i < word.length(); i++) {
      mask |= 1L << (word.charAt(i) & 63);
    }
    return mask;
  }

  /**
   * Returns the cost of the slips that lead from {@code meant} to {@code typed}.
   *
   * @return {@code LIKELY} or {@code UNLIKELY} for each slip; a large number beyond {@code most}
   *     slips
   */
  static int cost(String typed, String meant, int most) {
    int width = meant.length() + 1;
    if (Math.abs(typed.length() - meant.length()) > most) {
      return FAR;
    }
    int bound = most * UNLIKELY;
    int band = bound / LIKELY; // so many letters more or less are all that the bound allows
    int[] beforeLast = new int[width + 1];
    int[] last = new int[width + 1];
    int[] row = new int[width + 1];
    for (int j = 0; j < width; j++) {
      last[j] = j * UNLIKELY;
    }
    int leastBefore = 0;
    for (int i = 1; i <= typed.length(); i++) {
      int from = Math.max(1, i - band);
      int to = Math.min(width - 1, i + band);
      row[from - 1] = from == 1 ? i * UNLIKELY : FAR;
      char a = typed.charAt(i - 1);
      char previous = i > 1 ? typed.charAt(i - 2) : 0;
      int delete = i > 1 && previous == a ? LIKELY : UNLIKELY;
      int least = row[from - 1];
      for (int j = from; j <= to; j++) {
        char b = meant.charAt(j - 1);
        int best = last[j - 1] + (a == b ? 0 : near(a, b) ? LIKELY : UNLIKELY);
        best = Math.min(best, last[j] + delete);
        boolean halved = j > 1 && meant.charAt(j - 2) == b;
        best = Math.min(best, row[j - 1] + (halved ? LIKELY : UNLIKELY));
        if (i > 1 && j > 1 && a == meant.charAt(j - 2) && previous == b && a != b) {
          best = Math.min(best, beforeLast[j - 2] + LIKELY);
        }
        row[j] = best;
        least = Math.min(least, best);
      }
      row[to + 1] = FAR;
      if (least > bound && leastBefore > bound) {
        return FAR; // a swap reaches back two rows, nothing further
      }
      leastBefore = least;
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    int cost = last[width - 1];
    return cost > bound ? FAR : cost;
  }

  private static boolean near(char a, char b) {
    return a < 128 && b < 128 && NEIGHBOURS[a][b];
  }
}
