package io.limpide.engine.reference;

import io.limpide.engine.text.Fold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Family names borne in France, and how they are spelt. Names are looked up by {@link Fold#key}:
 * {@code legall}.
 *
 * <p>Source: a list written for this project, completed from {@code @faker-js/faker} 10.6.0 (MIT).
 */
public final class Surnames {
  private Surnames() {}

  /** Returns how common a name is; never {@link Commonness#KNOWN}. */
  public static Commonness commonness(String key) {
    Entry entry = Names.LISTED.get(key);
    return entry == null ? Commonness.UNKNOWN : entry.commonness;
  }

  /** Returns whether many bear it. */
  public static boolean isKnown(String key) {
    return Names.LISTED.containsKey(key);
  }

  /** Returns every usual spelling, such as Leroux and Le Roux; none if it is not listed. */
  public static List<String> spellings(String key) {
    Entry entry = Names.LISTED.get(key);
    return entry == null ? List.of() : List.copyOf(entry.spellings);
  }

  private record Entry(List<String> spellings, Commonness commonness) {}

  /** Loaded when the first name is looked up. */
  private static final class Names {
    static final Map<String, Entry> LISTED = new HashMap<>();

    static {
      for (String line : NameTable.lines("surnames.csv")) {
        String[] cells = line.split(";", -1);
        Commonness commonness = cells[1].equals("1") ? Commonness.COMMON : Commonness.USUAL;
        LISTED.merge(
            Fold.key(cells[0]),
            new Entry(new ArrayList<>(List.of(cells[0])), commonness),
            (had, more) -> {
              had.spellings.addAll(more.spellings);
              return had.commonness == Commonness.COMMON
                  ? had
                  : new Entry(had.spellings, commonness);
            });
      }
    }
  }
}
