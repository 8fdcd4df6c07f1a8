package io.limpide.engine.match;

/**
 * Two parts of a group became one.
 *
 * @param a the record on one side of the pair that joined them
 * @param b the record on the other
 * @param strength the weight of that pair, in bits; at least 20 where a rule makes it certain
 * @param support the mean weight of the pairs between the parts that were looked at, each within
 *     -12 to 15; the strength itself where two single records were joined
 * @param sizeA how many records were with a before
 * @param sizeB how many records were with b before
 */
public record Join(int a, int b, double strength, double support, int sizeA, int sizeB) {}
