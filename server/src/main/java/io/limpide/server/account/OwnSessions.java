package io.limpide.server.account;

import io.limpide.server.journal.Journal;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with their own sessions. */
@Service
class OwnSessions {
  private final Callers callers;
  private final Journal journal;

  OwnSessions(Callers callers, Journal journal) {
    this.callers = callers;
    this.journal = journal;
  }

  /** Ends every session of the caller but the one that asks. */
  @Transactional
  void endOthers(Caller caller, String present) {
    int ended = callers.endOthers(caller.id(), present);
    journal.append(
        Journal.Deed.of(
            caller.actor(),
            "account.sessions_ended",
            "account:" + caller.id(),
            Map.of("sessions", ended)));
  }
}
