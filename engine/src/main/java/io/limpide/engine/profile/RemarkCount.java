package io.limpide.engine.profile;

import io.limpide.engine.finding.Reason;

/**
 * How many rows have a remark.
 *
 * @param column the column it is about; empty when it is about the record
 * @param reason why
 * @param rows how many rows have it, 0 or more
 */
public record RemarkCount(String column, Reason reason, long rows) {}
