package io.limpide.connect.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often letters follow each other in the words of a language that are not ASCII. */
final class Language {
  /** The edge of a word. */
  static final char EDGE = '^';

  private static final double FOREIGN = 2e-6; // the share of letters a language does not have
  private static final double WEIGHT = 4; // of what single letters say against what pairs say

  private final String tag;
  private final Map<String, Integer> counts;
  private final double letters;
  private final boolean ideographic;

  private Language(String tag, Map<String, Integer> counts) {
    this.tag = tag;
    this.counts = counts;
    this.ideographic = tag.equals("ja") || tag.startsWith("zh") || tag.equals("ko");
    double sum = 0;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      sum += entry.getKey().length() == 1 ? entry.getValue() : 0;
    }
    this.letters = Math.max(1, sum);
  }

  /** Returns the languages that are known. */
  static List<Language> all() {
    return Loaded.LANGUAGES;
  }

  /** Read when first needed: most texts are UTF-8. */
  private static final class Loaded {
    private static final List<Language> LANGUAGES = read();
  }

  private static List<Language> read() {
    List<Language> languages = new ArrayList<>();
    try (InputStream in = Language.class.getResourceAsStream("languages.txt")) {
      if (in == null) {
        throw new IllegalStateException("languages.txt is missing");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          int tab = line.indexOf('\t');
          languages.add(new Language(line.substring(0, tab), counts(line.substring(tab + 1))));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(languages);
  }

  private static Map<String, Integer> counts(String text) {
    Map<String, Integer> counts = new HashMap<>();
    for (String item : text.split(" ", -1)) {
      int digits = item.length();
      while (item.charAt(digits - 1) >= '0' && item.charAt(digits - 1) <= '9') {
        digits--;
      }
      counts.put(item.substring(0, digits), Integer.valueOf(item.substring(digits)));
    }
    return counts;
  }

  String tag() {
    return tag;
  }

  /** Returns whether this is written in characters for words or syllables. */
  boolean isIdeographic() {
    return ideographic;
  }

  /** Returns the logarithm of the chance that {@code next} follows {@code letter} in a word. */
  double follows(char letter, char next) {
    double single = counts.getOrDefault(String.valueOf(next), 0) / letters + FOREIGN;
    double pair = counts.getOrDefault("" + letter + next, 0);
    double seen = counts.getOrDefault(String.valueOf(letter), 0);
    return Math.log((pair + WEIGHT * single) / (seen + WEIGHT));
  }

  /** Returns the logarithm of the chance of a character in a text. */
  double occurs(char character) {
    return Math.log((counts.getOrDefault(String.valueOf(character), 0) + 0.15) / letters);
  }
}
