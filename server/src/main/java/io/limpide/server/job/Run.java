package io.limpide.server.job;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One execution of an order over data. Every change belongs to a run.
 *
 * @param kind what is done, such as {@code import}
 * @param title what it is done to, in people's words, such as a file's name
 * @param undoes the run that this one takes back
 * @param done how much is done
 * @param total how much there is to do; 0 while nobody knows
 * @param parameters the order
 * @param result figures, by name
 * @param failure the code of the text that says why it failed
 */
public record Run(
    long id,
    String kind,
    State state,
    String title,
    @Nullable Long accountId,
    @Nullable String account,
    @Nullable Long recipeId,
    @Nullable Long undoes,
    long done,
    long total,
    Map<String, Object> parameters,
    Map<String, Object> result,
    @Nullable String failure,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {

  /** Where a run stands. */
  public enum State {
    /** Being prepared by a person. */
    DRAFT,
    WAITING,
    RUNNING,
    PAUSED,
    DONE,
    FAILED,
    CANCELLED,
    /** Taken back by another run. */
    UNDONE;

    /** Returns the word that the database and texts use. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** Returns how much is done in percent; 0 while nobody knows. */
  public int percent() {
    return total <= 0 ? 0 : (int) Math.min(100, done * 100 / total);
  }

  /** Returns whether it is on its way. */
  public boolean isActive() {
    return state == State.WAITING || state == State.RUNNING;
  }

  /** Returns a figure of the result; 0 when there is none of that name. */
  public long figure(String name) {
    return result.get(name) instanceof Number number ? number.longValue() : 0;
  }

  /** Returns done rows a second since it began; 0 before the first second. */
  public long rate() {
    if (startedAt == null) {
      return 0;
    }
    Instant end = finishedAt == null ? Instant.now() : finishedAt;
    long millis = java.time.Duration.between(startedAt, end).toMillis();
    return millis < 1_000 ? 0 : done * 1_000 / millis;
  }
}
