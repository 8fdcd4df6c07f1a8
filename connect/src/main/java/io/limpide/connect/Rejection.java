package io.limpide.connect;

import io.limpide.engine.finding.Remark;

/**
 * A record that could not be taken.
 *
 * @param row where it stood, as a spreadsheet would number it
 * @param why the reason, worded in the message bundle of this package
 * @param raw the record as it was, so that nothing is lost
 */
public record Rejection(int row, Remark why, String raw) {}
