package io.limpide.server.job;

import java.sql.SQLException;

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

  /** Says why a run cannot be done; trying again would not help. */
  final class Failure extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;

    /**
     * @param code of the text for people
     */
    public Failure(String code) {
      super(code);
      this.code = code;
    }

    /** Returns the code of the text. */
    public String code() {
      return code;
    }
  }
}
