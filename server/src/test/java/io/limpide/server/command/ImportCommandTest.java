package io.limpide.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.account.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandTest {
  private static final String FILE =
      "Nom;Prénom;E-mail\nDurand;Zoé;zoe@exemple.fr\nPetit;Luc;luc@exemple.fr\n";

  @TempDir Path folder;
  private final Running server = Running.server();

  private record Said(int exit, String out, String err) {}

  private Said run(String file, String scope, String... more) throws IOException {
    Path token = folder.resolve("token");
    Files.writeString(token, server.token(server.account(Role.STEWARD), scope) + "\n");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                folder.resolve(file).toString(),
                "--server",
                server.address(),
                "--token-file",
                token.toString(),
                "--lang",
                "en"));
    arguments.addAll(List.of(more));
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    try {
      int exit = new CommandLine(new ImportCommand()).execute(arguments.toArray(String[]::new));
      return new Said(
          exit, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  @Test
  void sends_a_file_and_says_what_became_of_it() throws Exception {
    Files.writeString(folder.resolve("Salon d'été.csv"), FILE);

    Said said = run("Salon d'été.csv", "import", "--wait");

    assertThat(said.exit()).describedAs(said.err()).isZero();
    assertThat(said.out())
        .contains("The import has begun: " + server.address() + "/imports/")
        .contains("Imported: 2 new, 0 updated, 0 unchanged, 0 rejected.");
    assertThat(
            server
                .owner()
                .sql("select count(*) from source where name = ?")
                .param("Salon d'été")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void says_what_would_happen_and_changes_nothing() throws Exception {
    Files.writeString(folder.resolve("preview.csv"), FILE);

    Said said = run("preview.csv", "import", "--preview");

    assertThat(said.exit()).describedAs(said.err()).isZero();
    assertThat(said.out())
        .contains("Would be imported: 2 new, 0 updated, 0 unchanged, 0 rejected.")
        .containsPattern("E-mail → email \\([0-9]+ % sure\\)")
        .contains("Nothing was changed. Decide and start here: " + server.address() + "/imports/");
    assertThat(
            server
                .owner()
                .sql(
                    """
                    select count(*) from record r join source s on s.id = r.source_id
                    where s.name = 'preview'
                    """)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void says_why_a_file_could_not_be_imported() throws Exception {
    Files.writeString(folder.resolve("a.pdf"), "%PDF-1.7\n");

    Said said = run("a.pdf", "import", "--wait");

    assertThat(said.exit()).isEqualTo(Exit.INPUT);
    assertThat(said.err().strip())
        .isEqualTo("a.pdf is a PDF document. Export the data as CSV or XLSX instead.");
  }

  @Test
  void is_refused_with_a_token_of_another_scope() throws Exception {
    Files.writeString(folder.resolve("b.csv"), FILE);

    Said said = run("b.csv", "read");

    assertThat(said.exit()).isEqualTo(Exit.FAULT);
    assertThat(said.err()).startsWith("You may not do this.");
  }

  @Test
  void names_the_file_that_is_not_there() throws Exception {
    Said said = run("none.csv", "import");

    assertThat(said.exit()).isEqualTo(Exit.INPUT);
    assertThat(said.err()).contains("none.csv: there is no such file");
  }
}
