package io.limpide.engine.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds of French ways and the spellings that stand for them.
 *
 * <p>Sources: the French dictionaries of libpostal (MIT), adresses-util of the Base Adresse
 * Nationale (MIT), addok-france (MIT), and La Poste's abbreviations (SNA, article 673).
 */
public final class WayTypes {
  private static final WayTypes TABLE = new WayTypes();

  private final Map<String, WayType> byCode = new LinkedHashMap<>();
  private final Map<String, Match> bySpelling = new HashMap<>();
  private final Map<String, Integer> longest = new HashMap<>(); // words, by first word

  /**
   * A way type found in a text.
   *
   * @param type the type
   * @param words how many words spell it
   * @param certain false for spellings such as {@code R} that often stand for something else
   */
  public record Match(WayType type, int words, boolean certain) {}

  private WayTypes() {
    String text = new String(Communes.read("way-types.tsv"), StandardCharsets.UTF_8);
    for (String line : text.split("\n", -1)) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      WayType type = new WayType(cells[0], cells[1], cells[2]);
      byCode.put(type.code(), type);
      spelling(type.code(), type, true);
      spelling(PlaceNames.fold(type.name()), type, true);
      for (String spelling : cells[3].split("\\|", -1)) {
        spelling(PlaceNames.fold(spelling), type, !spelling.endsWith("?"));
      }
    }
  }

  private void spelling(String folded, WayType type, boolean certain) {
    if (folded.isEmpty()) {
      return;
    }
    List<String> words = PlaceNames.split(folded);
    bySpelling.putIfAbsent(folded, new Match(type, words.size(), certain));
    longest.merge(words.get(0), words.size(), Math::max);
  }

  /** Returns the table. */
  public static WayTypes table() {
    return TABLE;
  }

  /** Returns every type, in order of its code. */
  public Collection<WayType> all() {
    return new ArrayList<>(byCode.values());
  }

  /** Returns the type of a code such as {@code ALLEE}. */
  public Optional<WayType> byCode(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /**
   * Returns the way type whose spelling begins at a word, the longest if several do.
   *
   * @param words folded (see {@link PlaceNames#words})
   */
  public Optional<Match> at(List<String> words, int from) {
    Integer most = from < words.size() ? longest.get(words.get(from)) : null;
    if (most == null) {
      return Optional.empty();
    }
    for (int count = Math.min(most, words.size() - from); count > 0; count--) {
      String spelling =
          count == 1 ? words.get(from) : String.join(" ", words.subList(from, from + count));
      Match match = bySpelling.get(spelling);
      if (match != null) {
        return Optional.of(match);
      }
    }
    return Optional.empty();
  }
}
