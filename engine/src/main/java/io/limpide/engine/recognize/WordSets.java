package io.limpide.engine.recognize;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The packaged word lists by which values are known: {@code values.txt}. */
final class WordSets {
  private static final Map<String, Set<String>> SETS = load();

  private WordSets() {}

  /** Returns the words of a set, as {@link FoldedText#key} writes them. */
  static Set<String> of(String name) {
    Set<String> words = SETS.get(name);
    if (words == null) {
      throw new IllegalArgumentException("values.txt has no set " + name);
    }
    return words;
  }

  /** Returns the lines of a resource of this package that are neither blank nor a comment. */
  static List<String> lines(String name) {
    try (InputStream in = WordSets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Set<String>> load() {
    Map<String, Set<String>> sets = new HashMap<>();
    for (String line : lines("values.txt")) {
      int colon = line.indexOf(':');
      Set<String> words = sets.computeIfAbsent(line.substring(0, colon), name -> new HashSet<>());
      for (String word : line.substring(colon + 1).strip().split("\\s+", -1)) {
        words.add(FoldedText.key(word));
      }
    }
    Set<String> countries = sets.computeIfAbsent("country", name -> new HashSet<>());
    for (String code : Locale.getISOCountries()) {
      countries.add(code.toLowerCase(Locale.ROOT));
      countries.add(
          new Locale.Builder().setRegion(code).build().getISO3Country().toLowerCase(Locale.ROOT));
    }
    return Map.copyOf(sets);
  }
}
