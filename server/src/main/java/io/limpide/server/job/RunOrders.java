package io.limpide.server.job;

import io.limpide.server.account.Caller;
import io.limpide.server.journal.Journal;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people order of a run that is on its way: to pause, go on or end. */
@Service
public class RunOrders {
  private final Runs runs;
  private final Journal journal;
  private final Worker worker;

  RunOrders(Runs runs, Journal journal, @Lazy Worker worker) {
    this.runs = runs;
    this.journal = journal;
    this.worker = worker;
  }

  /** Lets a run rest; what it did so far stays. */
  @Transactional
  public boolean pause(long id, Caller by) {
    return noted(
        runs.move(id, Run.State.PAUSED, Run.State.WAITING, Run.State.RUNNING),
        "run.paused",
        id,
        by);
  }

  /** Lets a run that rests go on. */
  @Transactional
  public boolean resume(long id, Caller by) {
    if (!runs.move(id, Run.State.WAITING, Run.State.PAUSED)) {
      return false;
    }
    worker.submit(id);
    return noted(true, "run.resumed", id, by);
  }

  /** Ends a run for good; what it did so far stays. */
  @Transactional
  public boolean cancel(long id, Caller by) {
    return noted(
        runs.move(
            id,
            Run.State.CANCELLED,
            Run.State.DRAFT,
            Run.State.WAITING,
            Run.State.RUNNING,
            Run.State.PAUSED),
        "run.cancelled",
        id,
        by);
  }

  private boolean noted(boolean done, String action, long id, Caller by) {
    if (done) {
      journal.append(Journal.Deed.of(by.actor(), action, "run:" + id, Map.of()).in(id));
    }
    return done;
  }
}
