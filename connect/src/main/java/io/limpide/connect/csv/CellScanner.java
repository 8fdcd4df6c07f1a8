package io.limpide.connect.csv;

import java.util.Arrays;

/** Cuts one record into cells; see {@link RecordScanner} for what is forgiven and how. */
final class CellScanner {
  /** Quotes have no role: for a record whose quotes make no sense. */
  static final int QUOTES_ARE_TEXT = 1;

  /** A backslash takes the role from the character after it, whatever the dialect says. */
  static final int BACKSLASH = 2;

  /** A CR without LF is part of its cell. */
  static final int CR_IS_TEXT = 4;

  /** The first line end is part of its cell. */
  static final int LINE_END_IS_TEXT = 8;

  /** The answer when the record may go on after the bytes that are there. */
  static final int MORE = -1;

  /** The answer when a quote is never closed. */
  static final int UNCLOSED = -2;

  private final byte[] delimiter;
  private final byte quote;
  private final boolean quoting;
  private final boolean backslash;
  private final boolean[] endsPlain = new boolean[256];
  private final boolean[] endsPlainEscaped = new boolean[256];
  private final boolean[] endsQuoted = new boolean[256];
  private final boolean[] endsQuotedEscaped = new boolean[256];

  private byte[] buffer = new byte[0];
  private int end;
  private boolean last;
  private boolean escapes;
  private boolean crIsText;
  private boolean lineEndIsText;
  private int longest = RecordScanner.MAX_CELL;

  private int count;
  private int[] from = new int[64];
  private int[] to = new int[64];
  private byte[] origin = new byte[64]; // of each cell: PLAIN, QUOTED or COPIED
  private byte[] copies = new byte[1024]; // values of quoted cells that had escapes in them
  private int copied;
  private boolean strayQuote;
  private boolean spansLines;

  private static final byte PLAIN = 0;
  private static final byte QUOTED = 1;
  private static final byte COPIED = 2;

  CellScanner(Dialect dialect) {
    delimiter = dialect.delimiterBytes();
    quote = (byte) dialect.quote();
    quoting = dialect.quote() != Dialect.NONE;
    backslash = dialect.backslash();
    for (boolean[] set : new boolean[][] {endsPlain, endsPlainEscaped}) {
      set['\n'] = true;
      set['\r'] = true;
      set[delimiter[0] & 0xff] = true;
    }
    for (boolean[] set : new boolean[][] {endsQuoted, endsQuotedEscaped}) {
      set['\n'] = true;
      set['\r'] = true;
      set[quote & 0xff] = true;
    }
    endsPlainEscaped['\\'] = true;
    endsQuotedEscaped['\\'] = true;
  }

  int count() {
    return count;
  }

  int from(int cell) {
    return from[cell];
  }

  int to(int cell) {
    return to[cell];
  }

  boolean isCopied(int cell) {
    return origin[cell] == COPIED;
  }

  boolean isQuoted(int cell) {
    return origin[cell] != PLAIN;
  }

  byte[] copies() {
    return copies;
  }

  boolean strayQuote() {
    return strayQuote;
  }

  boolean spansLines() {
    return spansLines;
  }

  /** Lowers the length from which a quoted cell of several lines is taken for a forgotten quote. */
  void distrustLongCells() {
    longest = 64 << 10;
  }

  /**
   * Cuts the record that begins at {@code at}.
   *
   * @param bytes with room for one byte more at {@code end}, which this uses as a sentinel
   * @param isLast whether nothing follows {@code end}
   * @return where the next record begins, {@link #MORE} or {@link #UNCLOSED}
   */
  int parse(byte[] bytes, int at, int endOfBytes, boolean isLast, int mode) {
    buffer = bytes;
    end = endOfBytes;
    last = isLast;
    bytes[end] = '\n';
    escapes = backslash || (mode & BACKSLASH) != 0;
    crIsText = (mode & CR_IS_TEXT) != 0;
    lineEndIsText = (mode & LINE_END_IS_TEXT) != 0;
    boolean quotes = quoting && (mode & QUOTES_ARE_TEXT) == 0;
    count = 0;
    copied = 0;
    strayQuote = false;
    spansLines = false;
    int cell = at;
    for (; ; ) {
      int after = quotes && buffer[cell] == quote && cell < end ? quoted(cell) : plain(cell);
      if (after < 0 || after == end) {
        return after;
      }
      byte stop = buffer[after];
      if (stop == '\n') {
        return after + 1;
      }
      if (stop == '\r') {
        if (after + 1 == end) {
          return last ? end : MORE;
        }
        return buffer[after + 1] == '\n' ? after + 2 : after + 1;
      }
      cell = after + delimiter.length;
    }
  }

  /** Returns where the unquoted cell ends: at a delimiter, a line end or the end of the bytes. */
  private int plain(int cell) {
    if (escapes) {
      return plainEscaped(cell);
    }
    int at = plainEnd(cell);
    if (at >= 0) {
      add(cell, at, PLAIN);
    }
    return at;
  }

  private int plainEnd(int cell) {
    int at = cell;
    for (; ; ) {
      while (!endsPlain[buffer[at] & 0xff]) {
        at++;
      }
      int stop = stop(at);
      if (stop != GO_ON) {
        return stop;
      }
      at++;
    }
  }

  private static final int GO_ON = -3;

  /** Returns {@code at} when a cell ends there, MORE when that is open, GO_ON when it does not. */
  private int stop(int at) {
    if (at >= end) {
      return last ? end : MORE;
    }
    byte b = buffer[at];
    if (b == '\n') {
      if (lineEndIsText) {
        lineEndIsText = false;
        return GO_ON;
      }
      return at;
    }
    if (b == '\r' && lineEndIsText) {
      lineEndIsText = at + 1 < end && buffer[at + 1] == '\n';
      return at + 1 == end && !last ? MORE : GO_ON;
    }
    if (b == '\r') {
      if (!crIsText) {
        return at;
      }
      if (at + 1 == end) {
        return last ? at : MORE;
      }
      return buffer[at + 1] == '\n' ? at : GO_ON;
    }
    if (b != delimiter[0]) {
      return GO_ON;
    }
    for (int i = 1; i < delimiter.length; i++) {
      if (at + i >= end) {
        return last ? GO_ON : MORE;
      }
      if (buffer[at + i] != delimiter[i]) {
        return GO_ON;
      }
    }
    return at;
  }

  private int plainEscaped(int cell) {
    int begin = copied;
    int run = cell;
    int at = cell;
    for (; ; ) {
      while (!endsPlainEscaped[buffer[at] & 0xff]) {
        at++;
      }
      if (at < end && buffer[at] == '\\') {
        if (at + 1 >= end && !last) {
          return MORE;
        }
        if (at + 1 < end && isEscapable(at + 1)) {
          copy(run, at);
          run = at + 1;
          at++;
        }
        at++;
        continue;
      }
      int stop = stop(at);
      if (stop == GO_ON) {
        at++;
        continue;
      }
      if (stop >= 0) {
        if (run == cell) {
          add(cell, stop, PLAIN);
        } else {
          copy(run, stop);
          add(begin, copied, COPIED);
        }
      }
      return stop;
    }
  }

  private boolean isEscapable(int at) {
    byte b = buffer[at];
    return b == '\\'
        || b == delimiter[0]
        || b == '\n'
        || b == '\r'
        || (quoting ? b == quote : b == '"');
  }

  /** Returns where the cell ends whose opening quote is at {@code cell}. */
  private int quoted(int cell) {
    boolean[] stops = escapes ? endsQuotedEscaped : endsQuoted;
    int begin = copied;
    int run = cell + 1;
    int at = cell + 1;
    boolean lines = false;
    for (; ; ) {
      while (!stops[buffer[at] & 0xff]) {
        at++;
      }
      if (at >= end) {
        return last || (lines && at - cell > longest) ? UNCLOSED : MORE;
      }
      byte b = buffer[at];
      if (b == '\n' || b == '\r') {
        lines = true;
        at++;
        if (at - cell > longest) {
          return UNCLOSED;
        }
        continue;
      }
      if (at + 1 >= end && !last) {
        return MORE;
      }
      if (b == '\\' && b != quote) {
        if (at + 1 < end && (buffer[at + 1] == quote || buffer[at + 1] == '\\')) {
          copy(run, at);
          run = at + 1;
          at++;
        }
        at++;
        continue;
      }
      if (at + 1 < end && buffer[at + 1] == quote) { // written twice: one of the value
        copy(run, at + 1);
        run = at + 2;
        at += 2;
        continue;
      }
      int stop = stop(at + 1);
      if (stop == MORE) {
        return MORE;
      }
      if (stop != GO_ON) {
        return close(run, at, begin, run == cell + 1, lines, stop);
      }
      if (lines) {
        return UNCLOSED;
      }
      int textEnd = plainEnd(at + 1);
      if (textEnd < 0) {
        return textEnd;
      }
      strayQuote |= !isBlank(at + 1, textEnd);
      if (hasQuote(at + 1, textEnd)) {
        at++;
        continue;
      }
      copy(run, at);
      copy(at + 1, textEnd);
      add(begin, copied, COPIED);
      return textEnd;
    }
  }

  private int close(int run, int at, int begin, boolean whole, boolean lines, int stop) {
    spansLines |= lines;
    if (whole) {
      add(run, at, QUOTED);
    } else {
      copy(run, at);
      add(begin, copied, COPIED);
    }
    return stop;
  }

  private boolean hasQuote(int begin, int until) {
    for (int at = begin; at < until; at++) {
      if (buffer[at] == quote) {
        return true;
      }
    }
    return false;
  }

  private boolean isBlank(int begin, int until) {
    for (int at = begin; at < until; at++) {
      if (buffer[at] != ' ') {
        return false;
      }
    }
    return true;
  }

  private void copy(int begin, int until) {
    int length = until - begin;
    if (copies.length - copied < length) {
      copies = Arrays.copyOf(copies, Math.max(copies.length * 2, copied + length));
    }
    System.arraycopy(buffer, begin, copies, copied, length);
    copied += length;
  }

  private void add(int begin, int until, byte where) {
    if (count >= RecordScanner.MAX_CELLS) {
      count++;
      return;
    }
    if (count == from.length) {
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
      origin = Arrays.copyOf(origin, count * 2);
    }
    from[count] = begin;
    to[count] = until;
    origin[count] = where;
    count++;
  }
}
