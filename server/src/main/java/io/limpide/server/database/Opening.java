package io.limpide.server.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * A database that is being opened and brought to this version while the server gets ready: both
 * take seconds, and neither needs the other before the first page.
 */
public final class Opening implements AutoCloseable {
  private final CompletableFuture<Database> opened = new CompletableFuture<>();
  private final CompletableFuture<DatabaseAddress> migrated;

  private Opening(Supplier<Database> database) {
    migrated =
        opened.thenApply(
            open -> {
              Migrations.migrate(open.address());
              return open.address();
            });
    Thread thread =
        new Thread(
            () -> {
              try {
                opened.complete(database.get());
              } catch (RuntimeException | Error e) {
                opened.completeExceptionally(e);
              }
            },
            "database");
    thread.setDaemon(true);
    thread.start();
  }

  /** Begins to open a database. */
  public static Opening of(Supplier<Database> database) {
    return new Opening(database);
  }

  /**
   * Returns where the database is, once it is of this version.
   *
   * @throws DatabaseException when it cannot be used
   */
  public DatabaseAddress address() {
    try {
      return migrated.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof DatabaseException refused) {
        throw refused;
      }
      throw e;
    }
  }

  /** Returns whether no other server can use the database, once it is of this version. */
  public boolean alone() {
    address();
    return opened.join().alone();
  }

  /** Closes the database, once it is open. */
  @Override
  public void close() {
    opened
        .handle(
            (database, failure) -> {
              if (database != null) {
                migrated.handle((address, failed) -> address).join();
                database.close();
              }
              return database;
            })
        .join();
  }
}
