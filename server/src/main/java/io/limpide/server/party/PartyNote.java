package io.limpide.server.party;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.limpide.engine.message.Messages;
import io.limpide.server.web.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * Something said of a party's golden value: a finding, or a correction proposed.
 *
 * @param kind {@code f} or {@code s}
 * @param field whose value
 * @param code the reason, or the rule
 * @param severity of a finding: {@code info}, {@code warning} or {@code error}
 * @param before the value that a rule saw
 * @param after what the rule makes of it
 * @param confidence 0 to 1: how sure the rule is
 * @param arguments data for the wording
 */
public record PartyNote(
    @JsonProperty("k") String kind,
    @JsonProperty("f") String field,
    @JsonProperty("c") String code,
    @JsonProperty("s") @Nullable String severity,
    @JsonProperty("b") @Nullable String before,
    @JsonProperty("v") @Nullable String after,
    @JsonProperty("p") @Nullable Double confidence,
    @JsonProperty("a") @Nullable List<String> arguments) {

  private static final TypeReference<List<PartyNote>> NOTES = new TypeReference<>() {};

  /** Reads notes as they are kept. */
  static List<PartyNote> read(@Nullable String json) {
    return json == null ? List.of() : Json.read(json, NOTES);
  }

  /** Returns whether this is a correction proposed. */
  public boolean isSuggestion() {
    return kind.equals("s");
  }

  /** Returns what is said, in words. */
  public String words(Messages messages) {
    String text = (isSuggestion() ? "rule." : "reason.") + code;
    List<String> given = arguments == null ? List.of() : arguments;
    return messages.text(text, given.toArray());
  }
}
