package io.limpide.server.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.limpide.server.database.Opening;
import io.limpide.server.database.Outage;
import io.limpide.server.web.Json;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Carries out runs, on whichever server is free. A run whose server died is taken up by another
 * when its heartbeat has been missing for half a minute.
 */
@Service
@Lazy(false)
public class Worker {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final int TRIES = 4;
  private static final int TRIES_TO_SAY = 10;
  private static final TaskDescriptor<Void> RUN = TaskDescriptor.of("run");

  private final DataSource database;
  private final Map<String, Work> works;
  private final Scheduler scheduler;
  private final boolean alone;
  private final ApplicationEventPublisher events;
  private final List<Upkeep> upkeep;

  /**
   * @param heartbeat how often a server says that it lives; one that has not for six times is dead
   * @param opening tells whether no other server can use the database
   */
  Worker(
      @Qualifier("jobs") DataSource database,
      List<Work> works,
      Schedules schedules,
      @Value("${limpide.jobs.heartbeat}") Duration heartbeat,
      Opening opening,
      ApplicationEventPublisher events,
      List<Upkeep> upkeep) {
    this.upkeep = upkeep;
    this.database = database;
    this.alone = opening.alone();
    this.events = events;
    this.works = works.stream().collect(Collectors.toMap(Work::kind, Function.identity()));
    OneTimeTask<Void> task =
        Tasks.oneTime(RUN)
            .onDeadExecutionRevive()
            .onFailure(
                (complete, operations) ->
                    operations.reschedule(
                        complete,
                        complete
                            .getTimeDone()
                            .plus(complete.getCause().map(Worker::pause).orElse(Again.SOON))))
            .execute((instance, context) -> execute(Long.parseLong(instance.getId())));
    this.scheduler =
        Scheduler.create(database, task)
            .startTasks(schedules.task(this))
            .threads(3)
            .schedulerName(new SchedulerName.Fixed(name()))
            .pollingInterval(Duration.ofSeconds(5))
            .heartbeatInterval(heartbeat)
            .missedHeartbeatsLimit(6)
            .enableImmediateExecution()
            .serializer(new Nothing())
            .shutdownMaxWait(Duration.ofSeconds(10))
            .failureLogging(LogLevel.OFF, false)
            .build();
  }

  private static Duration pause(Throwable cause) {
    return cause instanceof Again again ? again.pause : Again.SOON;
  }

  /** Thrown out of a run that is to be tried again after a pause. */
  private static final class Again extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration LATER = Duration.ofSeconds(15);

    private final Duration pause;

    Again(long run, Duration pause) {
      super("run " + run + " is tried again");
      this.pause = pause;
    }
  }

  /** Two servers may stand on one machine. */
  private static String name() {
    return new SchedulerName.Hostname().getName() + ":" + ProcessHandle.current().pid();
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    if (alone) {
      release();
    }
    scheduler.start();
  }

  /** Whoever had taken something up is dead when nobody else can be there: no need to wait. */
  private void release() {
    JdbcClient.create(database)
        .sql(
            """
            update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
              execution_time = now(), version = version + 1
            where picked
            """)
        .update();
  }

  /** Returns the kinds of runs that may be done again and again. */
  List<String> canBeScheduled() {
    return works.values().stream().filter(Work::canBeScheduled).map(Work::kind).sorted().toList();
  }

  @PreDestroy
  void stop() {
    scheduler.stop();
  }

  /** Tasks carry no data: their number says it all, and nothing of Java's own is ever read back. */
  private static final class Nothing implements Serializer {
    @Override
    public byte[] serialize(@Nullable Object data) {
      return new byte[0];
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
      return null;
    }
  }

  /** Has a run carried out as soon as the transaction that made it is through. */
  public void submit(long run) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              schedule(run);
            }
          });
    } else {
      schedule(run);
    }
  }

  private void schedule(long run) {
    scheduler.scheduleIfNotExists(RUN.instance(String.valueOf(run)).scheduledTo(Instant.now()));
  }

  /**
   * Takes up runs that wait and of which the scheduler knows nothing: their server died between.
   */
  void submitForgotten() {
    JdbcClient.create(database)
        .sql(
            """
            select r.id from run r
            where r.state = 'waiting' and r.created_at < now() - interval '10 seconds'
              and not exists (select from scheduled_tasks t
                where t.task_name = 'run' and t.task_instance = r.id::text)
            """)
        .query(Long.class)
        .list()
        .forEach(this::schedule);
  }

  void lookAfter() {
    for (Upkeep each : upkeep) {
      try {
        each.look();
      } catch (DataAccessException e) { // it looks again soon
        LOG.warn("{} met {}", each.getClass().getSimpleName(), described(e));
      }
    }
  }

  /** A run may be sent on while its last step is being put away: then it goes on here. */
  private void execute(long id) {
    do {
      once(id);
    } while (isWaiting(id));
  }

  private boolean isWaiting(long id) {
    return JdbcClient.create(database)
        .sql("select exists (select from run where id = ? and state = 'waiting')")
        .param(id)
        .query(Boolean.class)
        .single();
  }

  private void once(long id) {
    Run run;
    Progress progress;
    try (Connection connection = database.getConnection()) {
      int attempt = begin(id, connection);
      if (attempt == 0) {
        return; // cancelled or paused before it began, or done already
      }
      progress = new Progress(id, attempt);
      run = find(id, connection);
    } catch (SQLException e) {
      throw new IllegalStateException("the database did not answer", e); // tried again
    }
    Work work = works.get(run.kind());
    try {
      if (work == null) {
        throw new Work.Failure("run.failure.kind");
      }
      Run.State state = work.execute(run, progress);
      finish(id, progress, state.word(), null, List.of());
      if (state == Run.State.DONE) {
        events.publishEvent(new RunEnded(id, run.kind()));
      }
    } catch (Progress.Stopped e) {
      LOG.info("run {} stopped", id);
    } catch (Work.Failure e) {
      finish(id, progress, "failed", e.code(), e.arguments());
    } catch (SQLException | RuntimeException | OutOfMemoryError e) {
      fault(run, progress, e);
    }
  }

  /**
   * What passes by itself is waited for, however long it takes. Any other fault may pass, too:
   * tried again, and said when it has come several times in a row and brought the run no further.
   */
  private void fault(Run run, Progress progress, Throwable fault) {
    // The text of a fault may repeat values: only its kind is noted.
    LOG.warn("run {} met {}", run.id(), described(fault));
    Outage outage = Outage.of(fault);
    if (outage != Outage.NONE) {
      await(run.id(), progress, "run.waits." + outage.name().toLowerCase(Locale.ROOT));
      throw new Again(run.id(), outage == Outage.FULL ? Again.LATER : Again.SOON);
    }
    int faults = faults(run.id(), progress);
    if (faults < TRIES) {
      throw new Again(run.id(), Again.SOON.multipliedBy((long) faults * faults));
    }
    finish(
        run.id(),
        progress,
        "failed",
        fault instanceof OutOfMemoryError ? "run.failure.memory" : "run.failure.fault",
        List.of());
  }

  /**
   * Says what the run waits for, as soon as the database takes that: who tries again at once finds
   * it still away, and the scheduler cannot note that either.
   */
  private void await(long id, Progress progress, String why) {
    for (int left = TRIES_TO_SAY; left > 0; left--) {
      try {
        JdbcClient.create(database)
            .sql(
                """
                update run set state = 'waiting', failure = ?
                where id = ? and attempt = ? and state = 'running'
                """)
            .params(why, id, progress.attempt())
            .update();
        return;
      } catch (DataAccessException e) {
        try {
          Thread.sleep(1_000);
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
    LOG.warn("run {} waits, and cannot say so", id);
  }

  /** Counts how often in a row the run met a fault without having come any further. */
  private int faults(long id, Progress progress) {
    return JdbcClient.create(database)
        .sql(
            """
            update run set faults = case when done > attempt_done then 1 else faults + 1 end
            where id = ? and attempt = ? returning faults
            """)
        .params(id, progress.attempt())
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  private static String described(Throwable fault) {
    StringBuilder text = new StringBuilder();
    for (Throwable at = fault; at != null; at = at.getCause()) {
      text.append(at.getClass().getSimpleName());
      if (at instanceof SQLException sql) {
        text.append(' ').append(sql.getSQLState());
      }
      StackTraceElement[] trace = at.getStackTrace();
      for (StackTraceElement element : trace) {
        if (element.getClassName().startsWith("io.limpide")) {
          text.append(" at ").append(element.getFileName()).append(':');
          text.append(element.getLineNumber());
          break;
        }
      }
      text.append(at.getCause() == null ? "" : "; ");
    }
    return text.toString();
  }

  private static int begin(long id, Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update run set state = 'running', attempt = attempt + 1,
              started_at = coalesce(started_at, now()), attempt_at = now(), attempt_done = done,
              failure = null, result = result - 'failure'
            where id = ? and state in ('waiting', 'running') returning attempt
            """)) {
      update.setLong(1, id);
      try (ResultSet row = update.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }

  private static Run find(long id, Connection connection) {
    return new Runs(JdbcClient.create(new SingleConnectionDataSource(connection, true)))
        .find(id)
        .orElseThrow();
  }

  private void finish(
      long id, Progress progress, String state, @Nullable String failure, List<String> arguments) {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                """
                update run set state = ?, failure = ?, result = result || ?::jsonb,
                  finished_at = case when ? = 'draft' then null else now() end
                where id = ? and attempt = ? and state = 'running'
                """)) {
      update.setString(1, state);
      update.setString(2, failure);
      update.setString(3, arguments.isEmpty() ? "{}" : Json.text(Map.of("failure", arguments)));
      update.setString(4, state);
      update.setLong(5, id);
      update.setInt(6, progress.attempt());
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the database did not answer", e); // tried again
    }
  }
}
