package io.limpide.engine.reference;

import io.limpide.engine.text.Fold;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Given names that are other forms of each other: spellings of one name ({@code Mathieu}, {@code
 * Matthieu}) and short forms ({@code Fred}). Names are given and returned as {@link Fold#key}.
 *
 * <p>Source: tables written for this project, {@code given-name-spellings.csv} and {@code
 * nicknames.csv}.
 */
public final class Nicknames {
  /** How far two spellings of one name speak for the same name. */
  public static final double SPELLING = 0.95;

  /** How far a short form and a name it stands for do. */
  public static final double NICKNAME = 0.8;

  private Nicknames() {}

  /** Returns the usual spelling of a name; the name itself if it has no other. */
  public static String usual(String key) {
    return Names.USUAL.getOrDefault(key, key);
  }

  /**
   * Returns every name that this one may stand for, in alphabetical order and in its usual
   * spelling: for {@code alex} the full names and {@code alex} itself, as people are named so, too.
   */
  public static Set<String> canonical(String key) {
    String usual = usual(key);
    Set<String> full = Names.FULL.get(key);
    if (full == null) {
      return Set.of(usual);
    }
    Set<String> all = new TreeSet<>(full);
    all.add(usual);
    return all;
  }

  /**
   * Returns how far two given names speak for the same name, whichever comes first: 1.0 if they are
   * equal, {@link #SPELLING}, {@link #NICKNAME}, or 0.0 if they are not known to be related.
   */
  public static double likeness(String a, String b) {
    if (a.equals(b)) {
      return 1;
    }
    String usualA = usual(a);
    String usualB = usual(b);
    if (usualA.equals(usualB)) {
      return SPELLING;
    }
    boolean shortened = full(a).contains(usualB) || full(b).contains(usualA);
    return shortened || !Collections.disjoint(full(a), full(b)) ? NICKNAME : 0;
  }

  private static Set<String> full(String key) {
    return Names.FULL.getOrDefault(key, Set.of());
  }

  /** Returns whether the name is a short form, such as {@code fred} or {@code jp}. */
  public static boolean isShort(String key) {
    return Names.FULL.containsKey(key);
  }

  /** Loaded when the first name is looked up. */
  private static final class Names {
    static final Map<String, String> USUAL = new HashMap<>();
    static final Map<String, Set<String>> FULL = new HashMap<>();

    static {
      for (String line : NameTable.lines("given-name-spellings.csv")) {
        List<String> spellings = List.of(line.split(",", -1));
        String usual = Fold.key(spellings.get(0));
        for (String spelling : spellings) {
          USUAL.putIfAbsent(Fold.key(spelling), usual);
        }
      }
      for (String line : NameTable.lines("nicknames.csv")) {
        String[] cells = line.split(";", -1);
        Set<String> full = FULL.computeIfAbsent(Fold.key(cells[0]), key -> new TreeSet<>());
        for (String name : cells[1].split(",", -1)) {
          String key = Fold.key(name);
          full.add(USUAL.getOrDefault(key, key));
        }
      }
    }
  }
}
