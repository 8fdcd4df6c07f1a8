package io.limpide.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limpide.cli.result.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decision can be followed to the last bit, and held against labels. */
final class ExplainTest {
  @TempDir private Path folder = Path.of(".");

  private static Map<?, ?> json(Said said) throws IOException {
    assertThat(said.err()).isEmpty();
    return (Map<?, ?>)
        Json.read(new ByteArrayInputStream(said.out().getBytes(StandardCharsets.UTF_8)));
  }

  private static double number(Object value) {
    return Double.parseDouble(String.valueOf(value));
  }

  @Test
  void adds_up_exactly() throws IOException {
    Path base =
        Files.writeString(
            folder.resolve("base.csv"),
            "id;nom;prenom;email;ville;date de naissance\n"
                + "A1;Durand;Jean;jean.durand@free.fr;Lyon;12/03/1970\n"
                + "A2;DURAND;Jean;jean.durand@free.fr;LYON;12/03/1970\n"
                + "A3;Durand;Marie;marie.d@free.fr;Lyon;01/05/1972\n"
                + "A4;Petit;Anne;anne.petit@orange.fr;Nantes;03/03/1980\n");
    Path out = folder.resolve("out");
    assertThat(Said.by("clean", base.toString(), "--out", out.toString()).code()).isZero();
    for (String other : List.of("A2", "A3", "A4")) {
      Map<?, ?> told = json(Said.by("explain", "A1", other, "--run", out.toString(), "--json"));
      double sum =
          number(told.get("prior")) + number(told.get("moved")) - number(told.get("alternative"));
      for (Object field : (List<?>) told.get("fields")) {
        Map<?, ?> of = (Map<?, ?>) field;
        sum += number(of.get("level_weight")) + number(of.get("rarity"));
      }
      double weight = number(told.get("weight"));
      assertThat(sum).as(other).isCloseTo(weight, within(1e-9));
      double odds = Math.pow(2, weight);
      assertThat(number(told.get("probability"))).isCloseTo(odds / (1 + odds), within(1e-9));
    }
    assertThat(Said.by("explain", "A1", "A2", "--run", out.toString()).out())
        .startsWith("Duplicate: ")
        .contains("two records at random", "in all (bits)", "Verdict: ");
    assertThat(Said.by("explain", "A1", "A9", "--run", out.toString()).err().strip())
        .isEqualTo("There is no record A9 in this run. See the column id of crossref.csv.");
    Files.writeString(base, "changed");
    assertThat(Said.by("explain", "A1", "A2", "--run", out.toString()).err().strip())
        .isEqualTo(base + " is gone or has changed since the run. Run it once more.");
  }

  private static final String FAMILY =
      "id;nom;prenom;email;ville;date de naissance;telephone\n"
          + "A1;Durand;Jean;jean.durand@free.fr;Lyon;12/03/1970;0612345678\n"
          + "A2;DURAND;Jean;jean.durand@free.fr;LYON;12/03/1970;\n"
          + "A3;Durand;Marie;marie.d@free.fr;Lyon;01/05/1972;0612345678\n"
          + "A4;Petit;Anne;anne.petit@orange.fr;Nantes;03/03/1980;\n"
          + "A5;Durant;Jean;jean.durand@free.fr;Lyon;12/03/1970;\n"
          + "A6;Roux;Paul;paul.roux@sfr.fr;Pau;04/08/1966;\n";

  private Path cleaned(String base) throws IOException {
    Path input = Files.writeString(folder.resolve("base.csv"), base);
    Path out = folder.resolve("out");
    assertThat(Said.by("clean", input.toString(), "--out", out.toString()).code()).isZero();
    return out;
  }

  @Test
  void tells_each_way_of_being_only_related_with_its_share() throws IOException {
    Path out = cleaned(FAMILY);
    Map<?, ?> told = json(Said.by("explain", "A1", "A3", "--run", out.toString(), "--json"));
    double odds = 1;
    for (Object relation : (List<?>) told.get("relations")) {
      Map<?, ?> of = (Map<?, ?>) relation;
      assertThat(number(of.get("prior")) + number(of.get("explained")))
          .isCloseTo(number(of.get("weight")), within(1e-9));
      odds += Math.pow(2, number(of.get("weight")));
    }
    assertThat(Math.log(odds) / Math.log(2))
        .isCloseTo(number(told.get("alternative")), within(1e-9));
    List<String> originals = new ArrayList<>();
    for (Object row : (List<?>) told.get("originals")) {
      originals.add(String.valueOf(((Map<?, ?>) row).get("value_a")));
    }
    assertThat(originals).contains("Durand", "12/03/1970");
    assertThat(Said.by("explain", "A1", "A3", "--run", out.toString()).out())
        .contains("Only related, and two?", "one household:", "As they were read:");
  }

  @Test
  void tells_how_a_group_came_together_and_what_holds_it_the_least() throws IOException {
    Path out = cleaned(FAMILY);
    Map<?, ?> told = json(Said.by("explain", "A5", "--run", out.toString(), "--json"));
    assertThat(told.get("cluster_id")).isEqualTo("A1");
    assertThat(told.get("records")).isEqualTo(List.of("A1", "A2", "A5"));
    List<?> joins = (List<?>) told.get("joins");
    assertThat(joins).hasSize(2);
    Map<?, ?> last = (Map<?, ?>) joins.get(1);
    assertThat(told.get("weakest")).isEqualTo(last);
    assertThat(number(last.get("records_a")) + number(last.get("records_b"))).isEqualTo(3);
    assertThat(number(((Map<?, ?>) joins.get(0)).get("weight")))
        .isGreaterThanOrEqualTo(number(last.get("weight")));
    String text = Said.by("explain", "A5", "--run", out.toString()).out();
    assertThat(text)
        .startsWith("Record A5 is one of a group of 3. Its weakest link is ")
        .contains("weakest link", "mean weight between the parts", "Durant · Jean · Lyon");
    assertThat(Said.by("explain", "A6", "--run", out.toString()).out())
        .startsWith("Record A6 is alone: it was put together with no other.");
  }

  @Test
  void writes_a_page_that_hostile_values_do_not_harm() throws IOException {
    String script = "<script>alert(1)</script>";
    Path out = cleaned(FAMILY.replace("ville", script).replace("Lyon", script));
    for (List<String> ids : List.of(List.of("A1", "A2"), List.of("A1"))) {
      Path page = folder.resolve("page" + ids.size() + ".html");
      List<String> command = new ArrayList<>(List.of("explain"));
      command.addAll(ids);
      command.addAll(List.of("--run", out.toString(), "--html", page.toString()));
      Said said = Said.by(command.toArray(new String[0]));
      assertThat(said.err()).isEmpty();
      assertThat(said.out().strip()).endsWith("Page: " + page);
      assertThat(Files.readString(page))
          .contains("<svg viewBox=", "default-src 'none'")
          .doesNotContain("<script");
    }
  }

  @Test
  void names_records_that_share_an_id_by_their_rows_too() throws IOException {
    Path base =
        Files.writeString(
            folder.resolve("base.csv"),
            "Identifiant;nom;prenom;email;ville\n"
                + "A1;Durand;Jean;jean.durand@free.fr;Lyon\n"
                + "A2;Durand;Marie;marie.d@free.fr;Lyon\n"
                + "A3;Petit;Anne;anne.petit@orange.fr;Nantes\n"
                + "A4;Moreau;Luc;luc.moreau@sfr.fr;Lille\n"
                + "A1;DURAND;Jean;jean.durand@free.fr;LYON\n"
                + "A5;Roux;Paul;paul.roux@free.fr;Pau\n");
    Path out = folder.resolve("out");
    assertThat(Said.by("clean", base.toString(), "--out", out.toString()).code()).isZero();
    assertThat(Rows.of(out.resolve("crossref.csv"), ';').column("id"))
        .containsExactly("A1#2", "A2", "A3", "A4", "A1#6", "A5");
    assertThat(Said.by("explain", "A1#2", "A1#6", "--run", out.toString()).out())
        .startsWith("Duplicate: ");
    assertThat(Said.by("explain", "base.csv:2", "A2", "--run", out.toString()).code()).isZero();
    assertThat(Said.by("explain", "A1", "A2", "--run", out.toString()).err().strip())
        .isEqualTo("Several records have the id A1. Name one of them: A1#2, A1#6");
  }

  @Test
  void measures_clusters_against_labelled_clusters() throws IOException {
    Path clusters =
        Files.writeString(
            folder.resolve("clusters.csv"), "id,cluster_id\n1,a\n2,a\n3,a\n4,b\n5,b\n6,c\n");
    Path truth =
        Files.writeString(
            folder.resolve("truth.csv"), "id,cluster_id\n1,x\n2,x\n3,y\n4,y\n5,z\n7,z\n");
    Map<?, ?> told = evaluate(clusters, truth);
    // Found, among the labelled: 12 13 23 45. True: 12 34 57. Common: 12.
    assertThat(number(told.get("precision"))).isEqualTo(1 / 4.0);
    assertThat(number(told.get("recall"))).isEqualTo(1 / 3.0);
    assertThat(number(told.get("f1"))).isCloseTo(2 / 7.0, within(1e-12));
    // B-cubed precision: 2/3 2/3 1/3 1/2 1/2 1 -> 11/18; recall: 1 1 1/2 1/2 1/2 1/2 -> 2/3.
    double precision = (2 / 3.0 + 2 / 3.0 + 1 / 3.0 + 1 / 2.0 + 1 / 2.0 + 1) / 6;
    double recall = (1 + 1 + 0.5 + 0.5 + 0.5 + 0.5) / 6;
    assertThat(number(told.get("bcubed")))
        .isCloseTo(2 * precision * recall / (precision + recall), within(1e-12));
    assertThat(number(told.get("labelled"))).isEqualTo(6);
    assertThat(number(told.get("unclustered"))).isEqualTo(1);
  }

  @Test
  void measures_clusters_against_labelled_pairs() throws IOException {
    Path clusters =
        Files.writeString(
            folder.resolve("clusters.csv"), "id;cluster_id\n1;a\n2;a\n3;a\n4;b\n5;b\n");
    Path truth = Files.writeString(folder.resolve("pairs.csv"), "ID_A,ID_B\n1,2\n2,1\n3,4\n5,4\n");
    Map<?, ?> told = evaluate(clusters, truth);
    // Found: 12 13 23 45. True: 12 34 45, one of them said twice. Common: 12 45.
    assertThat(number(told.get("precision"))).isEqualTo(2 / 4.0);
    assertThat(number(told.get("recall"))).isEqualTo(2 / 3.0);
    assertThat(told.get("bcubed")).isEqualTo("");
    assertThat(
            Said.by(
                    "evaluate",
                    "--clusters",
                    clusters.toString(),
                    "--truth",
                    truth.toString(),
                    "--lang",
                    "fr")
                .out())
        .startsWith("précision                    0,5000");
  }

  private static Map<?, ?> evaluate(Path clusters, Path truth) throws IOException {
    return json(
        Said.by(
            "evaluate", "--clusters", clusters.toString(), "--truth", truth.toString(), "--json"));
  }
}
