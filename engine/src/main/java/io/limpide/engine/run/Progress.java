package io.limpide.engine.run;

/** Is told how far a run is. Calls come from one thread, often; an implementation must be quick. */
public interface Progress {
  /** Tells nobody. */
  Progress NONE = (stage, done, of) -> {};

  /**
   * Told of progress.
   *
   * @param stage what is being done
   * @param done how much of it is done
   * @param of how much there is; 0 when unknown
   */
  void report(Stage stage, long done, long of);

  /** The steps of a run, in order. */
  enum Stage {
    READ,
    RECOGNIZE,
    STANDARDIZE,
    VALIDATE,
    PROFILE,
    MATCH,
    MERGE,
    RETAIN,
    WRITE;

    /** Returns the end of the stage's key in the message bundles. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
