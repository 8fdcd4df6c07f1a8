package io.limpide.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FirstLoadTest {
  private static final int LARGE = 50;

  private final Running server = Running.server();
  private final JdbcClient base = server.owner();
  private final FirstLoad load =
      new FirstLoad(server.part("jobDataSource", DataSource.class), LARGE);
  private final int parties = base.sql("select count(*) from party").query(Integer.class).single();
  private List<String> before = List.of();
  private long run;

  @BeforeEach
  void an_import_is_on_its_way() { // or the server itself would make the indexes again
    before = indexes();
    long source =
        base.sql("insert into source (name, kind) values ('first-load', 'file') returning id")
            .query(Long.class)
            .single();
    run =
        base.sql("insert into run (kind, state) values ('import', 'running') returning id")
            .query(Long.class)
            .single();
    base.sql(
            """
            with sent as (insert into upload (name) values ('f.csv') returning id)
            insert into import (run_id, source_id, upload_id, stage)
            select ?, ?, id, 'running' from sent
            """)
        .params(run, source)
        .update();
  }

  @AfterEach
  void it_is_over() {
    base.sql("delete from import where run_id = ?").param(run).update();
    base.sql("delete from run where id = ?").param(run).update();
    base.sql("delete from source where name = 'first-load'").update();
    load.look();
    assertThat(indexes()).isEqualTo(before);
  }

  private List<String> indexes() {
    return base.sql(
            """
            select indexdef from pg_indexes where schemaname = 'limpide' order by indexname
            """)
        .query(String.class)
        .list();
  }

  @Test
  void puts_away_what_only_reading_needs_and_makes_it_again_as_it_was() {
    assertThat(load.begins(Math.max(LARGE, 10 * parties))).isTrue();

    assertThat(indexes())
        .noneMatch(index -> index.contains("party_text_search") || index.contains("record_party "))
        .anyMatch(index -> index.contains("record_key")) // by which rows are known again
        .anyMatch(index -> index.contains("party_pkey"));

    assertThat(uncleaned()).isEqualTo(4);

    load.ends(run);
    assertThat(indexes()).isEqualTo(before);
    assertThat(uncleaned()).isZero();
  }

  /** How many tables the autovacuum is told to leave alone. */
  private int uncleaned() {
    return base.sql(
            """
            select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'limpide' and c.reloptions @> array['autovacuum_enabled=false']
            """)
        .query(Integer.class)
        .single();
  }

  @Test
  void begins_again_after_a_kill_without_forgetting_an_index() {
    load.begins(Math.max(LARGE, 10 * parties));
    load.begins(Math.max(LARGE, 10 * parties));

    load.ends(run);
    assertThat(indexes()).isEqualTo(before);
  }

  @Test
  void makes_no_index_again_while_another_import_is_on_its_way() {
    load.begins(Math.max(LARGE, 10 * parties));
    List<String> without = indexes();

    load.ends(-1);
    load.look();

    assertThat(indexes()).isEqualTo(without).isNotEqualTo(before);
  }

  @Test
  void leaves_the_indexes_of_a_base_that_is_filled_and_for_few_rows() {
    assertThat(load.begins(LARGE - 1)).isEqualTo(10 * parties <= LARGE - 1);
    base.sql(
            """
            insert into party (id, kind, source_id, leader_id, name, sort_key, search, lost, whole,
              golden)
            select -n, 'person', 0, 0, '', '', '', '{}', '{}', '{}' from generate_series(1, 20) n
            """)
        .update();
    try {
      assertThat(load.begins(10 * (parties + 20) - 1)).isFalse();
    } finally {
      base.sql("delete from party where id < 0").update();
    }
    assertThat(indexes()).isEqualTo(before);
  }

  @Test
  void the_role_of_the_server_cannot_write_down_what_would_be_carried_out() {
    DataSource pages = server.part("dataSource", DataSource.class);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                JdbcClient.create(pages)
                    .sql("insert into deferred_index values ('x', 'drop table party', now())")
                    .update())
        .hasRootCauseMessage("ERROR: permission denied for table deferred_index");
  }
}
