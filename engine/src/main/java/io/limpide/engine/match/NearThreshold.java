package io.limpide.engine.match;

/**
 * A pair of records that almost had another verdict.
 *
 * @param merge whether it is near the threshold from which pairs are merged; else near that from
 *     which a person is asked
 * @param above whether it lies above
 * @param a a record
 * @param b another
 */
public record NearThreshold(boolean merge, boolean above, int a, int b) {}
