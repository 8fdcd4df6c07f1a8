package io.limpide.server.party;

import io.limpide.engine.field.FieldType;
import io.limpide.server.account.Caller;
import io.limpide.server.account.Mask;
import io.limpide.server.journal.Journal;
import io.limpide.server.recipe.BaseField;
import io.limpide.server.recipe.Catalogue;
import io.limpide.server.recipe.Recipes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a party can be reached: the e-mail addresses, phone numbers, postal addresses and web sites
 * that its records hold, each with what is known of it. A state belongs to a record, a field and a
 * value, so it neither outlives the value nor is lost when the same value comes again.
 */
@Service
public class ContactPoints {
  /** The states there are. */
  static final Set<String> STATES =
      Collections.unmodifiableSet(
          new TreeSet<>(List.of("unknown", "valid", "invalid", "bounced", "refused", "former")));

  private static final String ADDRESS = "address";
  private static final List<String> STREET =
      List.of("house_number", "address_line", "address_line_2");
  private static final List<String> PLACE = List.of("postcode", "city");

  private final JdbcClient database;
  private final Recipes recipes;
  private final RecordVersions records;
  private final Journal journal;

  ContactPoints(JdbcClient database, Recipes recipes, RecordVersions records, Journal journal) {
    this.database = database;
    this.recipes = recipes;
    this.records = records;
    this.journal = journal;
  }

  /**
   * A way to reach a party.
   *
   * @param id by which it is named: of the record, the field, and the version by which the record
   *     began to say so. It tells nothing of the value, not even to whoever tries all there are.
   * @param type {@code email}, {@code phone}, {@code address} or {@code web_site}
   * @param golden whether it is among the reference values of the party
   * @param state one of {@link #STATES}
   * @param why the state is so
   * @param verifiedBy who found out that it holds
   * @param version of the state; 0 while nothing is known
   */
  public record ContactPoint(
      String id,
      String type,
      String field,
      String value,
      boolean golden,
      long recordId,
      long sourceId,
      String source,
      String key,
      Instant collectedAt,
      String state,
      @Nullable Instant stateAt,
      String why,
      @Nullable Instant verifiedAt,
      @Nullable String verifiedBy,
      int version) {
    /** Returns the contact point as somebody sees it. */
    ContactPoint shown(Mask mask) {
      return new ContactPoint(
          id,
          type,
          field,
          mask.show(field, value),
          golden,
          recordId,
          sourceId,
          source,
          mask.show(key),
          collectedAt,
          state,
          stateAt,
          why,
          verifiedAt,
          verifiedBy,
          version);
    }

    /** Without its value: records print themselves into logs. */
    @Override
    public String toString() {
      return "contact point " + id;
    }
  }

  private record State(
      String state,
      Instant at,
      String why,
      @Nullable Instant verifiedAt,
      @Nullable String verifiedBy,
      int version) {}

  /** Returns how a party can be reached, its reference values first; the party is read whole. */
  public List<ContactPoint> of(Party party) {
    Catalogue catalogue = recipes.active().catalogue();
    return of(party, records.of(party.id(), catalogue), catalogue);
  }

  List<ContactPoint> of(Party party, List<RecordVersions.Version> versions, Catalogue catalogue) {
    Map<List<Object>, State> states =
        versions.stream().anyMatch(RecordVersions.Version::contacted)
            ? states(party.id())
            : Map.of();
    List<ContactPoint> points = new ArrayList<>();
    for (RecordVersions.Version version : versions) {
      if (version.current()) {
        contacts(catalogue, version.values())
            .forEach(
                (field, value) ->
                    points.add(
                        point(
                            party,
                            version,
                            versions,
                            field,
                            type(catalogue, field),
                            value,
                            states)));
      }
    }
    points.sort(
        java.util.Comparator.comparing((ContactPoint point) -> !point.golden())
            .thenComparing(point -> place(catalogue, point.field()))
            .thenComparing(ContactPoint::recordId));
    return points;
  }

  private static ContactPoint point(
      Party party,
      RecordVersions.Version version,
      List<RecordVersions.Version> versions,
      String field,
      String type,
      String value,
      Map<List<Object>, State> states) {
    State state = states.get(List.<Object>of(version.record(), field, value));
    RecordVersions.Version since = since(versions, version, field, value);
    return new ContactPoint(
        version.record() + "-" + field + "-" + since.version(),
        type,
        field,
        value,
        golden(party, version.record(), field, value),
        version.record(),
        version.source(),
        version.sourceName(),
        version.key(),
        since.at(),
        state == null ? "unknown" : state.state(),
        state == null ? null : state.at(),
        state == null ? "" : state.why(),
        state == null ? null : state.verifiedAt(),
        state == null ? null : state.verifiedBy(),
        state == null ? 0 : state.version());
  }

  /** Returns the version by which a record began to say what it says of a field. */
  static RecordVersions.Version since(
      List<RecordVersions.Version> versions,
      RecordVersions.Version current,
      String field,
      String value) {
    RecordVersions.Version since = current;
    for (RecordVersions.Version version : versions) {
      if (version.record() == current.record() && version.version() <= current.version()) {
        String said =
            field.equals(ADDRESS) && !version.values().containsKey(ADDRESS)
                ? address(version.values())
                : version.values().getOrDefault(field, "");
        if (!said.equals(value)) {
          return since;
        }
        since = version;
      }
    }
    return since;
  }

  private static boolean golden(Party party, long record, String field, String value) {
    if (field.equals(ADDRESS) && party.value(ADDRESS).isEmpty()) {
      return address(party.golden()).equals(value);
    }
    return party.value(field).equals(value)
        && party.origins().getOrDefault(field, party.leaderId()) == record;
  }

  private static int place(Catalogue catalogue, String field) {
    return catalogue.place(field);
  }

  private static String type(Catalogue catalogue, String field) {
    FieldType type = catalogue.field(field).map(BaseField::type).orElse(FieldType.ADDRESS);
    return switch (type) {
      case EMAIL -> "email";
      case PHONE, MOBILE, FAX -> "phone";
      case WEB_SITE -> "web_site";
      default -> ADDRESS;
    };
  }

  /** Returns the contact points among values, by field; the parts of an address as one. */
  private static Map<String, String> contacts(Catalogue catalogue, Map<String, String> values) {
    Map<String, String> contacts = new LinkedHashMap<>();
    for (BaseField field : catalogue.fields()) {
      String value = values.getOrDefault(field.code(), "");
      boolean contact =
          switch (field.type()) {
            case EMAIL, PHONE, MOBILE, FAX, WEB_SITE, ADDRESS -> true;
            default -> false;
          };
      if (contact && !value.isEmpty()) {
        contacts.put(field.code(), value);
      }
    }
    String address = address(values);
    if (!address.isEmpty()) {
      contacts.putIfAbsent(ADDRESS, address);
    }
    return contacts;
  }

  /** Returns an address of parts as one line; empty where there is no more than a place. */
  private static String address(Map<String, String> values) {
    String street = joined(values, STREET);
    if (street.isEmpty()) {
      return "";
    }
    String place = joined(values, PLACE);
    String country = values.getOrDefault("country", "");
    return street
        + (place.isEmpty() ? "" : ", " + place)
        + (country.isEmpty() ? "" : ", " + country);
  }

  private static String joined(Map<String, String> values, List<String> fields) {
    List<String> parts = new ArrayList<>();
    for (String field : fields) {
      String value = values.getOrDefault(field, "");
      if (!value.isEmpty()) {
        parts.add(value);
      }
    }
    return String.join(" ", parts);
  }

  private Map<List<Object>, State> states(long party) {
    Map<List<Object>, State> states = new HashMap<>();
    database
        .sql(
            """
            select c.record_id, c.field, c.value, c.state, c.state_at, c.why, c.verified_at,
              a.name as verified_by, c.version
            from contact_point c join record r on r.id = c.record_id
              left join account a on a.id = c.verified_by
            where r.party_id = ?
            """)
        .param(party)
        .query(
            row -> {
              java.sql.Timestamp verified = row.getTimestamp("verified_at");
              states.put(
                  List.of(row.getLong("record_id"), row.getString("field"), row.getString("value")),
                  new State(
                      row.getString("state"),
                      row.getTimestamp("state_at").toInstant(),
                      row.getString("why"),
                      verified == null ? null : verified.toInstant(),
                      row.getString("verified_by"),
                      row.getInt("version")));
            });
    return states;
  }

  /**
   * Keeps what was found out about a contact point.
   *
   * @param id of one that the party has
   * @param version of the state that was seen
   * @param state what it is now; null for no other than before
   * @param verified whether the caller found out that it holds; false takes that back, null leaves
   *     it
   * @return whether it was done: not where it is no longer, or was changed meanwhile
   */
  @Transactional
  public Edits.Outcome keep(
      Party party,
      String id,
      int version,
      @Nullable String state,
      @Nullable Boolean verified,
      String why,
      Caller by) {
    database.sql("select from party where id = ? for update").param(party.id()).query(row -> {});
    Optional<ContactPoint> found =
        of(party).stream().filter(point -> point.id().equals(id)).findFirst();
    if (found.isEmpty()) {
      return Edits.Outcome.UNKNOWN;
    }
    ContactPoint point = found.get();
    if (point.version() != version) {
      return Edits.Outcome.CHANGED;
    }
    String now = state != null ? state : Boolean.TRUE.equals(verified) ? "valid" : point.state();
    boolean moved = !now.equals(point.state());
    database
        .sql(
            """
            insert into contact_point as c
              (record_id, field, value, state, why, verified_at, verified_by)
            values (:record, :field, :value, :state, :why,
              case when :verified then now() end, case when :verified then :account end)
            on conflict (record_id, field, value) do update set
              state = excluded.state, why = excluded.why, version = c.version + 1,
              state_at = case when :moved then now() else c.state_at end,
              verified_at = case when :asked then excluded.verified_at else c.verified_at end,
              verified_by = case when :asked then excluded.verified_by else c.verified_by end
            """)
        .param("record", point.recordId())
        .param("field", point.field())
        .param("value", point.value())
        .param("state", now)
        .param("why", moved || !why.isEmpty() ? why : point.why())
        .param("moved", moved)
        .param("asked", verified != null)
        .param("verified", Boolean.TRUE.equals(verified))
        .param("account", by.id())
        .update();
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("field", point.field());
    detail.put("record", point.recordId());
    detail.put("state", now);
    if (verified != null) {
      detail.put("verified", verified);
    }
    journal.append(
        Journal.Deed.of(by.actor(), "contact_point.changed", "party:" + party.id(), detail)
            .with(Map.of("value", point.value()))
            .because(why));
    return Edits.Outcome.DONE;
  }

  /** Returns one contact point of a party. */
  public Optional<ContactPoint> find(Party party, String id) {
    return of(party).stream().filter(point -> point.id().equals(id)).findFirst();
  }
}
