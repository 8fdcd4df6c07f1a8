package io.limpide.server.backup;

import java.util.List;

/**
 * What a backup holds.
 *
 * @param format of the file, so that a later Limpide can read an older one
 * @param version of the schema
 * @param createdAt when the base was as the file says, ISO 8601
 * @param tables with all their rows
 * @param sequences and how far they had counted
 */
record Manifest(
    int format, String version, String createdAt, List<Table> tables, List<Sequence> sequences) {
  /** The format that this Limpide writes. */
  static final int FORMAT = 1;

  Manifest {
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
  }

  /**
   * A table.
   *
   * @param name in the schema
   * @param columns in the order of the values of a row
   * @param rows how many there are
   * @param sha256 of the rows as they lie in the file, in hexadecimal digits
   */
  record Table(String name, List<String> columns, long rows, String sha256) {
    Table {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A sequence.
   *
   * @param name in the schema
   * @param last the last number that was given, or the next one
   * @param called whether the number was given
   */
  record Sequence(String name, long last, boolean called) {}

  /** Returns how many rows there are in all. */
  long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }
}
