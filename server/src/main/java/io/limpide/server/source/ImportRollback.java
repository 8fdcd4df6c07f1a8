package io.limpide.server.source;

import io.limpide.server.job.Progress;
import io.limpide.server.job.Run;
import io.limpide.server.job.Work;
import io.limpide.server.journal.Journal;
import io.limpide.server.journal.JournalLines;
import io.limpide.server.party.PartyAssembly;
import io.limpide.server.recipe.Recipes;
import io.limpide.server.source.Rollbacks.Fate;
import io.limpide.server.store.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Takes an import back, some thousand parties at a time. What is left to be done is read off the
 * records themselves, so it can be killed at any moment, paused, or begun again after it failed.
 */
@Component
class ImportRollback implements Work {
  private static final int BATCH = 2_000;

  private final DataSource database;
  private final Imports imports;
  private final Recipes recipes;
  private final PartyAssembly assembly;

  ImportRollback(
      @Qualifier("jobs") DataSource database,
      Imports imports,
      Recipes recipes,
      PartyAssembly assembly) {
    this.database = database;
    this.imports = imports;
    this.recipes = recipes;
    this.assembly = assembly;
  }

  @Override
  public String kind() {
    return Rollbacks.KIND;
  }

  @Override
  public Run.State execute(Run run, Progress progress) throws SQLException, Failure {
    if (run.undoes() == null) {
      throw new Failure("run.failure.kind");
    }
    Import of = imports.find(run.undoes()).orElseThrow();
    new Batches(run, of, recipes.read(run.recipeId() == null ? 0 : run.recipeId()), progress).all();
    return Run.State.DONE;
  }

  /** One rollback on its way. */
  private final class Batches {
    private final Run run;
    private final Import of;
    private final Recipes.Active recipe;
    private final Progress progress;
    private final String actor;

    Batches(Run run, Import of, Recipes.Active recipe, Progress progress) {
      this.run = run;
      this.of = of;
      this.recipe = recipe;
      this.progress = progress;
      this.actor = run.actor();
    }

    void all() throws SQLException {
      // A merge may carry a record to a party that was looked at: so until nothing is left.
      for (List<Long> left = left(); !left.isEmpty(); left = left()) {
        for (int from = 0; from < left.size(); from += BATCH) {
          List<Long> batch = left.subList(from, Math.min(left.size(), from + BATCH));
          Transactions.within(
              database,
              connection -> {
                batch(batch, connection);
                return true;
              });
        }
      }
      Transactions.within(
          database,
          connection -> {
            finish(connection);
            return true;
          });
    }

    private List<Long> left() throws SQLException {
      List<Long> parties = new ArrayList<>();
      try (Connection connection = database.getConnection();
          PreparedStatement select =
              connection.prepareStatement(
                  """
                  select distinct r.party_id
                  from record_version v join record r on r.id = v.record_id
                  where v.run_id = ? and r.version = v.version and r.withdrawn_by is null
                    and not exists (select from kept k
                      where k.run_id = v.run_id and k.record_id = r.id)
                  order by r.party_id
                  """)) {
        select.setLong(1, of.runId());
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            parties.add(rows.getLong(1));
          }
        }
      }
      return parties;
    }

    private void batch(List<Long> parties, Connection connection) throws SQLException {
      lockSource(connection);
      lockParties(parties, connection);
      Map<Fate, List<Long>> records = new HashMap<>();
      Set<Long> touched = new HashSet<>();
      Set<Long> partly = new HashSet<>();
      fates(parties, records, touched, partly, connection);
      List<Long> gone = records.getOrDefault(Fate.GONE, List.of());
      List<Long> back = records.getOrDefault(Fate.BACK, List.of());
      withdraw(gone, connection);
      goBack(back, connection);
      keep(records.getOrDefault(Fate.EDITED, List.of()), connection);
      Set<Long> whole = new HashSet<>(touched);
      whole.removeAll(partly);
      touched.removeAll(Former.restore(of.runId(), whole, connection));
      assembly.recompute(touched, recipe, LocalDate.now(ZoneId.systemDefault()), connection);
      forget(touched, connection);
      count(gone.size(), back.size(), connection);
      JournalLines.append(
          connection,
          Journal.Deed.of(
                  actor,
                  "rollback.rows",
                  "source:" + of.sourceId(),
                  ImportNotes.figures("gone", gone.size(), "back", back.size()))
              .in(run.id()));
    }

    /** Rollbacks and imports of one source take turns, batch by batch. */
    private void lockSource(Connection connection) throws SQLException {
      try (PreparedStatement lock =
          connection.prepareStatement("select from source where id = ? for update")) {
        lock.setLong(1, of.sourceId());
        lock.executeQuery().close();
      }
    }

    private void lockParties(List<Long> parties, Connection connection) throws SQLException {
      try (PreparedStatement lock =
          connection.prepareStatement(
              "select id from party where id = any(?) order by id for update")) {
        lock.setArray(1, Former.array(parties, connection));
        lock.executeQuery().close();
      }
    }

    private void fates(
        List<Long> parties,
        Map<Fate, List<Long>> records,
        Set<Long> touched,
        Set<Long> partly,
        Connection connection)
        throws SQLException {
      try (PreparedStatement select =
          connection.prepareStatement(
              Rollbacks.FATES + " where v.run_id = ? and r.party_id = any(?)")) {
        select.setLong(1, of.runId());
        select.setArray(2, Former.array(parties, connection));
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            Fate fate = Fate.of(rows.getString("fate"));
            records.computeIfAbsent(fate, key -> new ArrayList<>()).add(rows.getLong("record"));
            (fate == Fate.GONE || fate == Fate.BACK ? touched : partly).add(rows.getLong("party"));
          }
        }
      }
    }

    private void withdraw(List<Long> records, Connection connection) throws SQLException {
      try (PreparedStatement update =
          connection.prepareStatement("update record set withdrawn_by = ? where id = any(?)")) {
        update.setLong(1, run.id());
        update.setArray(2, Former.array(records, connection));
        update.executeUpdate();
      }
    }

    private void goBack(List<Long> records, Connection connection) throws SQLException {
      try (PreparedStatement update =
          connection.prepareStatement(
              """
              update record r set version = before.version, digest = coalesce(before.digest, ?)
              from record_version v
                join record_version before
                  on before.record_id = v.record_id and before.version = v.previous
              where r.id = any(?) and v.record_id = r.id and v.version = r.version
              """)) {
        update.setObject(1, new UUID(0, 0)); // of no cells: the next import changes it
        update.setArray(2, Former.array(records, connection));
        update.executeUpdate();
      }
    }

    private void keep(List<Long> records, Connection connection) throws SQLException {
      try (PreparedStatement insert =
          connection.prepareStatement(
              """
              insert into kept (run_id, record_id, party_id, why)
              select ?, id, party_id, 'edited' from record where id = any(?)
              on conflict do nothing
              """)) {
        insert.setLong(1, of.runId());
        insert.setArray(2, Former.array(records, connection));
        insert.executeUpdate();
      }
    }

    /** Whoever comes with the number of a party that is gone is told so. */
    private void forget(Set<Long> parties, Connection connection) throws SQLException {
      try (PreparedStatement insert =
          connection.prepareStatement(
              """
              insert into party_alias (id, party_id) select id, null from unnest(?) as id
              where not exists (select from party p where p.id = id.id)
              on conflict (id) do update set party_id = null
              """)) {
        insert.setArray(1, Former.array(parties, connection));
        insert.executeUpdate();
      }
    }

    private void count(int gone, int back, Connection connection) throws SQLException {
      long total;
      long left;
      try (PreparedStatement select =
          connection.prepareStatement(
              """
              select r.result, i.created + i.updated as total
              from run r, import i where r.id = ? and i.run_id = ?
              """)) {
        select.setLong(1, run.id());
        select.setLong(2, of.runId());
        try (ResultSet row = select.executeQuery()) {
          row.next();
          total = row.getLong("total");
          Map<String, Object> before = io.limpide.server.web.Json.map(row.getString("result"));
          long goneAll = figure(before, "gone") + gone;
          long backAll = figure(before, "back") + back;
          progress.result(connection, ImportNotes.figures("gone", goneAll, "back", backAll));
          left = goneAll + backAll;
        }
      }
      progress.tick(connection, Math.min(left, total), total);
    }

    private static long figure(Map<String, Object> figures, String name) {
      return figures.get(name) instanceof @Nullable Number number ? number.longValue() : 0;
    }

    private void finish(Connection connection) throws SQLException {
      lockSource(connection);
      try (PreparedStatement insert =
          connection.prepareStatement(
              """
              insert into kept (run_id, record_id, party_id, why)
              select v.run_id, r.id, r.party_id, 'superseded'
              from record_version v join record r on r.id = v.record_id
              where v.run_id = ? and r.version > v.version and r.withdrawn_by is null
              on conflict do nothing
              """)) {
        insert.setLong(1, of.runId());
        insert.executeUpdate();
      }
      try (PreparedStatement delete =
          connection.prepareStatement("delete from party_before where run_id = ?")) {
        delete.setLong(1, of.runId());
        delete.executeUpdate();
      }
      long total = of.created() + (long) of.updated();
      Map<String, Object> kept = kept(connection);
      progress.result(connection, kept);
      progress.tick(connection, total, total);
      if (undone(connection)) {
        JournalLines.append(
            connection,
            Journal.Deed.of(actor, "import.undone", "run:" + of.runId(), kept).in(run.id()));
      }
    }

    private Map<String, Object> kept(Connection connection) throws SQLException {
      try (PreparedStatement select =
          connection.prepareStatement(
              """
              select count(*) filter (where why = 'superseded'),
                count(*) filter (where why = 'edited')
              from kept where run_id = ?
              """)) {
        select.setLong(1, of.runId());
        try (ResultSet row = select.executeQuery()) {
          row.next();
          return ImportNotes.figures("superseded", row.getLong(1), "edited", row.getLong(2));
        }
      }
    }

    private boolean undone(Connection connection) throws SQLException {
      try (PreparedStatement update =
          connection.prepareStatement(
              """
              update run set state = 'undone'
              where id = ? and state in ('done', 'failed', 'cancelled')
              """)) {
        update.setLong(1, of.runId());
        return update.executeUpdate() > 0;
      }
    }
  }
}
