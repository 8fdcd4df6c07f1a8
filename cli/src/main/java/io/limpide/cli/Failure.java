package io.limpide.cli;

/** Something went wrong in a way that has words: what happened, where, and the way out. */
final class Failure extends Exception {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /** Makes a failure; the message is already in the user's language. */
  Failure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }

  /** Returns the words, which are never missing. */
  String words() {
    return String.valueOf(getMessage());
  }
}
