package io.limpide.engine;

import java.util.stream.LongStream;

/** Seeds for property tests: fixed, so that a failure can be seen again. */
public final class Seeds {
  private Seeds() {}

  /** Returns a hundred seeds. */
  public static LongStream hundred() {
    return LongStream.rangeClosed(1, 100);
  }
}
