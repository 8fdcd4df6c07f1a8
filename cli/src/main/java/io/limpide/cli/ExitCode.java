package io.limpide.cli;

import java.util.List;

/** What the process answers; documented in the guide. */
final class ExitCode {
  /** All is done. */
  static final int OK = 0;

  /** A fault of Limpide itself. */
  static final int FAULT = 1;

  /** The command line is not understood. */
  static final int USAGE = 2;

  /** An input cannot be read. */
  static final int INPUT = 3;

  /** The recipe has mistakes. */
  static final int RECIPE = 4;

  /** A result cannot be written. */
  static final int OUTPUT = 5;

  /** Interrupted, as by Ctrl-C; the system answers so. */
  static final int INTERRUPTED = 130;

  /** Every code, for the help. */
  static final List<Integer> ALL = List.of(OK, FAULT, USAGE, INPUT, RECIPE, OUTPUT, INTERRUPTED);

  private ExitCode() {}
}
