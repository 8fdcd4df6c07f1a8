package io.limpide.server.party;

import io.limpide.server.account.Caller;
import io.limpide.server.journal.Journal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What persons like, do or asked for, by names that the base's people choose. */
@Service
public class Preferences {
  private final JdbcClient database;
  private final Journal journal;

  Preferences(JdbcClient database, Journal journal) {
    this.database = database;
    this.journal = journal;
  }

  /** A preference of a party. */
  public record Preference(
      long id,
      String name,
      String value,
      Instant at,
      @Nullable String account,
      long recordId,
      int version) {
    /** Without its value: records print themselves into logs. */
    @Override
    public String toString() {
      return "preference " + id;
    }
  }

  /** Returns the preferences of a party, by name; of those that several records have, the last. */
  public List<Preference> of(long party) {
    return database
        .sql(
            """
            select distinct on (p.name) p.id, p.name, p.value, p.at, a.name as account,
              p.record_id, p.version
            from preference p join record r on r.id = p.record_id
              left join account a on a.id = p.account_id
            where r.party_id = ? order by p.name, p.at desc, p.id desc
            """)
        .param(party)
        .query(Preference.class)
        .list();
  }

  /** Returns one preference of a party. */
  public Optional<Preference> find(long party, String name) {
    return of(party).stream().filter(preference -> preference.name().equals(name)).findFirst();
  }

  /**
   * Keeps a preference.
   *
   * @param version of the one that was seen; 0 where there was none
   */
  @Transactional
  public Edits.Outcome keep(Party party, String name, String value, int version, Caller by) {
    lock(party.id());
    Optional<Preference> before = find(party.id(), name);
    if (before.map(Preference::version).orElse(0) != version) {
      return Edits.Outcome.CHANGED;
    }
    if (before.isPresent()) {
      database
          .sql(
              """
              update preference set value = ?, at = now(), account_id = ?, version = version + 1
              where id = ?
              """)
          .params(value, by.id(), before.get().id())
          .update();
    } else {
      database
          .sql("insert into preference (record_id, name, value, account_id) values (?, ?, ?, ?)")
          .params(party.leaderId(), name, value, by.id())
          .update();
    }
    journal.append(
        Journal.Deed.of(
                by.actor(), "preference.set", "party:" + party.id(), Map.of("preference", name))
            .with(Map.of("value", value)));
    return Edits.Outcome.DONE;
  }

  /** Deletes a preference, of every record of the party that has it. */
  @Transactional
  public Edits.Outcome delete(Party party, String name, int version, boolean dry, Caller by) {
    lock(party.id());
    Optional<Preference> before = find(party.id(), name);
    if (before.isEmpty()) {
      return Edits.Outcome.UNKNOWN;
    }
    if (before.get().version() != version) {
      return Edits.Outcome.CHANGED;
    }
    if (!dry) {
      database
          .sql(
              """
              delete from preference p using record r
              where r.id = p.record_id and r.party_id = ? and p.name = ?
              """)
          .params(party.id(), name)
          .update();
      journal.append(
          Journal.Deed.of(
                  by.actor(),
                  "preference.deleted",
                  "party:" + party.id(),
                  Map.of("preference", name))
              .with(Map.of("value", before.get().value())));
    }
    return Edits.Outcome.DONE;
  }

  private void lock(long party) {
    database.sql("select from party where id = ? for update").param(party).query(row -> {});
  }
}
