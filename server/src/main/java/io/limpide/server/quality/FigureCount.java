package io.limpide.server.quality;

import io.limpide.server.party.PartyFilter;
import io.limpide.server.party.Segments;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Counts the figures of the base, in one transaction. Whatever there are of sources, owners or
 * segments, the parties are gone through a fixed number of times.
 */
final class FigureCount {
  /** Up to so many parties are looked at one by one where that takes long. */
  static final int SMALL = 100_000;

  private static final int SAMPLE = 50_000;

  private static final String SCORE =
      """
      insert into score (day, scope, part, dimension, lost, whole, parties)
      """;

  /** How many parties, and what they lose of what, by dimension. */
  private static final String UNITS =
      """
      count(*) as parties,
        sum(lost[1]) l1, sum(lost[2]) l2, sum(lost[3]) l3, sum(lost[4]) l4, sum(lost[5]) l5,
        sum(whole[1]) w1, sum(whole[2]) w2, sum(whole[3]) w3, sum(whole[4]) w4, sum(whole[5]) w5
      """;

  /** A row for each dimension of them. */
  private static final String DIMENSIONS =
      """
      lateral (values
        ('completeness', l1, w1), ('validity', l2, w2), ('consistency', l3, w3),
        ('uniqueness', l4, w4), ('freshness', l5, w5)) as d (dimension, lost, whole)
      """;

  private final JdbcClient database;

  private FigureCount(JdbcClient database) {
    this.database = database;
  }

  static void all(Connection connection) {
    new FigureCount(JdbcClient.create(new SingleConnectionDataSource(connection, true))).all();
  }

  private void all() {
    // one at a time: they all write the same rows
    database.sql("select from figures for update").query(row -> {});
    marks();
    faults();
    run("delete from score where day = current_date");
    parts();
    segments();
    long parties = database.sql("select count(*) from party").query(Long.class).single();
    fields(parties);
    database
        .sql(
            """
            update figures set parties = ?, at = clock_timestamp(),
              entry = (select id from journal_head)
            """)
        .param(parties)
        .update();
  }

  private void run(String sql) {
    database.sql(sql).update();
  }

  private void marks() {
    run("delete from mark_origin");
    run(
        """
        insert into mark_origin (mark_id, source_id, parties)
        select mark, source_id, count(*) from party, unnest(marks) as mark group by 1, 2
        """);
    run("delete from mark_count");
    run(
        """
        insert into mark_count (mark_id, parties)
        select mark_id, sum(parties) from mark_origin group by 1
        """);
  }

  private void faults() {
    run("delete from fault_count");
    run(
        """
        insert into fault_count (fault_id, parties)
        select fault, count(*) from party, unnest(faults) as fault group by 1
        """);
  }

  private void parts() {
    run(
        """
        with sums as (
          select kind, source_id, owner_id,
        """
            + UNITS
            + """
          from party group by 1, 2, 3),
        scopes as (
          select 'base' as scope, '' as part, sums.* from sums
          union all select 'kind', kind, sums.* from sums
          union all select 'source', source_id::text, sums.* from sums
          union all select 'owner', coalesce(owner_id::text, ''), sums.* from sums)
        """
            + SCORE
            + """
            select current_date, scope, part, d.dimension, sum(d.lost), sum(d.whole), sum(parties)
            from scopes,
            """
            + DIMENSIONS
            + " group by scope, part, d.dimension");
  }

  /** Every segment at once: each party is asked which of them it is in. */
  private void segments() {
    List<Segments.Segment> segments = Segments.all(database);
    if (segments.isEmpty()) {
      return;
    }
    StringBuilder in = new StringBuilder();
    Map<String, Object> values = new HashMap<>();
    for (Segments.Segment segment : segments) {
      PartyFilter.Sql sql = segment.filter().whole(database).named("s" + segment.id() + "_");
      in.append(in.isEmpty() ? "" : ", ")
          .append(String.format(Locale.ROOT, "(%d, (%s))", segment.id(), sql.condition()));
      values.putAll(sql.values());
    }
    database
        .sql(
            """
            with sums as (
              select s.id,
            """
                + UNITS
                + """
              from party p, lateral (values
            """
                + in
                + """
                ) as s (id, inside) where s.inside group by s.id)
                """
                + SCORE
                + """
                select current_date, 'segment', sums.id::text, d.dimension, d.lost, d.whole, parties
                from sums,
                """
                + DIMENSIONS)
        .params(values)
        .update();
  }

  /**
   * What the values of each field lose: an error all, a doubt two fifths, as in the score of the
   * whole. How many parties have a value is told by a sample where there are many.
   */
  private void fields(long parties) {
    boolean sampled = parties > SMALL;
    String table =
        sampled
            ? String.format(
                Locale.ROOT,
                "party tablesample system (%.4f) repeatable (1)",
                100.0 * SAMPLE / parties)
            : "party";
    database
        .sql(
            """
            with seen as (select golden from %s),
            filled as (
              select key as field,
                (count(*) * greatest(1, :parties::numeric / (select count(*) from seen)))::bigint as n
              from seen, jsonb_object_keys(golden) as key group by 1),
            lost as (
              select m.field, m.dimension,
                sum(c.parties * case m.severity when 'error' then 10 else 4 end) as n
              from mark m join mark_count c on c.mark_id = m.id
              where m.kind = 'finding' and m.severity <> 'info'
              group by 1, 2)
            """
                    .formatted(table)
                + SCORE
                + """
                select current_date, 'field', f.field, d.dimension,
                  least(f.n * 10, coalesce(l.n, 0)), f.n * 10, f.n
                from filled f cross join (values ('validity'), ('consistency')) as d (dimension)
                  left join lost l on l.field = f.field and l.dimension = d.dimension
                """)
        .param("parties", sampled ? parties : 0)
        .update();
  }
}
