package io.limpide.connect.vcard;

import io.limpide.connect.gather.LenientText;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into its cards without understanding them, so that a broken one spoils no other.
 *
 * <p>Source: RFC 6350, 3.2 and 3.3; vCard 2.1, where a card may hold another one behind AGENT.
 */
final class Cards implements Closeable {
  static final int LONGEST = 64 << 20;
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Pattern CHARSET =
      Pattern.compile("(?im)^[^:\\r\\n]{0,200};CHARSET=\"?([^;:\"\\r\\n]{1,40})");

  /** What a piece of text is. */
  enum Kind {
    CARD,
    UNFINISHED,
    OUTSIDE
  }

  /**
   * One card, or a text that is none.
   *
   * @param utf8 whether it was in UTF-8, as it should
   */
  record Piece(Kind kind, String text, boolean utf8) {}

  /** A card is longer than any real one. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int length;
  private int at;
  private long read;
  private boolean lineWaits;

  Cards(InputStream in) {
    this.in = in;
  }

  /** Returns how many bytes are read. */
  long read() {
    return read;
  }

  /** Returns the next piece; null behind the last one. */
  @Nullable Piece next() throws IOException {
    piece.reset();
    int depth = 0;
    boolean agent = false;
    while (lineWaits || readLine()) {
      lineWaits = false;
      String word = word();
      if (word.equals("BEGIN:VCARD")) {
        if ((depth == 0 && piece.size() > 0) || (depth > 0 && !agent)) {
          lineWaits = true;
          return piece(depth == 0 ? Kind.OUTSIDE : Kind.UNFINISHED);
        }
        depth++;
      } else if (depth == 0 && word.isEmpty() && piece.size() == 0) {
        continue;
      }
      line.writeTo(piece);
      if (piece.size() > LONGEST) {
        throw new TooLong();
      }
      if (depth > 0 && word.equals("END:VCARD") && --depth == 0) {
        return piece(Kind.CARD);
      }
      agent = word.startsWith("AGENT") || (agent && word.isEmpty());
    }
    return piece.size() == 0 ? null : piece(depth == 0 ? Kind.OUTSIDE : Kind.UNFINISHED);
  }

  /** Returns the beginning of the line in capitals and without blanks. */
  private String word() {
    byte[] bytes = line.toByteArray();
    int count = Math.min(bytes.length, 64);
    return new String(bytes, 0, count, StandardCharsets.ISO_8859_1)
        .replaceAll("\\s", "")
        .toUpperCase(Locale.ROOT);
  }

  /** Reads a line with its end, whichever that is. */
  private boolean readLine() throws IOException {
    line.reset();
    for (int b; (b = take()) >= 0; ) {
      line.write(b);
      if (b == '\n' || (b == '\r' && peek() != '\n')) {
        return true;
      }
      if (line.size() > LONGEST) {
        throw new TooLong();
      }
    }
    return line.size() > 0;
  }

  private int take() throws IOException {
    int b = peek();
    if (b >= 0) {
      at++;
      read++;
    }
    return b;
  }

  private int peek() throws IOException {
    if (at == length) {
      length = Math.max(0, in.read(buffer, 0, buffer.length));
      at = 0;
    }
    return length == 0 ? -1 : buffer[at] & 0xff;
  }

  private Piece piece(Kind kind) {
    byte[] bytes = piece.toByteArray();
    if (LenientText.isUtf8(bytes)) {
      return new Piece(kind, new String(bytes, StandardCharsets.UTF_8), true);
    }
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    // Some programs fold lines in the middle of a character.
    byte[] unfolded = latin.replaceAll("\r?\n[ \t]", "").getBytes(StandardCharsets.ISO_8859_1);
    if (LenientText.isUtf8(unfolded)) {
      return new Piece(kind, new String(unfolded, StandardCharsets.UTF_8), true);
    }
    return new Piece(kind, new String(bytes, stated(latin)), false);
  }

  /** Returns the encoding that the card states, which version 2.1 allows. */
  private static Charset stated(String card) {
    Matcher matcher = CHARSET.matcher(card);
    while (matcher.find()) {
      try {
        Charset charset = Charset.forName(matcher.group(1).strip());
        if (!charset.equals(StandardCharsets.UTF_8) && !charset.equals(StandardCharsets.US_ASCII)) {
          return charset;
        }
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        // Nobody knows it: as if it were not stated.
      }
    }
    return WINDOWS_1252;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
