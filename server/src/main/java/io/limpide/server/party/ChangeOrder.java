package io.limpide.server.party;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An order to change many parties.
 *
 * @param targets which
 * @param field whose value
 * @param rule the rule whose proposal is accepted; {@link Changes#TYPED} where a value is set
 * @param value the value that is set; empty where a rule decides
 */
public record ChangeOrder(Targets targets, String field, String rule, String value) {
  /** The kind of run. */
  public static final String KIND = "change";

  /** Returns the order as the run keeps it. */
  public Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("targets", targets);
    parameters.put("field", field);
    parameters.put("rule", rule);
    parameters.put("value", value);
    return parameters;
  }

  static ChangeOrder read(Map<String, Object> parameters) {
    return new ChangeOrder(
        Targets.read(java.util.Objects.requireNonNull(parameters.get("targets"))),
        String.valueOf(parameters.get("field")),
        String.valueOf(parameters.get("rule")),
        String.valueOf(parameters.get("value")));
  }

  /** Returns what the order changes in a party; nothing where it is so already. */
  public Optional<Changes.Edit> edit(Party party) {
    if (rule.equals(Changes.TYPED)) {
      return before(party).equals(value)
          ? Optional.empty()
          : Optional.of(new Changes.Edit(party.id(), field, value, rule));
    }
    return party.notes(field).stream()
        .filter(note -> note.isSuggestion() && note.code().equals(rule))
        .findFirst()
        .map(
            note ->
                new Changes.Edit(
                    party.id(), field, note.after() == null ? "" : note.after(), rule));
  }

  /** Returns what a party has there now. */
  public String before(Party party) {
    return switch (field) {
      case Changes.OWNER -> party.ownerId() == null ? "" : String.valueOf(party.ownerId());
      case Changes.STAGE -> party.stage() == null ? "" : party.stage();
      default -> party.value(field);
    };
  }
}
