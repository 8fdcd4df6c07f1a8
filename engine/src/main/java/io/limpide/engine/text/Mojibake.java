package io.limpide.engine.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Text in UTF-8 that somebody read in another encoding: {@code FranÃ§ois} for {@code François}.
 *
 * <p>A repair must be provable. The characters, written back in the wrong encoding, must be exactly
 * the bytes of a character in UTF-8; that character must be one that names and addresses are
 * written with; and it must suit the letters around it, where the broken one does not: {@code
 * CAFÈ™}, {@code SÃO}, {@code MANHÃ”} and {@code « café »} stay as they are. What surrounds a
 * broken character may be sound, and text may have been broken more than once.
 *
 * <p>What cannot be proved is left: {@code Ã} before a plain space was {@code à} before a byte was
 * lost, and {@code â€�} was a quotation mark.
 */
public final class Mojibake {
  private static final int MOST_ROUNDS = 3;
  private static final int KNOWN = 0x2600; // no character of these encodings is above, but one

  /** Punctuation that also stands behind words in capitals. */
  private static final String BEHIND_WORDS =
      "\u00a0\u2019\u201d\u201c\u00bb\u2026\u2013\u2014\u2122\u00ae\u00a9";

  private static final String PUNCTUATION =
      "\u2009\u200b\u2010\u2011\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2020\u2021\u2022"
          + "\u2026\u202f\u2030\u2032\u2033\u2039\u203a\u20ac\u2116\u2122\u00a0\u00ab\u00bb\u00b0"
          + "\u00b2\u00b3\u00b7\u00ba\u00aa\u00a7\u00a9\u00ae\u00bd\u00bc\u00be\u00a3\u00b4\u00b5"
          + "\u00bf\u00a1\u00b1\u00d7\u00a5\u00ac\u00a8\u00af\u00b8\u00a2\u00a6\u00b6\u00b9\u00ad\ufffd";

  /** An encoding in which UTF-8 is read by mistake, and the characters that its leads become. */
  private static final class Misreading {
    private final short[] bytes = new short[KNOWN];
    private final boolean[] leads = new boolean[256];

    Misreading(String charset, int... leadBytes) {
      Arrays.fill(bytes, (short) -1);
      for (int b = 0x80; b < 0x100; b++) {
        String character = new String(new byte[] {(byte) b}, Charset.forName(charset));
        boolean unused = character.equals("\ufffd");
        char c = unused ? (char) b : character.charAt(0);
        if (c < KNOWN) {
          bytes[c] = (short) b;
        }
        if (b < 0xa0 && charset.equals("windows-1252")) {
          bytes[b] = (short) b; // Latin-1 proper, whose C1 controls nobody sees
        }
      }
      for (int lead : leadBytes) {
        leads[lead] = true;
      }
    }

    int at(CharSequence text, int index) {
      if (index >= text.length()) {
        return -1;
      }
      char c = text.charAt(index);
      return c < KNOWN ? bytes[c] : -1;
    }
  }

  /** The lead bytes of the letters of Europe, of its punctuation, and of emoji. */
  private static final int[] LEADS = {
    0xc2, 0xc3, 0xc4, 0xc5, 0xc8, 0xce, 0xcf, 0xd0, 0xd1, 0xd7, 0xd8, 0xd9, 0xe2, 0xef, 0xf0
  };

  private static final List<Misreading> MISREADINGS =
      List.of(
          new Misreading("windows-1252", LEADS),
          new Misreading("x-MacRoman", 0xc2, 0xc3, 0xc4, 0xc5, 0xe2),
          new Misreading("IBM850", 0xc2, 0xc3, 0xc4, 0xc5, 0xe2),
          new Misreading("IBM437", 0xc2, 0xc3, 0xc4, 0xc5, 0xe2),
          new Misreading("windows-1250", 0xc2, 0xc3, 0xc4, 0xc5, 0xe2, 0xef));

  private static final boolean[] LEADING = leading();

  /** The characters that a first byte becomes in any of the encodings. */
  private static boolean[] leading() {
    boolean[] leading = new boolean[KNOWN];
    for (Misreading misreading : MISREADINGS) {
      for (int c = 0; c < KNOWN; c++) {
        leading[c] |= misreading.bytes[c] >= 0 && misreading.leads[misreading.bytes[c]];
      }
    }
    return leading;
  }

  private record Attempt(String text, int repaired, int doubted) {}

  private Mojibake() {}

  /**
   * Returns the text as it was meant, or nothing when it cannot be proved to be broken.
   *
   * @param text a value of any length; the cost is linear
   */
  public static Optional<String> repair(String text) {
    String current = text;
    for (int round = 0; round < MOST_ROUNDS && mayBeBroken(current); round++) {
      Optional<String> next = once(current);
      if (next.isEmpty()) {
        break;
      }
      current = next.get();
    }
    if (current.equals(text) || controls(current) > controls(text)) {
      return Optional.empty();
    }
    return Optional.of(current);
  }

  /** Whether somewhere the first byte of a character could be read, and a further one behind it. */
  private static boolean mayBeBroken(String text) {
    int last = text.length() - 1;
    for (int at = 0; at < last; at++) {
      char c = text.charAt(at);
      if (c >= 0x80 && c < KNOWN && LEADING[c] && text.charAt(at + 1) >= 0x80) {
        return true;
      }
    }
    return false;
  }

  private static int controls(String text) {
    int controls = 0;
    for (int at = 0; at < text.length(); at++) {
      controls += text.charAt(at) >= 0x80 && text.charAt(at) < 0xa0 ? 1 : 0;
    }
    return controls;
  }

  private static Optional<String> once(String text) {
    Attempt best = new Attempt(text, 0, 0);
    for (Misreading misreading : MISREADINGS) {
      Attempt attempt = attempt(text, misreading, false);
      if (attempt.repaired() > 0 && attempt.doubted() > 0) {
        attempt = attempt(text, misreading, true); // what else is broken there is, too
      }
      if (attempt.repaired() > best.repaired()) {
        best = attempt;
      }
    }
    return best.repaired() == 0 ? Optional.empty() : Optional.of(best.text());
  }

  /** Returns the text with each broken character repaired that was broken in one way. */
  private static Attempt attempt(String text, Misreading misreading, boolean trusting) {
    StringBuilder result = new StringBuilder(text.length());
    int repaired = 0;
    int doubted = 0;
    int at = 0;
    while (at < text.length()) {
      int lead = misreading.at(text, at);
      int length = lead < 0 || !misreading.leads[lead] ? 0 : sequence(lead);
      int character = length == 0 ? -1 : decode(text, at, length, misreading);
      if (character < 0 || !isUsual(character) || !suits(result, character, text, at + length)) {
        result.append(text.charAt(at));
        at++;
      } else if (!trusting && isDoubtful(text, at, length)) {
        doubted++;
        result.append(text.charAt(at));
        at++;
      } else {
        repaired += length;
        result.appendCodePoint(character);
        at += length;
      }
    }
    return new Attempt(result.toString(), repaired, doubted);
  }

  private static int sequence(int lead) {
    return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  }

  /** Returns the character that the next characters are the bytes of, or -1. */
  private static int decode(String text, int at, int length, Misreading misreading) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      int b = misreading.at(text, at + i);
      if (b < 0 || (i > 0 && (b & 0xc0) != 0x80)) {
        return -1;
      }
      bytes[i] = (byte) b;
    }
    String decoded = new String(bytes, StandardCharsets.UTF_8);
    // Exact both ways: malformed bytes give a replacement that is not these bytes.
    return Arrays.equals(decoded.getBytes(StandardCharsets.UTF_8), bytes)
        ? decoded.codePointAt(0)
        : -1;
  }

  /** Returns whether names, addresses and notes are written with the character. */
  private static boolean isUsual(int character) {
    if (character < 0xa0) {
      return true; // broken twice, it may be on the way; the end is checked
    }
    return (character >= 0xc0 && character <= 0x17f)
        || (character >= 0x218 && character <= 0x21b)
        || (character >= 0x386 && character <= 0x3ce)
        || (character >= 0x400 && character <= 0x45f)
        || (character >= 0x490 && character <= 0x491)
        || (character >= 0x5d0 && character <= 0x5ea)
        || (character >= 0x621 && character <= 0x64a)
        || character == 0xfeff
        || (character >= 0x1f300 && character <= 0x1faff)
        || PUNCTUATION.indexOf(character) >= 0;
  }

  /** Returns whether the character suits what stands before and after it. */
  private static boolean suits(StringBuilder before, int character, String text, int next) {
    char last = before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
    char after = next < text.length() ? text.charAt(next) : ' ';
    if (!Character.isLetter(character)) {
      boolean inside = Character.isLetter(last) && Character.isLetter(after);
      boolean joins =
          character < 0xa0
              || character > 0x2000
              || character == 0xa0
              || character == 0xad
              || character == 0xb7
              || isLead(last)
              || isLead(after);
      return !inside || joins;
    }
    if (Character.isLowerCase(last) && Character.isUpperCase(character)) {
      return isLead((char) character); // broken twice, a small letter looks like this
    }
    boolean two = before.length() > 1 && Character.isUpperCase(before.charAt(before.length() - 2));
    boolean around = Character.isUpperCase(after) && !isLead(after);
    boolean capitals = Character.isUpperCase(last) && (two || around);
    return !(capitals && Character.isLowerCase(character));
  }

  private static boolean isLead(char c) {
    return "\u00c2\u00c3\u00c4\u00c5\u0102\u0139".indexOf(c) >= 0;
  }

  /** A capital with an accent at the end of a word in capitals, and punctuation behind it. */
  private static boolean isDoubtful(String text, int at, int length) {
    if (length != 2
        || BEHIND_WORDS.indexOf(text.charAt(at + 1)) < 0
        || !Character.isUpperCase(text.charAt(at))) {
      return false;
    }
    boolean inCapitals = at > 0 && Character.isUpperCase(text.charAt(at - 1));
    boolean wordGoesOn = at + 2 < text.length() && Character.isLetter(text.charAt(at + 2));
    return inCapitals && !wordGoesOn;
  }
}
