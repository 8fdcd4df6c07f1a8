package io.limpide.engine.recognize;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
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

  /** Returns the words of a set, as {@link #key} writes them. */
  static Set<String> of(String name) {
    Set<String> words = SETS.get(name);
    if (words == null) {
      throw new IllegalArgumentException("values.txt has no set " + name);
    }
    return words;
  }

  /** Returns text in lower case without accents; what is neither letter nor digit stays. */
  static String fold(String text) {
    boolean ascii = true;
    for (int i = 0; ascii && i < text.length(); i++) {
      ascii = text.charAt(i) < 128;
    }
    if (ascii) {
      return text.toLowerCase(Locale.ROOT);
    }
    String parts = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(parts.length());
    for (int i = 0; i < parts.length(); i++) {
      char c = parts.charAt(i);
      switch (c) {
        case 'ß' -> folded.append("ss");
        case 'œ' -> folded.append("oe");
        case 'æ' -> folded.append("ae");
        case 'ø' -> folded.append('o');
        case 'ł' -> folded.append('l');
        default -> {
          if (Character.getType(c) != Character.NON_SPACING_MARK) {
            folded.append(c);
          }
        }
      }
    }
    return folded.toString();
  }

  /** Returns folded text with one hyphen between words and no dot at its end. */
  static String key(String folded) {
    StringBuilder key = new StringBuilder(folded.length());
    boolean gap = false;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Character.isLetterOrDigit(c) || c == '+') {
        if (gap && key.length() > 0) {
          key.append('-');
        }
        key.append(c);
        gap = false;
      } else if (c != '.' || (i + 1 < folded.length() && folded.charAt(i + 1) == ' ')) {
        gap = true;
      }
    }
    return key.toString();
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
      for (String word : line.substring(colon + 1).strip().split("\\s+")) {
        words.add(key(word));
      }
    }
    for (String code : Locale.getISOCountries()) {
      sets.get("country").add(code.toLowerCase(Locale.ROOT));
      sets.get("country")
          .add(
              new Locale.Builder()
                  .setRegion(code)
                  .build()
                  .getISO3Country()
                  .toLowerCase(Locale.ROOT));
    }
    return Map.copyOf(sets);
  }
}
