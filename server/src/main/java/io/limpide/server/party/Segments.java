package io.limpide.server.party;

import io.limpide.server.account.Caller;
import io.limpide.server.journal.Journal;
import io.limpide.server.web.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/**
 * Filters that have a name for everybody. A segment is live: whoever fits it later is in it. What
 * it asks for never changes, so nothing that was previewed of it becomes something else.
 */
@Repository
public class Segments {
  /** The most there may be: the score of each is counted whenever something was done. */
  public static final int MOST = 30;

  static final int LONGEST_NAME = 100;
  private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};

  private final JdbcClient database;
  private final Journal journal;

  Segments(JdbcClient database, Journal journal) {
    this.database = database;
    this.journal = journal;
  }

  /**
   * A segment.
   *
   * @param account who shared it
   */
  public record Segment(
      long id, String name, PartyFilter filter, @Nullable String account, Instant createdAt) {}

  private static final String SELECT =
      """
      select s.id, s.name, s.filter::text, a.name as account, s.created_at
      from segment s left join account a on a.id = s.account_id
      """;

  private static Segment read(ResultSet row, int number) throws SQLException {
    return new Segment(
        row.getLong("id"),
        row.getString("name"),
        PartyFilter.of(Json.read(row.getString("filter"), PARAMETERS)),
        row.getString("account"),
        row.getTimestamp("created_at").toInstant());
  }

  /** Returns every segment, by name. */
  public List<Segment> all() {
    return all(database);
  }

  /** Returns every segment, by name, as a connection sees them. */
  public static List<Segment> all(JdbcClient database) {
    return database.sql(SELECT + "order by lower(s.name), s.id").query(Segments::read).list();
  }

  /** Returns a segment. */
  public Optional<Segment> find(long id) {
    return find(id, database);
  }

  static Optional<Segment> find(long id, JdbcClient database) {
    return database.sql(SELECT + "where s.id = ?").param(id).query(Segments::read).optional();
  }

  /** What became of an order. */
  public enum Outcome {
    DONE,
    /** There is none of that number. */
    UNKNOWN,
    /** The name is empty, too long or taken. */
    NAME,
    /** It would be everybody. */
    EVERYBODY,
    /** It is made of a segment and of something that contradicts it. */
    TWICE,
    /** There are as many as there may be. */
    FULL;

    /** Returns the code of what is said of it. */
    public String code() {
      return "segment.said." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Gives a filter a name for everybody. */
  @Transactional
  public Outcome share(String name, PartyFilter filter, Caller by) {
    Optional<PartyFilter> whole = whole(filter);
    if (whole.isEmpty()) {
      return Outcome.TWICE;
    }
    if (whole.get().isEmpty()) {
      return Outcome.EVERYBODY;
    }
    turn();
    if (all().size() >= MOST) {
      return Outcome.FULL;
    }
    String shown = name.strip();
    if (!usable(shown, 0)) {
      return Outcome.NAME;
    }
    long id =
        database
            .sql(
                "insert into segment (name, filter, account_id) values (?, ?::jsonb, ?) returning id")
            .params(shown, Json.text(whole.get().parameters()), by.id())
            .query(Long.class)
            .single();
    note(by, "segment.shared", id, Map.of("filters", whole.get().parameters().keySet()));
    return Outcome.DONE;
  }

  /** One at a time, so that two neither pass the bound nor take a name together. */
  private void turn() {
    database.sql("lock table segment in share row exclusive mode").update();
  }

  /** Spells a filter out that is itself of a segment; empty where that cannot be one filter. */
  private Optional<PartyFilter> whole(PartyFilter filter) {
    return filter.segment() == 0
        ? Optional.of(filter)
        : find(filter.segment()).flatMap(segment -> segment.filter().and(filter.segment(0)));
  }

  private boolean usable(String name, long except) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && all().stream().noneMatch(one -> one.id() != except && one.name().equalsIgnoreCase(name));
  }

  /** Gives a segment another name. */
  @Transactional
  public Outcome rename(long id, String name, Caller by) {
    turn();
    String shown = name.strip();
    if (find(id).isEmpty()) {
      return Outcome.UNKNOWN;
    }
    if (!usable(shown, id)) {
      return Outcome.NAME;
    }
    database.sql("update segment set name = ? where id = ?").params(shown, id).update();
    note(by, "segment.renamed", id, Map.of());
    return Outcome.DONE;
  }

  /** Deletes a segment; the parties in it stay as they are, and so do its past scores. */
  @Transactional
  public Outcome delete(long id, Caller by) {
    if (database.sql("delete from segment where id = ?").param(id).update() == 0) {
      return Outcome.UNKNOWN;
    }
    note(by, "segment.deleted", id, Map.of());
    return Outcome.DONE;
  }

  private void note(Caller by, String action, long id, Map<String, ?> detail) {
    journal.append(Journal.Deed.of(by.actor(), action, "segment:" + id, detail));
  }
}
