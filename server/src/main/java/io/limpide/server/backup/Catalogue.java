package io.limpide.server.backup;

import io.limpide.server.database.Migrations;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the database says of itself, so that a new table needs no change here. */
final class Catalogue {
  /** Kept by Flyway, and made anew by it. */
  private static final String HISTORY = "flyway_schema_history";

  private Catalogue() {}

  /** Returns the tables with the columns that are stored and not computed. */
  static Map<String, List<String>> tables(Connection connection) throws SQLException {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select c.relname, array(
                     select a.attname::text from pg_attribute a
                      where a.attrelid = c.oid and a.attnum > 0
                        and not a.attisdropped and a.attgenerated = ''
                      order by a.attnum)
              from pg_class c
             where c.relnamespace = to_regnamespace(?) and c.relkind = 'r' and c.relname <> ?
             order by c.relname
            """)) {
      statement.setString(1, Migrations.SCHEMA);
      statement.setString(2, HISTORY);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Array columns = rows.getArray(2);
          tables.put(rows.getString(1), Arrays.asList((String[]) columns.getArray()));
        }
      }
    }
    return tables;
  }

  static List<String> sequences(Connection connection) throws SQLException {
    return texts(
        connection,
        """
        select relname from pg_class
         where relnamespace = to_regnamespace('limpide') and relkind = 'S' order by relname
        """);
  }

  /**
   * Orders to remove what slows loading down or demands an order of tables, and to make it again.
   *
   * @param remove before the rows come
   * @param make once they are there
   */
  record Hindrances(List<String> remove, List<String> make) {}

  /** Returns references between tables, indexes that no constraint needs, and triggers. */
  static Hindrances hindrances(Connection connection) throws SQLException {
    List<String> references =
        texts(
            connection,
            """
            select format('alter table %s add constraint %I %s',
                          conrelid::regclass, conname, pg_get_constraintdef(oid))
              from pg_constraint
             where connamespace = to_regnamespace('limpide') and contype = 'f' order by oid
            """);
    List<String> remove =
        new ArrayList<>(
            texts(
                connection,
                """
                select format('alter table %s drop constraint %I', conrelid::regclass, conname)
                  from pg_constraint
                 where connamespace = to_regnamespace('limpide') and contype = 'f' order by oid
                """));
    String plainIndexes =
        """
          from pg_index i join pg_class c on c.oid = i.indexrelid
         where c.relnamespace = to_regnamespace('limpide')
           and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
         order by i.indexrelid
        """;
    List<String> make =
        new ArrayList<>(texts(connection, "select pg_get_indexdef(i.indexrelid) " + plainIndexes));
    remove.addAll(
        texts(
            connection, "select format('drop index %s', i.indexrelid::regclass) " + plainIndexes));
    String triggers =
        """
        select format('alter table %%s %s trigger %%I', t.tgrelid::regclass, t.tgname)
          from pg_trigger t join pg_class c on c.oid = t.tgrelid
         where c.relnamespace = to_regnamespace('limpide') and not t.tgisinternal
           and t.tgenabled = 'O'
         order by t.oid
        """;
    remove.addAll(texts(connection, triggers.formatted("disable")));
    make.addAll(references);
    make.addAll(texts(connection, triggers.formatted("enable")));
    return new Hindrances(remove, make);
  }

  /** Returns the version of the schema, as the last migration has left it. */
  static String version(Connection connection) throws SQLException {
    List<String> versions =
        texts(
            connection,
            """
            select version from limpide.flyway_schema_history
             where success and version is not null order by installed_rank desc limit 1
            """);
    if (versions.isEmpty()) {
      throw new SQLException("no version");
    }
    return versions.get(0);
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  static String qualified(String name) {
    return quoted(Migrations.SCHEMA) + "." + quoted(name);
  }

  /** Returns a table with its columns, as COPY wants it. */
  static String target(String table, List<String> columns) {
    return qualified(table)
        + columns.stream().map(Catalogue::quoted).collect(Collectors.joining(", ", " (", ")"));
  }

  private static List<String> texts(Connection connection, String question) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(question);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
