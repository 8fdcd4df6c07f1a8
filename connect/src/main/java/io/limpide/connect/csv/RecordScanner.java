package io.limpide.connect.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a text in UTF-8 into records and cells, forgiving what real exports get wrong.
 *
 * <p>RFC 4180 is read to the letter. Beyond it: LF, CR and CRLF all end a record; a quote inside an
 * unquoted cell is text; text after a closing quote belongs to the cell; quotes inside quotes that
 * should have been doubled are text when another quote closes the cell later on its line. A quote
 * that is never closed must not swallow the records after it: it is known by the next quote, in a
 * later line, standing where none can close a cell. Then only its own line is a record, with its
 * quotes as text.
 *
 * <p>Where the number of columns is known, a record that misses it is read again in each other way
 * its damage allows, and the first that gives the exact number counts.
 *
 * <p>Works on bytes: no character of a value is decoded here. The cells of a record are valid until
 * the next one is asked for.
 */
final class RecordScanner {
  /** A quoted cell of several lines is taken for a forgotten quote when it gets longer. */
  static final int MAX_CELL = 16 << 20;

  /** More cells of a record are counted, but not kept. */
  static final int MAX_CELLS = 20_000;

  private static final int MAX_RECORD = 64 << 20;
  private static final long MAX_RESCANNED = 256L << 20;
  private static final int MORE = CellScanner.MORE;
  private static final int UNCLOSED = CellScanner.UNCLOSED;

  /** What had to be forgiven in a record. */
  enum Damage {
    NONE,
    /** Text stood after a closing quote, or quotes inside quotes were not doubled. */
    STRAY_QUOTE,
    /** A quote was opened and never closed. */
    UNCLOSED_QUOTE,
    /** A backslash before a quote was meant as an escape though nowhere else in the text. */
    BACKSLASH,
    /** A bare CR was part of a cell. */
    CARRIAGE_RETURN,
    /** A line end was part of a cell that stood in no quotes. */
    LINE_END
  }

  private final InputStream in;
  private final CellScanner cells;
  private final int columns;
  private final Optional<Joining> joining;
  private byte[] buffer = new byte[(128 << 10) + 1]; // one more for a sentinel
  private int start; // of the current record
  private int after; // it and its line end
  private int end; // of what is in the buffer
  private boolean ended; // nothing comes after the buffer
  private boolean full; // the buffer may not grow
  private Damage damage = Damage.NONE;
  private long rescanned;

  /**
   * @param in text in UTF-8 without byte order mark
   * @param columns how many cells records have; 0 when unknown
   * @param joining how to tell that two short records are one that a line end cut in two
   */
  RecordScanner(InputStream in, Dialect dialect, int columns, Optional<Joining> joining) {
    this.in = in;
    this.joining = joining;
    this.cells = new CellScanner(dialect);
    this.columns = columns;
  }

  /** Moves to the next record; false when there is none. */
  boolean next() throws IOException {
    start = after;
    full = false;
    if (start == end && !fill()) {
      return false;
    }
    for (; ; ) {
      damage = Damage.NONE;
      int next = parse(0);
      if (next != MORE && (next == UNCLOSED || (columns > 0 && cells.count() != columns))) {
        next = repair(next);
      }
      if (next != MORE) {
        after = next;
        if (damage == Damage.NONE && cells.strayQuote()) {
          damage = Damage.STRAY_QUOTE;
        }
        return true;
      }
      fill();
    }
  }

  /** Returns how many cells the record has, 1 or more. */
  int count() {
    return cells.count();
  }

  /** Returns whether the record is an empty line. */
  boolean isBlank() {
    return lineEnd() == start;
  }

  /** Returns whether the record is longer than this can hold, and therefore cut. */
  boolean isCut() {
    return full;
  }

  /** Returns what had to be forgiven. */
  Damage damage() {
    return damage;
  }

  /** Returns the array that holds a cell, from {@link #from} (included) to {@link #to}. */
  byte[] bytes(int cell) {
    return cells.isCopied(cell) ? cells.copies() : buffer;
  }

  int from(int cell) {
    return cells.from(cell);
  }

  int to(int cell) {
    return cells.to(cell);
  }

  boolean isEmpty(int cell) {
    return cells.from(cell) == cells.to(cell);
  }

  String value(int cell) {
    return new String(bytes(cell), from(cell), to(cell) - from(cell), StandardCharsets.UTF_8);
  }

  /** Returns whether the cell stood in quotes. */
  boolean isQuoted(int cell) {
    return cells.isQuoted(cell);
  }

  /** Returns the record as it was, without its line end. */
  String raw() {
    return new String(buffer, start, lineEnd() - start, StandardCharsets.UTF_8);
  }

  /** Returns whether the record is these bytes. */
  boolean isRaw(byte[] bytes) {
    return Arrays.equals(buffer, start, lineEnd(), bytes, 0, bytes.length);
  }

  private int lineEnd() {
    int to = after;
    if (to > start && buffer[to - 1] == '\n') {
      to--;
      return to > start && buffer[to - 1] == '\r' ? to - 1 : to;
    }
    return to > start && buffer[to - 1] == '\r' ? to - 1 : to;
  }

  private int parse(int mode) {
    return cells.parse(buffer, start, end, ended || full, mode);
  }

  private int parseFrom(int at) {
    return cells.parse(buffer, at, end, ended || full, 0);
  }

  /** Reads the record again in other ways; returns where the next begins. */
  private int repair(int plain) {
    boolean unclosed = plain == UNCLOSED;
    int longest = unclosed ? end : plain;
    if (unclosed || cells.spansLines()) {
      rescanned += longest - start;
      if (rescanned > MAX_RESCANNED) {
        cells.distrustLongCells(); // or many forgotten quotes would cost their number squared
      }
      int line = parse(CellScanner.QUOTES_ARE_TEXT);
      if (line == MORE) {
        return MORE;
      }
      if (columns > 0 && cells.count() == columns) {
        damage = Damage.UNCLOSED_QUOTE;
        return line;
      }
    }
    if (columns > 0 && contains((byte) '\\', longest)) {
      int escaped = parse(CellScanner.BACKSLASH);
      if (escaped == MORE || (escaped != UNCLOSED && cells.count() == columns)) {
        damage = Damage.BACKSLASH;
        return escaped;
      }
    }
    if (!unclosed && columns > 0 && buffer[plain - 1] == '\r') {
      int joined = parse(CellScanner.CR_IS_TEXT);
      if (joined == MORE || (joined != UNCLOSED && cells.count() == columns)) {
        damage = Damage.CARRIAGE_RETURN;
        return joined;
      }
    }
    if (!unclosed && joining.isPresent()) {
      parse(0);
      if (cells.count() < columns && cells.count() > 1 && plain < end) {
        int second = parseFrom(plain);
        if (second == MORE) {
          return MORE;
        }
        if (second == UNCLOSED || joining.get().isStart(value(0))) {
          return parse(0);
        }
        int joined = parse(CellScanner.LINE_END_IS_TEXT);
        if (joined == MORE || (joined != UNCLOSED && cells.count() == columns)) {
          damage = Damage.LINE_END;
          return joined;
        }
      }
    }
    if (unclosed) {
      damage = Damage.UNCLOSED_QUOTE;
      return parse(CellScanner.QUOTES_ARE_TEXT);
    }
    return parse(0);
  }

  private boolean contains(byte wanted, int to) {
    for (int at = start; at < to; at++) {
      if (buffer[at] == wanted) {
        return true;
      }
    }
    return false;
  }

  /** Gets more of the text behind what is left of the buffer; false at the end. */
  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      after -= start;
      start = 0;
    }
    if (end == buffer.length - 1) {
      if (buffer.length > MAX_RECORD) {
        full = true;
        return false;
      }
      buffer = Arrays.copyOf(buffer, (buffer.length - 1) * 2 + 1);
    }
    int read = in.readNBytes(buffer, end, buffer.length - 1 - end);
    end += read;
    ended = end < buffer.length - 1;
    return read > 0;
  }
}
