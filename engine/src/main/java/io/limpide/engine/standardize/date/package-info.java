/** Dates and times as people and systems write them, brought to ISO 8601. */
@org.jspecify.annotations.NullMarked
package io.limpide.engine.standardize.date;
