package io.limpide.engine.profile;

import io.limpide.engine.finding.Reason;
import java.util.List;

/**
 * Something noticed about a column.
 *
 * @param reason what
 * @param arguments data for the wording of the reason
 * @param rows how many rows it concerns
 * @param values how many distinct values
 * @param examples some of the values, most frequent first
 */
public record Observation(
    Reason reason, List<String> arguments, long rows, long values, List<ValueCount> examples) {
  public Observation {
    arguments = List.copyOf(arguments);
    examples = List.copyOf(examples);
  }
}
