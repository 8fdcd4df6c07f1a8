package io.limpide.engine.recognize;

import io.limpide.engine.field.FieldType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the words of a header: concepts first ({@code header-words.txt}), then the type that their
 * combination means ({@code header-rules.txt}). A word that is glued, cut short or mistyped is
 * understood too, but counts for less.
 */
final class HeaderReader {
  private static final double UNKNOWN_WORD = 0.93;
  private static final double LEFT_OVER = 0.85;
  private static final int STRONG_CONCEPT = 5;

  private static final HeaderVocabulary WORDS = HeaderVocabulary.load();
  private static final List<Rule> RULES = rules();

  private record Rule(long concepts, int weight, Map<FieldType, Double> types) {}

  /**
   * What a header says.
   *
   * @param words the words understood; empty when the header says nothing
   * @param types the types it may mean with their probabilities, together at most 1
   * @param concepts what its words mean, as bits of {@link HeaderVocabulary}
   */
  record Reading(String words, Map<FieldType, Double> types, long concepts) {
    static final Reading NOTHING = new Reading("", Map.of(), 0);
  }

  private HeaderReader() {}

  static Reading read(String header) {
    List<String> tokens = HeaderTokens.of(header);
    long concepts = 0;
    double certainty = 1;
    List<String> understood = new ArrayList<>();
    List<String> words = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (!WORDS.connects(tokens.get(i))) {
        words.add(tokens.get(i));
        places.add(i);
      }
    }
    boolean numbered = false;
    for (int at = 0; at < words.size(); ) {
      String word = words.get(at);
      if (Character.isDigit(word.charAt(0))) {
        numbered = true;
        at++;
        continue;
      }
      int length = WORDS.phrase(words, places, at);
      if (length > 0) {
        String phrase = String.join("_", words.subList(at, at + length));
        concepts |= WORDS.concepts(phrase);
        understood.add(phrase.replace('_', ' '));
        at += length;
        continue;
      }
      Optional<HeaderVocabulary.Guess> guess = WORDS.guess(word);
      if (guess.isPresent()) {
        concepts |= guess.get().concepts();
        certainty *= guess.get().certainty();
        understood.add(word);
      } else if (!WORDS.saysNothing(word)) {
        certainty *= word.length() > 1 ? UNKNOWN_WORD : 1;
      }
      at++;
    }
    if (numbered && concepts == WORDS.bit("address")) {
      concepts |= WORDS.bit("street"); // address 1, address 2: lines of one
    }
    return reading(concepts, certainty, String.join(" ", understood));
  }

  /** Returns whether what the header says includes a concept. */
  static boolean means(Reading reading, String concept) {
    return (reading.concepts() & WORDS.bit(concept)) != 0;
  }

  private static Reading reading(long concepts, double certainty, String words) {
    Rule best = null;
    for (Rule rule : RULES) {
      if ((concepts & rule.concepts) == rule.concepts
          && (best == null || rule.weight > best.weight)) {
        best = rule;
      }
    }
    if (best == null) {
      return new Reading("", Map.of(), concepts);
    }
    long left = concepts & ~best.concepts;
    double sure = certainty;
    for (long rest = left; rest != 0; rest &= rest - 1) {
      if (WORDS.weight(Long.numberOfTrailingZeros(rest)) >= STRONG_CONCEPT) {
        sure *= LEFT_OVER;
      }
    }
    Map<FieldType, Double> types = new HashMap<>();
    for (Map.Entry<FieldType, Double> entry : best.types.entrySet()) {
      types.put(entry.getKey(), entry.getValue() * sure);
    }
    return new Reading(words, Map.copyOf(types), concepts);
  }

  private static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (String line : WordSets.lines("header-rules.txt")) {
      int equals = line.indexOf('=');
      long concepts = 0;
      int weight = 0;
      for (String name : line.substring(0, equals).strip().split("\\s+", -1)) {
        concepts |= WORDS.bit(name);
        weight += WORDS.weight(Long.numberOfTrailingZeros(WORDS.bit(name)));
      }
      Map<FieldType, Double> types = new HashMap<>();
      String[] cells = line.substring(equals + 1).strip().split("\\s+", -1);
      for (int i = 0; i < cells.length; i += 2) {
        types.put(
            FieldType.valueOf(cells[i].toUpperCase(Locale.ROOT)), Double.parseDouble(cells[i + 1]));
      }
      rules.add(new Rule(concepts, weight, Map.copyOf(types)));
    }
    return List.copyOf(rules);
  }
}
