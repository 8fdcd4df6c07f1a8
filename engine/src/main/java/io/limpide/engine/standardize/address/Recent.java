package io.limpide.engine.standardize.address;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was lately found out about texts: the same streets come again with every house.
 *
 * <p>For all threads: an entry never changes, and who loses a race finds out the same once more.
 *
 * @param <T> what is found out; depends on the text alone
 */
final class Recent<T> {
  private static final int SIZE = 1 << 14;
  private static final int BITS = 32 - 13; // of the hash that are left out: two texts share a place

  private record Entry<T>(String text, T found) {}

  private final @Nullable Entry<T>[] entries; // at a place, the one asked for last comes first

  @SuppressWarnings({"unchecked", "rawtypes"})
  Recent() {
    entries = new Entry[SIZE];
  }

  /** Returns what is known of a text, finding it out where it is not. */
  T of(String text, Function<String, T> finding) {
    int first = ((text.hashCode() * 0x9E3779B1) >>> BITS) << 1;
    Entry<T> latest = entries[first];
    if (latest != null && latest.text().equals(text)) {
      return latest.found();
    }
    Entry<T> entry = entries[first + 1];
    if (entry == null || !entry.text().equals(text)) {
      entry = new Entry<>(text, finding.apply(text));
    }
    entries[first + 1] = latest;
    entries[first] = entry;
    return entry.found();
  }
}
