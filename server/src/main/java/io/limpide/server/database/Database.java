package io.limpide.server.database;

import java.nio.file.Path;
import java.util.Optional;

/** The PostgreSQL that holds everything: one of our own in the data folder, or the one named. */
public sealed interface Database extends AutoCloseable permits EmbeddedDatabase, NamedDatabase {
  /** The variable that names a database; without it there is one in the data folder. */
  String VARIABLE = "LIMPIDE_DATABASE_URL";

  /** Returns where it is. */
  DatabaseAddress address();

  /** Returns whether only one server at a time can use it. */
  boolean alone();

  @Override
  void close();

  /**
   * Opens the database: starts the embedded one unless another is named, and checks that it is safe
   * to use.
   *
   * @param data the data folder
   * @param url what {@link #VARIABLE} holds
   * @throws DatabaseException when it cannot be used
   */
  static Database open(Path data, Optional<String> url) {
    return checked(named(url).orElseGet(() -> EmbeddedDatabase.start(new DataFolder(data).made())));
  }

  /**
   * Opens the database, or joins the embedded one that a server has open; for what only looks.
   *
   * @param data the data folder
   * @param url what {@link #VARIABLE} holds
   * @throws DatabaseException when it cannot be used
   */
  static Database join(Path data, Optional<String> url) {
    return checked(named(url).orElseGet(() -> EmbeddedDatabase.join(new DataFolder(data).made())));
  }

  private static Optional<Database> named(Optional<String> url) {
    return url.filter(text -> !text.isBlank())
        .map(text -> new NamedDatabase(DatabaseAddress.parse(text.strip())));
  }

  private static Database checked(Database database) {
    try {
      SafetyCheck.check(database.address());
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }
}
