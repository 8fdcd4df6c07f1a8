package io.limpide.engine.standardize.email;

import io.limpide.engine.text.WordFilter;
import org.jspecify.annotations.Nullable;

/**
 * What one reading of a plain address tells: ASCII words and dots, at least two labels. Nearly all
 * are so, and need no other.
 *
 * @param at where the "@" stands
 * @param localHash the hash of what stands before it, lower case
 * @param wordHash the hash of the letters it begins with, lower case
 * @param domainHash the hash of what stands after it, lower case
 * @param capitals whether there are any
 */
record PlainAddress(int at, int localHash, int wordHash, int domainHash, boolean capitals) {
  /** Returns null when the text is no plain address; it may still be one. */
  static @Nullable PlainAddress read(String text) {
    int length = text.length();
    if (length > 254) {
      return null;
    }
    int at = -1;
    int wordStart = 0;
    int hash = 0;
    int localHash = 0;
    int wordHash = 0;
    boolean wordOpen = true;
    boolean letterInLabel = false;
    boolean capitals = false;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z') {
        letterInLabel = true;
      } else if (c >= 'A' && c <= 'Z') {
        letterInLabel = true;
        capitals = true;
        c = (char) (c + ('a' - 'A'));
      } else {
        if (wordOpen) {
          wordHash = hash;
          wordOpen = false;
        }
        if (c == '.') {
          if (i == wordStart || (at >= 0 && i - wordStart > 63)) {
            return null;
          }
          wordStart = i + 1;
          letterInLabel = false;
        } else if (c == '@') {
          if (at >= 0 || i == wordStart || i > 64) {
            return null;
          }
          at = i;
          wordStart = i + 1;
          localHash = hash;
          hash = 0;
          continue;
        } else if (c == '-' && at >= 0) {
          if (i == wordStart || i + 1 == length || text.charAt(i + 1) == '.') {
            return null;
          }
        } else if (!(c >= '0' && c <= '9') && !(at < 0 && (c == '_' || c == '+' || c == '-'))) {
          return null;
        }
      }
      hash = WordFilter.hash(hash, c);
    }
    boolean plain =
        at >= 0
            && wordStart > at + 1
            && wordStart < length
            && length - wordStart <= 63
            && letterInLabel;
    return plain ? new PlainAddress(at, localHash, wordHash, hash, capitals) : null;
  }
}
