package io.limpide.engine.finding;

import java.util.List;

/**
 * What is wrong or doubtful about one value or record; whoever holds the row adds where.
 *
 * @param reason why
 * @param arguments values for the wording of the reason, in its order: data, never prose
 */
public record Remark(Reason reason, List<String> arguments) {
  public Remark {
    arguments = List.copyOf(arguments);
  }

  /** Makes a remark with its arguments in place. */
  public static Remark of(Reason reason, String... arguments) {
    return new Remark(reason, List.of(arguments));
  }
}
