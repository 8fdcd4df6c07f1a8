package io.limpide.engine.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The distinct values of a column, each with a code.
 *
 * <p>Codes count up from 0 in order of first appearance; code 0 is always the empty value. Values
 * are kept as UTF-8 in one byte array, so a million short values cost their bytes and 8 more each,
 * not a million objects.
 *
 * <p>Encoding is for one thread; once filled, a dictionary may be read by many.
 */
public final class Dictionary {
  /** The code of the empty value. */
  public static final int EMPTY = 0;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW = 0xffffffffL;
  private static final int AT_ONCE = 64; // values looked up together
  private static final long FREE = -1; // no entry: codes are not negative
  private static final long[] RESTING = {};

  private byte[] arena = new byte[1024];
  private int[] starts = new int[64]; // starts[code] .. starts[code + 1] in the arena
  // Open addressing, linear probing, at most half full: hash in the upper half, code in the lower,
  // so that values with another hash are passed over without being looked at.
  private volatile long[] slots = new long[128];
  private int size;

  /** Makes a dictionary that knows the empty value only. */
  public Dictionary() {
    Arrays.fill(slots, FREE);
    encode(arena, 0, 0);
  }

  /** Returns the number of distinct values, the empty one included: codes are 0 to size - 1. */
  public int size() {
    return size;
  }

  /** Returns the code of a value, giving it the next one if it is new. */
  public int encode(String value) {
    if (value.isEmpty()) {
      return EMPTY;
    }
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    return encode(utf8, 0, utf8.length);
  }

  /**
   * Returns the code of a value, giving it the next one if it is new.
   *
   * @param utf8 holds the value's bytes from {@code from} (included) to {@code to} (excluded)
   * @throws TableTooLargeException when the distinct values together pass 2 GiB
   */
  public int encode(byte[] utf8, int from, int to) {
    return from == to && size > EMPTY ? EMPTY : encode(utf8, from, to, hash(utf8, from, to));
  }

  private int encode(byte[] utf8, int from, int to, int hash) {
    long[] table = slots();
    int mask = table.length - 1;
    int slot = hash & mask;
    for (long entry = table[slot]; entry != FREE; entry = table[slot]) {
      if ((int) (entry >>> 32) == hash && same((int) entry, utf8, from, to)) {
        return (int) entry;
      }
      slot = (slot + 1) & mask;
    }
    int code = append(utf8, from, to);
    table[slot] = entry(hash, code);
    if (size > table.length / 2) {
      slots = grown(table);
    }
    return code;
  }

  /**
   * Encodes many values. Where they are known is looked up for all of them before any is compared:
   * a table of a million values lies outside the cache, and looking here and there at once takes
   * hardly longer than looking once.
   *
   * @param utf8 holds their bytes
   * @param cells of each value: where it begins, in the upper half, and where it ends
   * @param cell the first of them; the others follow at distances of {@code stride}
   * @param codes gets their codes, from {@code at} on
   * @throws TableTooLargeException when the distinct values together pass 2 GiB
   */
  void encode(byte[] utf8, long[] cells, int cell, int stride, int count, int[] codes, int at) {
    int[] hashes = new int[AT_ONCE];
    long[] entries = new long[AT_ONCE];
    for (int done = 0; done < count; done += AT_ONCE) {
      int some = Math.min(AT_ONCE, count - done);
      long[] table = slots();
      int next = cell + done * stride;
      for (int i = 0, c = next; i < some; i++, c += stride) {
        hashes[i] = hash(utf8, (int) (cells[c] >>> 32), (int) cells[c]);
      }
      for (int i = 0; i < some; i++) {
        entries[i] = table[hashes[i] & (table.length - 1)];
      }
      for (int i = 0, c = next; i < some; i++, c += stride) {
        int from = (int) (cells[c] >>> 32);
        int to = (int) cells[c];
        long entry = entries[i];
        boolean known =
            entry != FREE && (int) (entry >>> 32) == hashes[i] && same((int) entry, utf8, from, to);
        codes[at + done + i] = known ? (int) entry : encode(utf8, from, to, hashes[i]);
      }
    }
  }

  private static long entry(int hash, int code) {
    return (long) hash << 32 | code;
  }

  /** Returns the code of a value of another dictionary, giving it the next one if it is new. */
  public int encode(Dictionary other, int code) {
    return encode(other.arena, other.starts[code], other.starts[code + 1]);
  }

  /** Returns the code of a value, or -1 if the dictionary does not hold it. */
  public int find(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    long[] table = slots();
    int mask = table.length - 1;
    int hash = hash(utf8, 0, utf8.length);
    int slot = hash & mask;
    for (long entry = table[slot]; entry != FREE; entry = table[slot]) {
      if ((int) (entry >>> 32) == hash && same((int) entry, utf8, 0, utf8.length)) {
        return (int) entry;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  /** Returns the value of a code. */
  public String value(int code) {
    return new String(arena, starts[code], length(code), StandardCharsets.UTF_8);
  }

  /** Returns the length of a value in bytes of UTF-8. */
  public int length(int code) {
    return starts[code + 1] - starts[code];
  }

  /** Returns a number made of the value of a code: {@link #hash(String)} of it. */
  public int hash(int code) {
    return code == EMPTY ? 0 : notZero(hash(arena, starts[code], starts[code + 1]));
  }

  /** Returns a number made of a value, the same wherever it stands; 0 for the empty one. */
  public static int hash(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    return utf8.length == 0 ? 0 : notZero(hash(utf8, 0, utf8.length));
  }

  private static int notZero(int hash) {
    return hash == 0 ? 1 : hash;
  }

  /** Copies the UTF-8 bytes of a value into {@code target} and returns how many there were. */
  public int copy(int code, byte[] target, int at) {
    int length = length(code);
    System.arraycopy(arena, starts[code], target, at, length);
    return length;
  }

  /**
   * Gives back the room that was kept for values to come, and the table for looking values up,
   * which is made anew should somebody ask.
   */
  public void rest() {
    trim();
    slots = RESTING;
  }

  /** Gives back the room that was kept for values to come, if that is much. */
  void trim() {
    int used = starts[size];
    if (arena.length - used > used / 16) {
      arena = Arrays.copyOf(arena, used);
    }
    if (starts.length - size > size / 16 + 1) {
      starts = Arrays.copyOf(starts, size + 1);
    }
  }

  /** Forgets the values that came last, so that as many are left; their codes are given anew. */
  public void forget(int left) {
    long[] table = slots();
    int mask = table.length - 1;
    while (size > Math.max(left, EMPTY + 1)) {
      size--;
      int slot = hash(arena, starts[size], starts[size + 1]) & mask;
      while ((int) table[slot] != size) {
        slot = (slot + 1) & mask;
      }
      free(table, slot);
    }
  }

  /** Frees a slot; what was put beyond it because it was taken moves up. */
  private static void free(long[] table, int slot) {
    int mask = table.length - 1;
    int hole = slot;
    for (int at = (slot + 1) & mask; table[at] != FREE; at = (at + 1) & mask) {
      int home = (int) (table[at] >>> 32) & mask;
      if (((at - home) & mask) >= ((at - hole) & mask)) {
        table[hole] = table[at];
        hole = at;
      }
    }
    table[hole] = FREE;
  }

  private boolean same(int code, byte[] utf8, int from, int to) {
    return Arrays.equals(arena, starts[code], starts[code + 1], utf8, from, to);
  }

  private int append(byte[] utf8, int from, int to) {
    int length = to - from;
    int start = starts[size];
    if (Integer.MAX_VALUE - 16 - start < length) {
      throw new TableTooLargeException();
    }
    if (arena.length - start < length) {
      long wanted = Math.max((long) arena.length * 2, (long) start + length);
      arena = Arrays.copyOf(arena, (int) Math.min(Integer.MAX_VALUE - 16, wanted));
    }
    System.arraycopy(utf8, from, arena, start, length);
    if (size + 2 > starts.length) {
      starts = Arrays.copyOf(starts, Math.max(64, starts.length * 2));
    }
    starts[size + 1] = start + length;
    return size++;
  }

  private long[] slots() {
    long[] table = slots;
    return table.length > 0 ? table : awake();
  }

  private synchronized long[] awake() { // readers may come together
    if (slots.length == 0) {
      slots = slots(Math.max(128, Integer.highestOneBit(size) * 4));
    }
    return slots;
  }

  private long[] slots(int capacity) {
    long[] table = new long[capacity];
    Arrays.fill(table, FREE);
    for (int code = 0; code < size; code++) {
      put(table, entry(hash(arena, starts[code], starts[code + 1]), code));
    }
    return table;
  }

  private static long[] grown(long[] table) {
    long[] grown = new long[table.length * 2];
    Arrays.fill(grown, FREE);
    for (long entry : table) {
      if (entry != FREE) {
        put(grown, entry);
      }
    }
    return grown;
  }

  private static void put(long[] table, long entry) {
    int mask = table.length - 1;
    int slot = (int) (entry >>> 32) & mask;
    while (table[slot] != FREE) {
      slot = (slot + 1) & mask;
    }
    table[slot] = entry;
  }

  /**
   * Eight bytes at a time, multiplied and folded (the mixing of wyhash, shortened); the last eight
   * may overlap those before, and what is shorter is read as two halves that may.
   */
  private static int hash(byte[] bytes, int from, int to) {
    int length = to - from;
    long hash = length;
    if (length >= 8) {
      for (int at = from; at < to - 8; at += 8) {
        hash = mix(hash ^ (long) LONGS.get(bytes, at));
      }
      return (int) (mix(hash ^ (long) LONGS.get(bytes, to - 8)) >>> 32);
    }
    long word = 0;
    if (length >= 4) {
      word = (long) (int) INTS.get(bytes, from) << 32 | ((int) INTS.get(bytes, to - 4) & LOW);
    } else if (length > 0) {
      long middle = bytes[from + length / 2] & 0xffL;
      word = (bytes[from] & 0xffL) << 16 | middle << 8 | (bytes[to - 1] & 0xffL);
    }
    return (int) (mix(hash ^ word) >>> 32);
  }

  private static long mix(long word) {
    long product = (word ^ 0xa0761d6478bd642fL) * 0xe7037ed1a0b428dbL;
    return product ^ (product >>> 29);
  }
}
