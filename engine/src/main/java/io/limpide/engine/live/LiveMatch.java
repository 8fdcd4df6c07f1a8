package io.limpide.engine.live;

import io.limpide.engine.match.Verdict;

/**
 * A record that another may be one party with, or is related to.
 *
 * @param id its name
 * @param group the group it is in
 * @param weight log2 of the odds that the two are one party
 * @param probability the same as a probability, 0 to 1
 * @param verdict the conclusion
 * @param rule the named rule that decided: {@code weight} if it was the weight alone
 */
public record LiveMatch(
    String id, int group, double weight, double probability, Verdict verdict, String rule) {}
