package io.limpide.server.command;

import io.limpide.server.backup.Backup;
import io.limpide.server.database.Database;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code limpide backup}: the whole base in one file, while the server goes on. */
@Command(name = "backup", sortOptions = false)
final class BackupCommand implements Callable<Integer> {
  private static final int MEGABYTE = 1_000_000;

  @Parameters(paramLabel = "FILE", descriptionKey = "limpide.backup.file")
  private Path file = Path.of("");

  @Mixin private DataOption data = new DataOption();
  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() {
    try (Database database = data.join()) {
      Backup.Written written = Backup.write(database.address(), file, Commands.ACTOR);
      System.out.println(
          language
              .messages()
              .text(
                  "backup.done",
                  written.tables(),
                  written.rows(),
                  file.toString(),
                  (written.bytes() + MEGABYTE - 1) / MEGABYTE));
      return Exit.OK;
    }
  }
}
