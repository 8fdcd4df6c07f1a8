package io.limpide.server.party;

import io.limpide.server.account.Masking;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parties as somebody sees them to whom some fields are shown only in part. */
final class MaskedParty {
  private MaskedParty() {}

  /** Returns whether a field is masked; a second one of a kind is as the first. */
  static boolean masks(Set<String> masks, String field) {
    return masks.contains(base(field));
  }

  /** Returns a value as it is shown. */
  static String shown(Set<String> masks, String field, String value) {
    return masks(masks, field) ? Masking.mask(base(field), value) : value;
  }

  private static String base(String field) {
    return field.endsWith("_2") ? field.substring(0, field.length() - 2) : field;
  }

  static Party of(Party party, Set<String> masks) {
    if (masks.isEmpty()) {
      return party;
    }
    Map<String, String> golden = new HashMap<>(party.golden());
    golden.replaceAll((field, value) -> shown(masks, field, value));
    String email = shown(masks, "email", party.email());
    String phone = phone(party, masks);
    List<PartyNote> notes =
        party.notes().stream()
            .map(note -> masks(masks, note.field()) ? masked(note, masks) : note)
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

  /** The phone of a list is a mobile one where there is one. */
  private static String phone(Party party, Set<String> masks) {
    boolean mobile =
        party.phone().equals(party.value("mobile"))
            || party.phone().equals(party.value("mobile_2"));
    return shown(masks, mobile ? "mobile" : "phone", party.phone());
  }

  /** Who has no name is called by an address or number. */
  private static String name(Party party, String email, String phone) {
    if (party.name().equals(party.email())) {
      return email;
    }
    return party.name().equals(party.phone()) ? phone : party.name();
  }

  /** What is said of a masked value may repeat it: what and how is left, the value is not. */
  private static PartyNote masked(PartyNote note, Set<String> masks) {
    return new PartyNote(
        note.kind(),
        note.field(),
        note.code(),
        note.severity(),
        part(masks, note.field(), note.before()),
        part(masks, note.field(), note.after()),
        note.confidence(),
        note.arguments() == null
            ? null
            : note.arguments().stream()
                .map(each -> Masking.mask(base(note.field()), each))
                .toList());
  }

  private static @Nullable String part(Set<String> masks, String field, @Nullable String value) {
    return value == null ? null : shown(masks, field, value);
  }
}
