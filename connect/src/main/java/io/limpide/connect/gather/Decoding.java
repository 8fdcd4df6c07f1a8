package io.limpide.connect.text;

/** Counts what went wrong while a text was decoded. */
final class Decoding {
  private static final int NAMED = 10;

  private long oddLines;
  private final StringBuilder firstOddLines = new StringBuilder();
  private long unreadable;
  private long nuls;

  void reset() {
    oddLines = 0;
    firstOddLines.setLength(0);
    unreadable = 0;
    nuls = 0;
  }

  void addOddLine(long line) {
    if (oddLines++ < NAMED) {
      firstOddLines.append(firstOddLines.isEmpty() ? "" : ", ").append(line);
    } else if (oddLines == NAMED + 1) {
      firstOddLines.append(" ...");
    }
  }

  void addUnreadable(long characters) {
    unreadable += characters;
  }

  void addNul() {
    nuls++;
  }

  long oddLines() {
    return oddLines;
  }

  String firstOddLines() {
    return firstOddLines.toString();
  }

  long unreadable() {
    return unreadable;
  }

  long nuls() {
    return nuls;
  }
}
