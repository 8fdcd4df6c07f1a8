package io.limpide.server.job;

import io.limpide.server.account.Caller;
import io.limpide.server.web.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The runs there are and were. */
@Repository
public class Runs {
  private static final String SELECT =
      """
      select r.*, a.name as account from run r left join account a on a.id = r.account_id
      """;

  private final JdbcClient database;

  Runs(JdbcClient database) {
    this.database = database;
  }

  private static Run run(ResultSet row, int number) throws SQLException {
    return new Run(
        row.getLong("id"),
        row.getString("kind"),
        Optional.ofNullable(row.getString("way"))
            .map(word -> Way.valueOf(word.toUpperCase(Locale.ROOT))),
        Run.State.of(row.getString("state")),
        row.getString("title"),
        (Long) row.getObject("account_id"),
        row.getString("account"),
        (Long) row.getObject("recipe_id"),
        (Long) row.getObject("undoes"),
        row.getLong("done"),
        row.getLong("total"),
        Json.map(row.getString("parameters")),
        Json.map(row.getString("result")),
        row.getString("failure"),
        row.getTimestamp("created_at").toInstant(),
        instant(row.getTimestamp("started_at")),
        instant(row.getTimestamp("finished_at")),
        instant(row.getTimestamp("attempt_at")),
        row.getLong("attempt_done"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  /**
   * Makes a run that brings no values into the base.
   *
   * @param by whose order it is; null for the schedule's
   * @param recipe the recipe it follows; 0 for none
   * @param undoes the run that it takes back; null for none
   */
  public long create(
      String kind,
      Run.State state,
      String title,
      @Nullable Caller by,
      long recipe,
      @Nullable Long undoes,
      Map<String, ?> parameters) {
    return create(kind, null, state, title, by, recipe, undoes, parameters);
  }

  /**
   * Makes a run.
   *
   * @param way by which it brings values into the base; null where it brings none
   * @param by whose order it is; null for the schedule's
   * @param recipe the recipe it follows; 0 for none
   * @param undoes the run that it takes back; null for none
   */
  public long create(
      String kind,
      @Nullable Way way,
      Run.State state,
      String title,
      @Nullable Caller by,
      long recipe,
      @Nullable Long undoes,
      Map<String, ?> parameters) {
    return database
        .sql(
            """
            insert into run (kind, way, state, title, account_id, recipe_id, undoes, parameters)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb) returning id
            """)
        .params(
            Arrays.asList(
                kind,
                way == null ? null : way.word(),
                state.word(),
                title,
                by == null ? null : by.id(),
                recipe == 0 ? null : recipe,
                undoes,
                Json.text(parameters)))
        .query(Long.class)
        .single();
  }

  /** Returns one run. */
  public Optional<Run> find(long id) {
    return database.sql(SELECT + "where r.id = ?").param(id).query(Runs::run).optional();
  }

  /**
   * Returns runs, the newest first.
   *
   * @param kind only these; all when empty
   * @param before only older ones than this; 0 for the newest
   */
  public List<Run> list(String kind, long before, int most) {
    return list(kind, "", before, most);
  }

  /**
   * Returns runs, the newest first.
   *
   * @param kind only these; all when empty
   * @param state only those that stand so; all when empty
   * @param before only older ones than this; 0 for the newest
   */
  List<Run> list(String kind, String state, long before, int most) {
    return database
        .sql(
            SELECT
                + """
                where (:kind = '' or r.kind = :kind) and (:state = '' or r.state = :state)
                  and (:before = 0 or r.id < :before)
                order by r.id desc limit :most
                """)
        .param("kind", kind)
        .param("state", state)
        .param("before", before)
        .param("most", most)
        .query(Runs::run)
        .list();
  }

  /** Returns the runs that take another back, the newest first. */
  public List<Run> undoing(long run) {
    return database
        .sql(SELECT + "where r.undoes = ? order by r.id desc")
        .param(run)
        .query(Runs::run)
        .list();
  }

  /** Returns the runs that are on their way or paused. */
  public List<Run> active() {
    return database
        .sql(SELECT + "where r.state in ('waiting', 'running', 'paused') order by r.id desc")
        .query(Runs::run)
        .list();
  }

  /**
   * Moves a run from one state to another.
   *
   * @return whether it was in one of the states that it may be moved from
   */
  public boolean move(long id, Run.State to, Run.State... from) {
    String[] words = Arrays.stream(from).map(Run.State::word).toArray(String[]::new);
    return database
            .sql(
                """
                update run set state = :to,
                  finished_at = case when :to in ('cancelled', 'failed', 'done', 'undone')
                    then now() end,
                  faults = case when :to = 'waiting' then 0 else faults end,
                  failure = case when state in ('waiting', 'running') then null else failure end
                where id = :id and state = any(:from)
                """)
            .param("to", to.word())
            .param("id", id)
            .param("from", words)
            .update()
        > 0;
  }
}
