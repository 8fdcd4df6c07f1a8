package io.limpide.server.source;

import io.limpide.connect.Rejection;
import io.limpide.connect.SourceRead;
import io.limpide.engine.run.BaseRun;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import io.limpide.server.job.Progress;
import io.limpide.server.job.Run;
import io.limpide.server.job.Work;
import io.limpide.server.journal.Journal;
import io.limpide.server.journal.JournalLines;
import io.limpide.server.party.Marks;
import io.limpide.server.party.PartyAssembly;
import io.limpide.server.party.PartyDraft;
import io.limpide.server.party.PartyRows;
import io.limpide.server.recipe.Recipes;
import io.limpide.server.store.CopyRows;
import io.limpide.server.store.Layouts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Takes the rows of a file into the base, batch by batch, each in a transaction that also says how
 * far the import is: killed at any moment it resumes with the batch that was not through.
 */
@Component
class ImportRows {
  private static final int BATCH = 10_000;

  private final DataSource database;
  private final Layouts layouts;
  private final Marks marks;
  private final PartyAssembly assembly;

  ImportRows(
      @Qualifier("jobs") DataSource database,
      Layouts layouts,
      Marks marks,
      PartyAssembly assembly) {
    this.database = database;
    this.layouts = layouts;
    this.marks = marks;
    this.assembly = assembly;
  }

  void run(Import of, Run run, SourceRead read, Recipes.Active recipe, Progress progress)
      throws SQLException, Work.Failure {
    Mapping mapping = new Mapping(of.mapping(), of.keyColumns());
    Table file = read.table();
    long layout;
    try (Connection connection = database.getConnection()) {
      layout =
          layouts.of(
              of.sourceId(),
              file.columns().stream().map(Column::name).toArray(String[]::new),
              mapping.fields(file),
              connection);
    }
    RowKeys keys = RowKeys.of(file, mapping, layout);
    LocalDate today = LocalDate.now(java.time.ZoneId.systemDefault());
    BaseRun judged =
        BaseRun.of(
            mapping.base(file, recipe.catalogue()),
            recipe.catalogue().engineFields(),
            recipe.recipe(),
            today);
    Batches batches = new Batches(of, run, read, recipe, layout, keys, judged, today, progress);
    batches.all();
  }

  /** One import on its way. */
  private final class Batches {
    private final Import of;
    private final String actor;
    private final SourceRead read;
    private final Recipes.Active recipe;
    private final long layout;
    private final RowKeys keys;
    private final BaseRun judged;
    private final LocalDate today;
    private final Progress progress;
    private final Table file;

    Batches(
        Import of,
        Run run,
        SourceRead read,
        Recipes.Active recipe,
        long layout,
        RowKeys keys,
        BaseRun judged,
        LocalDate today,
        Progress progress) {
      this.of = of;
      this.actor = run.accountId() == null ? "system" : "account:" + run.accountId();
      this.read = read;
      this.recipe = recipe;
      this.layout = layout;
      this.keys = keys;
      this.judged = judged;
      this.today = today;
      this.progress = progress;
      this.file = read.table();
    }

    void all() throws SQLException {
      int total = file.rows();
      int from = of.nextRow();
      CompletableFuture<PartyDraft[]> next = drafts(from);
      while (from < total || (from == 0 && total == 0)) {
        int to = Math.min(total, from + BATCH);
        PartyDraft[] drafts = joined(next);
        next = drafts(to); // the next batch is judged while this one is written
        try (Connection connection = database.getConnection()) {
          connection.setAutoCommit(false);
          try {
            write(from, to, drafts, connection);
            connection.commit();
          } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
          }
        }
        from = to;
        if (total == 0) {
          break;
        }
      }
      finish();
    }

    private CompletableFuture<PartyDraft[]> drafts(int from) {
      int to = Math.min(file.rows(), from + BATCH);
      return CompletableFuture.supplyAsync(
          () -> {
            PartyDraft[] drafts = new PartyDraft[Math.max(0, to - from)];
            int pieces = Math.max(1, Runtime.getRuntime().availableProcessors());
            int size = (drafts.length + pieces - 1) / Math.max(1, pieces);
            IntStream.range(0, pieces)
                .parallel()
                .forEach(
                    piece -> {
                      PartyDraft.Reader reader =
                          new PartyDraft.Reader(judged, recipe.catalogue(), marks, true);
                      int end = Math.min(drafts.length, (piece + 1) * size);
                      for (int at = piece * size; at < end; at++) {
                        drafts[at] = reader.read(from + at);
                      }
                    });
            return drafts;
          });
    }

    private PartyDraft[] joined(CompletableFuture<PartyDraft[]> drafts) {
      try {
        return drafts.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    }

    private void write(int from, int to, PartyDraft[] drafts, Connection connection)
        throws SQLException {
      lockSource(connection);
      Map<String, KnownRecords.Known> known =
          KnownRecords.any(of.sourceId(), connection)
              ? KnownRecords.of(
                  of.sourceId(), IntStream.range(from, to).mapToObj(keys::key).toList(), connection)
              : Map.of();
      List<Integer> fresh = new ArrayList<>();
      List<Integer> changed = new ArrayList<>();
      int unchanged = 0;
      for (int row = from; row < to; row++) {
        KnownRecords.Known before = known.get(keys.key(row));
        if (before == null || before.withdrawn()) {
          fresh.add(row);
        } else if (before.digest().equals(keys.digest(row))) {
          unchanged++;
        } else {
          changed.add(row);
        }
      }
      insert(from, fresh, drafts, known, connection);
      update(from, changed, drafts, known, connection);
      if (from == 0) {
        reject(connection);
      }
      count(to, fresh.size(), changed.size(), unchanged, connection);
      progress.tick(connection, to, file.rows());
      JournalLines.append(
          connection,
          Journal.Deed.of(
                  actor,
                  "import.rows",
                  "source:" + of.sourceId(),
                  figures(
                      "from",
                      from,
                      "to",
                      to,
                      "created",
                      fresh.size(),
                      "updated",
                      changed.size(),
                      "unchanged",
                      unchanged))
              .in(of.runId()));
    }

    /** Two imports of one source take turns, batch by batch. */
    private void lockSource(Connection connection) throws SQLException {
      try (PreparedStatement lock =
          connection.prepareStatement("select from source where id = ? for update")) {
        lock.setLong(1, of.sourceId());
        lock.executeQuery().close();
      }
    }

    private void insert(
        int from,
        List<Integer> fresh,
        PartyDraft[] drafts,
        Map<String, KnownRecords.Known> known,
        Connection connection)
        throws SQLException {
      List<Integer> anew = fresh.stream().filter(row -> known.containsKey(keys.key(row))).toList();
      long[] parties = ids("party_id", fresh.size(), connection);
      long[] records = ids("record_id", fresh.size() - anew.size(), connection);
      CopyRows record = new CopyRows();
      CopyRows version = new CopyRows();
      PartyRows party = new PartyRows(recipe.catalogue());
      int used = 0;
      for (int at = 0; at < fresh.size(); at++) {
        int row = fresh.get(at);
        KnownRecords.Known before = known.get(keys.key(row));
        long id = before == null ? records[used++] : before.id();
        int number = 1;
        if (before == null) {
          record
              .cell(id)
              .cell(of.sourceId())
              .cell(keys.key(row))
              .cell(parties[at])
              .cell(1)
              .cell(keys.digest(row).toString())
              .end();
        } else {
          number = revive(before, parties[at], keys.digest(row), connection);
        }
        version(version, id, number, null, row, drafts[row - from]);
        party.add(parties[at], drafts[row - from], of.sourceId(), id, 1, "{}");
      }
      record.into("record (id, source_id, key, party_id, version, digest)", connection);
      version.into(VERSION, connection);
      party.insert(connection);
    }

    private void update(
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
          KnownRecords.Known before = java.util.Objects.requireNonNull(known.get(keys.key(row)));
          update.setObject(1, keys.digest(row));
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
      assembly.recompute(parties, recipe, today, connection);
      Former.changed(of.runId(), parties, connection);
    }

    private static final String VERSION =
        "record_version (record_id, version, layout_id, run_id, row_number, cells, changes, digest,"
            + " previous)";

    /**
     * @param previous the version that it takes the place of; null where the record is new
     */
    private void version(
        CopyRows into,
        long record,
        int number,
        @Nullable String previous,
        int row,
        PartyDraft draft) {
      String[] cells = new String[file.columns().size()];
      for (int at = 0; at < cells.length; at++) {
        cells[at] = file.columns().get(at).value(row);
      }
      into.cell(record)
          .cell(number)
          .cell(layout)
          .cell(of.runId())
          .cell(file.rowNumber(row))
          .cells(cells)
          .cell(draft.changes())
          .cell(keys.digest(row).toString())
          .cell(previous)
          .end();
    }

    private void reject(Connection connection) throws SQLException {
      CopyRows rejections = new CopyRows();
      int number = 0;
      for (Rejection rejection : read.rejections()) {
        rejections
            .cell(of.runId())
            .cell(++number)
            .cell(rejection.row())
            .cell(rejection.why().reason().code())
            .cells(rejection.why().arguments().toArray(String[]::new))
            .cell(rejection.raw())
            .end();
      }
      rejections.into("rejection (run_id, number, row_number, reason, arguments, raw)", connection);
    }

    private void count(int to, int created, int updated, int unchanged, Connection connection)
        throws SQLException {
      try (PreparedStatement update =
          connection.prepareStatement(
              """
              update import set next_row = ?, created = created + ?, updated = updated + ?,
                unchanged = unchanged + ?, rejected = ?, layout_id = ? where run_id = ?
              """)) {
        update.setInt(1, to);
        update.setInt(2, created);
        update.setInt(3, updated);
        update.setInt(4, unchanged);
        update.setInt(5, read.rejections().size());
        update.setLong(6, layout);
        update.setLong(7, of.runId());
        update.executeUpdate();
      }
    }

    private void finish() throws SQLException {
      try (Connection connection = database.getConnection()) {
        connection.setAutoCommit(false);
        try (PreparedStatement update =
            connection.prepareStatement(
                """
                update import set stage = 'done' where run_id = ?
                returning created, updated, unchanged, rejected
                """)) {
          update.setLong(1, of.runId());
          try (ResultSet row = update.executeQuery()) {
            row.next();
            Map<String, Object> figures =
                figures(
                    "created",
                    row.getInt(1),
                    "updated",
                    row.getInt(2),
                    "unchanged",
                    row.getInt(3),
                    "rejected",
                    row.getInt(4));
            progress.tick(connection, file.rows(), file.rows());
            progress.result(connection, figures);
            JournalLines.append(
                connection,
                Journal.Deed.of(actor, "import.done", "source:" + of.sourceId(), figures)
                    .in(of.runId()));
          }
        }
        connection.commit();
      }
    }
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

  /** Takes numbers from a sequence; those of a transaction that fails are left out for ever. */
  private static long[] ids(String sequence, int count, Connection connection) throws SQLException {
    long[] ids = new long[count];
    try (PreparedStatement select =
        connection.prepareStatement("select nextval(?::regclass) from generate_series(1, ?)")) {
      select.setString(1, sequence);
      select.setInt(2, count);
      try (ResultSet rows = select.executeQuery()) {
        for (int at = 0; rows.next(); at++) {
          ids[at] = rows.getLong(1);
        }
      }
    }
    return ids;
  }

  static Map<String, Object> figures(Object... pairs) {
    Map<String, Object> figures = new LinkedHashMap<>();
    for (int at = 0; at < pairs.length; at += 2) {
      figures.put(String.valueOf(pairs[at]), pairs[at + 1]);
    }
    return figures;
  }
}
