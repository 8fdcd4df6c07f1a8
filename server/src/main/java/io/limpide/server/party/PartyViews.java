package io.limpide.server.party;

import io.limpide.engine.message.Messages;
import io.limpide.server.account.Mask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says parties in the words of the API. */
final class PartyViews {
  static final String PARTIES = "/api/v1/parties/";

  private PartyViews() {}

  /**
   * Returns a party of a list.
   *
   * @param party as the caller sees it
   * @param fields to give with it
   */
  static PartyJson.Row row(Party party, Set<String> fields) {
    Map<String, String> values = null;
    if (!fields.isEmpty()) {
      values = new LinkedHashMap<>();
      for (Map.Entry<String, String> value : party.golden().entrySet()) {
        if (fields.contains("*") || fields.contains(value.getKey())) {
          values.put(value.getKey(), value.getValue());
        }
      }
    }
    return new PartyJson.Row(
        party.id(),
        party.kind(),
        party.version(),
        party.name(),
        party.company(),
        party.city(),
        party.email(),
        party.phone(),
        party.siren(),
        party.score(),
        party.remarks(),
        party.records(),
        party.stage(),
        owner(party),
        party.lastActivity(),
        party.createdAt(),
        party.updatedAt(),
        values);
  }

  private static PartyJson.@Nullable Named owner(Party party) {
    return party.ownerId() == null ? null : new PartyJson.Named(party.ownerId(), party.owner());
  }

  /**
   * Returns a party with everything that is known of it.
   *
   * @param whole as it is
   * @param versions what its records said
   * @param points how it can be reached
   * @param mask what the caller sees only in part
   */
  static PartyJson.Whole whole(
      Party whole,
      List<RecordVersions.Version> versions,
      List<ContactPoints.ContactPoint> points,
      Mask mask,
      Messages words) {
    Party party = whole.shown(mask);
    String self = PARTIES + party.id();
    Map<String, String> links = new LinkedHashMap<>();
    links.put("self", self);
    for (String part :
        List.of("records", "journal", "interactions", "contact-points", "preferences")) {
      links.put(part, self + "/" + part);
    }
    return new PartyJson.Whole(
        party.id(),
        party.kind(),
        party.version(),
        party.name(),
        party.score(),
        party.records(),
        party.stage(),
        owner(party),
        party.lastActivity(),
        party.createdAt(),
        party.updatedAt(),
        values(whole, versions, points, mask, words),
        party.notes().stream().map(note -> note(note, words)).toList(),
        points.stream().map(point -> contact(party.id(), point.shown(mask))).toList(),
        links);
  }

  private static Map<String, PartyJson.Value> values(
      Party party,
      List<RecordVersions.Version> versions,
      List<ContactPoints.ContactPoint> points,
      Mask mask,
      Messages words) {
    Map<Long, RecordVersions.Version> current = new HashMap<>();
    versions.stream()
        .filter(RecordVersions.Version::current)
        .forEach(version -> current.put(version.record(), version));
    Map<List<Object>, ContactPoints.ContactPoint> known = new HashMap<>();
    points.forEach(
        point -> known.put(List.<Object>of(point.recordId(), point.field(), point.value()), point));
    Map<String, PartyJson.Value> values = new LinkedHashMap<>();
    party
        .golden()
        .forEach(
            (field, value) -> {
              RecordVersions.Version origin =
                  current.get(party.origins().getOrDefault(field, party.leaderId()));
              if (origin != null) {
                ContactPoints.ContactPoint point =
                    known.get(List.<Object>of(origin.record(), field, value));
                values.put(
                    field,
                    new PartyJson.Value(
                        mask.show(field, value),
                        new PartyJson.Named(origin.source(), origin.sourceName()),
                        origin.record(),
                        mask.show(origin.key()),
                        ContactPoints.since(versions, origin, field, value).at(),
                        how(origin, words),
                        origin.account(),
                        point == null ? null : point.verifiedAt(),
                        point == null ? null : point.verifiedBy(),
                        point == null ? null : point.state()));
              }
            });
    return values;
  }

  private static String how(RecordVersions.Version origin, Messages words) {
    if (origin.typed()) {
      return words.text("api.collected.typed");
    }
    return origin.collection().isEmpty() ? words.text("api.collected.file") : origin.collection();
  }

  private static PartyJson.Note note(PartyNote note, Messages words) {
    return new PartyJson.Note(
        note.isSuggestion() ? "suggestion" : "finding",
        note.field(),
        note.code(),
        note.severity(),
        note.words(words),
        note.after(),
        note.confidence());
  }

  /**
   * Returns a contact point.
   *
   * @param point as the caller sees it
   */
  static PartyJson.Contact contact(long party, ContactPoints.ContactPoint point) {
    return new PartyJson.Contact(
        point.id(),
        point.type(),
        point.field(),
        point.value(),
        point.golden(),
        new PartyJson.Named(point.sourceId(), point.source()),
        point.recordId(),
        point.key(),
        point.collectedAt(),
        point.state(),
        point.stateAt(),
        point.why(),
        point.verifiedAt(),
        point.verifiedBy(),
        point.version(),
        PARTIES + party + "/contact-points/" + point.id());
  }

  /**
   * Returns the records of a party.
   *
   * @param versions as the caller sees them
   */
  static List<PartyJson.SourceRecord> records(
      List<RecordVersions.Version> versions, Messages words) {
    Map<Long, List<RecordVersions.Version>> byRecord = new LinkedHashMap<>();
    versions.forEach(
        version ->
            byRecord.computeIfAbsent(version.record(), id -> new ArrayList<>()).add(version));
    List<PartyJson.SourceRecord> records = new ArrayList<>();
    byRecord.forEach(
        (id, all) -> {
          RecordVersions.Version first = all.get(0);
          records.add(
              new PartyJson.SourceRecord(
                  id,
                  new PartyJson.Named(first.source(), first.sourceName()),
                  first.key(),
                  first.typed(),
                  first.collection(),
                  all.stream()
                      .filter(RecordVersions.Version::current)
                      .mapToInt(RecordVersions.Version::version)
                      .findFirst()
                      .orElse(first.version()),
                  all.stream().map(version -> version(version, words)).toList()));
        });
    return records;
  }

  private static PartyJson.RecordVersion version(RecordVersions.Version version, Messages words) {
    List<PartyJson.Cell> cells = new ArrayList<>();
    for (int at = 0; at < version.cells().size(); at++) {
      String cell = version.cells().get(at);
      if (cell != null && at < version.columns().size()) {
        String field = version.field(at);
        cells.add(
            new PartyJson.Cell(version.columns().get(at), field.isEmpty() ? null : field, cell));
      }
    }
    List<PartyJson.Correction> corrections = new ArrayList<>();
    for (List<String> change : version.changes()) {
      String rule = "rule." + change.get(1);
      corrections.add(
          new PartyJson.Correction(
              change.get(0),
              change.get(1),
              words.has(rule) ? words.text(rule) : change.get(1),
              change.get(2),
              change.get(3)));
    }
    return new PartyJson.RecordVersion(
        version.version(),
        version.current(),
        version.at(),
        version.run(),
        version.runKind(),
        version.account(),
        version.row() == 0 ? null : version.row(),
        cells,
        corrections);
  }
}
