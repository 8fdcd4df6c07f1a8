package io.limpide.server.source;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An import: a file on its way into the base.
 *
 * @param runId the run it is
 * @param source the source that the file is of
 * @param stage where it stands
 * @param facts how the file was read, in codes
 * @param columns what its columns are and were taken for
 * @param mapping by column, the field it goes to; empty where it is only kept
 * @param keyColumns the columns by which the source knows a record; empty: the whole row
 * @param preview what would happen
 * @param nextRow rows before it are in
 */
public record Import(
    long runId,
    long sourceId,
    String source,
    UUID uploadId,
    String file,
    String stage,
    Map<String, Object> facts,
    List<FileColumn> columns,
    Map<String, String> mapping,
    List<String> keyColumns,
    Map<String, Object> preview,
    int nextRow,
    int created,
    int updated,
    int unchanged,
    int rejected) {
  public Import {
    columns = List.copyOf(columns);
    keyColumns = List.copyOf(keyColumns);
  }

  /**
   * A column of a file.
   *
   * @param name as the file calls it
   * @param type what it was taken for
   * @param confidence 0 to 100: how sure that is
   * @param filled the share of rows that have a value, in percent
   * @param samples up to three different values
   * @param unique whether no value occurs twice
   */
  public record FileColumn(
      String name, String type, int confidence, int filled, List<String> samples, boolean unique) {
    public FileColumn {
      samples = List.copyOf(samples);
    }

    /** Returns how sure the recognition is, in three steps that a dot can show. */
    public String certainty() {
      return confidence >= 80 ? "sure" : confidence >= 50 ? "likely" : "unsure";
    }
  }

  /** Returns the number of rows that are in. */
  public int rows() {
    return created + updated + unchanged;
  }
}
