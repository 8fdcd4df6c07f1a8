package io.limpide.server.party;

import io.limpide.server.recipe.Catalogue;
import io.limpide.server.store.Layouts;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What was typed here goes to a party's home record, version by version: a cell is null where
 * nothing was typed, and empty where somebody said that there is none.
 */
@Component
class HomeRecords {
  static final String HOME = "home";

  private final Layouts layouts;

  HomeRecords(Layouts layouts) {
    this.layouts = layouts;
  }

  /** A home record and what it says, by field. */
  record Home(long record, int version, Map<String, @Nullable String> typed) {}

  /** Returns the home record of a party, if it has one. */
  Optional<Home> find(long party, Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select r.id, r.version, l.fields, v.cells
            from record r join source s on s.id = r.source_id and s.kind = 'home'
              join record_version v on v.record_id = r.id and v.version = r.version
              join layout l on l.id = v.layout_id
            where r.party_id = ? and r.withdrawn_by is null
            order by r.id limit 1
            """)) {
      select.setLong(1, party);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        String[] fields = (String[]) row.getArray("fields").getArray();
        @Nullable String[] cells = (String[]) row.getArray("cells").getArray();
        Map<String, @Nullable String> typed = new HashMap<>();
        for (int at = 0; at < fields.length; at++) {
          if (cells[at] != null) {
            typed.put(fields[at], cells[at]);
          }
        }
        return Optional.of(new Home(row.getLong("id"), row.getInt("version"), typed));
      }
    }
  }

  /**
   * Writes the next version of a party's home record, the first if there is none.
   *
   * @param typed everything that holds from now on, by field
   * @return the record
   */
  long write(
      long party,
      Map<String, @Nullable String> typed,
      Catalogue catalogue,
      long run,
      Connection connection)
      throws SQLException {
    Optional<Home> before = find(party, connection);
    long source = layouts.home(connection);
    String[] fields = PartyAssembly.codes(catalogue).toArray(String[]::new);
    long layout = layouts.of(source, fields, fields, connection);
    @Nullable String[] cells = new String[fields.length];
    for (int at = 0; at < fields.length; at++) {
      cells[at] = typed.get(fields[at]);
    }
    long record = before.isPresent() ? before.get().record() : insert(party, source, connection);
    int version = next(record, connection);
    try (PreparedStatement update =
        connection.prepareStatement("update record set version = ? where id = ?")) {
      update.setInt(1, version);
      update.setLong(2, record);
      update.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into record_version
              (record_id, version, layout_id, run_id, row_number, cells)
            values (?, ?, ?, ?, 0, ?)
            """)) {
      insert.setLong(1, record);
      insert.setInt(2, version);
      insert.setLong(3, layout);
      insert.setLong(4, run);
      Array array = connection.createArrayOf("text", cells);
      insert.setArray(5, array);
      insert.executeUpdate();
    }
    return record;
  }

  /** Lets a home record rest in which nothing holds any more; its versions stay. */
  void withdraw(long party, long run, Connection connection) throws SQLException {
    Optional<Home> home = find(party, connection);
    if (home.isEmpty()) {
      return;
    }
    try (PreparedStatement update =
        connection.prepareStatement("update record set withdrawn_by = ? where id = ?")) {
      update.setLong(1, run);
      update.setLong(2, home.get().record());
      update.executeUpdate();
    }
  }

  /** Versions are never written over, and one taken back leaves its number behind. */
  private static int next(long record, Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select coalesce(max(version), 0) + 1 from record_version where record_id = ?")) {
      select.setLong(1, record);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static long insert(long party, long source, Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into record (id, source_id, key, party_id, version, digest)
            values (nextval('record_id'), ?, ?, ?, 1, ?)
            on conflict (source_id, key) do update set withdrawn_by = null returning id
            """)) {
      insert.setLong(1, source);
      insert.setString(2, "party:" + party);
      insert.setLong(3, party);
      insert.setObject(4, new UUID(0, 0));
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
