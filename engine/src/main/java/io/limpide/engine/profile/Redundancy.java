package io.limpide.engine.profile;

import io.limpide.engine.finding.Reason;

/**
 * Two columns of which one is superfluous.
 *
 * @param reason {@link Reasons#SAME_COLUMN} or {@link Reasons#CODED_COLUMN}
 * @param left the column further left
 * @param right the other
 * @param share of the rows looked at for which that is so, 0 to 1
 * @param rows how many rows were looked at: all, or a sample of a large table
 */
public record Redundancy(Reason reason, String left, String right, double share, long rows) {}
