package io.limpide.server.party;

import io.limpide.engine.finding.Reason;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Everything that may be said of a field, numbered: a party carries the numbers of what is said of
 * it, so that every figure opens its records through one small index.
 */
@Repository
public class Marks {
  private final JdbcClient database;
  private final Map<Key, Integer> numbers = new ConcurrentHashMap<>();

  Marks(@Qualifier("jobs") DataSource database) {
    this.database = JdbcClient.create(database);
  }

  /** What kind of thing is said. */
  public enum Kind {
    /** Something wrong or doubtful. */
    FINDING,
    /** A correction proposed to a person. */
    SUGGESTION,
    /** Something that parties of the kind need and that is not there. */
    MISSING,
    /** A correction that a safe rule made. */
    CORRECTED;

    /** Returns the word that the database uses. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private record Key(Kind kind, String field, String code) {}

  /** A mark as it is kept. */
  public record Mark(
      int id, String kind, String field, String code, String severity, String dimension) {}

  /** Returns the number of a finding. */
  public int finding(String field, Reason reason) {
    return number(
        new Key(Kind.FINDING, field, reason.code()),
        reason.severity().name().toLowerCase(Locale.ROOT),
        reason.dimension().name().toLowerCase(Locale.ROOT));
  }

  /** Returns the number of a correction, proposed or made. */
  public int correction(Kind kind, String field, String rule) {
    return number(new Key(kind, field, rule), "info", "");
  }

  /** Returns the number of something missing. */
  public int missing(String requirement) {
    return number(new Key(Kind.MISSING, "", requirement), "warning", "completeness");
  }

  /** The table is asked once: it only grows, and by few. */
  private int number(Key key, String severity, String dimension) {
    Integer known = numbers.get(key);
    return known != null
        ? known
        : numbers.computeIfAbsent(key, missing -> insert(missing, severity, dimension));
  }

  /** Outside of the transaction that asks: a number given is never taken back. */
  private int insert(Key key, String severity, String dimension) {
    database
        .sql(
            """
            insert into mark (kind, field, code, severity, dimension) values (?, ?, ?, ?, ?)
            on conflict (kind, field, code) do nothing
            """)
        .params(key.kind().word(), key.field(), key.code(), severity, dimension)
        .update();
    return database
        .sql("select id from mark where kind = ? and field = ? and code = ?")
        .params(key.kind().word(), key.field(), key.code())
        .query(Integer.class)
        .single();
  }

  /** Returns the mark of a number. */
  public Optional<Mark> find(int id) {
    return database.sql("select * from mark where id = ?").param(id).query(Mark.class).optional();
  }
}
