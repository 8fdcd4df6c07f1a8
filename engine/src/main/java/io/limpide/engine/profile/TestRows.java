package io.limpide.engine.profile;

import java.util.List;
import java.util.stream.Stream;

/**
 * Rows that somebody made to try something out.
 *
 * @param rows how many there are
 * @param numbers the first of them as numbered in their source, at most a thousand, ascending
 */
public record TestRows(long rows, List<Integer> numbers) {
  private static final int MOST = 1_000;

  public TestRows {
    numbers = numbers.stream().sorted().limit(MOST).toList();
  }

  TestRows plus(TestRows other) {
    return new TestRows(
        rows + other.rows, Stream.concat(numbers.stream(), other.numbers.stream()).toList());
  }
}
