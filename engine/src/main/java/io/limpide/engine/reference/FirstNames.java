package io.limpide.engine.reference;

import io.limpide.engine.text.Fold;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Given names borne in France: how common they are, of which sex, and how they are spelt.
 *
 * <p>Names are looked up by {@link Fold#key}, so that case, accents, hyphens and blanks make no
 * difference: {@code jeanpierre}.
 *
 * <p>Sources: lists written for this project, completed from {@code @faker-js/faker} 10.6.0 (French
 * locale); names merely known from {@code gender-detection-from-name} 1.11.5, without its genders,
 * which are wrong. Both are under the MIT licence.
 */
public final class FirstNames {
  private FirstNames() {}

  /** Returns how common a name is. */
  public static Commonness commonness(String key) {
    Entry entry = Names.LISTED.get(key);
    if (entry != null) {
      return entry.commonness;
    }
    return Names.KNOWN.contains(key) ? Commonness.KNOWN : Commonness.UNKNOWN;
  }

  /** Returns whether at least somebody bears it. */
  public static boolean isKnown(String key) {
    return commonness(key) != Commonness.UNKNOWN;
  }

  /**
   * Returns the sex of those who bear the name: {@link Sex#MALE} or {@link Sex#FEMALE} only if 98
   * in 100 of them are, which is the least for which a civility may be proposed.
   */
  public static Sex sex(String key) {
    Entry entry = Names.LISTED.get(key);
    return entry == null ? Sex.UNKNOWN : entry.sex;
  }

  /** Returns how the name is spelt; empty if it is not listed, or spelt in more than one way. */
  public static Optional<String> spelling(String key) {
    Entry entry = Names.LISTED.get(key);
    return entry == null || entry.spellings.size() != 1
        ? Optional.empty()
        : Optional.of(entry.spellings.get(0));
  }

  private record Entry(List<String> spellings, Sex sex, Commonness commonness) {}

  /** Loaded when the first name is looked up. */
  private static final class Names {
    static final Map<String, Entry> LISTED = new HashMap<>();
    static final Set<String> KNOWN = new HashSet<>(NameTable.lines("given-names-known.txt"));

    static {
      for (String line : NameTable.lines("given-names.csv")) {
        String[] cells = line.split(";", -1);
        List<String> spellings = List.of(cells[0].split("/", -1));
        Sex sex =
            switch (cells[1]) {
              case "m" -> Sex.MALE;
              case "f" -> Sex.FEMALE;
              default -> Sex.BOTH;
            };
        Commonness commonness = cells[2].equals("1") ? Commonness.COMMON : Commonness.USUAL;
        LISTED.put(Fold.key(spellings.get(0)), new Entry(spellings, sex, commonness));
      }
    }
  }
}
