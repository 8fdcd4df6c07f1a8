package io.limpide.engine.live;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The pairs that are duplicates, by record: each pair stands with both. */
final class LinkTable {
  private static final int[] NONE = {0};

  // How many links a record has, then for each the other record and the bits of the weight.
  private int[] @Nullable [] links = new int[1024][];

  private int[] of(int record) {
    int[] found = record < links.length ? links[record] : null;
    return found == null ? NONE : found;
  }

  int count(int record) {
    return of(record)[0];
  }

  int other(int record, int link) {
    return of(record)[2 * link + 1];
  }

  float weight(int record, int link) {
    return Float.intBitsToFloat(of(record)[2 * link + 2]);
  }

  boolean has(int a, int b) {
    return count(a) < count(b) ? at(of(a), b) >= 0 : at(of(b), a) >= 0;
  }

  void add(int a, int b, float weight) {
    append(a, b, weight);
    append(b, a, weight);
  }

  void remove(int a, int b) {
    cut(a, b);
    cut(b, a);
  }

  private static int at(int[] links, int other) {
    for (int at = 2 * links[0] - 1; at > 0; at -= 2) {
      if (links[at] == other) {
        return at;
      }
    }
    return -1;
  }

  private void append(int record, int other, float weight) {
    if (record >= links.length) {
      links = Arrays.copyOf(links, record + (record >> 2) + 16);
    }
    int[] own = of(record);
    int end = 2 * own[0] + 1;
    if (end + 2 > own.length) {
      own = Arrays.copyOf(own, end + 2 + (own[0] & ~1)); // by half; most have one or two
      links[record] = own;
    }
    own[end] = other;
    own[end + 1] = Float.floatToIntBits(weight);
    own[0]++;
  }

  private void cut(int record, int other) {
    int[] own = of(record);
    int at = at(own, other);
    int last = 2 * --own[0] + 1;
    own[at] = own[last];
    own[at + 1] = own[last + 1];
    if (own[0] == 0) {
      links[record] = null;
    }
  }
}
