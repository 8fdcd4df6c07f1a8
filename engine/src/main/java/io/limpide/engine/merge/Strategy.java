package io.limpide.engine.merge;

import java.util.Locale;

/** How the golden value of a field is chosen among the records of a party. */
public enum Strategy {
  /** Values that are valid and have not bounced come before the others. */
  VERIFIED_FIRST,
  /** The value of the record that was touched last: updated, active or created. */
  MOST_RECENT,
  /** The longest value, an accent counting as one more sign. */
  MOST_COMPLETE,
  /** The value that most records have. */
  MOST_FREQUENT,
  /** The value of the source that the recipe trusts most. */
  MOST_TRUSTED,
  /** The value of the leading record. */
  LEADING,
  /** The earliest date. */
  EARLIEST,
  /** The latest date. */
  LATEST,
  /** True if any record says so. */
  ANY_TRUE,
  /** True only if a record says so and none says otherwise. */
  ALL_TRUE,
  /** All different values, one after the other. */
  UNION;

  /** Returns the word that recipes use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
