package io.limpide.engine.cluster;

/**
 * How groups may grow.
 *
 * @param support two groups join only if the pairs between them weigh at least this on average
 * @param pairsAsked at most so many pairs between two groups are looked at
 * @param large a group of more records is doubtful
 */
public record ClusterSettings(double support, int pairsAsked, int large) {
  /** On average little speaks against it; groups up to 50 records raise no question. */
  public static final ClusterSettings DEFAULT = new ClusterSettings(-2, 36, 50);
}
