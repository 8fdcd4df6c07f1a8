package io.limpide.engine.standardize;

/**
 * Brings the values of one field type into standard form and says what is wrong with them.
 *
 * <p>It is asked once per distinct value. Implementations are stateless, so one instance serves all
 * threads, and idempotent: standardising {@link Standardized#value} changes nothing more.
 */
@FunctionalInterface
public interface Standardizer {
  /**
   * Standardises one value, whatever it is: bad data is an answer, never an exception.
   *
   * @param raw the value as the source gave it; empty gives an empty outcome
   */
  Standardized standardize(String raw);
}
