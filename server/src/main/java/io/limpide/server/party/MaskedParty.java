package io.limpide.server.party;

import io.limpide.server.account.Mask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parties as somebody sees them to whom some fields are shown only in part. */
final class MaskedParty {
  private MaskedParty() {}

  static Party of(Party party, Mask mask) {
    Map<String, String> golden = new HashMap<>(party.golden());
    golden.replaceAll(mask::show);
    String email = mask.show(faceField(party, party.email(), "email", "email_2"), party.email());
    String phone =
        mask.show(
            faceField(party, party.phone(), "mobile", "phone", "mobile_2", "phone_2"),
            party.phone());
    List<PartyNote> notes =
        party.notes().stream()
            .map(note -> mask.covers(note.field()) ? masked(note, mask) : note)
            .toList();
    return new Party(
        party.id(),
        party.kind(),
        party.version(),
        party.createdAt(),
        party.updatedAt(),
        party.ownerId(),
        party.owner(),
        party.stage(),
        party.sourceId(),
        party.leaderId(),
        party.records(),
        name(party, email, phone),
        party.company(),
        party.city(),
        email,
        phone,
        party.siren(),
        party.lastActivity(),
        party.score(),
        party.remarks(),
        golden,
        party.origins(),
        notes);
  }

  /** Returns the field whose value a list shows, for what is masked is masked by field. */
  private static String faceField(Party party, String shown, String... fields) {
    for (String field : fields) {
      if (party.value(field).equals(shown)) {
        return field;
      }
    }
    return fields[0];
  }

  /** Who has no name is called by an address or number. */
  private static String name(Party party, String email, String phone) {
    if (party.name().equals(party.email())) {
      return email;
    }
    return party.name().equals(party.phone()) ? phone : party.name();
  }

  /** What is said of a masked value may repeat it: what and how is left, the value is not. */
  private static PartyNote masked(PartyNote note, Mask mask) {
    List<String> arguments = note.arguments();
    return new PartyNote(
        note.kind(),
        note.field(),
        note.code(),
        note.severity(),
        part(mask, note.field(), note.before()),
        part(mask, note.field(), note.after()),
        note.confidence(),
        arguments == null
            ? null
            : arguments.stream().map(each -> mask.show(note.field(), each)).toList());
  }

  private static @Nullable String part(Mask mask, String field, @Nullable String value) {
    return value == null ? null : mask.show(field, value);
  }
}
