package io.limpide.engine.block;

/**
 * What one blocking rule does.
 *
 * @param rule its name
 * @param pairs how many pairs it makes, those of other rules included
 * @param expectedGain 0 to 1: share of the true pairs it was expected to add to the rules before it
 * @param windowedBlocks how many of its blocks were too large to be made into all their pairs
 * @param windowedRecords how many records these hold
 * @param pairsGivenUp how many pairs of these blocks are not made by this rule
 * @param blocks how many blocks of two and more records there are
 * @param largestBlock how many records the largest holds
 */
public record RuleReport(
    String rule,
    long pairs,
    double expectedGain,
    int windowedBlocks,
    long windowedRecords,
    double pairsGivenUp,
    int blocks,
    int largestBlock) {
  /** Returns the share of the pairs it finds that it makes; 0 to 1. */
  double share() {
    return pairsGivenUp <= 0 ? 1 : pairs / (pairs + pairsGivenUp);
  }
}
