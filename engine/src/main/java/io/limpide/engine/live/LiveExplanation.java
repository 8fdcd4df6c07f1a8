package io.limpide.engine.live;

import io.limpide.engine.match.Explanation;

/**
 * Why two records are held to be what the verdict says.
 *
 * @param a the name of the record that the explanation calls a; empty if it is not in the index
 * @param b the name of the other
 * @param explanation what is concluded and why; the numbers of records in it mean nothing here
 */
public record LiveExplanation(String a, String b, Explanation explanation) {}
