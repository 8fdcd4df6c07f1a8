package io.limpide.engine.table;

/** A table does not fit: the distinct values of one column pass 2 GiB, or its rows 2^31. */
public final class TableTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception; whoever read the table knows its name and says so. */
  public TableTooLargeException() {
    super("a column holds more than 2 GiB of distinct values");
  }
}
