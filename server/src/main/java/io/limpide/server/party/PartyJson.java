package io.limpide.server.party;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parties as callers of the API send and read them. */
final class PartyJson {
  private PartyJson() {}

  /** Somebody or something by number and name. */
  @Schema(name = "Named")
  record Named(long id, @Nullable String name) {}

  /** A party in a list. */
  @Schema(name = "PartyRow")
  record Row(
      long id,
      @Schema(allowableValues = {"person", "company", "establishment"}) String kind,
      int version,
      String name,
      String company,
      String city,
      String email,
      String phone,
      String siren,
      int score,
      int remarks,
      int records,
      @Nullable String stage,
      @Nullable Named owner,
      @Nullable LocalDate lastActivity,
      Instant createdAt,
      Instant updatedAt,
      @Nullable Map<String, String> values) {
    @Override
    public String toString() {
      return "party " + id;
    }
  }

  /** A party with everything that is known of it. */
  @Schema(name = "Party")
  record Whole(
      long id,
      @Schema(allowableValues = {"person", "company", "establishment"}) String kind,
      int version,
      String name,
      int score,
      int records,
      @Nullable String stage,
      @Nullable Named owner,
      @Nullable LocalDate lastActivity,
      Instant createdAt,
      Instant updatedAt,
      Map<String, Value> values,
      List<Note> notes,
      List<Contact> contactPoints,
      Map<String, String> links) {
    @Override
    public String toString() {
      return "party " + id;
    }
  }

  /** A reference value and where it comes from. */
  @Schema(name = "Value")
  record Value(
      String value,
      Named source,
      long record,
      @Schema(description = "by which the source knows the record") String key,
      @Schema(description = "since when the record says so") Instant collectedAt,
      @Schema(description = "how the source collects, or that it was typed here")
          String collectedHow,
      @Nullable String collectedBy,
      @Nullable Instant verifiedAt,
      @Nullable String verifiedBy,
      @Nullable String state) {
    @Override
    public String toString() {
      return "a value of record " + record;
    }
  }

  /** Something said of a value. */
  @Schema(name = "Note")
  record Note(
      @Schema(allowableValues = {"finding", "suggestion"}) String kind,
      String field,
      String code,
      @Nullable String severity,
      String words,
      @Nullable String proposed,
      @Nullable Double confidence) {
    @Override
    public String toString() {
      return kind + " " + code;
    }
  }

  /** A way to reach a party. */
  @Schema(name = "ContactPoint")
  record Contact(
      String id,
      @Schema(allowableValues = {"email", "phone", "address", "web_site"}) String type,
      String field,
      String value,
      boolean golden,
      Named source,
      long record,
      String key,
      Instant collectedAt,
      @Schema(allowableValues = {"unknown", "valid", "invalid", "bounced", "refused", "former"})
          String state,
      @Nullable Instant stateAt,
      String why,
      @Nullable Instant verifiedAt,
      @Nullable String verifiedBy,
      int version,
      String href) {
    @Override
    public String toString() {
      return "contact point " + id;
    }
  }

  /** A party that is to be made. */
  @Schema(name = "NewParty")
  record Draft(
      @Schema(example = "{\"family_name\":\"Durand\",\"email\":\"marie.durand@exemple.fr\"}")
          @Nullable Map<String, String> values,
      @Nullable Long owner,
      @Nullable String stage) {
    @Override
    public String toString() {
      return "a party to be made";
    }
  }

  /** Many parties that are to be made. */
  @Schema(name = "NewParties")
  record Drafts(
      @ArraySchema(schema = @Schema(implementation = Draft.class)) @Nullable List<Object> items) {
    @Override
    public String toString() {
      return "parties to be made";
    }
  }

  /** What is to change of a party; what is not named stays. */
  @Schema(name = "PartyChange")
  record Change(
      @Schema(
              description =
                  "by field; null takes back what was typed here over what the sources say",
              example = "{\"city\":\"Brest\",\"phone\":null}")
          @Nullable Map<String, @Nullable String> values,
      @Schema(description = "the account that is to own it; 0 for nobody") @Nullable Long owner,
      @Schema(description = "the step of qualification; empty for none") @Nullable String stage,
      @Schema(description = "for the journal", example = "told us by phone") @Nullable String why) {
    @Override
    public String toString() {
      return "a change of a party";
    }
  }

  /** A source record with its versions, the newest first. */
  @Schema(name = "SourceRecord")
  record SourceRecord(
      long id,
      Named source,
      String key,
      boolean typed,
      String collection,
      int version,
      List<RecordVersion> versions) {}

  /** What a record said at a time. */
  @Schema(name = "RecordVersion")
  record RecordVersion(
      int version,
      boolean current,
      Instant at,
      long run,
      String runKind,
      @Nullable String by,
      @Nullable Integer row,
      List<Cell> cells,
      List<Correction> corrections) {}

  /** A cell verbatim. */
  @Schema(name = "Cell")
  record Cell(String column, @Nullable String field, String value) {
    @Override
    public String toString() {
      return "a cell of " + column;
    }
  }

  /** What a safe rule made of a cell when it came in. */
  @Schema(name = "AppliedCorrection")
  record Correction(String field, String rule, String words, String before, String after) {
    @Override
    public String toString() {
      return rule;
    }
  }

  /** What is to be kept of a contact point. */
  @Schema(name = "ContactPointChange")
  record ContactChange(
      @Schema(allowableValues = {"unknown", "valid", "invalid", "bounced", "refused", "former"})
          @Nullable String state,
      @Schema(description = "true: the caller found out that it holds") @Nullable Boolean verified,
      @Schema(example = "550 mailbox unavailable") @Nullable String why) {}

  /** A preference. */
  @Schema(name = "Preference")
  record Preference(
      String name, String value, Instant at, @Nullable String by, long record, int version) {
    @Override
    public String toString() {
      return "preference " + name;
    }
  }

  /** What a preference is to be. */
  @Schema(name = "PreferenceValue")
  record PreferenceValue(@Schema(example = "by phone, mornings") @Nullable String value) {
    @Override
    public String toString() {
      return "a value";
    }
  }

  /** What something that was made is called. */
  @Schema(name = "Made")
  record Made(@JsonProperty("id") long id, @Nullable String href) {}
}
