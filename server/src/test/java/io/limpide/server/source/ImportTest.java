package io.limpide.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.Waiting;
import io.limpide.server.account.Caller;
import io.limpide.server.account.Role;
import io.limpide.server.account.Visibility;
import io.limpide.server.job.Run;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ImportTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String FILE =
      """
      Identifiant;Nom;Prénom;Société;E-mail;Téléphone;Code postal;Ville
      C1;DUPONT;jean;ACME SARL;jean.dupont@acme.example;0612345678;75001;Paris
      C2;Martin;Anne;;anne.martin@exemple.fr;01 44 55 66 77;69001;lyon
      C3;;;Boulangerie du Port;contact@port.example;0298000000;29200;Brest
      """;

  private final Running server = Running.server();
  private final JdbcClient base = server.owner();
  private final Imports imports = server.part(Imports.class);
  private final Caller by = caller(server.account(Role.STEWARD));

  static Caller caller(long account) {
    return new Caller(
        account,
        "steward",
        "Steward",
        Role.STEWARD,
        Visibility.ALL,
        OptionalLong.empty(),
        "en",
        "auto",
        Role.STEWARD.rights(),
        OptionalLong.empty());
  }

  private Import take(String source, String text) throws IOException {
    long run = begin(source, text, true);
    assertThat(Waiting.forRun(run).state()).isEqualTo(Run.State.DONE);
    return imports.find(run).orElseThrow();
  }

  private long begin(String source, String text, boolean auto) throws IOException {
    Uploads.Upload upload =
        server
            .part(Uploads.class)
            .keep(
                source + ".csv",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                by);
    return imports.begin(upload, imports.sourceNamed(source, "form", by), auto, by);
  }

  private static String name() {
    return "crm-" + NUMBER.incrementAndGet();
  }

  private List<String> names(String source) {
    return base.sql(
            """
            select p.name from party p join source s on s.id = p.source_id
            where s.name = ? order by p.sort_key
            """)
        .param(source)
        .query(String.class)
        .list();
  }

  @Test
  void takes_rows_in_with_their_safe_corrections_and_keeps_what_the_source_said() throws Exception {
    String source = name();
    Import done = take(source, FILE);

    assertThat(done.created()).isEqualTo(3);
    assertThat(done.mapping())
        .containsEntry("Nom", "family_name")
        .containsEntry("Prénom", "given_name")
        .containsEntry("Société", "company_name")
        .containsEntry("E-mail", "email")
        .containsEntry("Ville", "city");
    assertThat(done.keyColumns()).containsExactly("Identifiant");
    assertThat(names(source)).containsExactly("Boulangerie du Port", "Jean Dupont", "Anne Martin");
    assertThat(
            base.sql(
                    """
                    select v.cells[2] from record_version v join record r on r.id = v.record_id
                      join source s on s.id = r.source_id where s.name = ? and r.key = 'C1'
                    """)
                .param(source)
                .query(String.class)
                .single())
        .isEqualTo("DUPONT");
  }

  @Test
  void changes_nothing_when_the_same_file_comes_again() throws Exception {
    String source = name();
    take(source, FILE);
    String before = digest(source);

    Import again = take(source, FILE);

    assertThat(List.of(again.created(), again.updated(), again.unchanged()))
        .containsExactly(0, 0, 3);
    assertThat(digest(source)).isEqualTo(before);
  }

  @Test
  void supersedes_a_record_that_changed_and_keeps_its_former_version() throws Exception {
    String source = name();
    take(source, FILE);

    Import again = take(source, FILE.replace("anne.martin@exemple.fr", "a.martin@exemple.fr"));

    assertThat(List.of(again.created(), again.updated(), again.unchanged()))
        .containsExactly(0, 1, 2);
    assertThat(
            base.sql(
                    "select email from party p join source s on s.id = p.source_id"
                        + " where s.name = ? and p.name = 'Anne Martin'")
                .param(source)
                .query(String.class)
                .single())
        .isEqualTo("a.martin@exemple.fr");
    assertThat(
            base.sql(
                    """
                    select v.cells[5] from record_version v join record r on r.id = v.record_id
                      join source s on s.id = r.source_id
                    where s.name = ? and r.key = 'C2' order by v.version
                    """)
                .param(source)
                .query(String.class)
                .list())
        .containsExactly("anne.martin@exemple.fr", "a.martin@exemple.fr");
  }

  @Test
  void shows_what_would_happen_before_anything_does() throws Exception {
    String source = name();
    take(source, FILE);
    String before = digest(source);
    long run = begin(source, FILE.replace("C3;", "C4;").replace("lyon", "Lyon 3e"), false);
    assertThat(Waiting.forRun(run).state()).isEqualTo(Run.State.DRAFT);
    Import read = imports.find(run).orElseThrow();
    assertThat(read.stage()).isEqualTo("mapping");

    assertThat(imports.map(run, read.mapping(), read.keyColumns(), by)).isEmpty();
    assertThat(Waiting.forRun(run).state()).isEqualTo(Run.State.DRAFT);

    Map<String, Object> preview = imports.find(run).orElseThrow().preview();
    assertThat(preview)
        .containsEntry("created", 1)
        .containsEntry("updated", 1)
        .containsEntry("unchanged", 1)
        .containsEntry("rejected", 0);
    assertThat(digest(source)).isEqualTo(before);
    assertThat(imports.confirm(run, by)).isTrue();
    assertThat(Waiting.forRun(run).state()).isEqualTo(Run.State.DONE);
    assertThat(imports.find(run).orElseThrow().created()).isEqualTo(1);
  }

  @Test
  void loses_no_row_whose_key_occurs_twice_or_is_empty() throws Exception {
    String source = name();
    Import done =
        take(
            source,
            """
            Identifiant;Nom;E-mail
            A;Durand;d1@exemple.fr
            A;Durand;d2@exemple.fr
            ;Petit;p@exemple.fr
            ;Petit;p@exemple.fr
            B;Grand;g@exemple.fr
            C;Moyen;m@exemple.fr
            D;Long;l@exemple.fr
            E;Court;c@exemple.fr
            """);

    assertThat(done.created()).isEqualTo(8);
    assertThat(names(source)).hasSize(8);
  }

  /** Everything that is held of a source's parties, but when and how often it was written. */
  private String digest(String source) {
    return base.sql(
            """
            select md5(string_agg(row(p.id, p.kind, p.records, p.name, p.search, p.golden, p.origins,
              p.notes, p.marks, p.lost, p.whole, p.score, r.id, r.key, r.version, r.digest)::text,
              '|' order by p.id, r.id))
            from party p join record r on r.party_id = p.id and r.withdrawn_by is null
              join source s on s.id = p.source_id
            where s.name = ?
            """)
        .param(source)
        .query(String.class)
        .single();
  }
}
