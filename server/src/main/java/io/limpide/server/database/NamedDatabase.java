package io.limpide.server.database;

/** A database that somebody else runs. */
record NamedDatabase(DatabaseAddress address) implements Database {
  @Override
  public boolean alone() {
    return false;
  }

  @Override
  public void close() {
    // it goes on without us
  }
}
