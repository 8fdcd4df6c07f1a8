package io.limpide.server.command;

import io.limpide.server.database.Database;
import io.limpide.server.database.DatabaseException;
import java.io.IOException;
import java.nio.file.Files;
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

  /** Returns a folder in the data folder, made if need be. */
  Path folder(String name) {
    try {
      return Files.createDirectories(path().resolve(name));
    } catch (IOException e) {
      throw new DatabaseException("data.folder", path().toString());
    }
  }

  Database open() {
    return Database.open(path(), Optional.ofNullable(System.getenv(Database.VARIABLE)));
  }
}
