package io.limpide.server.party;

import io.limpide.server.recipe.Catalogue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a party is made of and what happened to it. */
@Repository
class PartyHistory {
  private static final int MOST = 100;

  private final JdbcClient database;

  PartyHistory(JdbcClient database) {
    this.database = database;
  }

  /**
   * A source record of a party, as it stands.
   *
   * @param cells what the source said, by its own columns
   * @param values the same by field, with the corrections that were made when it came in
   * @param collection how the source collects, in words
   */
  record SourceRecord(
      long id,
      String source,
      boolean typed,
      String key,
      int version,
      Instant at,
      long run,
      String collection,
      Map<String, String> cells,
      Map<String, String> values) {}

  /**
   * Returns the records of a party, the oldest first.
   *
   * @param masks the fields that are shown in part: then nothing is shown verbatim
   */
  List<SourceRecord> records(long party, Catalogue catalogue, Set<String> masks) {
    return database
        .sql(
            """
            select r.id, s.name, s.kind = 'home' as typed, r.key, r.version, v.at, v.run_id,
              s.collection, l.columns, l.fields, v.cells, v.changes::text as changes
            from record r join source s on s.id = r.source_id
              join record_version v on v.record_id = r.id and v.version = r.version
              join layout l on l.id = v.layout_id
            where r.party_id = ? and r.withdrawn_by is null order by typed, r.id
            """)
        .param(party)
        .query((row, number) -> record(row, catalogue, masks))
        .list();
  }

  private static SourceRecord record(ResultSet row, Catalogue catalogue, Set<String> masks)
      throws SQLException {
    String[] columns = (String[]) row.getArray("columns").getArray();
    String[] fields = (String[]) row.getArray("fields").getArray();
    @Nullable String[] cells = (String[]) row.getArray("cells").getArray();
    boolean typed = row.getBoolean("typed");
    Map<String, String> said = new LinkedHashMap<>();
    for (int at = 0; at < columns.length && at < cells.length; at++) {
      String cell = cells[at];
      if (cell != null && (typed || !cell.isEmpty()) && masks.isEmpty()) {
        said.put(columns[at], cell);
      }
    }
    @Nullable String[] values =
        PartyAssembly.values(catalogue, fields, cells, row.getString("changes"), typed);
    Map<String, String> byField = new LinkedHashMap<>();
    for (int at = 0; at < values.length; at++) {
      String value = values[at];
      if (value != null && !value.isEmpty()) {
        String field = catalogue.fields().get(at).code();
        byField.put(field, MaskedParty.shown(masks, field, value));
      }
    }
    return new SourceRecord(
        row.getLong("id"),
        row.getString("name"),
        typed,
        masks.isEmpty() ? row.getString("key") : "", // may be an address
        row.getInt("version"),
        row.getTimestamp("at").toInstant(),
        row.getLong("run_id"),
        row.getString("collection"),
        said,
        byField);
  }

  /** A change of a party's values. */
  record PastChange(
      long id,
      long runId,
      String runKind,
      String field,
      String rule,
      String before,
      String after,
      @Nullable String account,
      Instant at,
      @Nullable Long undoneBy) {
    PastChange shown(Set<String> masks) {
      return new PastChange(
          id,
          runId,
          runKind,
          field,
          rule,
          MaskedParty.shown(masks, field, before),
          MaskedParty.shown(masks, field, after),
          account,
          at,
          undoneBy);
    }
  }

  /** Returns the changes of a party, the newest first. */
  List<PastChange> changes(long party, Set<String> masks) {
    return database
        .sql(
            """
            select c.id, c.run_id, r.kind as run_kind, c.field, c.rule, c.before, c.after,
              a.name as account, c.at, c.undone_by
            from change c join run r on r.id = c.run_id left join account a on a.id = c.account_id
            where c.party_id = ? order by c.id desc limit ?
            """)
        .params(party, MOST)
        .query(PastChange.class)
        .list()
        .stream()
        .map(change -> change.shown(masks))
        .toList();
  }

  /** Something that happened with a party. */
  record Exchange(
      long id,
      String channel,
      String kind,
      boolean byPerson,
      Instant at,
      String subject,
      @Nullable String amount,
      @Nullable String account,
      String source) {}

  /** Returns the interactions of a party, the newest first; of one channel when it is named. */
  List<Exchange> exchanges(long party, String channel) {
    return database
        .sql(
            """
            select i.id, i.channel, i.kind, i.by_person, i.at, i.subject,
              case when i.amount is not null then i.amount || ' ' || coalesce(i.currency, '') end
                as amount,
              a.name as account, s.name as source
            from interaction i join record r on r.id = i.record_id
              join source s on s.id = r.source_id left join account a on a.id = i.account_id
            where r.party_id = :party and (:channel = '' or i.channel = :channel)
            order by i.at desc, i.id desc limit :most
            """)
        .param("party", party)
        .param("channel", channel)
        .param("most", MOST)
        .query(Exchange.class)
        .list();
  }

  /** An entry of the journal about a party. */
  record Entry(
      long id, Instant at, String actor, String action, @Nullable Long run, String reason) {}

  /** Returns what the journal says of a party, the newest first. */
  List<Entry> journal(long party) {
    return database
        .sql(
            """
            select j.id, j.at, coalesce(a.name, j.actor) as actor, j.action, j.run_id, j.reason
            from journal j left join account a on j.actor = 'account:' || a.id
            where j.subject = ? order by j.id desc limit ?
            """)
        .params("party:" + party, MOST)
        .query(
            (row, number) ->
                new Entry(
                    row.getLong("id"),
                    instant(row.getTimestamp("at")),
                    row.getString("actor"),
                    row.getString("action"),
                    (Long) row.getObject("run_id"),
                    row.getString("reason")))
        .list();
  }

  private static Instant instant(Timestamp time) {
    return time.toInstant();
  }

  /**
   * A field over all records of a party.
   *
   * @param values one for each record, in their order; empty where it says nothing
   * @param same whether all that say something say the same
   */
  record Row(String field, List<String> values, boolean same) {}

  /** Returns the records side by side: those fields first that differ. */
  static List<Row> sideBySide(List<SourceRecord> records, Catalogue catalogue) {
    List<Row> rows = new ArrayList<>();
    catalogue
        .fields()
        .forEach(
            field -> {
              String[] values =
                  records.stream()
                      .map(record -> record.values().getOrDefault(field.code(), ""))
                      .toArray(String[]::new);
              long different =
                  Arrays.stream(values).filter(value -> !value.isEmpty()).distinct().count();
              if (different > 0) {
                rows.add(new Row(field.code(), List.of(values), different == 1));
              }
            });
    rows.sort(java.util.Comparator.comparing(Row::same));
    return rows;
  }

  /** Returns the field that the next step of qualification asks for first. */
  static List<String> missing(Party party, List<String> required) {
    return required.stream().filter(field -> party.value(field).isEmpty()).toList();
  }
}
