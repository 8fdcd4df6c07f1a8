package io.limpide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgementsTest {
  @TempDir Path folder;
  private Path base = Path.of("");

  @BeforeEach
  void base() throws IOException {
    base =
        Files.writeString(
            folder.resolve("base.csv"),
            "id;nom;prenom;email\n"
                + "A1;Durand;Jean;jean.durand@free.fr\n"
                + "A2;DURAND;Jean;jean.durand@free.fr\n"
                + "A3;Petit;Anne;anne.petit@orange.fr\n");
  }

  @Test
  void keeps_apart_and_puts_together_what_people_judged() throws IOException {
    Path judged = judged("id_a;id_b;judgement\nA1;A2;Non\nA3;A2;OUI\nA1;A3;\nA1;gone;no\n");

    Said said = clean(judged);

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .contains("1 of 3 judgements name records that are not there; they were left aside.");
    assertThat(Files.readString(folder.resolve("out/clusters.csv")))
        .contains("A1;A1", "A2;A2", "A3;A2");
    assertThat(Said.by("explain", "A1", "A2", "--run", folder.resolve("out").toString()).out())
        .contains("A person said that they are two");
  }

  @Test
  void leaves_a_column_for_judgements_in_the_pairs_to_review() throws IOException {
    assertThat(clean(judged("id_a;id_b;judgement\nA1;A2;\n")).code()).isZero();

    assertThat(Files.readAllLines(folder.resolve("out/review.csv")).get(0))
        .contains("id_a;id_b;")
        .endsWith(";judgement");
  }

  @Test
  void says_what_it_does_not_understand_and_where() throws IOException {
    assertThat(clean(judged("id_a;id_b;judgement\nA1;A2;perhaps\n")).err())
        .contains("holds 1 judgement(s) that cannot be understood:", "row 2: “perhaps”");
    assertThat(clean(judged("id_a;id_b;verdict\nA1;A2;no\n")).err())
        .contains("has no column judgement.");
  }

  @Test
  void takes_a_table_in_which_nothing_was_said() throws IOException {
    assertThat(clean(judged("id_a;id_b;judgement\n")).code()).isZero();
  }

  private Path judged(String text) throws IOException {
    return Files.writeString(folder.resolve("judged.csv"), text);
  }

  private Said clean(Path judged) {
    return Said.by(
        "clean",
        base.toString(),
        "--judgements",
        judged.toString(),
        "--out",
        folder.resolve("out").toString());
  }
}
