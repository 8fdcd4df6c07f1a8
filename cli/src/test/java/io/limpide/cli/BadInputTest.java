package io.limpide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot work is refused in words: the place, the value, the way out. Nothing is lost. */
final class BadInputTest {
  private static final String TABLE = "nom;email\nDURAND;j.durand@free.fr\nPetit;a.petit@free.fr\n";

  @TempDir private Path folder = Path.of(".");

  private String file(String name, String text) throws IOException {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private String file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes).toString();
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void refuses(int code, String words, String... arguments) throws IOException {
    List<String> before = left();
    Said said = Said.by(arguments);
    assertThat(said.all()).isEqualTo(words.strip());
    assertThat(said.code()).isEqualTo(code);
    assertThat(left()).as("what was left in the folder").isEqualTo(before);
  }

  @Test
  void names_a_file_that_is_not_there() throws IOException {
    String missing = folder.resolve("nope.csv").toString();
    refuses(3, missing + ": there is no such file. Check the path and the name.", "clean", missing);
    refuses(
        3,
        missing + " : ce fichier n'existe pas. Vérifiez le chemin et le nom.",
        "clean",
        missing,
        "--lang",
        "fr");
  }

  @Test
  void refuses_folders_and_files_that_hold_no_table() throws IOException {
    refuses(3, folder + " is a folder. Name a file in it.", "profile", folder.toString());
    refuses(3, "empty.csv is empty. Export it again.", "clean", file("empty.csv", ""));
    refuses(
        3,
        "header.csv holds the names of columns and no record. Export it again; perhaps a filter"
            + " was on.",
        "clean",
        file("header.csv", "nom;email\n"));
    refuses(
        3,
        "footers.csv: every record was rejected (2), so nothing is left to work on. Row 3: The line"
            + " stands below the table. Correct the file; if it is text, it can also be said how to"
            + " read it: --delimiter, --quote, --encoding, --no-header.",
        "clean",
        file("footers.csv", "nom;email;ville\n\na;b\nc;d\n"));
    byte[] noise = new byte[4000];
    new java.util.Random(7).nextBytes(noise);
    refuses(
        3, "noise.csv holds no text. Save it as CSV or XLSX.", "clean", file("noise.csv", noise));
  }

  @Test
  void refuses_packed_files_that_are_meant_to_do_harm() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      byte[] zeros = new byte[1 << 20];
      Arrays.fill(zeros, (byte) '0');
      for (int i = 0; i < 300; i++) {
        out.write(zeros);
      }
    }
    refuses(
        3,
        "bomb.gz unpacks to far more than an honest file would: it may be meant to do harm. If you"
            + " trust it, unpack it yourself.",
        "clean",
        file("bomb.gz", bytes.toByteArray()));
  }

  @Test
  void refuses_workbooks_that_are_locked_or_reach_outside() throws IOException {
    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    byte[] locked = new byte[4096];
    byte[] head = {
      (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };
    System.arraycopy(head, 0, locked, 0, head.length);
    System.arraycopy(name, 0, locked, 1536, name.length);
    refuses(
        3,
        "locked.xlsx is protected by a password. Open it in Excel, remove the password (File > Info"
            + " > Protect Workbook) and save it again.",
        "clean",
        file("locked.xlsx", locked));
    refuses(
        3,
        "xxe.xlsx holds a document type (DOCTYPE), which no real workbook has; it was not read."
            + " Open it in Excel and save it again.",
        "clean",
        file(
            "xxe.xlsx",
            workbook("<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;")));
  }

  private static byte[] workbook(String prolog, String cell) throws IOException {
    String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default"
              + " Extension='rels'"
              + " ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Override"
              + " PartName='/xl/workbook.xml' ContentType='"
              + types
              + "sheet.main+xml'/>"
              + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='"
              + types
              + "worksheet+xml'/></Types>");
      part(zip, "_rels/.rels", relation(relations, office + "/officeDocument", "xl/workbook.xml"));
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns='"
              + main
              + "' xmlns:r='"
              + office
              + "'><sheets>"
              + "<sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>");
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          relation(relations, office + "/worksheet", "worksheets/sheet1.xml"));
      part(
          zip,
          "xl/worksheets/sheet1.xml",
          prolog
              + "<worksheet xmlns='"
              + main
              + "'><sheetData><row r='1'><c r='A1' t='inlineStr'>"
              + "<is><t>"
              + cell
              + "</t></is></c></row></sheetData></worksheet>");
    }
    return bytes.toByteArray();
  }

  private static String relation(String namespace, String type, String target) {
    return "<Relationships xmlns='"
        + namespace
        + "'><Relationship Id='r1' Type='"
        + type
        + "' Target='"
        + target
        + "'/></Relationships>";
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(("<?xml version='1.0'?>" + xml).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  @Test
  void gathers_every_mistake_of_a_recipe() throws IOException {
    String recipe =
        file(
            "recipe.yaml",
            """
            version: 1
            country: XX
            surnames: uper
            rules:
              email.lower_cas: safe
              email.dot: perhaps
            match:
              merge_at: 2
            retention:
              inactive_months: -4
            foo: 1
            """);
    refuses(
        4,
        recipe
            + """
             has 7 problem(s):
              line 2, country: 'XX' is no ISO 3166 country code of two capital letters, such as FR
              line 3, surnames: 'uper' is not possible here (possible: capitalised, upper); did you mean 'upper'?
              line 5, rules.email.lower_cas: there is no correction rule 'email.lower_cas'; did you mean 'email.lower_case'?
              line 6, rules.email.dot: 'perhaps' is not possible here (possible: safe, suggested, off)
              line 8, match.merge_at: must be a probability above 0 and at most 1, but is '2'
              line 10, retention.inactive_months: must be a whole number from 1 to 600, but is '-4'
              line 11, foo: unknown word 'foo'
            """,
        "clean",
        file("base.csv", TABLE),
        "--recipe",
        recipe);
  }

  @Test
  void names_blocking_rules_that_the_records_do_not_allow() throws IOException {
    String base = file("base.csv", TABLE);
    String recipe = file("recipe.yaml", "match:\n  blocking: [email, emial + family_name.sound]\n");
    String possible =
        "family_name, family_name.sound, family_name.beginning, family_name.ending,"
            + " family_name.wide, email, email.local, email.beginning";
    refuses(
        4,
        recipe
            + " has 1 problem(s):\n"
            + "  match.blocking[2]: these records cannot be searched by 'emial' (possible: "
            + possible
            + "; joined by +, and at most one of which a record has several); did you mean"
            + " 'email'?\n",
        "match",
        base,
        "--recipe",
        recipe);
    refuses(
        4,
        recipe
            + " contient 1 erreur(s) :\n"
            + "  match.blocking[2] : on ne peut pas chercher ces fiches par « emial » (possibles : "
            + possible
            + " ; reliés par +, et au plus un dont une fiche a plusieurs) ; vouliez-vous dire"
            + " « email » ?\n",
        "clean",
        base,
        "--recipe",
        recipe,
        "--lang",
        "fr");
  }

  @Test
  void names_columns_that_only_the_recipe_knows() throws IOException {
    String base = file("base.csv", TABLE);
    String recipe =
        file(
            "recipe.yaml",
            """
            fields:
              "nomm": family_name
            sources:
              "base.csv":
                "emial": email
            match:
              ignore: ["telephone"]
            survivorship:
              columns:
                "ville": [most_recent]
            """);
    refuses(
        4,
        recipe
            + """
             contient 4 erreur(s) :
              fields.nomm : il n'y a pas de colonne « nomm » ; vouliez-vous dire « nom » ?
              sources.base.csv.emial : il n'y a pas de colonne « emial » ; vouliez-vous dire « email » ?
              survivorship.columns : il n'y a pas de colonne « ville »
              match.ignore : il n'y a pas de colonne « telephone »
            """,
        "clean",
        base,
        "--recipe",
        recipe,
        "--lang",
        "fr");
  }

  @Test
  void words_what_is_no_yaml() throws IOException {
    String base = file("base.csv", TABLE);
    String tab = file("tab.yaml", "version: 1\nfields:\n\tnom: family_name\n");
    refuses(
        4,
        tab
            + " contient 1 erreur(s) :\n"
            + "  ligne 3 : cette ligne commence par une tabulation ; utilisez des espaces",
        "clean",
        base,
        "--recipe",
        tab,
        "--lang",
        "fr");
    String open = file("open.yaml", "version: 1\nfields: {\n");
    Said said = Said.by("clean", base, "--recipe", open);
    assertThat(said.err())
        .contains("has 1 problem(s):\n  line ", "this is not YAML (", "put texts that hold");
    assertThat(said.code()).isEqualTo(4);
  }

  @Test
  void refuses_recipes_that_are_none() throws IOException {
    String base = file("base.csv", TABLE);
    String missing = folder.resolve("r.yaml").toString();
    refuses(
        4,
        "There is no recipe "
            + missing
            + ". To have one proposed: limpide recipe FILE --out "
            + missing,
        "clean",
        base,
        "--recipe",
        missing);
    refuses(
        4,
        "The recipe "
            + folder
            + " cannot be read. Check that it is a file and that you may read it.",
        "clean",
        base,
        "--recipe",
        folder.toString());
    String latin = file("latin.yaml", "country: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
    refuses(
        4,
        "The recipe " + latin + " is not in UTF-8. Save it as UTF-8.",
        "clean",
        base,
        "--recipe",
        latin);
  }

  @Test
  void words_what_is_wrong_with_a_command_line() throws IOException {
    String base = file("base.csv", TABLE);
    String more = "\nSee: limpide clean --help";
    refuses(2, "Something is missing: FILE" + more, "clean");
    refuses(2, "There is no option --nope here." + more, "clean", base, "--nope");
    refuses(2, "--out needs a value: DIR" + more, "clean", base, "--out");
    refuses(2, "--format takes csv|xlsx, not 'doc'." + more, "clean", base, "--format", "doc");
    refuses(2, "--lang takes fr|en, not 'de'." + more, "clean", base, "--lang", "de");
    refuses(
        2, "--out is there twice; say it once." + more, "clean", base, "--out", "a", "--out", "b");
    refuses(2, "Il manque : FILE\nVoir : limpide clean --help", "clean", "--lang", "fr");
    refuses(2, "There is no command 'clena'.\nDid you mean: clean?\nSee: limpide --help", "clena");
    refuses(
        2,
        "--today must be a date such as 2026-12-31, but is '31/12/2026'.",
        "clean",
        base,
        "--today",
        "31/12/2026");
    refuses(2, "--delimiter takes one character, not ';;'.", "clean", base, "--delimiter", ";;");
    refuses(
        2,
        "There is no encoding called klingon. Try UTF-8, windows-1252 or ISO-8859-15.",
        "clean",
        base,
        "--encoding",
        "klingon");
    refuses(
        2,
        "No input has a column 'nomm', which --id names. Did you mean 'nom'?",
        "clean",
        base,
        "--id",
        "nomm");
    refuses(
        3,
        "Two inputs are called base.csv. Rename one, so that their records can be told apart.",
        "clean",
        base,
        base);
  }

  @Test
  void leaves_what_cannot_be_written_as_it_was() throws IOException {
    String base = file("base.csv", TABLE);
    refuses(
        5,
        base + " is a file, not a folder. Name another folder for the results.",
        "clean",
        base,
        "--out",
        base);
    refuses(
        5,
        base
            + " is the file being read; it is never overwritten. Name another folder for the"
            + " results.",
        "recipe",
        base,
        "--out",
        base);
    assertThat(Files.readString(Path.of(base))).isEqualTo(TABLE);
  }

  @Test
  void keeps_the_results_of_an_earlier_run_when_a_later_one_fails() throws IOException {
    String base = file("base.csv", TABLE);
    Path out = folder.resolve("out");
    assertThat(Said.by("clean", base, "--out", out.toString()).code()).isZero();
    byte[] before = Files.readAllBytes(out.resolve("clean.csv"));
    Files.delete(out.resolve("report.html"));
    Files.createDirectory(out.resolve("report.html"));
    Said said = Said.by("clean", base, "--out", out.toString(), "--exact");
    assertThat(said.code()).isEqualTo(5);
    assertThat(said.err()).contains("report.html should become a file, but is a folder.");
    assertThat(Files.readAllBytes(out.resolve("clean.csv"))).isEqualTo(before);
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.filter(file -> file.getFileName().toString().startsWith("."))).isEmpty();
    }
  }

  @Test
  void takes_the_smallest_tables_there_are() throws IOException {
    String one = file("one.csv", "email\nPAUL@ORANGE.FR\n");
    assertThat(Said.by("clean", one, "--out", folder.resolve("o1").toString()).code()).isZero();
    assertThat(Rows.of(folder.resolve("o1/clean.csv"), ',').rows())
        .isEqualTo(List.of(List.of("paul@orange.fr")));
    String odd = file("odd.csv", "x1;x2\nqq;12k\nzz;13k\nyy;14z\n");
    assertThat(Said.by("clean", odd, "--out", folder.resolve("o2").toString()).code()).isZero();
    String twice = file("twice.csv", "nom;nom;email\nA;B;a@b.fr\nC;D;c@d.fr\n");
    assertThat(Said.by("clean", twice, "--out", folder.resolve("o3").toString()).out())
        .contains("twice.csv: Several columns are called nom.");
    assertThat(Rows.of(folder.resolve("o3/clean.csv"), ';').header())
        .isEqualTo(List.of("nom", "nom", "email"));
  }

  @Test
  void words_an_evaluation_that_cannot_be() throws IOException {
    String clusters = file("clusters.csv", "id,cluster_id\n1,a\n2,a\n");
    String truth = file("truth.csv", "id,group\n1,a\n2,a\n");
    refuses(
        3,
        truth + " has no column 'cluster_id'; it has: id, group.",
        "evaluate",
        "--clusters",
        clusters,
        "--truth",
        truth);
    refuses(
        3,
        folder + " holds no run of limpide clean. Name its output folder with --run.",
        "explain",
        "1",
        "2",
        "--run",
        folder.toString());
  }
}
