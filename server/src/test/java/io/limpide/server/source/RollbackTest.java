package io.limpide.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.Visitor;
import io.limpide.server.Waiting;
import io.limpide.server.account.Caller;
import io.limpide.server.account.Role;
import io.limpide.server.job.Run;
import io.limpide.server.job.Runs;
import io.limpide.server.source.Rollbacks.Fate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RollbackTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String FILE =
      """
      Identifiant;Nom;Prénom;Société;E-mail;Téléphone;Code postal;Ville
      C1;DUPONT;jean;ACME SARL;jean.dupont@acme.example;0612345678;75001;Paris
      C2;Martin;Anne;;anne.martin@exemple.fr;01 44 55 66 77;69001;lyon
      C3;;;Boulangerie du Port;contact@port.example;0298000000;29200;Brest
      """;
  private static final String NEXT =
      FILE.replace("anne.martin@", "a.martin@").replace("C1;DUPONT", "C1;DURAND")
          + "C4;Petit;Luc;;luc@exemple.fr;0611223344;31000;Toulouse\n";

  private final Running server = Running.server();
  private final JdbcClient base = server.owner();
  private final Imports imports = server.part(Imports.class);
  private final Rollbacks rollbacks = server.part(Rollbacks.class);
  private final Caller by = ImportTest.caller(server.account(Role.STEWARD));

  private static String name() {
    return "back-" + NUMBER.incrementAndGet();
  }

  private long take(String source, String text) throws IOException {
    Uploads.Upload upload =
        server
            .part(Uploads.class)
            .keep(
                source + ".csv",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                by);
    long run = imports.begin(upload, imports.sourceNamed(source, "form", by), true, by);
    assertThat(Waiting.forRun(run).state()).isEqualTo(Run.State.DONE);
    return run;
  }

  private Run back(long run) {
    Run rollback = Waiting.forRun(rollbacks.begin(run, by).orElseThrow());
    assertThat(rollback.state()).isEqualTo(Run.State.DONE);
    assertThat(state(run)).isEqualTo(Run.State.UNDONE);
    return rollback;
  }

  private Run.State state(long run) {
    return server.part(Runs.class).find(run).orElseThrow().state();
  }

  /** Everything that is held of a source, but when and how often it was written. */
  private String digest(String source, boolean numbers) {
    String ids = numbers ? "p.id, r.id, r.version," : "";
    return base.sql(
            """
            select coalesce(string_agg(row(%s p.kind, p.records, p.name, p.search, p.golden,
              p.notes, p.marks, p.lost, p.whole, p.score, p.last_activity, r.key, r.digest,
              v.cells, v.changes)::text, '|' order by r.key), '')
            from party p join record r on r.party_id = p.id and r.withdrawn_by is null
              join record_version v on v.record_id = r.id and v.version = r.version
              join source s on s.id = r.source_id
            where s.name = ?
            """
                .formatted(ids))
        .param(source)
        .query(String.class)
        .single();
  }

  private long party(String source, String key) {
    return base.sql(
            """
            select r.party_id from record r join source s on s.id = r.source_id
            where s.name = ? and r.key = ?
            """)
        .params(source, key)
        .query(Long.class)
        .single();
  }

  /** Types an e-mail address over what the sources said, as the page of a party does. */
  private void type(long party, String email) {
    base.sql(
            """
            with l as (
              insert into layout (source_id, columns, fields, digest)
              select id, array['email'], array['email'], 'typed' from source where kind = 'home'
              on conflict (source_id, digest) do update set digest = excluded.digest
              returning id, source_id),
            r as (
              insert into record (id, source_id, key, party_id, version, digest)
              select nextval('record_id'), l.source_id, 'party:' || :party, :party, 1,
                gen_random_uuid() from l returning id)
            insert into record_version (record_id, version, layout_id, run_id, row_number, cells)
            select r.id, 1, l.id, 0, 0, array[:email] from r, l
            """)
        .param("party", party)
        .param("email", email)
        .update();
    base.sql("update party set version = version + 1, records = records + 1 where id = ?")
        .param(party)
        .update();
  }

  @Test
  void leaves_the_base_as_it_was_before_the_import() throws Exception {
    String source = name();
    take(source, FILE);
    String before = digest(source, true);
    long run = take(source, NEXT);
    long gone = party(source, "C4");
    assertThat(digest(source, true)).isNotEqualTo(before);
    assertThat(rollbacks.preview(run))
        .containsEntry(Fate.GONE, 1L)
        .containsEntry(Fate.BACK, 2L)
        .containsEntry(Fate.EDITED, 0L)
        .containsEntry(Fate.SUPERSEDED, 0L);

    Run rollback = back(run);

    assertThat(digest(source, true)).isEqualTo(before);
    assertThat(List.of(rollback.figure("gone"), rollback.figure("back"))).containsExactly(1L, 2L);
    assertThat(
            base.sql("select count(*) from party_alias where id = ? and party_id is null")
                .param(gone)
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(
            base.sql("select count(*) from party_before where run_id = ?")
                .param(run)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void takes_the_very_first_import_back_to_nothing() throws Exception {
    String source = name();
    long run = take(source, FILE);

    back(run);

    assertThat(digest(source, false)).isEmpty();
    assertThat(
            base.sql(
                    "select count(*) from party p join source s on s.id = p.source_id"
                        + " where s.name = ?")
                .param(source)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void lets_the_same_file_be_imported_again_as_if_for_the_first_time() throws Exception {
    String source = name();
    take(source, FILE);
    long first = take(source, NEXT);
    String then = digest(source, false);
    back(first);

    long again = take(source, NEXT);

    assertThat(digest(source, false)).isEqualTo(then);
    Import it = imports.find(again).orElseThrow();
    assertThat(List.of(it.created(), it.updated(), it.unchanged())).containsExactly(1, 2, 1);
    back(again);
    take(source, NEXT);
    assertThat(digest(source, false)).isEqualTo(then);
  }

  @Test
  void keeps_and_lists_what_somebody_worked_on_or_a_later_import_changed() throws Exception {
    String source = name();
    take(source, FILE);
    long run = take(source, NEXT);
    type(party(source, "C2"), "typed@exemple.fr"); // one that the import changed
    type(party(source, "C4"), "luc.typed@exemple.fr"); // one that it brought
    take(source, NEXT.replace("C1;DURAND", "C1;DURANT")); // and one that changed again

    Run rollback = back(run);

    assertThat(List.of(rollback.figure("gone"), rollback.figure("back"))).containsExactly(0L, 0L);
    assertThat(rollback.result()).containsEntry("edited", 2).containsEntry("superseded", 1);
    assertThat(rollbacks.kept(run, 0, 10, by).stream().map(kept -> kept.party() + " " + kept.why()))
        .containsExactlyInAnyOrder(
            party(source, "C1") + " superseded",
            party(source, "C2") + " edited",
            party(source, "C4") + " edited");
    assertThat(digest(source, false)).contains("Durant").contains("a.martin@").contains("luc");
    assertThat(server.as(Role.STEWARD).get("/imports/" + run).body())
        .contains("/parties/" + party(source, "C4"));
  }

  @Test
  void offers_no_rollback_of_a_rollback_and_none_twice() throws Exception {
    String source = name();
    long run = take(source, FILE);
    Run rollback = back(run);

    assertThat(rollbacks.begin(run, by)).isEmpty();
    assertThat(rollbacks.begin(rollback.id(), by)).isEmpty();
    Visitor visitor = server.as(Role.STEWARD);
    assertThat(visitor.get("/imports/" + run).body()).doesNotContain("/rollback\"");
    assertThat(visitor.get("/jobs/" + rollback.id()).body()).doesNotContain("/rollback\"");
    assertThat(visitor.post("/imports/" + run + "/rollback", Map.of()).statusCode()).isEqualTo(302);
    assertThat(server.part(Runs.class).undoing(run)).hasSize(1);
  }

  @Test
  void takes_back_what_never_finished() throws Exception {
    String source = name();
    long run = take(source, FILE);
    base.sql("update run set state = 'failed', failure = 'run.failure.fault' where id = ?")
        .param(run)
        .update();

    back(run);

    assertThat(digest(source, false)).isEmpty();
    assertThat(server.part(io.limpide.server.job.RunOrders.class).retry(run, by)) // or it came back
        .isFalse();
  }
}
