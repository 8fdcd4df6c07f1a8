package io.limpide.server.source;

import io.limpide.server.party.Faults;
import io.limpide.server.party.PartyAssembly;
import io.limpide.server.party.PartyDraft;
import io.limpide.server.party.PartyRows;
import io.limpide.server.party.WayIn;
import io.limpide.server.party.WaysIn;
import io.limpide.server.recipe.Recipes;
import io.limpide.server.store.CopyRows;
import io.limpide.server.store.Sequences;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The records of an import on their way into the base, with their versions and parties. */
final class RecordRows {
  private static final String RECORD = "record (id, source_id, key, party_id, version, digest)";
  private static final String VERSION =
      "record_version (record_id, version, layout_id, run_id, row_number, cells, changes, digest,"
          + " previous)";

  private final Import of;
  private final ImportPlan plan;
  private final Recipes.Active recipe;
  private final PartyAssembly assembly;
  private final WayIn way;
  private final WaysIn ways;

  /**
   * @param way by which its values come in
   */
  RecordRows(
      Import of,
      ImportPlan plan,
      Recipes.Active recipe,
      PartyAssembly assembly,
      WayIn way,
      WaysIn ways) {
    this.of = of;
    this.plan = plan;
    this.recipe = recipe;
    this.assembly = assembly;
    this.way = way;
    this.ways = ways;
  }

  /**
   * Takes in rows that the base does not have: each is a record and a party of its own.
   *
   * @param from the row that the first draft is of
   */
  void insert(
      int from,
      List<Integer> fresh,
      PartyDraft[] drafts,
      Map<String, KnownRecords.Known> known,
      Connection connection)
      throws SQLException {
    if (fresh.isEmpty()) {
      return;
    }
    List<Integer> anew =
        fresh.stream().filter(row -> known.containsKey(plan.keys().key(row))).toList();
    long[] parties = Sequences.take("party_id", fresh.size(), connection);
    long[] records = Sequences.take("record_id", fresh.size() - anew.size(), connection);
    long[] ids = new long[fresh.size()];
    int[] versions = new int[fresh.size()];
    boolean[] made = new boolean[fresh.size()];
    int used = 0;
    for (int at = 0; at < ids.length; at++) {
      KnownRecords.Known before = known.get(plan.keys().key(fresh.get(at)));
      made[at] = before == null;
      ids[at] = before == null ? records[used++] : before.id();
      versions[at] =
          before == null
              ? 1
              : revive(before, parties[at], plan.keys().digest(fresh.get(at)), connection);
    }
    // one table after the other: the database takes in the first rows while the next are made
    try (CopyRows record = CopyRows.open(RECORD, connection)) {
      for (int at = 0; at < ids.length; at++) {
        if (made[at]) {
          record
              .cell(ids[at])
              .cell(of.sourceId())
              .cell(plan.keys().key(fresh.get(at)))
              .cell(parties[at])
              .cell(1)
              .cell(plan.keys().digest(fresh.get(at)).toString())
              .end();
        }
      }
      record.send();
    }
    try (CopyRows version = CopyRows.open(VERSION, connection)) {
      for (int at = 0; at < ids.length; at++) {
        int row = fresh.get(at);
        version(version, ids[at], versions[at], null, row, drafts[row - from]);
      }
      version.send();
    }
    try (PartyRows party = PartyRows.inserting(recipe.catalogue(), connection)) {
      for (int at = 0; at < ids.length; at++) {
        PartyDraft draft = drafts[fresh.get(at) - from];
        int[] faults = Faults.of(draft, way, ways);
        party.add(parties[at], draft, of.sourceId(), ids[at], 1, "{}", faults);
      }
      party.send();
    }
  }

  /** Supersedes records that say something else now, and computes their parties anew. */
  void update(
      int from,
      List<Integer> changed,
      PartyDraft[] drafts,
      Map<String, KnownRecords.Known> known,
      Connection connection)
      throws SQLException {
    if (changed.isEmpty()) {
      return;
    }
    CopyRows version = new CopyRows();
    Set<Long> parties = new HashSet<>();
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update record set digest = ?, version =
              (select max(version) + 1 from record_version where record_id = record.id)
            where id = ? returning version
            """)) {
      for (int row : changed) {
        KnownRecords.Known before =
            java.util.Objects.requireNonNull(known.get(plan.keys().key(row)));
        update.setObject(1, plan.keys().digest(row));
        update.setLong(2, before.id());
        try (ResultSet result = update.executeQuery()) {
          result.next();
          version(
              version,
              before.id(),
              result.getInt(1),
              String.valueOf(before.version()),
              row,
              drafts[row - from]);
        }
        parties.add(before.party());
      }
    }
    version.into(VERSION, connection);
    recompute(parties, connection);
  }

  private void recompute(Collection<Long> parties, Connection connection) throws SQLException {
    Former.keep(of.runId(), parties, connection);
    assembly.recompute(parties, recipe, plan.today(), connection);
    Former.changed(of.runId(), parties, connection);
  }

  /**
   * @param previous the version that it takes the place of; null where the record is new
   */
  private void version(
      CopyRows into, long record, int number, @Nullable String previous, int row, PartyDraft draft)
      throws SQLException {
    String[] cells = new String[plan.file().columns().size()];
    for (int at = 0; at < cells.length; at++) {
      cells[at] = plan.file().columns().get(at).value(row);
    }
    into.cell(record)
        .cell(number)
        .cell(plan.layout())
        .cell(of.runId())
        .cell(plan.file().rowNumber(row))
        .cells(cells)
        .cell(draft.changes())
        .cell(plan.keys().digest(row).toString())
        .cell(previous)
        .end();
  }

  /** A record that an import brought and a rollback took away comes back, and keeps its number. */
  private static int revive(
      KnownRecords.Known known, long party, UUID digest, Connection connection)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update record set withdrawn_by = null, party_id = ?, digest = ?, version =
              (select max(version) + 1 from record_version where record_id = record.id)
            where id = ? returning version
            """)) {
      update.setLong(1, party);
      update.setObject(2, digest);
      update.setLong(3, known.id());
      try (ResultSet row = update.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
