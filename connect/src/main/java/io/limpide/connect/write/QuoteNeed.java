package io.limpide.connect.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Whether a cell stands in quotes, as {@link CsvStyle#needsQuotes(String)} has it, decided on its
 * bytes: eight at a time by arithmetic on whole words.
 *
 * <p>A byte is below n, or zero, where subtracting n borrows from its high bit. A borrow may reach
 * the bytes above, but only from a byte that was found, so whether there is any is always right.
 * Source: S. E. Anderson, "Bit Twiddling Hacks", "Determine if a word has a byte less than n".
 */
final class QuoteNeed {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH = EACH << 7;
  private static final long LETTERS = EACH * 'a'; // need no quotes
  private static final long QUOTE = EACH * '"';
  private static final long COMMA = EACH * ',';
  private static final long SEMICOLON = EACH * ';';
  private static final long PIPE = EACH * '|';

  private QuoteNeed() {}

  /** Judges a cell that is not empty; seven more bytes behind it must be there to be read. */
  static boolean of(byte[] bytes, int from, int to) {
    byte first = bytes[from];
    if (first == ' '
        || first == '#'
        || bytes[to - 1] == ' '
        || (first == (byte) 0xEF && isByteOrderMark(bytes, from, to))
        || ((first | ' ') == 's' && isDirective(bytes, from, to))) {
      return true;
    }
    int at = from;
    for (; at + 8 <= to; at += 8) {
      if (hasSign((long) LONGS.get(bytes, at))) {
        return true;
      }
    }
    if (at == to) {
      return false;
    }
    long kept = (1L << ((to - at) * 8)) - 1;
    return hasSign(((long) LONGS.get(bytes, at) & kept) | (LETTERS & ~kept));
  }

  private static boolean hasSign(long word) {
    long quote = word ^ QUOTE;
    long comma = word ^ COMMA;
    long semicolon = word ^ SEMICOLON;
    long pipe = word ^ PIPE;
    long found =
        ((word - EACH * ' ') & ~word)
            | ((quote - EACH) & ~quote)
            | ((comma - EACH) & ~comma)
            | ((semicolon - EACH) & ~semicolon)
            | ((pipe - EACH) & ~pipe);
    return (found & HIGH) != 0;
  }

  private static boolean isByteOrderMark(byte[] bytes, int from, int to) {
    return to - from >= 3 && bytes[from + 1] == (byte) 0xBB && bytes[from + 2] == (byte) 0xBF;
  }

  private static boolean isDirective(byte[] bytes, int from, int to) {
    return to - from >= 4
        && (bytes[from + 1] | ' ') == 'e'
        && (bytes[from + 2] | ' ') == 'p'
        && bytes[from + 3] == '=';
  }
}
