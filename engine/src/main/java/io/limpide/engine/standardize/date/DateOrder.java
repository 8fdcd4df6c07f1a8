package io.limpide.engine.standardize.date;

/** What comes first in a date such as {@code 03/04/2021}, where nothing in the date tells. */
public enum DateOrder {
  /** 3 April: Europe. */
  DAY_FIRST,
  /** 4 March: the United States. */
  MONTH_FIRST
}
