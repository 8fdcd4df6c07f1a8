package io.limpide.server.party;

import io.limpide.server.job.Way;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells with which version of its record a value came in: the oldest of those that have said the
 * same since. What was restored by taking something back came in when it was there first.
 */
final class FirstVersions {
  private final Map<Long, List<Version>> versions; // the newest first

  private FirstVersions(Map<Long, List<Version>> versions) {
    this.versions = versions;
  }

  /** What a record said at a time, word for word, and how it came to say it. */
  private record Version(WayIn way, Map<String, @Nullable String> cells) {
    boolean says(String field, @Nullable String value) {
      return Objects.equals(cells.get(field), value);
    }
  }

  /** Reads the versions of records that have more than one. */
  static FirstVersions of(Collection<Long> records, Connection connection) throws SQLException {
    Map<Long, List<Version>> versions = new HashMap<>();
    if (records.isEmpty()) {
      return new FirstVersions(versions);
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select r.id, v.version, v.previous, s.kind = 'home' as typed, s.id as source_id,
              v.run_id, n.way, n.account_id, n.created_at, l.fields, v.cells
            from record r
              join source s on s.id = r.source_id
              join record_version v on v.record_id = r.id and v.version <= r.version
              join layout l on l.id = v.layout_id
              join run n on n.id = v.run_id
            where r.id = any(?)
            order by r.id, v.version desc
            """)) {
      select.setArray(1, connection.createArrayOf("bigint", records.toArray(Long[]::new)));
      try (ResultSet rows = select.executeQuery()) {
        long record = 0;
        Integer expected = null;
        while (rows.next()) {
          boolean newest = rows.getLong("id") != record;
          record = rows.getLong("id");
          boolean typed = rows.getBoolean("typed");
          // of an import that was taken back, its versions are no part of the line
          if (newest || typed || Objects.equals(expected, rows.getInt("version"))) {
            versions
                .computeIfAbsent(record, id -> new ArrayList<>())
                .add(new Version(way(rows, typed), cells(rows)));
            expected = (Integer) rows.getObject("previous");
          }
        }
      }
    }
    return new FirstVersions(versions);
  }

  /** Reads how a version came in off a row that has its source and run. */
  static WayIn way(ResultSet row, boolean typed) throws SQLException {
    String word = row.getString("way");
    Way way = word == null ? Way.UNDO : Way.valueOf(word.toUpperCase(Locale.ROOT));
    var at = row.getTimestamp("created_at").toInstant();
    return typed
        ? WayIn.by(way, row.getLong("source_id"), row.getLong("account_id"), at)
        : WayIn.of(way, row.getLong("source_id"), row.getLong("run_id"), at);
  }

  private static Map<String, @Nullable String> cells(ResultSet row) throws SQLException {
    String[] fields = (String[]) row.getArray("fields").getArray();
    @Nullable String[] cells = (String[]) row.getArray("cells").getArray();
    Map<String, @Nullable String> said = new HashMap<>();
    for (int at = 0; at < fields.length && at < cells.length; at++) {
      said.put(fields[at], cells[at]);
    }
    return said;
  }

  /**
   * Returns the way by which a value of a record came in.
   *
   * @param otherwise where the record has one version only
   */
  WayIn of(long record, String field, WayIn otherwise) {
    List<Version> line = versions.getOrDefault(record, List.of());
    if (line.isEmpty()) {
      return otherwise;
    }
    Version first = line.get(0);
    String value = first.cells().get(field);
    for (Version older : line) {
      if (older.says(field, value)) {
        first = older;
      } else if (first.way().way() != Way.UNDO) {
        break;
      }
    }
    return first.way();
  }
}
