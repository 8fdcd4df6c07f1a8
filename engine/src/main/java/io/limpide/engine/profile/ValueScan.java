package io.limpide.engine.profile;

import io.limpide.engine.table.Dictionary;
import java.util.Arrays;

/**
 * Looks at one value after another, at the bytes themselves: whatever a profile needs of a value in
 * one pass and without making objects.
 */
final class ValueScan {
  static final int MIXED = 0;
  static final int UPPER = 1;
  static final int LOWER = 2;

  private static final int LONGEST_PATTERN = 40;
  private static final int PATTERN_BYTES = 160;
  private static final byte[] ELLIPSIS = {(byte) 0xe2, (byte) 0x80, (byte) 0xa6};

  byte[] bytes = new byte[256];
  int size;
  int length;
  int digits;
  int letters;
  int uppers;
  int lowers;
  int ats;
  int spaces;
  boolean edgeSpace;
  boolean garbled;
  final byte[] pattern = new byte[PATTERN_BYTES];
  int patternSize;

  private int patternLength;
  private int last;

  /** Looks at the value of a code. */
  void read(Dictionary dictionary, int code) {
    size = dictionary.length(code);
    if (bytes.length < size) {
      bytes = Arrays.copyOf(bytes, Math.max(size, bytes.length * 2));
    }
    dictionary.copy(code, bytes, 0);
    length = 0;
    digits = 0;
    letters = 0;
    uppers = 0;
    lowers = 0;
    ats = 0;
    spaces = 0;
    garbled = false;
    patternSize = 0;
    patternLength = 0;
    last = 0;
    boolean firstSpace = false;
    boolean space = false;
    for (int at = 0; at < size; length++) {
      int character = bytes[at];
      int next = at + 1;
      if (character < 0) {
        int width = (character & 0xe0) == 0xc0 ? 2 : (character & 0xf0) == 0xe0 ? 3 : 4;
        next = Math.min(size, at + width);
        character = decode(at, next);
        garbled |= isGarbled(character, next);
      }
      int symbol = symbol(character);
      space = symbol == ' ';
      if (at == 0) {
        firstSpace = space;
      }
      if (character == '?' && last == 'a' && next < size && isLetter(bytes[next])) {
        garbled = true; // Fran?ois
      }
      append(symbol);
      at = next;
    }
    edgeSpace = size > 0 && (firstSpace || space);
    if (garbled && spaces == 0 && (holds('=') || holds('/'))) {
      garbled = false; // a query in a link
    }
  }

  /** Returns how the letters are written: {@link #UPPER}, {@link #LOWER} or {@link #MIXED}. */
  int style() {
    if (uppers + lowers < 2) {
      return MIXED;
    }
    return lowers == 0 ? UPPER : uppers == 0 ? LOWER : MIXED;
  }

  private int symbol(int character) {
    if (character >= 'a' && character <= 'z') {
      letters++;
      lowers++;
      return 'a';
    }
    if (character >= 'A' && character <= 'Z') {
      letters++;
      uppers++;
      return 'A';
    }
    if (character >= '0' && character <= '9') {
      digits++;
      return '9';
    }
    if (character < 128) {
      ats += character == '@' ? 1 : 0;
      if (character <= ' ') {
        spaces++;
        return ' ';
      }
      return character;
    }
    if (Character.isLetter(character)) {
      letters++;
      if (Character.isUpperCase(character)) {
        uppers++;
        return 'A';
      }
      lowers++;
      return 'a';
    }
    if (Character.isDigit(character)) {
      digits++;
      return '9';
    }
    if (Character.isSpaceChar(character)) {
      spaces++;
      return ' ';
    }
    return Character.getType(character) == Character.NON_SPACING_MARK ? 'a' : '#';
  }

  /** Adds a symbol to the pattern; a run of letters is one. */
  private void append(int symbol) {
    boolean run = (symbol == 'a' || symbol == 'A' || symbol == ' ') && symbol == last;
    last = symbol;
    if (run || patternLength > LONGEST_PATTERN) {
      return;
    }
    if (patternLength++ == LONGEST_PATTERN) {
      for (byte each : ELLIPSIS) {
        pattern[patternSize++] = each;
      }
    } else {
      pattern[patternSize++] = (byte) symbol;
    }
  }

  private int decode(int at, int next) {
    int first = bytes[at];
    int width = next - at;
    int point = width == 2 ? first & 0x1f : width == 3 ? first & 0x0f : first & 0x07;
    for (int i = at + 1; i < next; i++) {
      point = point << 6 | (bytes[i] & 0x3f);
    }
    return point;
  }

  /** UTF-8 read as Windows-1252 shows as these pairs; a lost character as U+FFFD. */
  private boolean isGarbled(int character, int next) {
    if (character == 0xfffd) {
      return true;
    }
    if (next + 1 >= size) {
      return false;
    }
    int second = bytes[next] & 0xff;
    int third = bytes[next + 1] & 0xff;
    return switch (character) {
      case 0xc3 -> (second == 0xc2 && third >= 0x80) || second == 0xe2 || second == 0xc5;
      case 0xc2 -> second == 0xc2 && third >= 0xa0;
      case 0xe2 -> second == 0xe2 && third == 0x82;
      default -> false;
    };
  }

  private boolean holds(char sign) {
    for (int i = 0; i < size; i++) {
      if (bytes[i] == sign) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLetter(byte each) {
    return each < 0 || (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
  }
}
