package io.limpide.engine.cluster;

/** What is thought of any two records, asked when groups are about to grow together. */
public interface PairJudge {
  /** Returns log2 of the odds that they are one party. */
  double weight(int a, int b);

  /** Returns whether they can never be one party, whatever else speaks for it. */
  boolean conflict(int a, int b);
}
