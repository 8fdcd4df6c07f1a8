package io.limpide.engine.compare;

import io.limpide.engine.block.Atom;
import io.limpide.engine.table.Dictionary;
import io.limpide.engine.text.EditDistance;
import io.limpide.engine.text.Glances;
import io.limpide.engine.text.Similarity;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares company names word by word, rare words counting more: soft TF-IDF, the weights of common
 * words over those of all words. Legal forms are gone before.
 *
 * <p>Source: W. Cohen, P. Ravikumar, S. Fienberg, "A comparison of string distance metrics for
 * name-matching tasks", IIWeb 2003.
 */
final class CompanyComparison extends FieldComparison {
  private static final double CLOSE = 0.85;
  private static final double SIMILAR = 0.65;
  private static final double PARTIAL = 0.4;
  private static final double SAME_WORD = 0.9;
  private static final int MOST_WORDS = 12;

  private final String[] compact;
  private final String[][] words;
  private final int[][] wordCodes;
  private final float[][] weights;
  private final float[] sums;
  private final Glances compactGlances;
  private final Glances wordGlances; // by code of the word

  CompanyComparison(String name, FieldRole role, FieldValues cores) {
    super(name, role, Levels.COMPANY, cores.grouped(NameComparison::compact));
    int size = values.size();
    compact = new String[size];
    words = new String[size][];
    Dictionary vocabulary = new Dictionary();
    wordCodes = new int[size][];
    List<String> distinct = new ArrayList<>(List.of(""));
    List<int[]> seen = new ArrayList<>(); // records that have the word
    seen.add(new int[1]);
    for (int code = 0; code < size; code++) {
      String value = values.value(code);
      compact[code] = NameComparison.compact(value);
      String[] all = value.isEmpty() ? new String[0] : value.split(" ", MOST_WORDS);
      words[code] = all;
      wordCodes[code] = new int[all.length];
      for (int i = 0; i < all.length; i++) {
        int word = vocabulary.encode(all[i]);
        if (word == seen.size()) {
          seen.add(new int[1]);
          distinct.add(all[i]);
        }
        wordCodes[code][i] = word;
        seen.get(word)[0] += counts[code];
        all[i] = distinct.get(word);
      }
    }
    weights = new float[size][];
    sums = new float[size];
    for (int code = 0; code < size; code++) {
      weights[code] = new float[wordCodes[code].length];
      for (int i = 0; i < weights[code].length; i++) {
        weights[code][i] =
            (float) Math.log(1 + (filled() + 1.0) / Math.max(1, seen.get(wordCodes[code][i])[0]));
        sums[code] += weights[code][i];
      }
    }
    compactGlances = Glances.of(compact);
    wordGlances = Glances.of(distinct.toArray(new String[0]));
  }

  @Override
  boolean apart(int a, int b) {
    int[] one = wordCodes[a];
    int[] other = wordCodes[b];
    int shorter = Math.min(compact[a].length(), compact[b].length());
    if (one.length == compact[b].length()
        || other.length == compact[a].length()
        || compactGlances.alike(a, b, SAME_WORD)
        || compactGlances.within(a, b, shorter / 8 + 1)) {
      return false;
    }
    for (int x : one) {
      for (int y : other) {
        if (x == y || wordGlances.alike(x, y, SAME_WORD)) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  int levelOf(int a, int b) {
    String one = compact[a];
    String other = compact[b];
    int shorter = Math.min(one.length(), other.length());
    if (shorter >= 5
        && EditDistance.osa().between(one, other, shorter / 8 + 1) <= shorter / 8 + 1) {
      return 4;
    }
    double shared = 2 * shared(a, b) / Math.max(1e-6, sums[a] + sums[b]);
    if (shared >= CLOSE) {
      return 4;
    }
    if (shared >= SIMILAR) {
      return 3;
    }
    return shared >= PARTIAL
            || Math.min(containment(a, b), 1) >= CLOSE
            || acronym(words[a], other)
            || acronym(words[b], one)
            || Similarity.jaroWinkler().between(one, other) >= SAME_WORD
        ? 2
        : 1;
  }

  private double containment(int a, int b) {
    float less = Math.min(sums[a], sums[b]);
    return less == 0 ? 0 : shared(a, b) / less;
  }

  private double shared(int a, int b) {
    String[] one = words[a];
    String[] other = words[b];
    long taken = 0;
    double shared = 0;
    for (int i = 0; i < one.length; i++) {
      double best = 0;
      int at = -1;
      for (int j = 0; j < other.length; j++) {
        if ((taken >>> j & 1) == 0) {
          int x = wordCodes[a][i];
          int y = wordCodes[b][j];
          if (x != y && !wordGlances.alike(x, y, SAME_WORD)) {
            continue;
          }
          double likeness = x == y ? 1 : likeness(one[i], other[j]);
          double value = likeness * Math.min(weights[a][i], weights[b][j]);
          if (likeness >= SAME_WORD && value > best) {
            best = value;
            at = j;
          }
        }
      }
      if (at >= 0) {
        taken |= 1L << at;
        shared += best;
      }
    }
    return shared;
  }

  private static double likeness(String a, String b) {
    return a.length() < 4 || b.length() < 4 ? 0 : Similarity.jaroWinkler().between(a, b);
  }

  private static boolean acronym(String[] words, String other) {
    if (words.length < 2 || words.length != other.length()) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (words[i].isEmpty() || words[i].charAt(0) != other.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The n-th rarest word of a name. */
  private String rarest(int code, int n) {
    boolean[] used = new boolean[words[code].length];
    String found = "";
    for (int turn = 0; turn <= n; turn++) {
      int best = -1;
      for (int i = 0; i < used.length; i++) {
        if (!used[i]
            && (best < 0
                || weights[code][i] > weights[code][best]
                || (weights[code][i] == weights[code][best]
                    && words[code][i].compareTo(words[code][best]) < 0))) {
          best = i;
        }
      }
      if (best < 0) {
        return "";
      }
      used[best] = true;
      found = words[code][best];
    }
    return found;
  }

  @Override
  List<Atom> atoms(int field) {
    List<int[]> rare = new ArrayList<>();
    for (int n = 0; n < 2; n++) {
      int[] byCode = new int[values.size()];
      for (int code = 1; code < byCode.length; code++) {
        byCode[code] = FieldValues.hash(rarest(code, n));
      }
      for (int[] slot : values.slots().subList(0, Math.min(2, values.slots().size()))) {
        int[] keys = new int[slot.length];
        for (int record = 0; record < slot.length; record++) {
          keys[record] = byCode[slot[record]];
        }
        rare.add(keys);
      }
    }
    return List.of(
        new Atom(name(), field, values.keys(v -> v), 0, false),
        new Atom(name() + ".word", field, rare, 0.8, false),
        new Atom(
            name() + ".beginning",
            field,
            values.keys(v -> NameComparison.beginning(v, 5)),
            0.6,
            false),
        new Atom(
            name() + ".ending", field, values.keys(v -> NameComparison.ending(v, 6)), 0.5, false));
  }
}
