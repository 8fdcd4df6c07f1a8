package io.limpide.server.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.Somebody;
import io.limpide.server.Visitor;
import io.limpide.server.Waiting;
import io.limpide.server.account.Caller;
import io.limpide.server.account.Role;
import io.limpide.server.job.Run;
import io.limpide.server.job.Runs;
import io.limpide.server.job.Worker;
import io.limpide.server.party.CameIn;
import io.limpide.server.party.Edits;
import io.limpide.server.party.Orders;
import io.limpide.server.party.Parties;
import io.limpide.server.party.PartyFilter;
import io.limpide.server.source.Imports;
import io.limpide.server.source.Uploads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where errors come from: each wrong value is counted where it came in. */
class OriginsTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Running server = Running.server();
  private final JdbcClient base = server.owner();
  private final OriginReport report = server.part(OriginReport.class);
  private final Edits edits = server.part(Edits.class);
  private final Caller by = Somebody.in(Role.ADMINISTRATOR);
  private final String source = "origins-" + NUMBER.incrementAndGet();

  private long take(String rows) throws IOException {
    Imports imports = server.part(Imports.class);
    String file = "Identifiant;Nom;Prénom;E-mail;Ville\n" + rows;
    Uploads.Upload upload =
        server
            .part(Uploads.class)
            .keep(
                source + ".csv",
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                by);
    long run = imports.begin(upload, imports.sourceNamed(source, "", by), true, by);
    assertThat(Waiting.forRun(run).state()).isEqualTo(Run.State.DONE);
    server.part(Figures.class).refresh();
    return run;
  }

  private long sourceId() {
    return base.sql("select id from source where name = ?")
        .param(source)
        .query(Long.class)
        .single();
  }

  private static CameIn in(long source, long run, long person, String way) {
    return new CameIn("", way, source, run, person, "", "");
  }

  private OriginReport.Origin one(OriginReport.By what, CameIn in) {
    List<OriginReport.Origin> all = report.of(what, in, 100);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private long listed(CameIn in) {
    PartyFilter filter = PartyFilter.of(in.parameters());
    return server.part(Parties.class).count(filter, by).number();
  }

  private long party(String key) {
    return base.sql("select party_id from record where source_id = ? and key = ?")
        .params(sourceId(), key)
        .query(Long.class)
        .single();
  }

  private int version(long party) {
    return base.sql("select version from party where id = ?")
        .param(party)
        .query(Integer.class)
        .single();
  }

  @Test
  void of_an_import_are_its_source_its_run_and_its_month() throws IOException {
    long run = take("A;Origine;Ada;pas une adresse;Lyon\nB;Origine;Bob;bob@exemple.fr;Lyon\n");
    CameIn here = in(sourceId(), 0, 0, "");

    OriginReport.Origin bySource = one(OriginReport.By.SOURCE, here);
    assertThat(bySource.name()).isEqualTo(source);
    assertThat(bySource.came()).isEqualTo(2);
    assertThat(bySource.wrong() + bySource.doubtful()).isPositive();
    for (OriginReport.By other :
        List.of(OriginReport.By.RUN, OriginReport.By.WAY, OriginReport.By.MONTH)) {
      OriginReport.Origin same = one(other, here);
      assertThat(List.of(same.came(), same.wrong(), same.doubtful(), same.proposed()))
          .as(other.word())
          .containsExactly(
              bySource.came(), bySource.wrong(), bySource.doubtful(), bySource.proposed());
    }
    assertThat(one(OriginReport.By.RUN, here).key()).isEqualTo(String.valueOf(run));
    assertThat(one(OriginReport.By.WAY, here).key()).isEqualTo("file");
    assertThat(one(OriginReport.By.MONTH, here).key())
        .isEqualTo(YearMonth.now(ZoneId.systemDefault()).toString());
    assertThat(report.of(OriginReport.By.PERSON, here, 100)).isEmpty();
    assertThat(listed(here.what("all"))).isEqualTo(2);
    assertThat(listed(here.what("error"))).isEqualTo(bySource.wrong()).isEqualTo(1);
    assertThat(listed(new CameIn("all", "", sourceId(), 0, 0, "", "2020-01"))).isZero();
  }

  @Test
  void a_value_that_a_later_import_repeats_came_in_with_the_first_that_said_it()
      throws IOException {
    long first = take("A;Repris;Ada;pas une adresse;Lyon\n");
    long second = take("A;Repris;Ada;pas une adresse;Nantes\n");

    OriginReport.Origin before = one(OriginReport.By.RUN, in(0, first, 0, ""));
    OriginReport.Origin after = one(OriginReport.By.RUN, in(0, second, 0, ""));

    assertThat(before.wrong() + before.doubtful()).isPositive();
    assertThat(after.came()).as("the city came in with it").isEqualTo(1);
    assertThat(after.wrong() + after.doubtful()).isZero();
  }

  @Test
  void what_is_typed_is_whoevers_typed_it_whatever_others_type_later() throws IOException {
    take("A;Saisie;Ada;ada@exemple.fr;Lyon\n");
    long party = party("A");
    Caller careless = Somebody.in(Role.CONTRIBUTOR);
    Caller careful = Somebody.in(Role.CONTRIBUTOR);
    edits.edit(party, version(party), Map.of("email", "pas une adresse"), "", careless);
    edits.edit(party, version(party), Map.of("city", "Nantes"), "", careful);
    server.part(Figures.class).refresh();

    OriginReport.Origin wrong = one(OriginReport.By.PERSON, in(0, 0, careless.id(), ""));
    OriginReport.Origin right = one(OriginReport.By.PERSON, in(0, 0, careful.id(), ""));

    assertThat(wrong.wrong() + wrong.doubtful()).isPositive();
    assertThat(right.wrong() + right.doubtful()).isZero();
    assertThat(right.came()).isEqualTo(1);
    assertThat(one(OriginReport.By.WAY, in(0, 0, careless.id(), "")).key()).isEqualTo("form_edit");
    assertThat(listed(in(0, 0, careless.id(), "").what("wrong"))).isEqualTo(1);
  }

  @Test
  void what_is_restored_by_taking_back_came_in_when_it_was_first_there() {
    Caller careless = Somebody.in(Role.CONTRIBUTOR);
    long party =
        edits.create(Map.of("family_name", "Restaure", "email", "pas une adresse"), careless);
    edits.edit(party, version(party), Map.of("email", "bon@exemple.fr"), "", by);
    long change =
        base.sql("select max(id) from change where party_id = ?")
            .param(party)
            .query(Long.class)
            .single();
    assertThat(server.part(Orders.class).undoOne(change, party, by)).isTrue();
    server.part(Figures.class).refresh();

    OriginReport.Origin restored = one(OriginReport.By.PERSON, in(0, 0, careless.id(), ""));

    assertThat(restored.wrong() + restored.doubtful()).isPositive();
    assertThat(one(OriginReport.By.WAY, in(0, 0, careless.id(), "")).key()).isEqualTo("form_new");
    assertThat(report.of(OriginReport.By.PERSON, in(0, 0, by.id(), ""), 9)).isEmpty();
  }

  @Test
  void a_program_is_told_from_a_form() {
    long account = server.account(Role.STEWARD);
    Visitor program =
        server.visitor().with("Authorization", "Bearer " + server.token(account, "read", "write"));
    assertThat(
            program
                .send(
                    "POST",
                    "/api/v1/parties",
                    "application/json",
                    "{\"values\":{\"family_name\":\"Programme\"}}")
                .statusCode())
        .isEqualTo(201);
    server.part(Figures.class).refresh();

    assertThat(one(OriginReport.By.WAY, in(0, 0, account, "")).key()).isEqualTo("api");
  }

  @Test
  void every_figure_of_the_page_opens_its_records_and_persons_are_for_whoever_corrects()
      throws IOException {
    edits.create(Map.of("family_name", "Personne"), by);
    take("A;Ouvrir;Ada;pas une adresse;Lyon\n");
    String narrowed = "/quality/origins?in_source=" + sourceId();
    Visitor steward = server.as(Role.STEWARD);
    String page = steward.get(narrowed).body();

    assertThat(page)
        .contains(
            "/parties?in_what=all&amp;in_source=" + sourceId(),
            "/parties?in_what=error&amp;in_source=" + sourceId(),
            "data-chart=\"origins-chart\"",
            source)
        .doesNotContain("??");
    String list = steward.get("/parties?in_what=wrong&in_source=" + sourceId()).body();
    assertThat(list).contains("Ouvrir", "Wrong or doubtful values", source).doesNotContain("??");
    Visitor reader = server.as(Role.READER);
    assertThat(reader.get(narrowed).statusCode()).isEqualTo(200);
    assertThat(reader.get("/quality/origins").body()).doesNotContain("by-person");
    assertThat(steward.get("/quality/origins").body()).contains("by-person");
    for (String path : List.of("/quality/origins?in_by=1", "/parties?in_what=wrong&in_by=1")) {
      assertThat(reader.get(path).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(
            steward
                .get("/quality/origins?in_since=x'--&in_way=nothing&in_source=-&in_run=1e9")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void records_of_a_former_version_are_looked_at_by_the_nightly_evaluation() throws IOException {
    take("A;Ancien;Ada;pas une adresse;Lyon\n");
    long party = party("A");
    int version = version(party);
    base.sql("update party set faults = null where id = ?").param(party).update();
    assertThat(report.isIncomplete()).isTrue();

    Runs runs = server.part(Runs.class);
    long run = runs.create(EvaluationWork.KIND, Run.State.WAITING, "", null, 0, null, Map.of());
    server.part(Worker.class).submit(run);
    assertThat(Waiting.forRun(run).state()).isEqualTo(Run.State.DONE);

    assertThat(listed(in(sourceId(), 0, 0, "").what("wrong"))).isEqualTo(1);
    assertThat(version(party)).as("what it says is the same").isEqualTo(version);
  }
}
