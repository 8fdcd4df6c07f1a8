package io.limpide.connect;

import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;

/** The formats that are known, each registered as a service by its package. */
final class Formats {
  /** Surer than text that nobody claims. */
  private static final double CLAIMED = 0.5;

  private Formats() {}

  /** Returns all formats. */
  static List<SourceFormat> all() {
    return ServiceLoader.load(SourceFormat.class, SourceFormat.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /**
   * Returns the format that is surest of the bytes.
   *
   * @throws UnreadableSourceException when they are of a kind that no format reads
   */
  static SourceFormat of(SourceInput input) throws UnreadableSourceException, IOException {
    SourceFormat best = null;
    double surest = 0;
    for (SourceFormat format : all()) {
      double sure = format.recognise(input);
      if (sure > surest) {
        surest = sure;
        best = format;
      }
    }
    if (best == null || surest < CLAIMED) {
      ForeignKind.refuse(input);
    }
    if (best == null) {
      throw new UnreadableSourceException("binary", input.name());
    }
    return best;
  }
}
