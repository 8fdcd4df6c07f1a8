package io.limpide.engine.profile;

import io.limpide.engine.field.Field;
import io.limpide.engine.finding.Reason;
import java.util.List;
import java.util.Optional;

/**
 * What is in a column.
 *
 * @param field the column, its type and the confidence in that
 * @param fill how much there is
 * @param lengths how long the values are
 * @param patterns the commonest ways of writing, most frequent first, at most ten
 * @param top the commonest values, most frequent first, at most ten
 * @param observations what was noticed, in the order of {@link Reasons#ALL}
 */
public record ColumnProfile(
    Field field,
    Fill fill,
    Lengths lengths,
    List<Pattern> patterns,
    List<ValueCount> top,
    List<Observation> observations) {
  public ColumnProfile {
    patterns = List.copyOf(patterns);
    top = List.copyOf(top);
    observations = List.copyOf(observations);
  }

  /** Returns what was noticed for a reason, if it was. */
  public Optional<Observation> observation(Reason reason) {
    return observations.stream().filter(each -> each.reason().equals(reason)).findFirst();
  }

  /**
   * How much a column holds.
   *
   * @param rows all rows
   * @param filled rows with a value, whatever it is worth
   * @param placeholders rows whose value stands for none
   * @param invalid rows whose value is invalid
   * @param distinct distinct values
   * @param single values that occur once
   */
  public record Fill(
      long rows, long filled, long placeholders, long invalid, long distinct, long single) {
    /** Returns the filled share of the rows, 0 to 1; NaN when there are no rows. */
    public double filledRatio() {
      return (double) filled / rows;
    }

    /** Returns distinct values by filled rows, 0 to 1: 1 for a key; NaN when nothing is filled. */
    public double uniqueRatio() {
      return (double) distinct / filled;
    }
  }

  /**
   * How many characters (code points) the filled values have, over the rows.
   *
   * @param min of the shortest; 0 when nothing is filled
   * @param mean NaN when nothing is filled
   * @param max of the longest
   */
  public record Lengths(int min, double mean, int max) {}

  /**
   * A way of writing: runs of capitals are {@code A}, of small letters {@code a}, each digit is
   * {@code 9}, spaces and signs stay; cut after 40 characters.
   *
   * @param share of the filled rows, 0 to 1
   * @param example the commonest value written so
   */
  public record Pattern(String pattern, long rows, double share, String example) {}
}
