package io.limpide.bench.server;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.postgresql.PGConnection;

/**
 * What PostgreSQL alone takes for the same rows: COPY of them as they are, in JSON, and as typed
 * rows, then the indexes that the base has, made when all rows are there. Reading the file,
 * correcting and judging are not in it.
 */
final class Ceiling {
  private static final String RAW = "ceiling.raw (id, source, key, body)";
  private static final String TYPED =
      "ceiling.typed (id, name, company, city, email, phone, siren, sort_key, search, score,"
          + " last_activity, updated_at, marks)";

  private Ceiling() {}

  /** Returns how many rows a second it takes in the database of a server. */
  static double rowsPerSecond(ServerFile file, String jdbc) throws IOException, SQLException {
    Path raw = file.path().resolveSibling("ceiling-raw.txt");
    Path typed = file.path().resolveSibling("ceiling-typed.txt");
    write(file, raw, typed);
    try (Connection connection = DriverManager.getConnection(jdbc);
        Statement statement = connection.createStatement()) {
      statement.execute("create schema ceiling");
      long began = System.nanoTime();
      statement.execute(
          """
          create table ceiling.raw (id bigint, source bigint, key text, body jsonb);
          create table ceiling.typed (id bigint, name text, company text collate "C",
            city text collate "C", email text, phone text, siren text, sort_key text collate "C",
            search text collate "C", score smallint, last_activity date, updated_at timestamptz,
            marks integer[])
          """);
      copy(RAW, raw, connection);
      copy(TYPED, typed, connection);
      statement.execute(
          """
          alter table ceiling.raw add primary key (id);
          create unique index on ceiling.raw (source, key);
          alter table ceiling.typed add primary key (id);
          create index on ceiling.typed (sort_key, id);
          create index on ceiling.typed (score, id);
          create index on ceiling.typed (updated_at, id);
          create index on ceiling.typed (city, id);
          create index on ceiling.typed (company, id);
          create index on ceiling.typed (last_activity, id);
          create index on ceiling.typed (siren) where siren <> '';
          create index on ceiling.typed using gin (marks);
          create index on ceiling.typed using gin (search public.gin_trgm_ops)
          """);
      double seconds = (System.nanoTime() - began) / 1e9;
      statement.execute("drop schema ceiling cascade");
      return file.rows() / seconds;
    } finally {
      Files.deleteIfExists(raw);
      Files.deleteIfExists(typed);
    }
  }

  private static void copy(String target, Path file, Connection connection)
      throws IOException, SQLException {
    try (InputStream in = Files.newInputStream(file)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + target + " from stdin", in, 1 << 16);
    }
  }

  private static void write(ServerFile file, Path raw, Path typed) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
            CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(file.path());
        BufferedWriter raws = Files.newBufferedWriter(raw);
        BufferedWriter rows = Files.newBufferedWriter(typed)) {
      int id = 0;
      for (NamedCsvRecord row : reader) {
        id++;
        raws.write(id + "\t1\t" + copied(row.getField(0)) + "\t" + copied(json(row)) + "\n");
        rows.write(typed(id, row));
      }
    }
  }

  private static String typed(int id, NamedCsvRecord row) {
    String name = row.getField("Nom") + " " + row.getField("Prénom");
    String search =
        String.join(
                " ",
                name,
                row.getField("Société"),
                row.getField("E-mail"),
                row.getField("Téléphone"),
                row.getField("SIREN"))
            .toLowerCase(Locale.ROOT);
    return String.join(
            "\t",
            String.valueOf(id),
            copied(name),
            copied(row.getField("Société")),
            copied(row.getField("Ville")),
            copied(row.getField("E-mail")),
            copied(row.getField("Téléphone")),
            copied(row.getField("SIREN")),
            copied(name.toLowerCase(Locale.ROOT)),
            copied(search),
            String.valueOf(60 + id % 41),
            "2026-01-%02d".formatted(1 + id % 28),
            "2026-11-01",
            "{%d,%d}".formatted(id % 90, 100 + id % 30))
        + "\n";
  }

  private static String json(NamedCsvRecord row) {
    StringBuilder json = new StringBuilder("{");
    row.getFieldsAsMap()
        .forEach(
            (name, value) ->
                json.append(json.length() > 1 ? ",\"" : "\"")
                    .append(name)
                    .append("\":\"")
                    .append(
                        value
                            .replace("\\", "\\\\")
                            .replace("\"", "\\\"")
                            .replaceAll("\\p{Cntrl}", " "))
                    .append('"'));
    return json.append('}').toString();
  }

  /** Source: PostgreSQL documentation, COPY, "Text Format". */
  private static String copied(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }
}
