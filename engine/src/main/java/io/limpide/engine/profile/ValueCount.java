package io.limpide.engine.profile;

/**
 * A value or pattern and how many rows have it.
 *
 * @param rows 1 or more
 */
public record ValueCount(String value, long rows) {}
