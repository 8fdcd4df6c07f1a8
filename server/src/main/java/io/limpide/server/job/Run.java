package io.limpide.server.job;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One execution of an order over data. Every change belongs to a run.
 *
 * @param kind what is done, such as {@code import}
 * @param way by which it brings values into the base; none where it brings none
 * @param title what it is done to, in people's words, such as a file's name
 * @param undoes the run that this one takes back
 * @param done how much is done
 * @param total how much there is to do; 0 while nobody knows
 * @param parameters the order
 * @param result figures, by name
 * @param failure the code of the text that says why it failed, or what it waits for
 * @param attemptAt since when it is on its way without a break
 * @param attemptDone how much was done before that
 */
public record Run(
    long id,
    String kind,
    Optional<Way> way,
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
    @Nullable Instant finishedAt,
    @Nullable Instant attemptAt,
    long attemptDone) {

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

  /** Returns the name under which the journal knows whoever ordered it. */
  public String actor() {
    return accountId == null ? "system" : "account:" + accountId;
  }

  /** Returns whether it is on its way. */
  public boolean isActive() {
    return state == State.WAITING || state == State.RUNNING;
  }

  /** Returns whether it waits for something that passes by itself, which the failure names. */
  public boolean isWaits() {
    return state == State.WAITING && failure != null && failure.startsWith("run.waits.");
  }

  /** Returns a figure of the result; 0 when there is none of that name. */
  public long figure(String name) {
    return result.get(name) instanceof Number number ? number.longValue() : 0;
  }

  /** Returns whether it is over, for now or for ever. */
  public boolean isOver() {
    return state == State.DONE
        || state == State.FAILED
        || state == State.CANCELLED
        || state == State.UNDONE;
  }

  /** Returns what is done a second since it was last taken up; 0 before the first second. */
  public long rate() {
    if (attemptAt == null) {
      return 0;
    }
    Instant end = finishedAt == null ? Instant.now() : finishedAt;
    long millis = java.time.Duration.between(attemptAt, end).toMillis();
    return millis < 1_000 ? 0 : Math.max(0, done - attemptDone) * 1_000 / millis;
  }

  /** Returns how many seconds are left at the present rate; -1 while nobody knows. */
  public long secondsLeft() {
    long rate = rate();
    return rate == 0 || total <= done ? -1 : (total - done + rate - 1) / rate;
  }

  /** Returns what fills the text of the failure. */
  public java.util.List<String> failureArguments() {
    return result.get("failure") instanceof java.util.List<?> given
        ? given.stream().map(String::valueOf).toList()
        : java.util.List.of();
  }
}
