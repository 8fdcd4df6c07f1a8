package io.limpide.server.party;

import io.limpide.server.account.Caller;
import io.limpide.server.account.FieldMasks;
import io.limpide.server.account.Mask;
import io.limpide.server.account.Visibility;
import io.limpide.server.web.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** The parties of the base: found, listed, read. Nobody gets one that he may not see. */
@Repository
public class Parties {
  /** The most rows of a page. */
  public static final int MOST = 200;

  private static final int COUNTED = 10_000;
  private static final int FEW = 2_000;
  private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};
  private static final TypeReference<Map<String, Long>> ORIGINS = new TypeReference<>() {};

  private static final String SELECT =
      """
      select p.id, p.kind, p.version, p.created_at, p.updated_at, p.owner_id, a.name as owner,
        p.stage, p.source_id, p.leader_id, p.records, p.name, p.company, p.city, p.email, p.phone,
        p.siren, nullif(p.last_activity, '-infinity') as last_activity, p.score, p.marks,
        p.golden::text as golden, p.origins::text as origins, p.notes::text as notes
      """;

  private final JdbcClient database;
  private final JdbcClient planned;
  private final FieldMasks masks;

  Parties(JdbcClient database, @Qualifier("planned") JdbcClient planned, FieldMasks masks) {
    this.database = database;
    this.planned = planned;
    this.masks = masks;
  }

  /**
   * A page of a list.
   *
   * @param next where the next page begins; empty on the last
   */
  public record Page(List<Party> parties, Optional<String> next) {}

  /**
   * How many there are.
   *
   * @param exact whether there are not more
   */
  public record Count(long number, boolean exact) {}

  /**
   * Returns a page of parties.
   *
   * @param after where it begins, as the page before said; empty for the first
   * @param most how many at most, up to {@link #MOST}
   */
  public Page list(
      PartyFilter filter, Caller by, PartySort sort, boolean descending, String after, int most) {
    int limit = Math.max(1, Math.min(MOST, most));
    Mask mask = masks.of(by);
    PartyFilter.Sql sql = filter.sql(Optional.of(by), mask, database);
    String condition = sql.condition();
    Map<String, Object> values = new HashMap<>(sql.values());
    Optional<PartySort.Cursor> cursor = PartySort.Cursor.of(after);
    Optional<PartyFilter.Sql> text =
        sort == PartySort.NAME ? filter.textAlone(by, mask) : Optional.empty();
    if (text.isPresent()) {
      String from = "true";
      if (cursor.isPresent()) {
        from = sort.after("t", descending);
        values.putAll(at(cursor.get()));
      }
      List<Long> hits =
          TextHits.of(text.get().condition(), from, values, descending, limit + 1, planned);
      condition = "p.id = any(:hits)";
      values = new HashMap<>(Map.of("hits", hits.toArray(Long[]::new)));
    } else if (filter.isPicked()) {
      List<Long> hits = few(sql);
      if (hits.size() <= FEW) { // few are sorted, many are met soon in the order of the index
        condition = "p.id = any(:hits)";
        values = new HashMap<>(Map.of("hits", hits.toArray(Long[]::new)));
      }
    }
    if (cursor.isPresent()) {
      condition += " and " + sort.after("p", descending);
      values.putAll(at(cursor.get()));
    }
    List<String> keys = new ArrayList<>();
    List<Party> parties =
        planned
            .sql(
                SELECT
                    + ", "
                    + sort.key("p")
                    + " as sort_value from party p left join account a on a.id = p.owner_id where "
                    + condition
                    + " order by "
                    + sort.order("p", descending)
                    + " limit "
                    + (limit + 1))
            .params(values)
            .query(
                (row, number) -> {
                  keys.add(row.getString("sort_value"));
                  return read(row).shown(mask);
                })
            .list();
    if (parties.size() <= limit) {
      return new Page(parties, Optional.empty());
    }
    String next = new PartySort.Cursor(keys.get(limit - 1), parties.get(limit - 1).id()).text();
    return new Page(List.copyOf(parties.subList(0, limit)), Optional.of(next));
  }

  private static Map<String, Object> at(PartySort.Cursor cursor) {
    return Map.of("after_value", cursor.value(), "after_id", cursor.id());
  }

  private List<Long> few(PartyFilter.Sql sql) {
    return planned
        .sql("select p.id from party p where " + sql.condition() + " limit " + (FEW + 1))
        .params(sql.values())
        .query(Long.class)
        .list();
  }

  /** Returns how many parties are meant, up to a number beyond which nobody counts. */
  public Count count(PartyFilter filter, Caller by) {
    Mask mask = masks.of(by);
    PartyFilter.Sql sql = filter.sql(Optional.of(by), mask, database);
    String from =
        filter
            .textAlone(by, mask)
            .map(text -> "party_text t where " + text.condition())
            .orElse("party p where " + sql.condition());
    String order = sql.condition().equals("true") ? " order by p.id" : ""; // within the index
    long number =
        planned
            .sql(
                "select count(*) from (select from "
                    + from
                    + order
                    + " limit "
                    + (COUNTED + 1)
                    + ") counted")
            .params(sql.values())
            .query(Long.class)
            .single();
    return new Count(Math.min(number, COUNTED), number <= COUNTED);
  }

  /**
   * Returns a party that the caller may see, as he sees it; one that was merged or moved is found
   * by its old id.
   */
  public Optional<Party> find(long id, Caller by) {
    return whole(id, by).map(party -> party.shown(masks.of(by)));
  }

  /** Returns the same unmasked, for deeds that compare what is there; never to be shown. */
  Optional<Party> whole(long id, Caller by) {
    List<String> parts = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    parts.add(
        "p.id = coalesce((select party_id from party_alias where party_alias.id = :id), :id)");
    values.put("id", id);
    Visibility.narrow(by, parts, values);
    return database
        .sql(
            SELECT
                + " from party p left join account a on a.id = p.owner_id where "
                + String.join(" and ", parts))
        .params(values)
        .query((row, number) -> read(row))
        .optional();
  }

  /**
   * Returns parties that share an e-mail address, phone or number with given values; what the
   * caller sees only in part finds nobody.
   */
  public List<Party> alike(
      String email, String phone, String siret, String name, long except, Caller by) {
    List<String> any = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    Mask mask = masks.of(by);
    like(any, values, mask, "email", email.strip().toLowerCase(java.util.Locale.ROOT));
    String digits = phone.replaceAll("\\D", "");
    String national = digits.length() >= 9 ? digits.substring(digits.length() - 9) : "";
    like(any, values, mask, "phone", national);
    like(any, values, mask, "siret", siret.replaceAll("\\D", ""));
    List<String> found = new ArrayList<>();
    if (!any.isEmpty()) {
      found.add("select t.id from party_text t where " + String.join(" or ", any));
    }
    String key = io.limpide.engine.text.Fold.words(name);
    if (key.length() >= 5) {
      found.add("select s.id from party s where s.sort_key = :name");
      values.put("name", key);
    }
    if (found.isEmpty()) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    parts.add("p.id in (" + String.join(" union all ", found) + ")");
    parts.add("p.id <> :except");
    values.put("except", except);
    Visibility.narrow(by, parts, values);
    return planned
        .sql(
            SELECT
                + " from party p left join account a on a.id = p.owner_id where "
                + String.join(" and ", parts)
                + " order by p.id limit 10")
        .params(values)
        .query((row, number) -> read(row).shown(mask))
        .list();
  }

  private static void like(
      List<String> any, Map<String, Object> values, Mask mask, String name, String part) {
    if (part.length() >= 6) {
      any.add(SearchText.contains(name, mask));
      values.put(name, SearchText.part(part));
    }
  }

  /** Reads the parties that a condition in SQL means. */
  static List<Party> read(JdbcClient database, String condition, Map<String, Object> values) {
    return database
        .sql(SELECT + " from party p left join account a on a.id = p.owner_id where " + condition)
        .params(values)
        .query((row, number) -> read(row))
        .list();
  }

  private static Party read(ResultSet row) throws SQLException {
    String notes = row.getString("notes");
    @Nullable Integer[] marks = (Integer[]) row.getArray("marks").getArray();
    return new Party(
        row.getLong("id"),
        row.getString("kind"),
        row.getInt("version"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        (Long) row.getObject("owner_id"),
        row.getString("owner"),
        row.getString("stage"),
        row.getLong("source_id"),
        row.getLong("leader_id"),
        row.getInt("records"),
        row.getString("name"),
        row.getString("company"),
        row.getString("city"),
        row.getString("email"),
        row.getString("phone"),
        row.getString("siren"),
        row.getObject("last_activity", LocalDate.class),
        row.getInt("score"),
        marks.length,
        Json.read(row.getString("golden"), VALUES),
        Json.read(row.getString("origins"), ORIGINS),
        PartyNote.read(notes));
  }
}
