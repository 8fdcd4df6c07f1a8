package io.limpide.connect.text;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * How the bytes of a text are to be read.
 *
 * @param charset the encoding of the text
 * @param markLength how many bytes of a byte order mark come before it
 * @param oddLines the encoding of the lines that are not of {@code charset}, if there are such
 * @param alternatives other encodings that fit nearly as well and give another text, the likeliest
 *     first; not empty exactly when the choice is doubtful
 */
public record TextEncoding(
    Charset charset, int markLength, Optional<Charset> oddLines, List<Charset> alternatives) {
  public TextEncoding {
    alternatives = List.copyOf(alternatives);
  }

  /** Returns whether a person should be asked. */
  public boolean isDoubtful() {
    return !alternatives.isEmpty();
  }

  static TextEncoding certain(Charset charset, int markLength) {
    return new TextEncoding(charset, markLength, Optional.empty(), List.of());
  }
}
