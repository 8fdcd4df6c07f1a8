package io.limpide.engine.compare;

import io.limpide.engine.block.Atom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares all fields of two records and writes the levels side by side into one number, three bits
 * each: the agreement pattern of the pair. Millions of pairs have but thousands of patterns.
 *
 * <p>Two fields are looked at together where they are not independent: given and family name that
 * changed places are one event, written as the family name's level {@code swapped} with the given
 * name left out; civility says nothing new of two records with the same given name; e-mail
 * addresses made of the name are alike wherever names are.
 */
public final class PatternCoder {
  /** The most fields a pattern can hold. */
  public static final int MOST_FIELDS = 16;

  private static final int SWAPPED = 6;
  private static final int LETTERS = 5;
  private static final int FEWEST_LETTERS = 3;

  private final List<FieldComparison> fields;
  private final int given;
  private final int family;
  private final int civility;
  private final int email;
  private final int @Nullable [] givenHashes;
  private final int @Nullable [] familyHashes;

  /** For the fields in their order in the pattern, at most {@link #MOST_FIELDS}. */
  public PatternCoder(List<FieldComparison> fields) {
    if (fields.size() > MOST_FIELDS) {
      throw new IllegalArgumentException("too many fields for a pattern: " + fields.size());
    }
    this.fields = List.copyOf(fields);
    this.given = index(fields, Levels.NAME);
    this.family = index(fields, Levels.FAMILY);
    this.civility = index(fields, Levels.CIVILITY);
    this.email = index(fields, Levels.EMAIL);
    if (given >= 0 && family >= 0) {
      this.givenHashes = ((NameComparison) fields.get(given)).compactHashes();
      this.familyHashes = ((NameComparison) fields.get(family)).compactHashes();
    } else {
      this.givenHashes = null;
      this.familyHashes = null;
    }
  }

  private static int index(List<FieldComparison> fields, Levels levels) {
    for (int field = 0; field < fields.size(); field++) {
      if (fields.get(field).levels().equals(levels)) {
        return field;
      }
    }
    return -1;
  }

  /** Returns the fields in their order in the pattern. */
  public List<FieldComparison> fields() {
    return fields;
  }

  /** Returns what blocking rules may ask of the fields. */
  public List<Atom> atoms() {
    List<Atom> atoms = new ArrayList<>();
    for (int field = 0; field < fields.size(); field++) {
      atoms.addAll(fields.get(field).atoms(field));
    }
    return atoms;
  }

  /** Returns the level of a field in a pattern. */
  public static int level(long pattern, int field) {
    return (int) (pattern >>> (Levels.BITS * field)) & 7;
  }

  private static long with(long pattern, int field, int level) {
    int shift = Levels.BITS * field;
    return (pattern & ~(7L << shift)) | ((long) level << shift);
  }

  /** Compares pairs for one thread. */
  public final class Worker {
    private final LevelMemory[] memories = new LevelMemory[fields.size()];

    private Worker() {
      for (int field = 0; field < memories.length; field++) {
        memories[field] = new LevelMemory();
      }
    }

    /** Returns the agreement pattern of two records. */
    public long pattern(int a, int b) {
      long pattern = 0;
      for (int field = 0; field < memories.length; field++) {
        pattern |= (long) fields.get(field).level(a, b, memories[field]) << (Levels.BITS * field);
      }
      return together(pattern, a, b);
    }
  }

  /** Returns a worker for one more thread. */
  public Worker worker() {
    return new Worker();
  }

  private long together(long pattern, int a, int b) {
    int[] ofGiven = givenHashes;
    int[] ofFamily = familyHashes;
    if (ofGiven != null
        && ofFamily != null
        && level(pattern, given) < 4
        && level(pattern, family) < 4
        && ofGiven[a] != 0
        && ofFamily[a] != 0
        && ofGiven[a] == ofFamily[b]
        && ofFamily[a] == ofGiven[b]) {
      pattern = with(with(pattern, given, Levels.MISSING), family, SWAPPED);
    }
    if (civility >= 0
        && given >= 0
        && level(pattern, given) == fields.get(given).levels().exact()) {
      pattern = with(pattern, civility, Levels.MISSING);
    }
    if (email >= 0 && (family >= 0 || given >= 0) && followsFromName(pattern, a, b)) {
      pattern = with(pattern, email, Levels.MISSING);
    }
    return pattern;
  }

  private boolean followsFromName(long pattern, int a, int b) {
    int level = level(pattern, email);
    EmailComparison addresses = (EmailComparison) fields.get(email);
    if (level <= Levels.DIFFERENT
        || level == Levels.EMAIL.exact()
        || (level == Levels.EMAIL.exact() - 1 && addresses.sameButForLetters(a, b))) {
      return false;
    }
    for (int name : new int[] {family, given}) {
      if (name >= 0 && level(pattern, name) >= 4) {
        String letters = ((NameComparison) fields.get(name)).letters(a, LETTERS);
        if (letters.length() >= FEWEST_LETTERS && addresses.followsFromName(a, b, letters)) {
          return true;
        }
      }
    }
    return false;
  }
}
