package io.limpide.server.party;

import io.limpide.server.job.Way;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How a value came into the base. Whoever imported a file did not write what stands in it: an
 * import has a run and no person, what was typed or decided has a person and no run.
 *
 * @param source of the record that says it
 * @param run the import; 0 where it was none
 * @param account who typed or decided; 0 where nobody did
 * @param month its first day
 */
public record WayIn(Way way, long source, long run, long account, LocalDate month) {
  /** Returns the way in of an import. */
  public static WayIn of(Way way, long source, long run, Instant at) {
    return new WayIn(way, source, run, 0, month(at));
  }

  /** Returns the way in of what somebody typed or decided. */
  static WayIn by(Way way, long source, long account, Instant at) {
    return new WayIn(way, source, 0, account, month(at));
  }

  private static LocalDate month(Instant at) {
    return LocalDate.ofInstant(at, ZoneId.systemDefault()).withDayOfMonth(1);
  }
}
