package io.limpide.connect;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What a person says about a source; whatever is left open is recognised.
 *
 * @param charset the encoding of text
 * @param delimiter the character between cells
 * @param quote the character around cells
 * @param header whether the first record holds the names of the columns
 * @param sheet the name of the sheet of a workbook
 * @param progress told now and then how far reading is
 */
public record ReadOptions(
    Optional<Charset> charset,
    Optional<Character> delimiter,
    Optional<Character> quote,
    Optional<Boolean> header,
    Optional<String> sheet,
    Progress progress) {
  /** Everything is recognised, nobody is told. */
  public static final ReadOptions DEFAULT =
      new ReadOptions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          (bytes, of) -> {});

  /** Is told how far reading is. */
  @FunctionalInterface
  public interface Progress {
    /** Told that so many bytes of so many are read; {@code of} is -1 when unknown. */
    void read(long bytes, long of);
  }
}
