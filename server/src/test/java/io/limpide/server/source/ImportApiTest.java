package io.limpide.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Program;
import io.limpide.server.Program.Answer;
import io.limpide.server.Running;
import io.limpide.server.Waiting;
import io.limpide.server.account.Role;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ImportApiTest {
  private static final String IMPORTS = "/api/v1/imports";
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String FILE =
      """
      Réf;Nom;Prénom;E-mail;Divers
      A1;DUPONT;Jean;jean@apidoc.example;rouge
      A2;Martin;Anne;anne@apidoc.example;vert
      A3;Durand;Luc;trop;de;cellules
      """;

  private final Running server = Running.server();
  private final Program program = Program.of(Role.STEWARD, "read", "write", "import");
  private final String source = "import-api-" + NUMBER.incrementAndGet();

  private Answer send(Program by, String file, String auto) {
    String boundary = "limpide";
    StringBuilder body = new StringBuilder();
    Map.of("source", source, "auto", auto)
        .forEach(
            (name, value) ->
                body.append(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, name, value)));
    body.append(
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"salon.csv\"\r\n\r\n"
            .formatted(boundary));
    body.append(file).append("\r\n--").append(boundary).append("--\r\n");
    return by.send(
        "POST",
        IMPORTS,
        body.toString(),
        "Content-Type",
        "multipart/form-data; boundary=" + boundary);
  }

  private String begun() {
    Answer begun = send(program, FILE, "false");
    assertThat(begun.status()).as(begun.raw().body()).isEqualTo(202);
    Waiting.forRun(begun.id());
    return begun.header("Location");
  }

  @Test
  void goes_step_by_step_as_on_the_pages() {
    String path = begun();
    assertThat(program.get(path).json())
        .containsEntry("state", "draft")
        .containsEntry("stage", "mapping");

    Answer columns = program.get(path + "/columns");
    assertThat(columns.items())
        .extracting(column -> column.get("name"))
        .containsExactly("Réf", "Nom", "Prénom", "E-mail", "Divers");
    assertThat(columns.items().get(3))
        .containsEntry("field", "email")
        .containsEntry("samples", List.of("jean@apidoc.example", "anne@apidoc.example"))
        .containsEntry("certainty", "sure")
        .containsKeys("confidence", "filled", "unique", "key");
    assertThat(program.get(path + "/preview").status()).as("not yet").isEqualTo(409);
    assertThat(program.post(path + "/start", "").status()).isEqualTo(409);

    Answer mapped =
        program.patch(
            path + "/mapping", Map.of("fields", Map.of("Divers", "tags"), "keys", List.of("Réf")));
    assertThat(mapped.status()).as(mapped.raw().body()).isEqualTo(202);
    Waiting.forRun(mapped.id());
    Answer preview = program.get(path + "/preview", "Accept-Language", "en");
    assertThat(preview.json())
        .containsEntry("created", 2)
        .containsEntry("updated", 0)
        .containsEntry("rejected", 1);
    assertThat(preview.raw().body())
        .contains("\"tags\":\"rouge\"", "{\"before\":\"DUPONT\",\"after\":\"Dupont\"}");
    assertThat(program.post(path + "/start?dryRun=true", "").part("would"))
        .containsEntry("created", 2);
    assertThat(program.get("/api/v1/parties?q=apidoc.example").items()).isEmpty();

    Answer started = program.post(path + "/start", "");
    assertThat(started.status()).isEqualTo(202);
    Waiting.forRun(started.id());
    assertThat(program.get(path).json())
        .containsEntry("state", "done")
        .containsEntry("created", 2)
        .containsEntry("keys", List.of("Réf"));
    assertThat(program.get(IMPORTS + "?limit=1").items().get(0)).containsKeys("id", "source");

    rejected(path);
    Answer would = program.post(path + "/rollback?dryRun=true", "");
    assertThat(would.part("would")).containsEntry("gone", 2);
    Answer rollback = program.post(path + "/rollback", "");
    assertThat(rollback.status()).isEqualTo(202);
    assertThat(rollback.header("Location")).startsWith("/api/v1/runs/");
    Waiting.forRun(Long.parseLong(rollback.header("Location").replaceAll("\\D*\\d*\\D*/", "")));
    assertThat(program.get(path).json()).containsEntry("state", "undone");
    assertThat(program.get(path + "/kept").items()).isEmpty();
  }

  /** A refused row goes in again once it is corrected. */
  private void rejected(String path) {
    Answer rejections = program.get(path + "/rejections", "Accept-Language", "en");
    assertThat(rejections.items()).hasSize(1);
    Map<String, Object> row = rejections.items().get(0);
    assertThat(row).containsEntry("raw", "A3;Durand;Luc;trop;de;cellules").containsKeys("words");
    Answer same =
        program.post(
            path + "/corrections",
            Map.of("rows", List.of(Map.of("number", row.get("number"), "raw", row.get("raw")))));
    assertThat(same.errors())
        .extracting(error -> error.get("code"))
        .containsExactly("rejected.problem.none");
    Answer again =
        program.post(
            path + "/corrections",
            Map.of(
                "rows",
                List.of(
                    Map.of(
                        "number",
                        row.get("number"),
                        "raw",
                        "A3;Durand;Luc;luc@apidoc.example;bleu"))));
    assertThat(again.status()).as(again.raw().body()).isEqualTo(202);
    Waiting.forRun(again.id());
    assertThat(program.get(again.header("Location")).json())
        .containsEntry("stage", "mapping")
        .containsEntry("file", "salon-corrections.csv");
  }

  @Test
  void names_what_cannot_be_of_a_mapping() {
    String path = begun();

    Answer twice =
        program.patch(
            path + "/mapping",
            Map.of("fields", Map.of("Divers", "email")),
            "Accept-Language",
            "en");
    assertThat(twice.status()).isEqualTo(422);
    assertThat(twice.errors().get(0))
        .containsEntry("code", "import.problem.twice")
        .extractingByKey("detail")
        .asString()
        .startsWith("Two columns go to the same field.");
    assertThat(
            program
                .patch(path + "/mapping", Map.of("fields", Map.of("Nowhere", "email_2")))
                .errors()
                .get(0))
        .containsEntry("code", "import.problem.unknown");
  }

  @Test
  void asks_for_file_and_source_and_the_right() {
    assertThat(send(Program.of(Role.STEWARD, "read"), FILE, "true").status()).isEqualTo(403);
    Answer none = send(program, "", "true");
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.errors()).extracting(error -> error.get("field")).containsExactly("file");
    assertThat(program.get(IMPORTS + "/987654321/columns").status()).isEqualTo(404);
    assertThat(
            server
                .owner()
                .sql("select count(*) from source where name = ?")
                .param(source)
                .query(Integer.class)
                .single())
        .as("nothing is made for nothing")
        .isZero();
  }
}
