package io.limpide.server.party;

import io.limpide.server.account.Mask;
import io.limpide.server.recipe.Catalogue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The source records of a party with everything that they said, version by version. */
@Repository
class RecordVersions {
  /** The most versions that are read of a party. */
  private static final int MOST = 1_000;

  private final JdbcClient database;

  RecordVersions(JdbcClient database) {
    this.database = database;
  }

  /**
   * What a record said at a time.
   *
   * @param collection how its source collects, in words
   * @param typed whether it holds what was typed here
   * @param current whether it is what the record says now
   * @param row in the file it came with; 0 where it came with none
   * @param columns the names of its cells
   * @param fields the field that each cell goes to; empty where it is only kept
   * @param cells verbatim; null where nothing is said
   * @param changes what safe rules made of it: field, rule, before, after
   * @param values the same by field, with these corrections
   * @param contacted whether anything is known of how its record can be reached
   */
  record Version(
      long record,
      long source,
      String sourceName,
      String collection,
      boolean typed,
      String key,
      int version,
      boolean current,
      Instant at,
      long run,
      String runKind,
      @Nullable String account,
      int row,
      List<String> columns,
      List<String> fields,
      List<@Nullable String> cells,
      List<List<String>> changes,
      Map<String, String> values,
      boolean contacted) {
    /** Returns the version as somebody sees it. */
    Version shown(Mask mask) {
      if (mask.isEmpty()) {
        return this;
      }
      List<@Nullable String> seen = new ArrayList<>();
      for (int at = 0; at < cells.size(); at++) {
        String cell = cells.get(at);
        seen.add(cell == null ? null : mask.show(field(at), cell));
      }
      Map<String, String> byField = new LinkedHashMap<>(values);
      byField.replaceAll(mask::show);
      return new Version(
          record,
          source,
          sourceName,
          collection,
          typed,
          mask.show(key), // may be an address
          version,
          current,
          at,
          run,
          runKind,
          account,
          row,
          columns,
          fields,
          Collections.unmodifiableList(seen),
          changes.stream().map(change -> shown(change, mask)).toList(),
          byField,
          contacted);
    }

    private static List<String> shown(List<String> change, Mask mask) {
      String field = change.get(0);
      return List.of(
          field, change.get(1), mask.show(field, change.get(2)), mask.show(field, change.get(3)));
    }

    /** Returns the field that a cell goes to; empty where it is only kept. */
    String field(int cell) {
      return cell < fields.size() ? fields.get(cell) : "";
    }

    /** Returns what was said, by the names of the cells. */
    public Map<String, String> said() {
      Map<String, String> said = new LinkedHashMap<>();
      for (int at = 0; at < cells.size() && at < columns.size(); at++) {
        String cell = cells.get(at);
        if (cell != null && (typed || !cell.isEmpty())) {
          said.put(columns.get(at), cell);
        }
      }
      return said;
    }

    /** Without values: records print themselves into logs. */
    @Override
    public String toString() {
      return "record " + record + " version " + version;
    }
  }

  /** Returns the versions of every record of a party, record by record, the newest first. */
  List<Version> of(long party, Catalogue catalogue) {
    return read(party, "", catalogue);
  }

  /** Returns what every record of a party says now, the oldest first, what was typed here last. */
  List<Version> current(long party, Catalogue catalogue) {
    return read(party, "and v.version = r.version ", catalogue);
  }

  private List<Version> read(long party, String which, Catalogue catalogue) {
    return database
        .sql(
            """
            select r.id, s.id as source_id, s.name, s.collection, s.kind = 'home' as typed, r.key,
              v.version, v.version = r.version as current, v.at, v.run_id, n.kind as run_kind,
              a.name as account, v.row_number, l.columns, l.fields, v.cells,
              v.changes::text as changes,
              exists (select from contact_point c where c.record_id = r.id) as contacted
            from record r join source s on s.id = r.source_id
              join record_version v on v.record_id = r.id
              join layout l on l.id = v.layout_id
              join run n on n.id = v.run_id left join account a on a.id = n.account_id
            where r.party_id = ? and r.withdrawn_by is null %s
            order by typed, r.id, v.version desc limit ?
            """
                .formatted(which))
        .params(party, MOST)
        .query((row, number) -> version(row, catalogue))
        .list();
  }

  private static Version version(ResultSet row, Catalogue catalogue) throws SQLException {
    String[] fields = (String[]) row.getArray("fields").getArray();
    @Nullable String[] cells = (String[]) row.getArray("cells").getArray();
    String changes = row.getString("changes");
    boolean typed = row.getBoolean("typed");
    @Nullable String[] corrected = PartyAssembly.values(catalogue, fields, cells, changes, typed);
    Map<String, String> values = new LinkedHashMap<>();
    for (int at = 0; at < corrected.length; at++) {
      String value = corrected[at];
      if (value != null && !value.isEmpty()) {
        values.put(catalogue.fields().get(at).code(), value);
      }
    }
    return new Version(
        row.getLong("id"),
        row.getLong("source_id"),
        row.getString("name"),
        row.getString("collection"),
        typed,
        row.getString("key"),
        row.getInt("version"),
        row.getBoolean("current"),
        row.getTimestamp("at").toInstant(),
        row.getLong("run_id"),
        row.getString("run_kind"),
        row.getString("account"),
        row.getInt("row_number"),
        List.of((String[]) row.getArray("columns").getArray()),
        List.of(fields),
        Collections.unmodifiableList(Arrays.asList(cells)),
        PartyAssembly.corrections(changes),
        values,
        row.getBoolean("contacted"));
  }
}
