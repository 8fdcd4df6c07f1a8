package io.limpide.server.quality;

import io.limpide.engine.finding.Dimension;
import io.limpide.server.job.RunEnded;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The figures of the base: counted in one pass when something was done, kept day by day, so that
 * pages show them at once and there is a trend.
 */
@Service
@Lazy(false)
public class Figures {
  private static final int SMALL = 100_000;
  private static final int FRESH_SECONDS = 10;

  private final JdbcClient database;
  private final JdbcTemplate jobs;
  private final TransactionTemplate transaction;

  Figures(JdbcClient database, @Qualifier("jobs") DataSource jobs) {
    this.database = database;
    this.jobs = new JdbcTemplate(jobs);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(jobs));
  }

  /** Counts everything anew. */
  public void refresh() {
    transaction.executeWithoutResult(
        status ->
            jobs.execute(
                (ConnectionCallback<Boolean>)
                    connection -> {
                      count(connection);
                      return true;
                    }));
  }

  @EventListener
  void ended(RunEnded run) {
    if (!run.kind().equals(EvaluationWork.KIND)) { // which counts itself
      refresh();
    }
  }

  /** A small base is counted when somebody looks; a large one when something was done to it. */
  public State current() {
    State state = state();
    boolean old = state.at().isBefore(Instant.now().minusSeconds(FRESH_SECONDS));
    if (old && !state.latest() && state.parties() <= SMALL) {
      refresh();
      return state();
    }
    return state;
  }

  /**
   * How many parties were counted, and when.
   *
   * @param latest whether the journal has not grown since: then nothing can have changed
   */
  public record State(long parties, Instant at, boolean latest) {}

  private State state() {
    return database
        .sql(
            """
            select parties, greatest(at, '2000-01-01') as at,
              entry = (select id from journal_head) as latest
            from figures
            """)
        .query(State.class)
        .single();
  }

  private static void count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // one at a time: they all write the same rows
      statement.execute("select from figures for update");
      statement.execute("delete from mark_origin");
      statement.execute(
          """
          insert into mark_origin (mark_id, source_id, parties)
          select mark, source_id, count(*) from party, unnest(marks) as mark group by 1, 2
          """);
      statement.execute("delete from mark_count");
      statement.execute(
          """
          insert into mark_count (mark_id, parties)
          select mark_id, sum(parties) from mark_origin group by 1
          """);
      statement.execute("delete from score where day = current_date");
      statement.execute(
          """
          with sums as (
            select kind, source_id, owner_id, count(*) as parties,
              sum(lost[1]) l1, sum(lost[2]) l2, sum(lost[3]) l3, sum(lost[4]) l4, sum(lost[5]) l5,
              sum(whole[1]) w1, sum(whole[2]) w2, sum(whole[3]) w3, sum(whole[4]) w4,
              sum(whole[5]) w5
            from party group by 1, 2, 3),
          scopes as (
            select 'base' as scope, '' as part, sums.* from sums
            union all select 'kind', kind, sums.* from sums
            union all select 'source', source_id::text, sums.* from sums
            union all select 'owner', coalesce(owner_id::text, ''), sums.* from sums)
          insert into score (day, scope, part, dimension, lost, whole, parties)
          select current_date, scope, part, d.dimension, sum(d.lost), sum(d.whole), sum(parties)
          from scopes, lateral (values
            ('completeness', l1, w1), ('validity', l2, w2), ('consistency', l3, w3),
            ('uniqueness', l4, w4), ('freshness', l5, w5)) as d (dimension, lost, whole)
          group by scope, part, d.dimension
          """);
      statement.execute(
          """
          update figures set parties = (select count(*) from party), at = clock_timestamp(),
            entry = (select id from journal_head)
          """);
    }
  }

  /**
   * A score, in all and by dimension.
   *
   * @param day of which day
   * @param scope {@code base}, {@code kind}, {@code source} or {@code owner}
   * @param part which of them
   * @param dimensions 0 to 100 by dimension; those that nothing says anything of are left out
   */
  public record Score(
      LocalDate day, String scope, String part, long parties, Map<Dimension, Double> dimensions) {
    /** Returns the overall score, 0 to 100; 0 of nothing. */
    public double overall() {
      double sum = 0;
      int weights = 0;
      for (Map.Entry<Dimension, Double> each : dimensions.entrySet()) {
        int weight = io.limpide.engine.profile.QualityScore.weight(each.getKey());
        sum += weight * each.getValue();
        weights += weight;
      }
      return weights == 0 ? 0 : sum / weights;
    }

    /** Returns the overall score as a whole number. */
    public long rounded() {
      return Math.round(overall());
    }

    /** Returns the score of a dimension as a whole number; -1 where nothing is said of it. */
    public long rounded(String dimension) {
      Double value = dimensions.get(Dimension.valueOf(dimension.toUpperCase(Locale.ROOT)));
      return value == null ? -1 : (long) Math.floor(value); // 100 is perfect
    }
  }

  private record Row(
      LocalDate day,
      String scope,
      String part,
      String dimension,
      long lost,
      long whole,
      long parties) {}

  /** Returns the scores of the parts of a scope, on the last day they were counted. */
  public List<Score> scores(String scope) {
    return scores(
        database
            .sql(
                """
                select * from score where scope = ? and day = (select max(day) from score)
                order by part, dimension
                """)
            .param(scope)
            .query(Row.class)
            .list());
  }

  /** Returns the scores of the whole base, day by day, of the last year. */
  public List<Score> trend() {
    return scores(
        database
            .sql(
                """
                select * from score where scope = 'base' and day > current_date - 366
                order by day, dimension
                """)
            .query(Row.class)
            .list());
  }

  private static List<Score> scores(List<Row> rows) {
    Map<List<Object>, Map<Dimension, Double>> byPart = new LinkedHashMap<>();
    Map<List<Object>, Long> parties = new LinkedHashMap<>();
    for (Row row : rows) {
      List<Object> key = List.of(row.day(), row.scope(), row.part());
      Map<Dimension, Double> dimensions =
          byPart.computeIfAbsent(key, of -> new EnumMap<>(Dimension.class));
      if (row.whole() > 0) {
        dimensions.put(
            Dimension.valueOf(row.dimension().toUpperCase(Locale.ROOT)),
            100 - 100.0 * row.lost() / row.whole());
      }
      parties.put(key, row.parties());
    }
    List<Score> scores = new ArrayList<>();
    byPart.forEach(
        (key, dimensions) ->
            scores.add(
                new Score(
                    (LocalDate) key.get(0),
                    (String) key.get(1),
                    (String) key.get(2),
                    parties.getOrDefault(key, 0L),
                    dimensions)));
    return scores;
  }

  /** Something said of many parties. */
  public record Said(
      int id,
      String kind,
      String field,
      String code,
      String severity,
      String dimension,
      long parties) {}

  /**
   * Returns what is said, of most parties first.
   *
   * @param kind what kind of thing; every kind when null
   * @param source only of parties of this source; of all when 0
   */
  public List<Said> said(@Nullable String kind, long source) {
    return database
        .sql(
            """
            select m.id, m.kind, m.field, m.code, m.severity, m.dimension, sum(o.parties) as parties
            from mark m join mark_origin o on o.mark_id = m.id
            where (:kind::text is null or m.kind = :kind) and (:source = 0 or o.source_id = :source)
            group by m.id having sum(o.parties) > 0
            order by sum(o.parties) desc, m.field, m.code
            """)
        .param("kind", kind)
        .param("source", source)
        .query(Said.class)
        .list();
  }

  /** How many parties have something wrong, by the source of their leading record. */
  public record Origin(long sourceId, String source, String kind, long marks) {}

  /** Returns where what is wrong comes from. */
  public List<Origin> origins() {
    return database
        .sql(
            """
            select s.id as source_id, s.name as source, s.kind, sum(o.parties) as marks
            from mark_origin o join mark m on m.id = o.mark_id join source s on s.id = o.source_id
            where m.kind = 'finding' and m.severity <> 'info'
            group by s.id order by sum(o.parties) desc
            """)
        .query(Origin.class)
        .list();
  }
}
