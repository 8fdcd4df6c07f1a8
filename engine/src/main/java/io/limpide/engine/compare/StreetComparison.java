package io.limpide.engine.compare;

import io.limpide.engine.text.Glances;
import io.limpide.engine.text.Similarity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares street addresses: number and way as one misspelt (close), the way without the number
 * (way), the number with a way somewhat alike (similar).
 */
final class StreetComparison extends FieldComparison {
  private static final double SAME_WAY = 0.9;
  private static final double ALIKE = 0.78;

  private String[] numbers = {};
  private String[] ways = {};
  private final Glances glances = new Glances(0);
  private long[] words = {};
  private final Map<String, String> one = new HashMap<>(); // of each number

  /**
   * @param addresses as {@code number|way}: the number may be empty, the way folded and without its
   *     type
   */
  StreetComparison(String name, FieldValues addresses) {
    super(name, FieldRole.PLACE, Levels.STREET, addresses);
    deriveAll();
    one.clear();
  }

  @Override
  void reserve(int codes) {
    numbers = Arrays.copyOf(numbers, codes);
    ways = Arrays.copyOf(ways, codes);
    words = Arrays.copyOf(words, codes);
    glances.reserve(codes);
  }

  @Override
  void derive(int code) {
    String address = values.value(code);
    numbers[code] = one.computeIfAbsent(number(address), number -> number);
    ways[code] = way(address);
    words[code] = Words.signs(ways[code]);
    glances.set(code, ways[code]);
  }

  @Override
  boolean apart(int a, int b) {
    return !glances.alike(a, b, ALIKE) && (words[a] & words[b]) == 0;
  }

  private static String number(String address) {
    int bar = address.indexOf('|');
    return bar < 0 ? "" : address.substring(0, bar);
  }

  private static String way(String address) {
    return address.substring(address.indexOf('|') + 1);
  }

  @Override
  int levelOf(int a, int b) {
    boolean sameNumber = numbers[a].equals(numbers[b]);
    boolean bothNumbers = !numbers[a].isEmpty() && !numbers[b].isEmpty();
    double likeness = wayLikeness(ways[a], ways[b]);
    if (likeness >= SAME_WAY) {
      return sameNumber ? 4 : 3;
    }
    return likeness >= ALIKE && (sameNumber || !bothNumbers) ? 2 : 1;
  }

  private static double wayLikeness(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    return Math.max(
        Similarity.jaroWinkler().between(a, b),
        0.5 + Words.shared(a, b) / 2); // half the words: 0.75
  }

  @Override
  List<BlockKey> blockKeys() {
    return List.of(
        wholeKey(),
        blockKey(name() + ".way", v -> NameComparison.ending(way(v), 8), 0.5),
        blockKey(
            name() + ".beginning",
            v -> number(v) + "|" + NameComparison.beginning(way(v), 3),
            0.5));
  }
}
