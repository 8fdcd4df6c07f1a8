package io.limpide.engine.match;

import java.util.List;

/**
 * Records that a person should look at together.
 *
 * @param reason {@code weak_bridge}, {@code conflict} or {@code over_large}
 * @param a a record of the pair that raised the question
 * @param b the other; the same where the question is the size of a group
 * @param records some of the records concerned
 * @param weight the weight of the pair a, b
 */
public record DoubtfulGroup(String reason, int a, int b, List<Integer> records, double weight) {
  public DoubtfulGroup {
    records = List.copyOf(records);
  }
}
