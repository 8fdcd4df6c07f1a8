package io.limpide.engine.standardize.address;

import java.util.Arrays;

/**
 * How alike two keys of places are, 0 to 1. Source: W. E. Winkler, "String Comparator Metrics and
 * Enhanced Decision Rules in the Fellegi-Sunter Model of Record Linkage", 1990; prefix scale 0.1,
 * four characters.
 */
final class Likeness {
  private static final int LONGEST = 60;

  private Likeness() {}

  static double of(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    if (a.isEmpty() || b.isEmpty() || a.length() > LONGEST || b.length() > LONGEST) {
      return 0;
    }
    int reach = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
    boolean[] takenA = new boolean[a.length()];
    boolean[] takenB = new boolean[b.length()];
    int common = 0;
    for (int i = 0; i < a.length(); i++) {
      int last = Math.min(b.length() - 1, i + reach);
      for (int j = Math.max(0, i - reach); j <= last; j++) {
        if (!takenB[j] && a.charAt(i) == b.charAt(j)) {
          takenA[i] = true;
          takenB[j] = true;
          common++;
          break;
        }
      }
    }
    if (common == 0) {
      return 0;
    }
    double jaro =
        ((double) common / a.length()
                + (double) common / b.length()
                + (common - outOfPlace(a, takenA, b, takenB) / 2.0) / common)
            / 3;
    int mismatch = Arrays.mismatch(a.toCharArray(), b.toCharArray());
    return jaro + Math.min(4, Math.max(0, mismatch)) * 0.1 * (1 - jaro);
  }

  private static int outOfPlace(String a, boolean[] takenA, String b, boolean[] takenB) {
    int out = 0;
    int j = 0;
    for (int i = 0; i < a.length(); i++) {
      if (takenA[i]) {
        while (!takenB[j]) {
          j++;
        }
        out += a.charAt(i) == b.charAt(j) ? 0 : 1;
        j++;
      }
    }
    return out;
  }
}
