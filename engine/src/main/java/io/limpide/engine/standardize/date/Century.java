package io.limpide.engine.standardize.date;

/** Which century a year of two digits belongs to. */
enum Century {
  /** People: 30 to 99 is the twentieth century, as is surely right; below, it may be either. */
  BIRTH(30),
  /** What a system noted: POSIX, 69 to 99 is the twentieth century. */
  EVENT(69);

  private final int pivot;

  Century(int pivot) {
    this.pivot = pivot;
  }

  int year(int twoDigits) {
    return twoDigits >= pivot ? 1900 + twoDigits : 2000 + twoDigits;
  }

  /** Whether nobody would read the year otherwise. */
  boolean isCertain(int year) {
    return this == BIRTH ? year < 2000 : year < 2000 ? year >= 1980 : year < 2050;
  }
}
