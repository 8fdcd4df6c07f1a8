package io.limpide.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.cli.Limpide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What the report about matching tells; that it is a sound page, {@link ReportTest} looks at. */
class MatchReportTest {
  private static final Path SAMPLE = Path.of("../samples/crm-export.csv");
  private static String html = "";

  @BeforeAll
  static void match_the_sample(@TempDir Path folder) throws IOException {
    html = Files.readString(match(folder, SAMPLE, "en"));
  }

  private static Path match(Path folder, Path input, String language, String... more) {
    Path out = folder.resolve("matched-" + language);
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                "match",
                input.toString(),
                "--quiet",
                "--lang",
                language,
                "--today",
                "2026-11-20",
                "--out",
                out.toString()));
    command.addAll(List.of(more));
    assertThat(Limpide.run(command.toArray(new String[0]))).isZero();
    return out.resolve("match-report.html");
  }

  private static List<String> texts(String element) {
    return Reports.all(Reports.parse(html), element).stream()
        .map(Element::getTextContent)
        .map(String::strip)
        .toList();
  }

  @Test
  void tells_of_persons_and_companies_in_sections_of_their_own() {
    assertThat(texts("h2"))
        .containsExactly("Persons", "Companies and establishments", "The largest groups");
    assertThat(texts("h3"))
        .containsSubsequence(
            "Thresholds: what they win and what they risk",
            "Pairs at the thresholds",
            "Records too empty to be matched",
            "Values that stand for none",
            "What each field weighs",
            "Which pairs were compared");
  }

  @Test
  void marks_the_threshold_in_use_and_gives_what_others_would_give() {
    Document page = Reports.parse(html);
    List<String> used =
        Reports.all(page, "tr").stream()
            .filter(row -> row.getAttribute("class").equals("used"))
            .map(Element::getTextContent)
            .toList();
    assertThat(used).hasSize(2).allMatch(row -> row.startsWith("50.0% 0.0Duplicate"));
    assertThat(texts("th")).anyMatch(text -> text.startsWith("95.0%"));
  }

  @Test
  void draws_each_distribution_and_curve_with_title_and_description() {
    Document page = Reports.parse(html);
    List<Element> charts = Reports.all(page, "svg");
    assertThat(charts).hasSize(4);
    for (Element chart : charts) {
      assertThat(chart.getElementsByTagName("title").getLength()).isEqualTo(1);
      assertThat(chart.getElementsByTagName("desc").getLength()).isEqualTo(1);
    }
  }

  @Test
  void says_what_each_rule_compares_in_words() {
    assertThat(texts("th")).anyMatch(text -> text.startsWith("Given name (rough sound) + "));
    assertThat(texts("code")).contains("given_name.wide+family_name.wide");
  }

  @Test
  void leaves_no_gap_in_a_sentence_where_no_field_speaks() {
    assertThat(texts("p")).noneMatch(text -> text.contains(":  ") || text.contains(": speak"));
  }

  @Test
  void names_values_that_stand_for_none() {
    assertThat(texts("td")).contains("06 00 00 00 00", "Not compared");
  }

  @Test
  void is_the_same_byte_for_byte_when_made_again(@TempDir Path folder) throws IOException {
    assertThat(Files.readString(match(folder, SAMPLE, "en"))).isEqualTo(html);
  }

  @Test
  void stays_small_and_harmless_whatever_stands_in_the_cells(@TempDir Path folder)
      throws IOException {
    String script = "<script>alert(1)</script>";
    String attack = "\"'><img src=x onerror=alert(1)>{{headline}}";
    StringBuilder base = new StringBuilder("Nom;Prénom;E-mail;\"" + script + "\";Id\n");
    for (int row = 0; row < 400; row++) {
      base.append('"')
          .append(script)
          .append(row % 50)
          .append("\";\"")
          .append(attack.replace("\"", "\"\""))
          .append("\";\"")
          .append(row % 3 == 0 ? script : "x" + row % 40 + "@exemple.fr")
          .append("\";\"")
          .append("é".repeat(5000))
          .append(row % 7)
          .append("\";\"")
          .append(attack.replace("\"", "\"\""))
          .append(row)
          .append("\"\n");
    }
    Path input = Files.writeString(folder.resolve("base.csv"), base.toString());

    Path report = match(folder, input, "fr", "--id", "Id");

    String page = Files.readString(report);
    Document document = Reports.parse(page);
    assertThat(Reports.all(document, "script")).isEmpty();
    assertThat(Reports.all(document, "img")).isEmpty();
    assertThat(page).doesNotContain("<script", "<img");
    assertThat(Files.size(report)).isLessThan(400_000);
  }

  @Test
  void has_something_to_say_where_nothing_could_be_compared(@TempDir Path folder)
      throws IOException {
    Path input = Files.writeString(folder.resolve("one.csv"), "nom;ville\nDurand;Lyon\n");
    assertThat(Files.readString(match(folder, input, "en")))
        .contains("There was nothing to compare.", "No records were put together.");
  }

  @Test
  void tells_of_links_between_two_files(@TempDir Path folder) throws IOException {
    Path one =
        Files.writeString(
            folder.resolve("one.csv"),
            "nom;prenom;email\nDurand;Jean;jean.durand@free.fr\nPetit;Anne;anne@orange.fr\n");
    Path other =
        Files.writeString(
            folder.resolve("other.csv"),
            "nom;prenom;email\nDURAND;Jean;jean.durand@free.fr\nRoux;Paul;paul@sfr.fr\n");
    Path out = folder.resolve("out");
    assertThat(
            Limpide.run(
                "link",
                one.toString(),
                other.toString(),
                "--quiet",
                "--lang",
                "en",
                "--out",
                out.toString()))
        .isZero();
    assertThat(Files.readString(out.resolve("match-report.html")))
        .contains("one.csv, other.csv", "Among 4 records about persons");
  }
}
