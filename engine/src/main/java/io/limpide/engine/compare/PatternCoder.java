package io.limpide.engine.compare;

import io.limpide.engine.block.Atom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares all fields of two records and writes the levels side by side into one number, three bits
 * each: the agreement pattern of the pair. Millions of pairs have but thousands of patterns.
 *
 * <p>Two fields are looked at together where they are not independent: given and family name that
 * changed places, or are told apart at another word, are one event, written as the family name's
 * level {@code swapped} with the given name left out; civility says nothing new of two records with
 * the same given name; e-mail addresses made of the name are alike wherever names are.
 *
 * <p>Records may be added and changed later, by one thread while nobody compares.
 */
public final class PatternCoder {
  /** The most fields a pattern can hold. */
  public static final int MOST_FIELDS = 16;

  private static final int PARTIAL = 3; // of names
  private static final int CLOSE = 4; // of names
  private static final int SWAPPED = 6;
  private static final int LETTERS = 5;
  private static final int FEWEST_LETTERS = 3;
  private static final int MOST_LETTERS = 64;

  private final List<FieldComparison> fields;
  private final RecordReader reader;
  private final long[] order; // where each record stands in the order of content
  private int[] rows; // record by record: the codes of all its values side by side
  private final int stride;
  private final int[]
      places; // in a row, where the values of a field begin; the last: where they end
  private final int given;
  private final int family;
  private final int civility;
  private final int email;
  private int @Nullable [] givenHashes;
  private int @Nullable [] familyHashes;
  private final @Nullable WholeNames wholeNames;

  /**
   * For the fields in their order in the pattern, at most {@link #MOST_FIELDS}.
   *
   * @param reader how records that come later are read
   * @param order where each record stands in the order of content; kept, not copied
   */
  PatternCoder(List<FieldComparison> fields, RecordReader reader, long[] order) {
    if (fields.size() > MOST_FIELDS) {
      throw new IllegalArgumentException("too many fields for a pattern: " + fields.size());
    }
    this.fields = List.copyOf(fields);
    this.reader = reader;
    this.order = order;
    this.places = places(fields);
    this.stride = places[fields.size()];
    this.rows = laid(rows(fields, stride));
    this.given = index(fields, Levels.NAME);
    this.family = index(fields, Levels.FAMILY);
    this.civility = index(fields, Levels.CIVILITY);
    this.email = index(fields, Levels.EMAIL);
    if (given >= 0 && family >= 0) {
      this.givenHashes = ((NameComparison) fields.get(given)).compactHashes();
      this.familyHashes = ((NameComparison) fields.get(family)).compactHashes();
      this.wholeNames =
          new WholeNames((NameComparison) fields.get(given), (NameComparison) fields.get(family));
    } else {
      this.givenHashes = null;
      this.familyHashes = null;
      this.wholeNames = null;
    }
  }

  private static int[] places(List<FieldComparison> fields) {
    int[] places = new int[fields.size() + 1];
    for (int field = 0; field < fields.size(); field++) {
      places[field + 1] = places[field] + fields.get(field).slots().length;
    }
    return places;
  }

  private static int[] rows(List<FieldComparison> fields, int stride) {
    int records = fields.isEmpty() ? 0 : fields.get(0).records();
    int[] rows = new int[Math.multiplyExact(records, stride)];
    int place = 0;
    for (FieldComparison field : fields) {
      for (int[] slot : field.slots()) {
        for (int record = 0, at = place; record < records; record++, at += stride) {
          rows[at] = slot[record];
        }
        place++;
      }
    }
    return rows;
  }

  private int[] laid(int[] all) {
    for (int field = 0; field < fields.size(); field++) {
      fields.get(field).liesIn(all, stride, places[field]);
    }
    return all;
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

  /** Returns how records that come later are read. */
  public RecordReader reader() {
    return reader;
  }

  /** Returns where each record stood in the order of content; not negative. */
  public long[] order() {
    return order;
  }

  /** Sets the values of a record, which may be a new one. */
  public void put(int record, RecordReader.Read read) {
    int at = Math.multiplyExact(record, stride);
    if (at + stride > rows.length) {
      rows = laid(Arrays.copyOf(rows, Math.addExact(at + stride, at >> 2)));
    }
    for (int field = 0; field < fields.size(); field++) {
      int[] codes = fields.get(field).put(record, read.values().get(field));
      System.arraycopy(codes, 0, rows, at + places[field], codes.length);
    }
    givenHashes = withHash(givenHashes, given, record);
    familyHashes = withHash(familyHashes, family, record);
    if (wholeNames != null) {
      wholeNames.put(record, rows[at + places[given]], rows[at + places[family]]);
    }
  }

  private int @Nullable [] withHash(int @Nullable [] hashes, int name, int record) {
    if (hashes == null) {
      return null;
    }
    int[] all =
        record < hashes.length ? hashes : Arrays.copyOf(hashes, record + (record >> 2) + 16);
    int code = rows[record * stride + places[name]];
    all[record] = code == 0 ? 0 : ((NameComparison) fields.get(name)).compactHash(code);
    return all;
  }

  /** Marks the values that are there: those that come from now on are forgotten together. */
  public void mark() {
    fields.forEach(FieldComparison::mark);
  }

  /** Forgets the values that came since they were marked; no record may have them any more. */
  public void forget() {
    fields.forEach(FieldComparison::forget);
  }

  /** Returns what blocking rules may ask of one record, as if it were the only one. */
  public List<Atom> atoms(int record) {
    List<Atom> atoms = new ArrayList<>();
    for (int field = 0; field < fields.size(); field++) {
      atoms.addAll(fields.get(field).atoms(field, record));
    }
    return atoms;
  }

  /** Returns what blocking rules may ask of the fields. */
  public List<Atom> atoms() {
    return IntStream.range(0, fields.size())
        .parallel()
        .mapToObj(field -> fields.get(field).atoms(field))
        .flatMap(List::stream)
        .toList();
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
    private final FieldComparison[] comparisons = fields.toArray(new FieldComparison[0]);
    private final int[] exact = new int[comparisons.length];
    private final LevelMemory[] memories = new LevelMemory[comparisons.length];

    private Worker() {
      for (int field = 0; field < memories.length; field++) {
        exact[field] = comparisons[field].levels().exact();
        memories[field] = new LevelMemory();
      }
    }

    /** Returns the agreement pattern of two records. */
    public long pattern(int a, int b) {
      long pattern = 0;
      int rowA = a * stride;
      int rowB = b * stride;
      for (int field = 0; field < exact.length; field++) {
        int from = places[field];
        int to = places[field + 1];
        int level =
            to - from == 1
                ? level(field, rows[rowA + from], rows[rowB + from])
                : best(field, rowA, rowB, from, to);
        pattern |= (long) level << (Levels.BITS * field);
      }
      return together(pattern, a, b);
    }

    private int level(int field, int a, int b) {
      if (a == 0 || b == 0) {
        return Levels.MISSING;
      }
      return a == b ? exact[field] : comparisons[field].level(a, b, memories[field]);
    }

    /** The level of those two values of a field that are most alike. */
    private int best(int field, int rowA, int rowB, int from, int to) {
      int best = Levels.MISSING;
      for (int one = from; one < to; one++) {
        for (int other = from; other < to; other++) {
          best = Math.max(best, level(field, rows[rowA + one], rows[rowB + other]));
        }
      }
      return best;
    }
  }

  /** Returns a worker for one more thread. */
  public Worker worker() {
    return new Worker();
  }

  private long together(long pattern, int a, int b) {
    int[] ofGiven = givenHashes;
    int[] ofFamily = familyHashes;
    WholeNames whole = wholeNames;
    if (ofGiven != null
        && ofFamily != null
        && whole != null
        && level(pattern, given) < CLOSE
        && level(pattern, family) < CLOSE) {
      if (whole.same(a, b)
          || crosses(ofGiven, ofFamily, a, b)
          || crosses(ofGiven, ofFamily, b, a)) {
        pattern = with(with(pattern, given, Levels.MISSING), family, SWAPPED);
      } else if (level(pattern, family) < PARTIAL && whole.contains(a, b)) {
        pattern = with(with(pattern, given, PARTIAL), family, PARTIAL);
      }
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

  /** Whether the given name of one is the family name of the other, and about so the other way. */
  private boolean crosses(int[] ofGiven, int[] ofFamily, int a, int b) {
    if (ofGiven[a] == 0 || ofGiven[a] != ofFamily[b] || ofFamily[a] == 0 || ofGiven[b] == 0) {
      return false;
    }
    return ofFamily[a] == ofGiven[b]
        || NameComparison.alike(
            ((NameComparison) fields.get(family)).letters(a, MOST_LETTERS),
            ((NameComparison) fields.get(given)).letters(b, MOST_LETTERS));
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
