package io.limpide.engine.match;

/**
 * What is concluded of one pair.
 *
 * @param a the record with the smaller number
 * @param b the other
 * @param weight log2 of the odds that they are one party
 * @param probability the same as a probability, 0 to 1
 * @param verdict the conclusion
 * @param rule the named rule that decided: {@code weight} if it was the weight alone
 */
public record PairDecision(
    int a, int b, double weight, double probability, Verdict verdict, String rule) {}
