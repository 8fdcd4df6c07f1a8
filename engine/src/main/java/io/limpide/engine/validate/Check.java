package io.limpide.engine.validate;

import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Severity;
import java.util.List;
import java.util.Optional;

/**
 * One check of the recipe: what must hold for every record, or for those that meet a condition.
 *
 * @param kind what must hold
 * @param columns the columns it looks at; several only for {@link Kind#ANY_OF}, {@link
 *     Kind#NOT_BEFORE} and {@link Kind#SAME_AS}
 * @param arguments the limits: allowed values, a pattern, a bound
 * @param when the records it holds for; all of them when empty
 * @param severity how bad it is when it does not hold
 */
public record Check(
    Kind kind,
    List<String> columns,
    List<String> arguments,
    Optional<Condition> when,
    Severity severity) {
  public Check {
    columns = List.copyOf(columns);
    arguments = List.copyOf(arguments);
  }

  /** What a check may ask for. */
  public enum Kind {
    /** The column is filled. */
    REQUIRED(Dimension.COMPLETENESS),
    /** At least one of the columns is filled. */
    ANY_OF(Dimension.COMPLETENESS),
    /** No two records have the same value. */
    UNIQUE(Dimension.UNIQUENESS),
    /** The value is one of the arguments. */
    ONE_OF(Dimension.VALIDITY),
    /** The whole value fits a regular expression. */
    MATCHES(Dimension.VALIDITY),
    /** The value has at most so many characters. */
    MAX_LENGTH(Dimension.VALIDITY),
    /** The value has at least so many characters. */
    MIN_LENGTH(Dimension.VALIDITY),
    /** The number is at least the argument. */
    MIN(Dimension.VALIDITY),
    /** The number is at most the argument. */
    MAX(Dimension.VALIDITY),
    /** The first column's date does not lie before the second's. */
    NOT_BEFORE(Dimension.CONSISTENCY),
    /** The two columns have the same value. */
    SAME_AS(Dimension.CONSISTENCY);

    private final Dimension dimension;

    Kind(Dimension dimension) {
      this.dimension = dimension;
    }

    /** Returns the word that recipes use. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Which records a check holds for.
   *
   * @param column the column that decides
   * @param values the values it must have, ignoring case; any value when empty
   */
  public record Condition(String column, List<String> values) {
    public Condition {
      values = List.copyOf(values);
    }
  }

  /** Returns the reason of a record for which the check does not hold. */
  public Reason reason() {
    return new Reason("check." + kind.word(), severity, kind.dimension);
  }
}
