package io.limpide.engine.standardize;

import io.limpide.engine.finding.Change;
import io.limpide.engine.finding.Remark;
import java.util.List;
import java.util.Map;

/**
 * What standardising one value concluded.
 *
 * @param value the value to hold: the input with every safe correction applied
 * @param changes the corrections, applied and proposed, in the order in which they were made
 * @param remarks what is wrong or doubtful about {@code value}, after the corrections
 * @param parts what the value consists of, such as {@code legalForm}; each standardizer names its
 *     own
 */
public record Standardized(
    String value, List<Change> changes, List<Remark> remarks, Map<String, String> parts) {
  public Standardized {
    changes = List.copyOf(changes);
    remarks = List.copyOf(remarks);
    parts = Map.copyOf(parts);
  }

  /** Returns the outcome for a value about which there is nothing to say. */
  public static Standardized unchanged(String value) {
    return new Standardized(value, List.of(), List.of(), Map.of());
  }
}
