package io.limpide.engine.recognize;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of {@code header-words.txt} and what they mean; concepts are bits of a long. */
final class HeaderVocabulary {
  private static final int LONGEST_PHRASE = 3;
  private static final int LONGEST_GLUED = 40;
  private static final double GLUED = 0.97;
  private static final double CUT_SHORT = 0.9;
  private static final double MISTYPED = 0.88;

  private final Map<String, Long> bits = new HashMap<>();
  private final int[] weights = new int[Long.SIZE];
  private final Map<String, Long> words = new HashMap<>();
  private final Set<String> strict = new HashSet<>();
  private final Set<String> noise = new HashSet<>();
  private final Set<String> connectors = new HashSet<>();

  /**
   * What a word that is not listed probably means.
   *
   * @param certainty 0 to 1
   */
  record Guess(long concepts, double certainty) {}

  private HeaderVocabulary() {}

  static HeaderVocabulary load() {
    HeaderVocabulary vocabulary = new HeaderVocabulary();
    for (String line : WordSets.lines("header-words.txt")) {
      int colon = line.indexOf(':');
      String[] head = line.substring(0, colon).split(" ", -1);
      List<String> listed = List.of(line.substring(colon + 1).strip().split("\\s+", -1));
      switch (head[0]) {
        case "noise" -> vocabulary.noise.addAll(listed);
        case "connector" -> vocabulary.connectors.addAll(listed);
        default -> vocabulary.concept(head[0], Integer.parseInt(head[1]), listed);
      }
    }
    return vocabulary;
  }

  private void concept(String name, int weight, List<String> listed) {
    int index = bits.size();
    if (index == Long.SIZE) {
      throw new IllegalStateException("header-words.txt has more than 64 concepts");
    }
    bits.put(name, 1L << index);
    weights[index] = weight;
    for (String entry : listed) {
      String word = entry.startsWith("=") ? entry.substring(1) : entry;
      if (word.length() < entry.length()) {
        strict.add(word);
      }
      words.merge(word, 1L << index, (a, b) -> a | b);
      if (word.indexOf('_') > 0) {
        words.merge(word.replace("_", ""), 1L << index, (a, b) -> a | b);
      }
    }
  }

  long bit(String concept) {
    Long bit = bits.get(concept);
    if (bit == null) {
      throw new IllegalArgumentException("no concept " + concept + " in header-words.txt");
    }
    return bit;
  }

  int weight(int index) {
    return weights[index];
  }

  boolean connects(String word) {
    return connectors.contains(word);
  }

  boolean saysNothing(String word) {
    return noise.contains(word) || connectors.contains(word);
  }

  long concepts(String word) {
    return words.getOrDefault(word, 0L);
  }

  /**
   * Returns how many words from {@code at} on are listed together; 0 when not even one is.
   *
   * @param places where each word stood before the connecting words were left out
   */
  int phrase(List<String> tokens, List<Integer> places, int at) {
    for (int length = Math.min(LONGEST_PHRASE, tokens.size() - at); length > 0; length--) {
      String phrase = String.join("_", tokens.subList(at, at + length));
      boolean adjacent = places.get(at + length - 1) - places.get(at) == length - 1;
      if (words.containsKey(phrase) && (adjacent || !strict.contains(phrase))) {
        return length;
      }
    }
    return 0;
  }

  /** Returns what an unlisted word may mean: glued from known words, cut short, or mistyped. */
  Optional<Guess> guess(String word) {
    if (saysNothing(word) || word.length() < 3) {
      return Optional.empty();
    }
    Long glued = word.length() <= LONGEST_GLUED ? glued(word) : null;
    if (glued != null && glued != 0) {
      return Optional.of(new Guess(glued, GLUED));
    }
    long cut = ~0L;
    long any = 0;
    long near = 0;
    for (Map.Entry<String, Long> entry : words.entrySet()) {
      String known = entry.getKey();
      if (known.startsWith(word)) {
        cut &= entry.getValue();
        any |= entry.getValue();
      } else if (word.length() >= 5 && known.length() >= 5 && oneEdit(word, known)) {
        near |= entry.getValue();
      }
    }
    if (any != 0 && cut != 0) {
      return Optional.of(new Guess(cut, CUT_SHORT));
    }
    // A mistyped word counts only when all the words it may be mean the same.
    return Long.bitCount(near) >= 1 && Long.bitCount(near) <= 2
        ? Optional.of(new Guess(near, MISTYPED))
        : Optional.empty();
  }

  /** Splits a word into the fewest known ones; null when it cannot be done with at most four. */
  private @Nullable Long glued(String word) {
    int length = word.length();
    int[] pieces = new int[length + 1];
    long[] meaning = new long[length + 1];
    Arrays.fill(pieces, Integer.MAX_VALUE);
    pieces[0] = 0;
    for (int end = 2; end <= length; end++) {
      for (int start = 0; start <= end - 2; start++) {
        if (pieces[start] == Integer.MAX_VALUE) {
          continue;
        }
        String piece = word.substring(start, end);
        boolean known = words.containsKey(piece);
        boolean small = end - start < 3;
        if ((known || (saysNothing(piece) && !(small && start == 0)))
            && pieces[start] + 1 < pieces[end]) {
          pieces[end] = pieces[start] + 1;
          meaning[end] = meaning[start] | concepts(piece);
        }
      }
    }
    return pieces[length] <= 4 ? meaning[length] : null;
  }

  /** Returns whether one insertion, deletion, replacement or swap of neighbours makes a to b. */
  static boolean oneEdit(String a, String b) {
    int difference = a.length() - b.length();
    if (difference < -1 || difference > 1) {
      return false;
    }
    int i = 0;
    while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    if (difference == 0) {
      return i == a.length()
          || a.substring(i + 1).equals(b.substring(i + 1))
          || (i + 1 < a.length()
              && a.charAt(i) == b.charAt(i + 1)
              && a.charAt(i + 1) == b.charAt(i)
              && a.substring(i + 2).equals(b.substring(i + 2)));
    }
    return difference > 0
        ? a.substring(i + 1).equals(b.substring(i))
        : a.substring(i).equals(b.substring(i + 1));
  }
}
