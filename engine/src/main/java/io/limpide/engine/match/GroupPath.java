package io.limpide.engine.match;

import java.util.List;
import java.util.Optional;

/**
 * How a group of records came together.
 *
 * @param records its records
 * @param joins what joined them, one after the other, the surest first; one less than records
 * @param doubts what a person should look at about it
 */
public record GroupPath(List<Integer> records, List<Join> joins, List<DoubtfulGroup> doubts) {
  public GroupPath {
    records = List.copyOf(records);
    joins = List.copyOf(joins);
    doubts = List.copyOf(doubts);
  }

  /**
   * Returns the join without which the group would fall in two the soonest: the weakest, and of
   * equal ones the one with the least support; none for a single record.
   */
  public Optional<Join> weakest() {
    Join weakest = null;
    for (Join join : joins) {
      if (weakest == null
          || join.strength() < weakest.strength()
          || (join.strength() == weakest.strength() && join.support() < weakest.support())) {
        weakest = join;
      }
    }
    return Optional.ofNullable(weakest);
  }
}
