package io.limpide.server.job;

import java.sql.SQLException;
import java.util.List;

/** What runs of a kind do. They are killed at any moment, and taken up again from the beginning. */
public interface Work {
  /** Returns the kind of run. */
  String kind();

  /**
   * Does what is left to be done. What is done in a transaction counts with {@link Progress#tick}.
   *
   * @return the state that follows: done, or a draft where a person has to go on
   * @throws Failure when it cannot be done, in words for people
   */
  Run.State execute(Run run, Progress progress) throws SQLException, Failure;

  /** Returns whether it may be done again and again by itself: it needs no order but its kind. */
  default boolean canBeScheduled() {
    return false;
  }

  /** Says why a run cannot be done; trying again would not help. */
  final class Failure extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;
    private final List<String> arguments;

    /**
     * @param code of the text for people
     * @param arguments that fill the text; never personal data
     */
    public Failure(String code, String... arguments) {
      super(code);
      this.code = code;
      this.arguments = List.of(arguments);
    }

    /** Returns what the text is filled with. */
    public List<String> arguments() {
      return arguments;
    }

    /** Returns the code of the text. */
    public String code() {
      return code;
    }
  }
}
