package io.limpide.engine.recognize;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Says of nearly all values at a glance that their key, see {@link FoldedText#key}, is none of a
 * list: by a hash of their letters and digits, folded, which takes no object.
 */
public final class KeyFilter {
  private static final int LONGEST = 200; // characters of a value, far more than any key has

  private static final int MIX = 0x2c1b3c6d; // odd, its bits spread

  private final long[] bits = new long[1 << 10]; // of hashes, so many that few are set

  private KeyFilter() {}

  /** Returns a filter that lets the values of some keys pass. */
  public static KeyFilter of(Collection<String> keys) {
    KeyFilter filter = new KeyFilter();
    Set<Integer> hashes = new HashSet<>();
    keys.forEach(key -> hashes.add(hash(key)));
    for (int hash : hashes) {
      filter.bits[slot(hash)] |= 1L << hash;
    }
    return filter;
  }

  /**
   * Returns whether the key of a value may be one of the list; true for certain if it is, or if the
   * value has no letter and no digit, none but one over and over, or some of another script.
   */
  public boolean mayPass(String value) {
    if (value.length() > LONGEST) {
      return true;
    }
    int hash = hash(value);
    return hash == 0 || (bits[slot(hash)] >>> hash & 1) != 0;
  }

  private static int slot(int hash) {
    return hash >>> 22;
  }

  /** Returns a hash; 0 where there is nothing to tell by. */
  private static int hash(String value) {
    int hash = 0;
    int first = -1;
    boolean varied = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      String folded = c < 128 ? "" : FoldedText.folded(c);
      if (c >= 128 && folded.isEmpty()) {
        return 0;
      }
      for (int part = 0; part < Math.max(1, folded.length()); part++) {
        char each = folded.isEmpty() ? lower(c) : folded.charAt(part);
        if (each >= 128 && FoldedText.folded(each).isEmpty()) {
          return 0;
        }
        if (isWord(each)) {
          first = first < 0 ? each : first;
          varied |= each != first;
          hash = (hash + each) * MIX;
        }
      }
    }
    hash ^= hash >>> 15;
    return varied ? hash * MIX : 0;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || (c >= 128 && Character.isLetterOrDigit(c));
  }
}
