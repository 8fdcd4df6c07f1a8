package io.limpide.server.party;

import io.limpide.engine.message.Messages;
import io.limpide.server.account.Caller;
import io.limpide.server.api.Masks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says parties in the words of the API, every value as the caller may see it. */
@Component
class PartyViews {
  static final String PARTIES = "/api/v1/parties/";

  private final Masks masks;

  PartyViews(Masks masks) {
    this.masks = masks;
  }

  PartyJson.Row row(Party party, Set<String> fields, Caller by) {
    Map<String, String> values = null;
    if (!fields.isEmpty()) {
      values = new LinkedHashMap<>();
      for (Map.Entry<String, String> value : party.golden().entrySet()) {
        if (fields.contains("*") || fields.contains(value.getKey())) {
          values.put(value.getKey(), masks.value(by, value.getKey(), value.getValue()));
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
        masks.value(by, faceField(party, party.email(), "email", "email_2"), party.email()),
        masks.value(
            by,
            faceField(party, party.phone(), "mobile", "phone", "mobile_2", "phone_2"),
            party.phone()),
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

  /** Returns the field whose value a list shows, for what is masked is masked by field. */
  private static String faceField(Party party, String shown, String... fields) {
    for (String field : fields) {
      if (party.value(field).equals(shown)) {
        return field;
      }
    }
    return fields[0];
  }

  private static PartyJson.@Nullable Named owner(Party party) {
    return party.ownerId() == null ? null : new PartyJson.Named(party.ownerId(), party.owner());
  }

  PartyJson.Whole whole(
      Party party,
      List<RecordVersions.Version> versions,
      List<ContactPoints.ContactPoint> points,
      Caller by,
      Messages words) {
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
        values(party, versions, points, by, words),
        party.notes().stream().map(note -> note(note, by, words)).toList(),
        points.stream().map(point -> contact(party.id(), point, by)).toList(),
        links);
  }

  private Map<String, PartyJson.Value> values(
      Party party,
      List<RecordVersions.Version> versions,
      List<ContactPoints.ContactPoint> points,
      Caller by,
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
                        masks.value(by, field, value),
                        new PartyJson.Named(origin.source(), origin.sourceName()),
                        origin.record(),
                        origin.key(),
                        ContactPoints.since(versions, origin, field, value),
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

  private PartyJson.Note note(PartyNote note, Caller by, Messages words) {
    String proposed = note.after();
    boolean masked = proposed != null && !masks.value(by, note.field(), proposed).equals(proposed);
    return new PartyJson.Note(
        note.isSuggestion() ? "suggestion" : "finding",
        note.field(),
        note.code(),
        note.severity(),
        masked ? words.text("rule." + note.code()) : note.words(words),
        proposed == null ? null : masks.value(by, note.field(), proposed),
        note.confidence());
  }

  PartyJson.Contact contact(long party, ContactPoints.ContactPoint point, Caller by) {
    return new PartyJson.Contact(
        point.id(),
        point.type(),
        point.field(),
        masks.value(by, point.field(), point.value()),
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

  List<PartyJson.SourceRecord> records(
      List<RecordVersions.Version> versions, Caller by, Messages words) {
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
                  all.stream().map(version -> version(version, by, words)).toList()));
        });
    return records;
  }

  private PartyJson.RecordVersion version(
      RecordVersions.Version version, Caller by, Messages words) {
    List<PartyJson.Cell> cells = new ArrayList<>();
    for (int at = 0; at < version.cells().size(); at++) {
      String cell = version.cells().get(at);
      if (cell != null && at < version.columns().size()) {
        String field = version.fields().get(at);
        cells.add(
            new PartyJson.Cell(
                version.columns().get(at),
                field.isEmpty() ? null : field,
                masks.value(by, field, cell)));
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
              masks.value(by, change.get(0), change.get(2)),
              masks.value(by, change.get(0), change.get(3))));
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
