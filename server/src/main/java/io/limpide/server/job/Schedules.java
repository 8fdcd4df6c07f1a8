package io.limpide.server.job;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.limpide.server.account.Caller;
import io.limpide.server.api.Versions;
import io.limpide.server.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is done again and again, daily to yearly. Each due time makes one run, whichever server sees
 * it first; times that passed while no server ran make one together.
 */
@Service
public class Schedules {
  private static final String SELECT =
      "select id, kind, every, at_time, first_on, next_at, active, version from schedule";

  private static final java.time.Duration LOOK = java.time.Duration.ofSeconds(20);

  private final JdbcClient database;
  private final JdbcClient pages;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Schedules(
      @Qualifier("jobs") DataSource jobs,
      JdbcClient pages,
      Journal journal,
      Optional<Clock> clock) {
    this.pages = pages;
    this.journal = journal;
    this.database = JdbcClient.create(jobs);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(jobs));
    this.clock = clock.orElse(Clock.system(java.time.ZoneId.systemDefault()));
  }

  /** How often something is done. */
  public enum Every {
    DAY(ChronoUnit.DAYS, 1),
    WEEK(ChronoUnit.WEEKS, 1),
    MONTH(ChronoUnit.MONTHS, 1),
    QUARTER(ChronoUnit.MONTHS, 3),
    YEAR(ChronoUnit.YEARS, 1);

    private final ChronoUnit unit;
    private final int units;

    Every(ChronoUnit unit, int units) {
      this.unit = unit;
      this.units = units;
    }

    LocalDate later(LocalDate first, long times) {
      return first.plus(times * units, unit);
    }

    long between(LocalDate first, LocalDate last) {
      return unit.between(first, last) / units;
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
   * @param firstOn the first day on which it was due
   * @param nextAt when it is due
   * @param version how often it was changed
   */
  public record Schedule(
      long id,
      String kind,
      String every,
      LocalTime atTime,
      LocalDate firstOn,
      Instant nextAt,
      boolean active,
      int version) {
    Timing timing() {
      return new Timing(firstOn, Every.valueOf(every.toUpperCase(java.util.Locale.ROOT)), atTime);
    }
  }

  RecurringTask<Void> task(Worker worker) {
    return Tasks.recurring(TaskDescriptor.of("schedules"), FixedDelay.of(LOOK))
        .execute(
            (instance, context) -> {
              due().forEach(worker::submit);
              worker.submitForgotten();
              worker.lookAfter();
            });
  }

  /** Returns every schedule, by when it is due. */
  public List<Schedule> all() {
    return database.sql(SELECT + " order by next_at, id").query(Schedule.class).list();
  }

  /** Makes the runs of what is due, each once, and returns them. */
  List<Long> due() {
    List<Long> made = new ArrayList<>();
    transaction.executeWithoutResult(
        status -> {
          List<Schedule> due =
              database
                  .sql(SELECT + " where active and next_at <= now() for update skip locked")
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
            java.sql.Timestamp.from(schedule.timing().next(clock.instant(), clock.getZone())),
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

  LocalDate today() {
    return LocalDate.now(clock);
  }

  /**
   * Makes a schedule.
   *
   * @param from the first day on which it may be due; where its time is over there, it begins later
   */
  @Transactional
  public long create(String kind, Every every, LocalTime at, LocalDate from, Caller by) {
    Timing timing = new Timing(from, every, at);
    Instant before = from.atStartOfDay(clock.getZone()).toInstant().minusSeconds(1);
    Instant now = clock.instant();
    long id =
        pages
            .sql(
                """
                insert into schedule (kind, every, at_time, first_on, next_at)
                values (?, ?, ?, ?, ?) returning id
                """)
            .params(
                kind,
                every.word(),
                at,
                from,
                java.sql.Timestamp.from(
                    timing.next(before.isAfter(now) ? before : now, clock.getZone())))
            .query(Long.class)
            .single();
    journal.append(
        Journal.Deed.of(by.actor(), "schedule.created", "schedule:" + id, Map.of("kind", kind)));
    return id;
  }

  /**
   * Changes a schedule; its first day stays, so a later one than today is waited for.
   *
   * @param seen the version that this is a change of, or {@link Versions#ANY}
   * @return whether it was that version
   */
  @Transactional
  public boolean change(long id, int seen, Every every, LocalTime at, boolean active, Caller by) {
    Optional<LocalDate> first =
        pages
            .sql("select first_on from schedule where id = ? and ? in (0, version) for update")
            .params(id, seen)
            .query(LocalDate.class)
            .optional();
    if (first.isEmpty()) {
      return false;
    }
    Instant before = first.get().atStartOfDay(clock.getZone()).toInstant().minusSeconds(1);
    Instant now = clock.instant();
    pages
        .sql(
            """
            update schedule set every = ?, at_time = ?, active = ?, next_at = ?,
              version = version + 1 where id = ?
            """)
        .params(
            every.word(),
            at,
            active,
            java.sql.Timestamp.from(
                new Timing(first.get(), every, at)
                    .next(before.isAfter(now) ? before : now, clock.getZone())),
            id)
        .update();
    journal.append(
        Journal.Deed.of(
            by.actor(), "schedule.changed", "schedule:" + id, Map.of("active", active)));
    return true;
  }

  /** Ends a schedule; its runs stay. */
  @Transactional
  public void delete(long id, Caller by) {
    if (pages.sql("delete from schedule where id = ?").param(id).update() > 0) {
      journal.append(Journal.Deed.of(by.actor(), "schedule.deleted", "schedule:" + id, Map.of()));
    }
  }
}
