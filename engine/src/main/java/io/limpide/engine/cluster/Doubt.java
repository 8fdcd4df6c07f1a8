package io.limpide.engine.cluster;

import java.util.List;

/**
 * A group of records that a person should look at.
 *
 * @param reason {@code weak_bridge}: two groups hang together by one pair that the others speak
 *     against, and were left apart; {@code conflict}: they hold records that can never be one, and
 *     were left apart; {@code over_large}: one group of so many records that it is doubtful
 * @param a a record of the one group
 * @param b a record of the other; of the same group when it is over-large
 * @param records some records of both
 * @param weight what the pair a, b weighs; the mean of the weights looked at for a weak bridge is
 *     below what was asked
 */
public record Doubt(String reason, int a, int b, List<Integer> records, double weight) {
  public Doubt {
    records = List.copyOf(records);
  }
}
