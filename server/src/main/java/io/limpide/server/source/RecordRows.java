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
import java.util.ArrayList;
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
    List<Taken> taken = taken(fresh, known, connection);
    // one table after the other: the database takes in the first rows while the next are made
    try (CopyRows record = CopyRows.open(RECORD, connection)) {
      for (Taken each : taken) {
        if (each.made()) {
          record
              .cell(each.record())
              .cell(of.sourceId())
              .cell(plan.keys().key(each.row()))
              .cell(each.party())
              .cell(each.version())
              .cell(plan.keys().digest(each.row()).toString())
              .end();
        }
      }
      record.send();
    }
    try (CopyRows version = CopyRows.open(VERSION, connection)) {
      for (Taken each : taken) {
        int row = each.row();
        version(version, each.record(), each.version(), null, row, drafts[row - from]);
      }
      version.send();
    }
    try (PartyRows party = PartyRows.inserting(recipe.catalogue(), connection)) {
      for (Taken each : taken) {
        PartyDraft draft = drafts[each.row() - from];
        int[] faults = Faults.of(draft, way, ways);
        party.add(each.party(), draft, of.sourceId(), each.record(), 1, "{}", faults);
      }
      party.send();
    }
  }

  /**
   * A row with the numbers that it is taken in by.
   *
   * @param made whether its record is new; else it comes back
   */
  private record Taken(int row, long party, long record, int version, boolean made) {}

  private List<Taken> taken(
      List<Integer> fresh, Map<String, KnownRecords.Known> known, Connection connection)
      throws SQLException {
    long back = fresh.stream().filter(row -> known.containsKey(plan.keys().key(row))).count();
    long[] parties = Sequences.take("party_id", fresh.size(), connection);
    long[] records = Sequences.take("record_id", fresh.size() - (int) back, connection);
    List<Taken> taken = new ArrayList<>();
    int used = 0;
    for (int row : fresh) {
      long party = parties[taken.size()];
      KnownRecords.Known before = known.get(plan.keys().key(row));
      taken.add(
          before == null
              ? new Taken(row, party, records[used++], 1, true)
              : new Taken(
                  row,
                  party,
                  before.id(),
                  revive(before, party, plan.keys().digest(row), connection),
                  false));
    }
    return taken;
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
