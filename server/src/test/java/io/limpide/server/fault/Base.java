package io.limpide.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Visitor;
import io.limpide.server.database.DatabaseAddress;
import io.limpide.server.journal.JournalCheck;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database of a server that is killed, seen from outside, and what must always hold in it. */
final class Base {
  private static final String SECRET = "of-a-session-that-outlives-its-server";
  private static final String TOKEN = "lmp_of-a-program-that-outlives-its-server";
  private static final int PATIENCE_SECONDS = 120;

  private final DriverManagerDataSource source;
  private final JdbcClient sql;

  private Base(String url, String user, String password) {
    source = new DriverManagerDataSource(url + "?currentSchema=limpide,public", user, password);
    sql = JdbcClient.create(source);
  }

  /** Returns the database in a data folder; its port changes with every start. */
  static Base in(Path data) throws Exception {
    List<String> lines = Files.readAllLines(data.resolve("postgresql/postmaster.pid"));
    return new Base(
        "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/postgres",
        "postgres",
        Files.readString(data.resolve("postgresql.password")).strip());
  }

  /** Returns the one at an address. */
  static Base of(DatabaseAddress address) {
    return new Base(address.url(), address.user(), address.password());
  }

  static Base at(int port) {
    return new Base("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
  }

  static long postmaster(Path data) throws Exception {
    return Long.parseLong(
        Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(0).strip());
  }

  /** Deletes a folder and what is in it. */
  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  JdbcClient sql() {
    return sql;
  }

  /** Lets a steward in, by a session and by a token. */
  void steward() throws Exception {
    long account =
        sql.sql(
                """
                insert into account (login, name, role, language)
                values ('steward', 'Steward', 'steward', 'en') returning id
                """)
            .query(Long.class)
            .single();
    sql.sql(
            """
            insert into session (digest, account_id, expires_at, complete)
            values (?, ?, now() + interval '1 day', true)
            """)
        .params(digest(SECRET), account)
        .update();
    sql.sql(
            "insert into token (account_id, name, digest, scopes) values (?, 'p', ?, '{read,write,import}')")
        .params(account, digest(TOKEN))
        .update();
  }

  private static byte[] digest(String secret) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
  }

  static Visitor visitor(ServerProcess server) {
    return new Visitor(server.address(), Optional.of(SECRET));
  }

  /** Sends a file as a program does, and returns the import. */
  static long send(ServerProcess server, String source, String text) throws Exception {
    HttpResponse<String> answer = offer(server, source, text);
    assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(202);
    return number(answer);
  }

  /** Returns the number at the end of where an answer leads. */
  static long number(HttpResponse<?> answer) {
    String location = answer.headers().firstValue("Location").orElseThrow();
    return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
  }

  /** Calls as a program does. */
  static HttpResponse<String> call(ServerProcess server, String path, String key, String body)
      throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  /** Sends a file as a program does, whatever the answer. */
  static HttpResponse<String> offer(ServerProcess server, String source, String text)
      throws Exception {
    String edge = "limpide-boundary";
    String body =
        "--%s\r\nContent-Disposition: form-data; name=\"source\"\r\n\r\n%s\r\n"
                .formatted(edge, source)
            + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\n\r\n"
                .formatted(edge)
            + text
            + "\r\n--"
            + edge
            + "--\r\n";
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/imports"))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  /** Waits for a run to come to a state, whatever becomes of servers meanwhile. */
  void await(long run, String state) throws Exception {
    String now = "";
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      try {
        now = sql.sql("select state from run where id = ?").param(run).query(String.class).single();
        if (now.equals(state)) {
          return;
        }
      } catch (DataAccessException e) {
        now = "unknown"; // the database is on its way
      }
      Thread.sleep(20);
    }
    throw new AssertionError("run " + run + " is " + now + ", not " + state);
  }

  /** Connects; the caller closes. */
  Connection connect() throws java.sql.SQLException {
    return source.getConnection();
  }

  /** Waits until a page waits for a lock. */
  void awaitWaiting() throws Exception {
    for (int left = PATIENCE_SECONDS * 50; left > 0; left--) {
      if (count(
              """
              select count(*) from pg_stat_activity
              where application_name = 'limpide-pages' and wait_event_type = 'Lock'
              """)
          > 0) {
        return;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("no page waits for a lock");
  }

  /** Returns the run that takes another back. */
  long undoing(long run) {
    return count("select max(id) from run where undoes = ?", run);
  }

  /** Waits until a run is no longer waited for. */
  void awaitBegun(long run) throws Exception {
    for (int left = PATIENCE_SECONDS * 50; left > 0; left--) {
      if (count("select count(*) from run where id = ? and state <> 'waiting'", run) > 0) {
        return;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("run " + run + " does not begin");
  }

  /** What a source consists of, but when and how often it was written. */
  String digest(long source) {
    return sql.sql(
            """
            select coalesce(md5(string_agg(row(p.id, p.kind, p.records, p.name, p.search, p.golden,
              p.origins, p.notes, p.marks, p.lost, p.whole, p.score, r.id, r.key, r.version,
              r.digest)::text, '|' order by r.id)), '')
            from party p join record r on r.party_id = p.id and r.withdrawn_by is null
            where r.source_id = ?
            """)
        .param(source)
        .query(String.class)
        .single();
  }

  long source(String name) {
    return sql.sql("select id from source where name = ?").param(name).query(Long.class).single();
  }

  private long count(String query, Object... parameters) {
    return sql.sql(query).params(List.of(parameters)).query(Long.class).single();
  }

  /** What must hold of an import that is through. */
  void checkImport(long run, Rows rows) {
    assertThat(
            count(
                "select created + updated + unchanged + rejected from import where run_id = ?",
                run))
        .describedAs("rows read = created + updated + unchanged + rejected")
        .isEqualTo(rows.accepted() + rows.rejected());
    assertThat(count("select count(*) from rejection where run_id = ?", run))
        .describedAs("rejected rows")
        .isEqualTo(rows.rejected());
    assertThat(
            count(
                """
                select count(*) - count(distinct record_id) + count(*) - count(distinct row_number)
                from record_version where run_id = ?
                """,
                run))
        .describedAs("rows that are in twice")
        .isZero();
    assertThat(
            count(
                """
                select i.created + i.updated - (select count(*) from record_version
                  where run_id = i.run_id) from import i where i.run_id = ?
                """,
                run))
        .describedAs("versions are what was counted")
        .isZero();
    assertThat(
            count("select count(*) from journal where action = 'import.done' and run_id = ?", run))
        .isEqualTo(1);
    assertThat(count("select count(*) from deferred_index"))
        .describedAs("indexes that were put away and not made again")
        .isZero();
    checkAll();
  }

  /** What must hold of a correction of so many values that is through. */
  void checkChanges(long run, int values) {
    assertThat(count("select count(*) from change where run_id = ?", run))
        .describedAs("changes")
        .isEqualTo(values);
    assertThat(count("select count(distinct party_id) from change where run_id = ?", run))
        .describedAs("parties that were changed")
        .isEqualTo(values);
    assertThat(noted(run, "run.changed", "changed")).isEqualTo(values);
    checkAll();
  }

  /** What must hold of a correction that was taken back whole. */
  void checkUndone(long run, long undo, int values) {
    assertThat(count("select count(*) from change where run_id = ? and undone_by = ?", run, undo))
        .describedAs("changes that were taken back")
        .isEqualTo(values);
    assertThat(noted(undo, "change.undone", "taken")).isEqualTo(values);
    assertThat(noted(undo, "change.undone", "kept")).isZero();
    checkAll();
  }

  /** Returns what the journal's entries of a run add up to. */
  private long noted(long run, String action, String figure) {
    return count(
        """
        select coalesce(sum((detail ->> ?)::bigint), 0) from journal
        where run_id = ? and action = ?
        """,
        figure,
        run,
        action);
  }

  /** Returns how many parties have a value. */
  long holding(String field, String value) {
    return count("select count(*) from party where golden ->> ? = ?", field, value);
  }

  /** What must always hold. */
  void checkAll() {
    assertThat(
            count(
                """
                select count(*) from party p full join party_text t on t.id = p.id
                where (p.sort_key, p.search) is distinct from (t.sort_key, t.search)
                """))
        .describedAs("parties that are found by something else than they say")
        .isZero();
    assertThat(
            count(
                """
                select count(*) from party p where p.records <>
                  (select count(*) from record r
                    where r.party_id = p.id and r.withdrawn_by is null)
                """))
        .describedAs("parties whose records are not those they count")
        .isZero();
    assertThat(
            count(
                """
                select count(*) from record r where r.withdrawn_by is null
                  and not exists (select from party p where p.id = r.party_id)
                """))
        .describedAs("records without a party")
        .isZero();
    assertThat(
            count(
                """
                select count(*) from record r where not exists (select from record_version v
                  where v.record_id = r.id and v.version = r.version)
                """))
        .describedAs("records without their version")
        .isZero();
    try (Connection connection = source.getConnection()) {
      assertThat(JournalCheck.verify(connection, Optional.empty()).broken()).isZero();
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file made of a seed, and what is known of it. */
  record Rows(String text, long accepted, long rejected) {
    static Rows of(long seed, int rows, int changed) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder("Identifiant;Nom;Prénom;E-mail;Code postal;Ville\n");
      long rejected = 0;
      for (int at = 0; at < rows; at++) {
        String name = at < changed && at % 3 == 0 ? "MARTIN" : "Durand";
        text.append(
            "K%d;%s;zoé;p%d@exemple.fr;%05d;Lyon".formatted(at, name, at, 1_000 + at % 90_000));
        if (at > 100 && random.nextInt(100) == 0) {
          text.append(";too;many;cells");
          rejected++;
        }
        text.append('\n');
      }
      return new Rows(text.toString(), rows - rejected, rejected);
    }

    /** Returns the file without the rows that are rejected, as many as there are. */
    String clean() {
      return text.replace(";too;many;cells", "");
    }

    @Override
    public String toString() {
      return accepted + " rows and " + rejected + " rejected ones";
    }
  }
}
