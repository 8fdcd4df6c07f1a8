package io.limpide.server.command;

import io.limpide.engine.message.Messages;
import io.limpide.server.backup.Restore;
import io.limpide.server.database.Database;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limpide restore}: brings a backup back into an empty base, or in place of one. */
@Command(name = "restore", sortOptions = false)
final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", descriptionKey = "limpide.restore.file")
  private Path file = Path.of("");

  @Option(names = "--replace")
  private boolean replace;

  @Option(names = "--yes")
  private boolean yes;

  @Mixin private DataOption data = new DataOption();
  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() {
    Messages messages = language.messages();
    try (Database database = data.open();
        Restore restore = Restore.into(database.address())) {
      Restore.Standing standing = restore.standing();
      if (!standing.empty() && !(replace && yes)) {
        System.err.println(
            messages.text(
                replace ? "restore.needs_yes" : "restore.not_empty",
                standing.accounts(),
                standing.parties(),
                standing.entries(),
                standing.last()));
        return Exit.FAULT;
      }
      Restore.Restored restored = restore.from(file, Commands.ACTOR);
      System.out.println(
          messages.text("restore.done", restored.tables(), restored.rows(), restored.createdAt()));
      return Exit.OK;
    }
  }
}
