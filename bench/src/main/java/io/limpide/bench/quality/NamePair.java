package io.limpide.bench.quality;

/**
 * Two names, and whether they are said to be of one party.
 *
 * @param a place of the first among all names of its set
 * @param b place of the second
 */
record NamePair(int a, int b, boolean same) {}
