package io.limpide.server;

import io.limpide.server.command.Commands;

/** Starts what needs the database: {@code serve} and the commands beside it. */
public final class ServerCommands {
  private ServerCommands() {}

  /** Starts, and answers with an exit code. */
  public static void main(String[] arguments) {
    System.exit(Commands.run(arguments));
  }
}
