package io.limpide.server.party;

import io.limpide.server.account.Mask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person, company or establishment as the base holds it.
 *
 * @param kind {@code person}, {@code company} or {@code establishment}
 * @param version grows with every change
 * @param leaderId the record that leads it
 * @param records how many records it has
 * @param score its quality, 0 to 100
 * @param remarks how many things are said of it
 * @param golden its values, by field; a field that is not there is empty
 * @param origins by field, the record that a value comes from, where it is not the leading one
 * @param notes findings and corrections proposed
 */
public record Party(
    long id,
    String kind,
    int version,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Long ownerId,
    @Nullable String owner,
    @Nullable String stage,
    long sourceId,
    long leaderId,
    int records,
    String name,
    String company,
    String city,
    String email,
    String phone,
    String siren,
    @Nullable LocalDate lastActivity,
    int score,
    int remarks,
    Map<String, String> golden,
    Map<String, Long> origins,
    List<PartyNote> notes) {

  /** Returns a golden value; empty when there is none. */
  public String value(String field) {
    return golden.getOrDefault(field, "");
  }

  /** Returns what is said of a field. */
  public List<PartyNote> notes(String field) {
    return notes.stream().filter(note -> note.field().equals(field)).toList();
  }

  /** Returns what a rule or reason says of a field; null when it says nothing. */
  public @Nullable PartyNote noteOf(String field, String code) {
    for (PartyNote note : notes(field)) {
      if (note.code().equals(code)) {
        return note;
      }
    }
    return null;
  }

  /** Returns which of some fields are empty. */
  List<String> missing(List<String> required) {
    return required.stream().filter(field -> value(field).isEmpty()).toList();
  }

  /** Returns the party as somebody sees it. */
  Party shown(Mask mask) {
    return mask.isEmpty() ? this : MaskedParty.of(this, mask);
  }

  /** Without values: records print themselves into logs. */
  @Override
  public String toString() {
    return "party " + id;
  }
}
