package io.limpide.server.command;

import io.limpide.server.database.DataFolder;
import io.limpide.server.database.Database;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where everything is kept: the data folder, or the database that the environment names. */
final class DataOption {
  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
  private Optional<Path> data = Optional.empty();

  Path path() {
    return data.orElseGet(() -> Path.of(System.getProperty("user.home"), ".limpide"))
        .toAbsolutePath()
        .normalize();
  }

  DataFolder folder() {
    return new DataFolder(path()).made();
  }

  /** Opens the database for this command alone. */
  Database open() {
    return Database.open(path(), named());
  }

  /** Opens the database, or joins the one that a running server has open. */
  Database join() {
    return Database.join(path(), named());
  }

  private static Optional<String> named() {
    return Optional.ofNullable(System.getenv(Database.VARIABLE));
  }
}
