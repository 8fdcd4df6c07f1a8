package io.limpide.engine.compare;

import io.limpide.engine.text.EditDistance;
import io.limpide.engine.text.Glances;
import io.limpide.engine.text.Similarity;
import java.util.Arrays;
import java.util.List;

/**
 * Compares company names word by word, rare words counting more: soft TF-IDF, the weights of common
 * words over those of all words. Legal forms are gone before; what is left of those that were
 * misspelt counts next to nothing.
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
  private static final float LITTLE = (float) Math.log(2); // what a word weighs that all names have

  private String[] compact = {};
  private String[] bare = {}; // without what is left of a legal form; the same string if nothing is
  private boolean[] remains = {};
  private String[][] words = {};
  private int[][] wordCodes = {};
  private float[][] weights = {};
  private float[] sums = {};
  private final Glances compactGlances = new Glances(0);
  private final Glances bareGlances = new Glances(0);
  private final Vocabulary vocabulary;

  CompanyComparison(String name, FieldRole role, FieldValues cores) {
    super(name, role, Levels.COMPANY, cores.grouped(NameComparison::compact));
    vocabulary = new Vocabulary(filled());
    for (int code = 0; code < values.size(); code++) {
      for (String word : split(values.value(code))) {
        vocabulary.count(vocabulary.code(word), counts[code]);
      }
    }
    deriveAll();
  }

  private static String[] split(String value) {
    return value.isEmpty() ? new String[0] : value.split(" ", MOST_WORDS);
  }

  @Override
  void reserve(int codes) {
    compact = Arrays.copyOf(compact, codes);
    bare = Arrays.copyOf(bare, codes);
    remains = Arrays.copyOf(remains, codes);
    words = Arrays.copyOf(words, codes);
    wordCodes = Arrays.copyOf(wordCodes, codes);
    weights = Arrays.copyOf(weights, codes);
    sums = Arrays.copyOf(sums, codes);
    compactGlances.reserve(codes);
    bareGlances.reserve(codes);
  }

  @Override
  void derive(int code) {
    String value = values.value(code);
    compact[code] = NameComparison.compact(value);
    compactGlances.set(code, compact[code]);
    words[code] = split(value);
    int size = words[code].length;
    wordCodes[code] = new int[size];
    weights[code] = new float[size];
    sums[code] = 0;
    for (int i = 0; i < size; i++) {
      int word = vocabulary.code(words[code][i]);
      wordCodes[code][i] = word;
      words[code][i] = vocabulary.text(word);
      weights[code][i] = vocabulary.weight(word);
    }
    bare[code] = bare(code);
    bareGlances.set(code, bare[code]);
    remains[code] = bare[code].length() < compact[code].length();
    for (float weight : weights[code]) {
      sums[code] += weight;
    }
  }

  /** Takes the weight of words at either end that are left of a legal form; the last word stays. */
  private String bare(int code) {
    int from = 0;
    int to = words[code].length;
    while (to - from > 1 && isRemainder(code, to - 1)) {
      to--;
      weights[code][to] = Math.min(LITTLE, weights[code][to]);
    }
    while (to - from > 1 && FormRemains.isForm(words[code][from])) {
      weights[code][from] = Math.min(LITTLE, weights[code][from]);
      from++;
    }
    if (from == to) {
      return compact[code];
    }
    String last = words[code][to - 1];
    int letters = FormRemains.lettersBefore(last);
    if (from == 0 && to == words[code].length && letters == last.length()) {
      return compact[code];
    }
    StringBuilder bare = new StringBuilder();
    for (int i = from; i < to; i++) {
      bare.append(words[code][i], 0, i == to - 1 ? letters : words[code][i].length());
    }
    return bare.toString();
  }

  /** A word that many names have is a word of its own, however near a form it is. */
  private boolean isRemainder(int code, int word) {
    return FormRemains.isForm(words[code][word])
        || (vocabulary.isRare(wordCodes[code][word]) && FormRemains.isNearForm(words[code][word]));
  }

  @Override
  void mark() {
    super.mark();
    vocabulary.mark();
  }

  @Override
  void forget() {
    super.forget();
    vocabulary.forget();
  }

  @Override
  boolean apart(int a, int b) {
    int[] one = wordCodes[a];
    int[] other = wordCodes[b];
    int shorter = Math.min(compact[a].length(), compact[b].length());
    if (one.length == compact[b].length()
        || other.length == compact[a].length()
        || compactGlances.alike(a, b, SAME_WORD)
        || compactGlances.within(a, b, edits(shorter))
        || (hasRemains(a, b)
            && bareGlances.within(a, b, edits(Math.min(bare[a].length(), bare[b].length()))))) {
      return false;
    }
    for (int x : one) {
      for (int y : other) {
        if (x == y || vocabulary.glances.alike(x, y, SAME_WORD)) {
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
    if (one.equals(other)) { // of values that came later
      return levels().exact();
    }
    if (misspelt(one, other)
        || (hasRemains(a, b) && (bare[a].equals(bare[b]) || misspelt(bare[a], bare[b])))) {
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

  private boolean hasRemains(int a, int b) {
    return remains[a] || remains[b];
  }

  private static boolean misspelt(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    return shorter >= 5 && EditDistance.osa().between(a, b, edits(shorter)) <= edits(shorter);
  }

  /** How many slips of the pen a name of so many letters may hold. */
  private static int edits(int letters) {
    return letters / 8 + 1;
  }

  private double containment(int a, int b) {
    float less = Math.min(sums[a], sums[b]);
    return less == 0 ? 0 : shared(a, b) / less;
  }

  private double shared(int first, int second) {
    boolean inOrder = compact[first].compareTo(compact[second]) < 0; // whatever their codes
    int a = inOrder ? first : second;
    int b = inOrder ? second : first;
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
          if (x != y && !vocabulary.glances.alike(x, y, SAME_WORD)) {
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
  List<BlockKey> blockKeys() {
    return List.of(
        BlockKey.of(name(), code -> FieldValues.hash(bare[code]), 0),
        new BlockKey(
            name() + ".word",
            List.of(
                code -> FieldValues.hash(rarest(code, 0)),
                code -> FieldValues.hash(rarest(code, 1))),
            2,
            0.8,
            false),
        blockKey(name() + ".beginning", v -> NameComparison.beginning(v, 5), 0.6),
        blockKey(name() + ".ending", v -> NameComparison.ending(v, 6), 0.5));
  }
}
