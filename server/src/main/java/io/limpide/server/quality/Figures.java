package io.limpide.server.quality;

import io.limpide.engine.finding.Dimension;
import io.limpide.server.job.RunEnded;
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
                      FigureCount.all(connection);
                      return true;
                    }));
  }

  @EventListener
  void ended(RunEnded run) {
    if (!run.kind().startsWith(EvaluationWork.KIND)) { // which counts itself
      refresh();
    }
  }

  /** A small base is counted when somebody looks; a large one when something was done to it. */
  public State current() {
    State state = state();
    boolean old = state.at().isBefore(Instant.now().minusSeconds(FRESH_SECONDS));
    if (old && !state.latest() && state.parties() <= FigureCount.SMALL) {
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

  /**
   * A score, in all and by dimension.
   *
   * @param day of which day
   * @param scope {@code base}, {@code kind}, {@code source}, {@code owner}, {@code segment} or
   *     {@code field}: of the values that are there
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

  /** Returns each as it was about a month before that, or on the first day it has. */
  List<Score> before(String scope) {
    return scores(
        database
            .sql(
                """
                with days as (
                  select part, coalesce(
                      max(day) filter (where day <= (select max(day) - 30 from score)),
                      min(day)) as day
                  from score where scope = :scope and day > current_date - 366 group by part)
                select s.* from score s join days d on d.part = s.part and d.day = s.day
                where s.scope = :scope order by s.part, s.dimension
                """)
            .param("scope", scope)
            .query(Row.class)
            .list());
  }

  /** Returns the scores of the whole base, day by day, of the last year. */
  public List<Score> trend() {
    return trend("base", "");
  }

  /** Returns the scores of a part, day by day, of the last year. */
  List<Score> trend(String scope, String part) {
    return scores(
        database
            .sql(
                """
                select * from score where scope = ? and part = ? and day > current_date - 366
                order by day, dimension
                """)
            .params(scope, part)
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
   * Which of what is said is meant.
   *
   * @param kind what kind of thing; every kind when null
   * @param source only of parties of this source; of all when 0
   * @param dimension only what costs this side of quality; any when empty
   * @param field only of this field; of any when empty
   */
  record About(@Nullable String kind, long source, String dimension, String field) {}

  /**
   * Returns what is said, of most parties first.
   *
   * @param kind what kind of thing; every kind when null
   * @param source only of parties of this source; of all when 0
   */
  public List<Said> said(@Nullable String kind, long source) {
    return said(new About(kind, source, "", ""));
  }

  /** Returns what is said, of most parties first. */
  List<Said> said(About about) {
    return database
        .sql(
            """
            select m.id, m.kind, m.field, m.code, m.severity, m.dimension, sum(o.parties) as parties
            from mark m join mark_origin o on o.mark_id = m.id
            where (:kind::text is null or m.kind = :kind) and (:source = 0 or o.source_id = :source)
              and (:dimension = '' or m.dimension = :dimension)
              and (:field = '' or m.field = :field)
            group by m.id having sum(o.parties) > 0
            order by sum(o.parties) desc, m.field, m.code
            """)
        .param("kind", about.kind())
        .param("source", about.source())
        .param("dimension", about.dimension())
        .param("field", about.field())
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
