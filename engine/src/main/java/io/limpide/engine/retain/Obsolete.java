package io.limpide.engine.retain;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a party should no longer be held, or not as it is.
 *
 * @param party the party, counted from 0
 * @param cause why
 * @param column the column that tells
 * @param since the date the clock started, where one did
 * @param due the last day within the period; the cause holds on every later day; null where the
 *     cause knows no period
 */
public record Obsolete(
    int party, Cause cause, String column, @Nullable LocalDate since, @Nullable LocalDate due) {

  /** Why a party is obsolete. The rule behind each is in the message bundle of this package. */
  public enum Cause {
    /** Mail to the address comes back for good. */
    HARD_BOUNCED,
    /** The person said no: the profile may go, the opposition must be kept. */
    UNSUBSCRIBED,
    /** No sign of life for the recipe's period: to be asked, then let go. */
    INACTIVE,
    /** The period for which a person may be held is over. */
    RETENTION_DUE,
    /** The company or site has ceased to exist. */
    CLOSED;

    /** Returns the word that results use. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
