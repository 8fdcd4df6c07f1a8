package io.limpide.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.Visitor;
import io.limpide.server.Waiting;
import io.limpide.server.account.Role;
import io.limpide.server.job.Run;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ImportPagesTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String FILE =
      """
      Identifiant;Nom;Prénom;Société;E-mail;Téléphone;Code postal;Ville
      C1;DUPONT;jean;ACME SARL;jean.dupont@acme.example;0612345678;75001;Paris
      C2;Martin;Anne;;anne.martin@exemple.fr;01 44 55 66 77;69001;lyon
      C3;;;Boulangerie du Port;contact@port.example;0298000000;29200;Brest
      C4;Petit;Luc;;luc@exemple.fr;0611223344;31000;Toulouse;too;many;cells
      """;

  private final Running server = Running.server();
  private final Imports imports = server.part(Imports.class);

  private static long run(HttpResponse<String> redirect) {
    assertThat(redirect.statusCode()).isEqualTo(302);
    String to = redirect.headers().firstValue("Location").orElseThrow();
    assertThat(to).contains("/imports/").doesNotContain("new");
    return Long.parseLong(to.substring(to.lastIndexOf('/') + 1));
  }

  private static long send(Visitor visitor, String source, String text) {
    return run(visitor.send("/imports", "clients.csv", text, Map.of("name", source)));
  }

  private static String page(Visitor visitor, String path) {
    HttpResponse<String> page = visitor.get(path);
    assertThat(page.statusCode()).describedAs(path).isEqualTo(200);
    assertThat(page.body()).doesNotContain("??").doesNotContain(" style=");
    return page.body();
  }

  private static String name() {
    return "pages-" + NUMBER.incrementAndGet();
  }

  /** Goes through the four steps as a person does, and returns the run. */
  private long imported(Visitor visitor, String source, String text) {
    long run = send(visitor, source, text);
    Waiting.forRun(run);
    String path = "/imports/" + run;
    assertThat(page(visitor, path)).contains("field.0").contains("DUPONT");
    Import it = imports.find(run).orElseThrow();
    Map<String, String> form = new HashMap<>();
    for (int at = 0; at < it.columns().size(); at++) {
      String column = it.columns().get(at).name();
      form.put("field." + at, it.mapping().getOrDefault(column, ""));
      if (it.keyColumns().contains(column)) {
        form.put("key." + at, "1");
      }
    }
    assertThat(visitor.post(path + "/columns", form).statusCode()).isEqualTo(302);
    Waiting.forRun(run);
    assertThat(page(visitor, path))
        .contains("/confirm")
        .contains("Examples of new records")
        .contains("Corrections that will be made (")
        .contains("<span class=\"diff-before\">DUPONT</span>")
        .contains("<span class=\"diff-after\">Dupont</span>");
    assertThat(visitor.post(path + "/confirm", Map.of()).statusCode()).isEqualTo(302);
    assertThat(Waiting.forRun(run).state()).isEqualTo(Run.State.DONE);
    return run;
  }

  @Test
  void leads_from_the_file_to_the_report_in_both_languages() {
    long account = server.account(Role.STEWARD);
    Visitor visitor = server.signedIn(account);
    String source = name();
    assertThat(page(visitor, "/imports/new")).contains("multipart/form-data");

    long run = imported(visitor, source, FILE);

    for (String language : List.of("en", "fr")) {
      server
          .owner()
          .sql("update account set language = ? where id = ?")
          .params(language, account)
          .update();
      String report = page(visitor, "/imports/" + run);
      assertThat(report).contains("/parties?run=" + run).contains("/imports/" + run + "/rollback");
      assertThat(report).contains(language.equals("fr") ? "Une ligne rejetée" : "One rejected row");
      assertThat(page(visitor, "/sources")).contains(source);
      long id = imports.find(run).orElseThrow().sourceId();
      assertThat(page(visitor, "/sources/" + id)).contains("Identifiant");
      assertThat(page(visitor, "/imports/" + run + "/rollback"))
          .contains("<td class=\"number\">3</td>");
      assertThat(page(visitor, "/jobs")).contains("/jobs/" + run);
      assertThat(page(visitor, "/jobs/" + run)).contains("clients.csv");
      page(visitor, "/schedules");
    }
  }

  @Test
  void says_why_a_file_cannot_be_read() {
    Visitor visitor = server.as(Role.STEWARD);
    long run = send(visitor, name(), "%PDF-1.7\nnot a table");
    assertThat(Waiting.forRun(run).state()).isEqualTo(Run.State.FAILED);

    assertThat(page(visitor, "/imports/" + run))
        .contains("clients.csv is a PDF document. Export the data as CSV or XLSX instead.");
    assertThat(page(visitor, "/jobs/" + run)).contains("clients.csv is a PDF document.");
  }

  @Test
  void takes_a_corrected_row_in_as_an_import_of_the_same_source() {
    Visitor visitor = server.as(Role.STEWARD);
    String source = name();
    long run = imported(visitor, source, FILE);
    String csv = visitor.get("/imports/" + run + "/rejected.csv").body();
    assertThat(csv)
        .contains("\"C4;Petit;Luc;;luc@exemple.fr;0611223344;31000;Toulouse;too;many;cells\"");

    assertThat(visitor.post("/imports/" + run + "/corrections", Map.of("row.1", " ")).statusCode())
        .isEqualTo(302);
    long again =
        run(
            visitor.post(
                "/imports/" + run + "/corrections",
                Map.of("row.1", "C4;Petit;Luc;;luc@exemple.fr;0611223344;31000;Toulouse")));
    Waiting.forRun(again);

    Import corrected = imports.find(again).orElseThrow();
    assertThat(corrected.sourceId()).isEqualTo(imports.find(run).orElseThrow().sourceId());
    assertThat(corrected.keyColumns()).containsExactly("Identifiant");
    assertThat(corrected.mapping()).isEqualTo(imports.find(run).orElseThrow().mapping());
    assertThat(corrected.facts()).containsEntry("rows", 1);
  }

  @Test
  void opens_to_nobody_without_the_right() {
    Visitor reader = server.as(Role.CONTRIBUTOR);
    for (String path : List.of("/sources", "/imports/new", "/imports/1", "/schedules")) {
      assertThat(reader.get(path).statusCode()).describedAs(path).isEqualTo(403);
    }
    assertThat(reader.get("/jobs").statusCode()).isEqualTo(200);
    assertThat(reader.post("/jobs/1/cancel", Map.of()).statusCode()).isEqualTo(403);
    assertThat(server.as(Role.STEWARD).get("/imports/999999").statusCode()).isEqualTo(404);
  }

  @Test
  void reads_no_file_of_somebody_who_is_not_signed_in() {
    Visitor stranger = server.visitor();
    stranger.get("/sign-in");

    assertThat(stranger.send("/imports", "a.csv", FILE, Map.of("name", name())).statusCode())
        .isEqualTo(401);
  }

  @Test
  void shows_nothing_at_the_top_while_nothing_runs() {
    Waiting.until(
        "no run",
        () ->
            server
                .owner()
                .sql("select count(*) = 0 from run where state in ('waiting', 'running')")
                .query(Boolean.class)
                .single());
    assertThat(server.as(Role.STEWARD).get("/jobs/running").body()).isBlank();
  }

  @Test
  void answers_in_words_where_there_is_no_such_import_and_no_file() {
    Visitor visitor = Running.server().as(Role.ADMINISTRATOR);

    assertThat(visitor.get("/imports/987654321/rollback").statusCode()).isEqualTo(404);
    assertThat(visitor.post("/imports", Map.of("name", "no file")).statusCode()).isEqualTo(302);
  }
}
