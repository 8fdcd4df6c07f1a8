package io.limpide.connect;

import java.io.IOException;

/** One way in which sources are written. Each lives in a package of its own. */
public interface SourceFormat {
  /** Returns a short name, such as {@code csv}; reports show it. */
  String name();

  /**
   * Returns how surely the bytes are of this format, 0 to 1. Looks at the content; a source's name
   * may lie.
   */
  double recognise(SourceInput input) throws IOException;

  /**
   * Reads the whole source.
   *
   * @throws UnreadableSourceException when nothing useful can be read, in words for people
   * @throws IOException when the medium fails
   */
  SourceRead read(SourceInput input, ReadOptions options)
      throws UnreadableSourceException, IOException;
}
