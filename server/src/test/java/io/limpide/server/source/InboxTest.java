package io.limpide.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InboxTest {
  private final Running server = Running.server();
  private final Path inbox = server.data().resolve("inbox");

  @Test
  void imports_what_is_put_there_once_and_moves_it_away() throws Exception {
    Path source = Files.createDirectories(inbox.resolve("Boîte"));
    Files.writeString(source.resolve("a.csv"), "Nom;E-mail\nDurand;zoe@exemple.fr\n");
    Files.writeString(source.resolve("b.csv.part"), "Nom;E-mail\nHalf;h");
    Files.writeString(source.resolve("c.pdf"), "%PDF-1.7\n");

    Waiting.until("the inbox", () -> Files.exists(source.resolve("done/a.csv")));
    Waiting.until("the inbox", () -> Files.exists(source.resolve("failed/c.pdf")));

    assertThat(Files.readString(source.resolve("failed/c.pdf.txt")))
        .contains("est un document PDF")
        .contains("is a PDF document");
    assertThat(source.resolve("b.csv.part")).exists();
    assertThat(source.resolve("a.csv")).doesNotExist();
    assertThat(
            server
                .owner()
                .sql(
                    """
                    select count(*) from import i join source s on s.id = i.source_id
                    where s.name = 'Boîte'
                    """)
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }
}
