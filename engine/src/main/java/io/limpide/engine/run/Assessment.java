package io.limpide.engine.run;

import io.limpide.engine.field.Field;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.profile.Presence;
import io.limpide.engine.profile.QualityScore;
import io.limpide.engine.profile.RemarkCount;
import io.limpide.engine.profile.ScoreInput;
import io.limpide.engine.profile.TableProfile;
import io.limpide.engine.profile.TableSummary;
import io.limpide.engine.standardize.Observation;
import io.limpide.engine.table.Table;
import io.limpide.engine.validate.Check;
import io.limpide.engine.validate.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How good a table is as it stands: held before and after cleaning, it proves the effect.
 *
 * @param profile what is in the table
 * @param presence what records lack
 * @param remarks how many rows have which remark, by column
 * @param checks the recipe's checks
 */
public record Assessment(
    TableProfile profile,
    Presence presence,
    Map<String, Map<Reason, Integer>> remarks,
    List<Validation.Outcome> checks) {
  /** Assesses a table of which everything wrong was noted and nothing corrected. */
  static Assessment of(
      Table table, List<Field> fields, Observation observation, List<Check> checks) {
    TableSummary summary = TableSummary.of(table, fields, observation::invalid);
    return new Assessment(
        summary.profile(),
        summary.presence(),
        observation.remarkCounts(),
        Validation.run(table, checks));
  }

  /**
   * Returns the quality score.
   *
   * @param duplicates rows that repeat another
   * @param stale rows whose last sign of life is too long ago
   * @param undated rows whose age nothing tells
   */
  QualityScore score(long duplicates, long stale, long undated) {
    List<RemarkCount> counts = new ArrayList<>();
    remarks.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            column ->
                column.getValue().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(BY_CODE))
                    .forEach(
                        of ->
                            counts.add(
                                new RemarkCount(column.getKey(), of.getKey(), of.getValue()))));
    for (Validation.Outcome check : checks) {
      counts.add(
          new RemarkCount(check.check().columns().get(0), check.check().reason(), check.count()));
    }
    return QualityScore.of(new ScoreInput(profile, presence, counts, duplicates, stale, undated));
  }

  /** Returns how many rows have a remark of a reason, whichever the column. */
  public long rows(Reason reason) {
    return remarks.values().stream().mapToLong(counts -> counts.getOrDefault(reason, 0)).sum();
  }

  private static final java.util.Comparator<Reason> BY_CODE =
      java.util.Comparator.comparing(Reason::code);
}
