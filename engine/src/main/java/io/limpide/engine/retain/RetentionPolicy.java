package io.limpide.engine.retain;

import java.time.LocalDate;
import java.util.List;

/**
 * How long a person may be held, and when silence becomes inactivity.
 *
 * <p>Three years after collection or the last contact that came from the person is the reference of
 * the CNIL for prospects (NS-48 art. 5; délibération 2021-131), not a statute: another period needs
 * a written justification.
 *
 * @param asOf the day on which it is judged, in the time zone of Paris
 * @param inactiveMonths months without a sign of life after which a party is a candidate for
 *     re-engagement; 1 to 600
 * @param retentionYears years after collection or last contact after which a person is due; 1 to
 *     100
 * @param contactColumns the columns that hold contacts coming from the person; empty means: every
 *     date of last activity whose name does not say that it is our own doing
 */
public record RetentionPolicy(
    LocalDate asOf, int inactiveMonths, int retentionYears, List<String> contactColumns) {
  /** The default number of months without a sign of life. */
  public static final int INACTIVE_MONTHS = 6;

  /** The default number of years. */
  public static final int RETENTION_YEARS = 3;

  public RetentionPolicy {
    if (inactiveMonths < 1 || inactiveMonths > 600) {
      throw new IllegalArgumentException("inactive months must lie in 1 to 600: " + inactiveMonths);
    }
    if (retentionYears < 1 || retentionYears > 100) {
      throw new IllegalArgumentException("retention years must lie in 1 to 100: " + retentionYears);
    }
    contactColumns = List.copyOf(contactColumns);
  }

  /** Returns the defaults as of a day. */
  public static RetentionPolicy asOf(LocalDate day) {
    return new RetentionPolicy(day, INACTIVE_MONTHS, RETENTION_YEARS, List.of());
  }
}
