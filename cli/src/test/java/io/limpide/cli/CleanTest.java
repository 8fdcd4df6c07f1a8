package io.limpide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code limpide clean} promises of its results, whatever is in the file. */
final class CleanTest {
  private static final Path SAMPLE = Path.of("../samples/crm-export.csv");
  private static final int TAKEN = 600;

  @TempDir private Path folder = Path.of(".");

  /** The beginning of the sample: small, and as messy as the whole. */
  private List<String> lines() throws IOException {
    String text = new String(Files.readAllBytes(SAMPLE), StandardCharsets.ISO_8859_1);
    List<String> lines = new ArrayList<>();
    for (String line : List.of(text.split("\r\n", -1))) {
      if (lines.size() <= TAKEN
          && line.chars().filter(c -> c == '"').count() % 2 == 0
          && !line.isEmpty()
          && line.indexOf('\n') < 0) {
        lines.add(line);
      }
    }
    return lines;
  }

  private Path base(String name, List<String> lines) throws IOException {
    return Files.write(
        folder.resolve(name),
        (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  private Path clean(String out, String... arguments) {
    Path to = folder.resolve(out);
    List<String> all =
        new ArrayList<>(List.of("clean", "--today", "2026-11-01", "--out", to.toString()));
    all.addAll(List.of(arguments));
    Said said = Said.by(all.toArray(String[]::new));
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
    return to;
  }

  private static Map<String, String> digests(Path folder) throws IOException {
    Map<String, String> bytes = new HashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        bytes.put(
            file.getFileName().toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return bytes;
  }

  @Test
  void gives_the_same_bytes_for_the_same_input_and_for_its_own_recipe() throws IOException {
    Path base = base("base.csv", lines());
    Path first = clean("first", base.toString());
    assertThat(digests(clean("second", base.toString()))).isEqualTo(digests(first));
    Path again =
        clean("again", base.toString(), "--recipe", first.resolve("recipe.yaml").toString());
    Map<String, String> expected = digests(first);
    Map<String, String> found = digests(again);
    // What was recognised with some confidence is now said, so the confidence differs.
    List.of("recipe.yaml", "run.json", "report.html")
        .forEach(
            name -> {
              expected.remove(name);
              found.remove(name);
            });
    assertThat(found).isEqualTo(expected);
    assertThat(expected.keySet())
        .containsExactlyInAnyOrder(
            "clean.csv",
            "crossref.csv",
            "changes.csv",
            "findings.csv",
            "pairs.csv",
            "clusters.csv",
            "match-report.html",
            "review.csv",
            "obsolete.csv",
            "rejected.csv");
  }

  @Test
  void names_the_files_that_it_wrote() throws IOException {
    Path out = clean("book", base("base.csv", lines()).toString(), "--format", "xlsx");
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("changes.xlsx", "review.xlsx", "findings.xlsx", "clean.xlsx", "base.csv")
        .doesNotContain("changes.csv", "review.csv", "findings.csv", "clean.csv", "obsolete.csv");
  }

  @Test
  void loses_no_row_no_column_and_no_value() throws IOException {
    Path base = base("base.csv", lines());
    Path out = clean("out", base.toString());
    Rows input = Rows.of(base, ';');
    Rows cross = Rows.of(out.resolve("crossref.csv"), ';');
    Rows clean = Rows.of(out.resolve("clean.csv"), ';');
    Rows rejected = Rows.of(out.resolve("rejected.csv"), ';');
    assertThat(cross.rows().size() + rejected.rows().size()).isEqualTo(input.rows().size());
    assertThat(cross.column("row")).doesNotHaveDuplicates();
    assertThat(clean.header()).hasSize(input.header().size());
    assertThat(clean.header().get(0)).isEqualTo("Identifiant");
    // Each party is there, in the row that the records are pointed to.
    List<String> ids = clean.column("Identifiant");
    for (List<String> row : cross.rows()) {
      String party = row.get(cross.header().indexOf("party"));
      int at = Integer.parseInt(row.get(cross.header().indexOf("clean_row"))) - 2;
      assertThat(ids.get(at)).isEqualTo(party);
    }
    assertThat(new TreeSet<>(cross.column("party"))).hasSize(clean.rows().size());
  }

  @Test
  void tells_for_every_value_that_differs_what_it_was() throws IOException {
    Path base = base("base.csv", lines());
    Path out = clean("out", base.toString(), "--encoding", "windows-1252");
    Rows changes = Rows.of(out.resolve("changes.csv"), ';');
    Map<String, String> input = new HashMap<>();
    List<String> header = List.of(read(lines().get(0)).split(";", -1));
    List<String> lines = lines();
    for (int row = 1; row < lines.size(); row++) {
      String[] cells = read(lines.get(row)).split(";", -1);
      for (int column = 0; column < header.size(); column++) {
        input.put((row + 1) + "/" + header.get(column), cells[column]);
      }
    }
    Map<String, String> last = new HashMap<>();
    int compared = 0;
    for (List<String> change : changes.rows()) {
      String place = change.get(1) + "/" + change.get(3);
      if (change.get(6).equals("merge") || !change.get(7).equals("safe")) {
        continue;
      }
      String before = last.getOrDefault(place, input.get(place));
      if (!last.containsKey(place)) {
        assertThat(change.get(4)).as(place).isEqualTo(before);
        compared++;
      }
      last.put(place, change.get(5));
    }
    assertThat(compared).isGreaterThan(500);
  }

  private static String read(String latin) {
    return new String(
        latin.getBytes(StandardCharsets.ISO_8859_1),
        java.nio.charset.Charset.forName("windows-1252"));
  }

  @Test
  void finds_the_same_groups_whatever_the_order_of_the_rows() throws IOException {
    List<String> lines = lines();
    Path one = clean("one", base("base.csv", lines).toString());
    List<String> shuffled = new ArrayList<>(lines.subList(1, lines.size()));
    Collections.shuffle(shuffled, new Random(7));
    shuffled.add(0, lines.get(0));
    Path other = clean("other", base("base.csv", shuffled).toString());
    assertThat(groups(other)).isEqualTo(groups(one));
  }

  private static Set<String> groups(Path out) throws IOException {
    Rows clusters = Rows.of(out.resolve("clusters.csv"), ';');
    Map<String, TreeSet<String>> groups = new HashMap<>();
    for (List<String> row : clusters.rows()) {
      groups.computeIfAbsent(row.get(1), key -> new TreeSet<>()).add(row.get(0));
    }
    return groups.values().stream()
        .map(String::valueOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void finds_next_to_nothing_to_correct_in_what_it_cleaned() throws IOException {
    Path first = clean("first", base("base.csv", lines()).toString());
    Path second = clean("second", first.resolve("clean.csv").toString());
    Rows changes = Rows.of(second.resolve("changes.csv"), ';');
    List<String> again =
        changes.rows().stream()
            .filter(row -> row.get(7).equals("safe") && !row.get(6).equals("merge"))
            .map(String::valueOf)
            .toList();
    assertThat(again).isEmpty();
  }

  @Test
  void writes_no_cell_that_a_spreadsheet_would_run_and_reads_its_own_back() throws IOException {
    Path base =
        Files.writeString(
            folder.resolve("base.csv"),
            "nom;email;note\nDURAND;j.durand@free.fr;=1+1\nPETIT;a.petit@free.fr;@SUM(A1)\n"
                + "MARTIN;p.martin@free.fr;-2+3\nROUX;l.roux@free.fr;bonjour\n");
    Path guarded = clean("guarded", base.toString());
    Rows safe = Rows.of(guarded.resolve("clean.csv"), ';');
    assertThat(safe.column("note"))
        .noneMatch(cell -> !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0);
    Path exact = clean("exact", base.toString(), "--exact");
    assertThat(Rows.of(exact.resolve("clean.csv"), ';').column("note"))
        .containsExactly("=1+1", "@SUM(A1)", "-2+3", "bonjour");
    Path back = clean("back", guarded.resolve("clean.csv").toString(), "--exact");
    assertThat(Rows.of(back.resolve("clean.csv"), ';').column("note"))
        .containsExactly("=1+1", "@SUM(A1)", "-2+3", "bonjour");
  }

  @Test
  void unites_sources_and_names_records_by_file_and_row() throws IOException {
    Path crm =
        Files.writeString(
            folder.resolve("crm.csv"),
            "nom;prénom;email;ville\nDurand;Jean;jean.durand@free.fr;Lyon\n"
                + "Petit;Anne;anne.petit@free.fr;Nantes\n");
    Path shop =
        Files.writeString(
            folder.resolve("shop.csv"),
            "last name,first name,e-mail,city\nDURAND,Jean,jean.durand@free.fr,Lyon\n"
                + "Leroy,Paul,paul.leroy@orange.fr,Brest\n");
    Path out = clean("out", crm.toString(), shop.toString());
    Rows cross = Rows.of(out.resolve("crossref.csv"), ';');
    assertThat(cross.column("id"))
        .containsExactly("crm.csv:2", "crm.csv:3", "shop.csv:2", "shop.csv:3");
    Rows clean = Rows.of(out.resolve("clean.csv"), ';');
    assertThat(clean.header()).containsExactly("nom", "prénom", "email", "ville");
    assertThat(clean.rows()).hasSize(3);
  }

  @Test
  void reads_standard_input() throws IOException {
    Path to = folder.resolve("out");
    Said said =
        Said.reading(
            "nom;email\nDURAND;J.DURAND@FREE.FR\nPetit;a.petit@free.fr\n"
                .getBytes(StandardCharsets.UTF_8),
            "clean",
            "-",
            "--out",
            to.toString(),
            "--quiet");
    assertThat(said.all()).isEmpty();
    assertThat(Rows.of(to.resolve("clean.csv"), ';').column("email"))
        .containsExactly("j.durand@free.fr", "a.petit@free.fr");
  }

  @Test
  void speaks_french_in_its_results_too() throws IOException {
    Path base = base("base.csv", lines());
    Path out = clean("out", base.toString(), "--lang", "fr");
    assertThat(Files.readString(out.resolve("recipe.yaml"))).startsWith("# Recette Limpide");
    assertThat(Files.readString(out.resolve("report.html"))).contains("<html lang=\"fr\"");
    assertThat(Rows.of(out.resolve("changes.csv"), ';').column("why"))
        .contains("valeur de référence choisie parmi les fiches réunies");
  }

  @Test
  void writes_workbooks_that_it_reads_again() throws IOException {
    Path base = base("base.csv", lines().subList(0, 60));
    Path csv = clean("csv", base.toString());
    Path xlsx = clean("xlsx", base.toString(), "--format", "xlsx");
    Path again = clean("again", xlsx.resolve("clean.xlsx").toString(), "--lang", "fr");
    assertThat(Rows.of(again.resolve("clean.csv"), ';').column("E-mail"))
        .isEqualTo(Rows.of(csv.resolve("clean.csv"), ';').column("E-mail"));
  }

  @Test
  void obeys_the_day_that_is_said_before_the_one_of_the_recipe() throws IOException {
    Path base = base("base.csv", lines().subList(0, 30));
    Path recipe = Files.writeString(folder.resolve("r.yaml"), "retention:\n  as_of: 2020-01-01\n");
    Path out = clean("out", base.toString(), "--recipe", recipe.toString());
    assertThat(Files.readString(out.resolve("run.json"))).contains("\"as_of\" : \"2026-11-01\"");
  }
}
