package io.limpide.engine.match;

import io.limpide.engine.block.BlockingSettings;
import io.limpide.engine.cluster.ClusterSettings;

/**
 * What a company decides about matching; the recipe holds it.
 *
 * @param merge probability from which pairs are merged without asking: above {@code review}, below
 *     1
 * @param review probability from which a person is asked
 * @param blocking how much work finding candidates may cause
 * @param clusters how groups may grow
 * @param threads how many threads may work; more than 0. The outcome does not depend on it
 */
public record MatchSettings(
    double merge, double review, BlockingSettings blocking, ClusterSettings clusters, int threads) {
  /**
   * A wrong merge counts as much as 19 missed ones, so pairs are merged from 19 / 20 = 0.95 on;
   * asking in vain counts a quarter of a missed duplicate, so a person is asked from 0.2 on.
   */
  public static final MatchSettings DEFAULT =
      new MatchSettings(0.95, 0.2, BlockingSettings.DEFAULT, ClusterSettings.DEFAULT, 2);

  public MatchSettings {
    if (!(review > 0 && review < merge && merge < 1)) {
      throw new IllegalArgumentException(
          "0 < review < merge < 1, but review=%s, merge=%s".formatted(review, merge));
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be positive, but is " + threads);
    }
  }

  /**
   * Returns settings that merge where that costs less on average.
   *
   * @param wrongMerge what a wrong merge costs
   * @param missedDuplicate what a duplicate left in costs, in the same unit
   */
  public MatchSettings withCosts(double wrongMerge, double missedDuplicate) {
    double threshold = wrongMerge / (wrongMerge + missedDuplicate);
    return withThresholds(threshold, Math.min(review, threshold / 2));
  }

  /** Returns settings with other thresholds. */
  public MatchSettings withThresholds(double newMerge, double newReview) {
    return new MatchSettings(newMerge, newReview, blocking, clusters, threads);
  }

  /** Returns settings for another number of threads. */
  public MatchSettings withThreads(int newThreads) {
    return new MatchSettings(merge, review, blocking, clusters, newThreads);
  }

  /** Returns settings with another budget for candidates. */
  public MatchSettings withBlocking(BlockingSettings newBlocking) {
    return new MatchSettings(merge, review, newBlocking, clusters, threads);
  }
}
