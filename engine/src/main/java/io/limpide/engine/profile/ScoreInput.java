package io.limpide.engine.profile;

import java.util.List;

/**
 * The counts of which a {@link QualityScore} is made.
 *
 * @param profile what is in the table
 * @param presence how many records lack what records need
 * @param remarks how many rows have which remark in which column; those of severity INFO cost
 *     nothing
 * @param duplicates rows that repeat another: for a group of three records that are one, two
 * @param stale rows whose last sign of life is too long ago
 * @param undated rows whose age nothing tells; all of them when the table has no such dates
 */
public record ScoreInput(
    TableProfile profile,
    Presence presence,
    List<RemarkCount> remarks,
    long duplicates,
    long stale,
    long undated) {
  public ScoreInput {
    remarks = List.copyOf(remarks);
    long rows = profile.rows();
    if (duplicates < 0 || duplicates > rows) {
      throw new IllegalArgumentException(
          "duplicates must lie in 0 to %s, but is %s".formatted(rows, duplicates));
    }
    if (stale < 0 || undated < 0 || stale + undated > rows) {
      throw new IllegalArgumentException(
          "stale and undated must lie in 0 to %s together, but stale=%s, undated=%s"
              .formatted(rows, stale, undated));
    }
  }
}
