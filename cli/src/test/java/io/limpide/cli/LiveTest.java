package io.limpide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.cli.result.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests about single records are answered line by line, whatever they say. */
final class LiveTest {
  @TempDir private Path folder = Path.of(".");
  private Path base = Path.of("base.csv");

  @BeforeEach
  void writeBase() throws IOException {
    base =
        Files.writeString(
            folder.resolve("base.csv"),
            "id;nom;prénom;email;ville;date de naissance\n"
                + "A1;Durand;Jean;jean.durand@free.fr;Lyon;12/03/1970\n"
                + "A2;Martin;Luc;luc.martin@free.fr;Lille;11/04/1981\n"
                + "A3;Durand;Marie;marie.d@free.fr;Lyon;01/05/1972\n"
                + "A4;Petit;Anne;anne.petit@orange.fr;Nantes;03/03/1980\n");
  }

  /** The answers, without the greeting. */
  private List<Map<?, ?>> answers(String language, String... requests) throws IOException {
    Said said =
        Said.reading(
            String.join("\n", requests).getBytes(StandardCharsets.UTF_8),
            "live",
            base.toString(),
            "--lang",
            language);
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    List<Map<?, ?>> answers = new ArrayList<>();
    for (String line : said.out().strip().split("\n", -1)) {
      answers.add((Map<?, ?>) Json.line(line.getBytes(StandardCharsets.UTF_8)));
    }
    assertThat(answers.get(0).get("ready")).isEqualTo("true");
    return answers.subList(1, answers.size());
  }

  private static final String JEAN =
      "{\"nom\":\"DURAND\",\"prénom\":\"jean\",\"email\":\"Jean.Durand@FREE.fr\","
          + "\"ville\":\"LYON\",\"date de naissance\":\"12.03.1970\"}";

  @Test
  void says_at_first_what_may_be_asked() {
    Said said = Said.reading(new byte[0], "live", base.toString());

    assertThat(said.out().strip())
        .isEqualTo(
            "{\"ready\":true,\"records\":4,\"sources\":[{\"source\":\"base.csv\",\"columns\":[\"id\","
                + "\"nom\",\"prénom\",\"email\",\"ville\",\"date de naissance\"]}]}");
  }

  @Test
  void holds_to_what_people_say_of_two_records() throws IOException {
    Files.writeString(folder.resolve("said.csv"), "id_a,id_b,judgement\nA2,A4,oui\nA1,gone,non\n");

    Said said =
        Said.reading(
            String.join(
                    "\n",
                    "{\"op\":\"group\",\"id\":\"A2\"}",
                    "{\"op\":\"put\",\"id\":\"B1\",\"record\":" + JEAN + "}",
                    "{\"op\":\"judge\",\"id\":\"B1\",\"other\":\"A1\",\"judgement\":\"no\"}",
                    "{\"op\":\"group\",\"id\":\"B1\"}",
                    "{\"op\":\"judge\",\"id\":\"B1\",\"other\":\"A1\"}",
                    "{\"op\":\"judge\",\"id\":\"B1\",\"other\":\"A1\",\"judgement\":\"perhaps\"}",
                    "{\"op\":\"judge\",\"id\":\"B1\",\"other\":\"B1\",\"judgement\":\"yes\"}")
                .getBytes(StandardCharsets.UTF_8),
            "live",
            base.toString(),
            "--judgements",
            folder.resolve("said.csv").toString(),
            "--lang",
            "en");

    assertThat(said.err()).contains("1 of 2 judgements name records that are not there");
    List<String> answers = List.of(said.out().strip().split("\n", -1));
    assertThat(answers.get(1)).contains("\"ids\":[\"A2\",\"A4\"]");
    assertThat(answers.get(4)).contains("\"ids\":[\"B1\"]");
    assertThat(answers.get(5)).contains("\"ids\":[\"A1\",\"B1\"]");
    assertThat(answers.get(6)).contains("\"error\":\"judgement\"").contains("perhaps");
    assertThat(answers.get(7)).contains("\"error\":\"id\"");
  }

  @Test
  void finds_adds_groups_explains_and_removes() throws IOException {
    List<Map<?, ?>> answers =
        answers(
            "en",
            "{\"op\":\"find\",\"ref\":7,\"most\":1,\"record\":" + JEAN + "}",
            "{\"op\":\"put\",\"id\":\"B1\",\"record\":" + JEAN + "}",
            "{\"op\":\"group\",\"id\":\"B1\"}",
            "{\"op\":\"explain\",\"id\":\"A1\",\"other\":\"B1\"}",
            "{\"op\":\"remove\",\"id\":\"A1\"}",
            "{\"op\":\"find\",\"id\":\"B1\"}",
            "{\"op\":\"settle\"}",
            "{\"op\":\"quit\"}",
            "{\"op\":\"find\",\"id\":\"B1\"}");

    assertThat(answers).hasSize(8);
    Map<?, ?> match = (Map<?, ?>) ((List<?>) answers.get(0).get("matches")).get(0);
    assertThat(answers.get(0).get("ref")).isEqualTo("7");
    assertThat(match.get("id")).isEqualTo("A1");
    assertThat(match.get("verdict")).isEqualTo("duplicate");
    assertThat(answers.get(1).get("group")).isEqualTo(match.get("group"));
    assertThat(answers.get(2).get("ids")).isEqualTo(List.of("A1", "B1"));
    assertThat(String.valueOf(answers.get(3).get("sentence"))).startsWith("Duplicate: ");
    assertThat(answers.get(4).get("changed"))
        .isEqualTo(List.of(Map.of("group", match.get("group"), "ids", List.of("B1"))));
    assertThat(answers.get(5).get("matches")).isEqualTo(List.of());
    assertThat(answers.get(7).get("records")).isEqualTo("4");
  }

  @Test
  void answers_bad_requests_and_goes_on() throws IOException {
    List<Map<?, ?>> answers =
        answers(
            "en",
            "no JSON",
            "[1]",
            "",
            "{} {}",
            "{\"id\":\"A1\"}",
            "{\"op\":\"dance\"}",
            "{\"op\":\"find\",\"record\":{\"emial\":\"x\"}}",
            "{\"op\":\"find\",\"record\":{\"nom\":[1]}}",
            "{\"op\":\"find\",\"record\":\"Durand\"}",
            "{\"op\":\"find\",\"source\":\"erp.csv\",\"record\":{\"nom\":\"Durand\"}}",
            "{\"op\":\"find\",\"most\":\"all\",\"record\":{\"nom\":\"Durand\"}}",
            "{\"op\":\"remove\",\"id\":\"Z9\"}",
            "{\"op\":\"explain\",\"id\":\"A1\",\"other\":\"Z9\"}",
            "{\"op\":\"group\",\"id\":\"" + "x".repeat(1 << 20) + "\"}",
            "{\"op\":\"group\",\"id\":\"A4\"}");

    assertThat(answers)
        .extracting(answer -> String.valueOf(answer.get("error")))
        .containsExactly(
            "json", "json", "json", "missing", "op", "column", "value", "missing", "source", "most",
            "id", "id", "long", "null");
    assertThat(answers.get(5).get("message"))
        .isEqualTo("base.csv has no column 'emial'. Did you mean 'email'?");
    assertThat(answers.get(10).get("message")).isEqualTo("There is no record Z9.");
  }

  @Test
  void words_what_is_wrong_in_the_language_of_the_user() throws IOException {
    List<Map<?, ?>> answers =
        answers("fr", "rien", "{\"op\":\"find\",\"record\":{\"prenom\":\"Anne\"}}");

    assertThat(answers.get(0).get("message"))
        .isEqualTo(
            "Cette ligne n'est pas un objet JSON. Écrivez chaque demande sur une ligne, par"
                + " exemple : {\"op\":\"find\",\"record\":{\"Nom\":\"Durand\"}}");
    assertThat(answers.get(1).get("message"))
        .isEqualTo("base.csv n'a pas de colonne « prenom ». Vouliez-vous dire « prénom » ?");
  }

  @Test
  void needs_standard_input_for_the_requests() {
    Said said = Said.by("live", "-");

    assertThat(said.code()).isEqualTo(ExitCode.USAGE);
    assertThat(said.err().strip())
        .isEqualTo("Standard input is for the requests here. Name the file with the records.");
  }
}
