package io.limpide.server.job;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import javax.sql.DataSource;

/**
 * What is done again and again, daily to yearly. Each due time makes one run, whichever server sees
 * it first; times that passed while no server ran make one together.
 */
@Service
public class Schedules {
  private static final java.time.Duration LOOK = java.time.Duration.ofSeconds(20);

  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Schedules(@Qualifier("jobs") DataSource jobs, Optional<Clock> clock) {
    this.database = JdbcClient.create(jobs);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(jobs));
    this.clock = clock.orElse(Clock.systemDefaultZone());
  }

  /** How often something is done. */
  public enum Every {
    DAY(Period.ofDays(1)),
    WEEK(Period.ofWeeks(1)),
    MONTH(Period.ofMonths(1)),
    QUARTER(Period.ofMonths(3)),
    YEAR(Period.ofYears(1));

    private final Period period;

    Every(Period period) {
      this.period = period;
    }

    /** Returns the word that the database and texts use. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Something that is done again and again.
   *
   * @param kind the kind of run
   * @param nextAt when it is due
   */
  public record Schedule(
      long id, String kind, String every, LocalTime atTime, Instant nextAt, boolean active) {}

  RecurringTask<Void> task(Worker worker) {
    return Tasks.recurring(TaskDescriptor.of("schedules"), FixedDelay.of(LOOK))
        .execute(
            (instance, context) -> {
              due().forEach(worker::submit);
              worker.submitForgotten();
            });
  }

  /** Returns every schedule, by when it is due. */
  public List<Schedule> all() {
    return database
        .sql("select id, kind, every, at_time, next_at, active from schedule order by next_at, id")
        .query(Schedule.class)
        .list();
  }

  /** Makes the runs of what is due, each once, and returns them. */
  List<Long> due() {
    List<Long> made = new ArrayList<>();
    transaction.executeWithoutResult(
        status -> {
          List<Schedule> due =
              database
                  .sql(
                      """
                      select id, kind, every, at_time, next_at, active from schedule
                      where active and next_at <= now() for update skip locked
                      """)
                  .query(Schedule.class)
                  .list();
          for (Schedule schedule : due) {
            run(schedule).ifPresent(made::add);
          }
        });
    return made;
  }

  private Optional<Long> run(Schedule schedule) {
    boolean first =
        database
                .sql(
                    """
                    insert into occurrence (schedule_id, due_at) values (?, ?)
                    on conflict do nothing
                    """)
                .params(schedule.id(), java.sql.Timestamp.from(schedule.nextAt()))
                .update()
            > 0;
    database
        .sql("update schedule set next_at = ? where id = ?")
        .params(
            java.sql.Timestamp.from(
                next(
                    schedule.nextAt(),
                    Every.valueOf(schedule.every().toUpperCase(java.util.Locale.ROOT)),
                    clock.instant(),
                    clock.getZone())),
            schedule.id())
        .update();
    if (!first) {
      return Optional.empty();
    }
    long run =
        database
            .sql("insert into run (kind, state) values (?, 'waiting') returning id")
            .param(schedule.kind())
            .query(Long.class)
            .single();
    database
        .sql("update occurrence set run_id = ? where schedule_id = ? and due_at = ?")
        .params(run, schedule.id(), java.sql.Timestamp.from(schedule.nextAt()))
        .update();
    return Optional.of(run);
  }

  /**
   * Returns the first due time after now. The time of day is kept across changes of the clock; where
   * it does not exist on a day it is the next that does.
   */
  static Instant next(Instant due, Every every, Instant now, ZoneId zone) {
    ZonedDateTime first = due.atZone(zone);
    ZonedDateTime next = first;
    for (int times = 1; !next.toInstant().isAfter(now); times++) {
      // from the first each time: the 31st stays the 31st where there is one
      next = first.plus(every.period.multipliedBy(times));
    }
    return next.toInstant();
  }

  /** Makes a schedule that begins at the next such time of day. */
  public long create(String kind, Every every, LocalTime at) {
    ZonedDateTime now = clock.instant().atZone(clock.getZone());
    ZonedDateTime first = now.with(at);
    if (!first.isAfter(now)) {
      first = first.plusDays(1);
    }
    return database
        .sql("insert into schedule (kind, every, at_time, next_at) values (?, ?, ?, ?) returning id")
        .params(kind, every.word(), at, java.sql.Timestamp.from(first.toInstant()))
        .query(Long.class)
        .single();
  }

  /** Changes a schedule. */
  public void change(long id, Every every, LocalTime at, boolean active) {
    ZonedDateTime now = clock.instant().atZone(clock.getZone());
    ZonedDateTime first = now.with(at);
    database
        .sql("update schedule set every = ?, at_time = ?, active = ?, next_at = ? where id = ?")
        .params(
            every.word(),
            at,
            active,
            java.sql.Timestamp.from(
                (first.isAfter(now) ? first : first.plusDays(1)).toInstant()),
            id)
        .update();
  }

  /** Ends a schedule; its runs stay. */
  public void delete(long id) {
    database.sql("delete from schedule where id = ?").param(id).update();
  }
}
