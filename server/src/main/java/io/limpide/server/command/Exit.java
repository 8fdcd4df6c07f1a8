package io.limpide.server.command;

/** Exit codes, the same as those of the other commands. */
final class Exit {
  static final int OK = 0;
  static final int FAULT = 1;
  static final int USAGE = 2;
  static final int INPUT = 3;

  private Exit() {}
}
