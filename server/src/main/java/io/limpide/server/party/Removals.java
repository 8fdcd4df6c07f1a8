package io.limpide.server.party;

import io.limpide.server.account.Caller;
import io.limpide.server.job.Run;
import io.limpide.server.job.Runs;
import io.limpide.server.journal.Journal;
import io.limpide.server.recipe.Recipes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes parties out of the base again that were made here and that no source knows. What a source
 * said is not to be unsaid by hand: it would come back with the next import.
 */
@Service
class Removals {
  private final JdbcTemplate database;
  private final Parties parties;
  private final HomeRecords homes;
  private final PartyAssembly assembly;
  private final Recipes recipes;
  private final Runs runs;
  private final Journal journal;

  Removals(
      JdbcTemplate database,
      Parties parties,
      HomeRecords homes,
      PartyAssembly assembly,
      Recipes recipes,
      Runs runs,
      Journal journal) {
    this.database = database;
    this.parties = parties;
    this.homes = homes;
    this.assembly = assembly;
    this.recipes = recipes;
    this.runs = runs;
    this.journal = journal;
  }

  enum Outcome {
    DONE,
    UNKNOWN,
    CHANGED,
    /** A source knows it. */
    OF_A_SOURCE
  }

  /**
   * What a removal does, or would.
   *
   * @param counts of what would go, by name
   */
  record Removal(Outcome outcome, Map<String, Long> counts) {}

  /** Removes a party; with {@code dry} only tells what would go. */
  @Transactional
  Removal remove(long id, int version, boolean dry, String why, Caller by) {
    Optional<Party> found = parties.find(id, by);
    if (found.isEmpty()) {
      return new Removal(Outcome.UNKNOWN, Map.of());
    }
    long party = found.get().id();
    Integer locked =
        database.queryForObject(
            "select version from party where id = ? for update", Integer.class, party);
    if (locked == null || locked != version) {
      return new Removal(Outcome.CHANGED, Map.of());
    }
    boolean known =
        Objects.requireNonNull(
            database.queryForObject(
                """
                select exists (select from record r join source s on s.id = r.source_id
                  where r.party_id = ? and r.withdrawn_by is null and s.kind <> 'home')
                """,
                Boolean.class,
                party));
    if (known) {
      return new Removal(Outcome.OF_A_SOURCE, Map.of());
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("parties", 1L);
    counts.put("records", count("record r where r.party_id = ? and r.withdrawn_by is null", party));
    for (String table : List.of("interaction", "contact_point", "preference")) {
      counts.put(
          table + "s",
          count(table + " t join record r on r.id = t.record_id where r.party_id = ?", party));
    }
    if (!dry) {
      go(party, why, by);
    }
    return new Removal(Outcome.DONE, counts);
  }

  private long count(String from, long party) {
    return Objects.requireNonNull(
        database.queryForObject("select count(*) from " + from, Long.class, party));
  }

  private void go(long party, String why, Caller by) {
    Recipes.Active recipe = recipes.active();
    long run = runs.create("delete", Run.State.DONE, "", by, recipe.id(), null, Map.of());
    database.execute(
        (ConnectionCallback<Integer>)
            connection -> {
              homes.withdraw(party, run, connection);
              return assembly.recompute(List.of(party), recipe, Edits.today(), connection);
            });
    database.update(
        """
        insert into party_alias (id, party_id) values (?, null)
        on conflict (id) do update set party_id = null
        """,
        party);
    journal.append(
        Journal.Deed.of(by.actor(), "party.deleted", "party:" + party, Map.of())
            .because(why)
            .in(run));
  }
}
