package io.limpide.engine.profile.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words and phrases of {@code lexicon.txt}, looked up by their first word. */
final class Lexicon {
  private static final int NEAR = 5;
  private static final int STEM = 4;

  private final Map<String, List<Entry>> exact = new HashMap<>();
  private final Map<String, List<Entry>> stems = new HashMap<>();

  private record Entry(
      Category category,
      List<String> words,
      Set<String> unless,
      Set<String> with,
      boolean capitals,
      boolean small) {}

  private Lexicon() {}

  static Lexicon load() {
    try (InputStream in = Lexicon.class.getResourceAsStream("lexicon.txt")) {
      if (in == null) {
        throw new IllegalStateException("missing resource lexicon.txt");
      }
      Lexicon lexicon = new Lexicon();
      Category category = Category.HEALTH;
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (line.startsWith("[")) {
          category =
              Category.valueOf(line.substring(1, line.indexOf(']')).toUpperCase(Locale.ROOT));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          lexicon.add(entry(category, line.strip()));
        }
      }
      return lexicon;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entry(Category category, String line) {
    List<String> words = new ArrayList<>();
    Set<String> unless = new HashSet<>();
    Set<String> with = new HashSet<>();
    boolean capitals = false;
    boolean small = false;
    char mode = ' ';
    for (String part : line.split(" ", -1)) {
      switch (part) {
        case "!", "+" -> mode = part.charAt(0);
        case "^" -> capitals = true;
        case "_" -> small = true;
        default -> {
          switch (mode) {
            case '!' -> unless.add(part);
            case '+' -> with.add(part);
            default -> words.add(part);
          }
        }
      }
    }
    return new Entry(
        category, List.copyOf(words), Set.copyOf(unless), Set.copyOf(with), capitals, small);
  }

  private void add(Entry entry) {
    String first = entry.words.get(0);
    boolean stem = first.endsWith("*");
    String key = stem ? first.substring(0, STEM) : first;
    (stem ? stems : exact).computeIfAbsent(key, word -> new ArrayList<>()).add(entry);
  }

  /** Adds what the text holds; where two entries of a category overlap, the longer one. */
  void find(String text, Words words, List<Hit> hits) {
    Map<Category, Integer> covered = new EnumMap<>(Category.class);
    for (int at = 0; at < words.size(); at++) {
      String word = words.word(at);
      List<Entry> candidates = new ArrayList<>(exact.getOrDefault(word, List.of()));
      if (word.length() >= STEM) {
        candidates.addAll(stems.getOrDefault(word.substring(0, STEM), List.of()));
      }
      Map<Category, Integer> longest = new EnumMap<>(Category.class);
      for (Entry entry : candidates) {
        if (matches(entry, words, at)) {
          longest.merge(entry.category, entry.words.size(), Math::max);
        }
      }
      for (Map.Entry<Category, Integer> found : longest.entrySet()) {
        int end = words.end(at + found.getValue() - 1);
        int start = words.start(at);
        if (start >= covered.getOrDefault(found.getKey(), 0)) {
          covered.put(found.getKey(), end);
          hits.add(Hit.masked(found.getKey(), text, start, end));
        }
      }
    }
  }

  private static boolean matches(Entry entry, Words words, int at) {
    int size = entry.words.size();
    if (at + size > words.size()) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (!isWord(entry.words.get(i), words.word(at + i))
          || (entry.capitals && !words.inCapitals(at + i))
          || (entry.small && !words.isSmall(at + i))
          || (i + 1 < size && words.breaks(at + i))) {
        return false;
      }
    }
    return !near(entry.unless, words, at, size)
        && (entry.with.isEmpty() || near(entry.with, words, at, size));
  }

  private static boolean near(Set<String> wanted, Words words, int at, int size) {
    if (wanted.isEmpty()) {
      return false;
    }
    int from = Math.max(0, at - NEAR);
    int to = Math.min(words.size(), at + size + NEAR);
    for (int i = from; i < to; i++) {
      if ((i < at || i >= at + size) && wanted.contains(words.word(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(String pattern, String word) {
    return pattern.endsWith("*")
        ? word.startsWith(pattern.substring(0, pattern.length() - 1))
        : word.equals(pattern);
  }
}
