package io.limpide.server.source;

import io.limpide.connect.Rejection;
import io.limpide.connect.SourceRead;
import io.limpide.server.job.Progress;
import io.limpide.server.journal.Journal;
import io.limpide.server.journal.JournalLines;
import io.limpide.server.store.CopyRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Notes how far an import is, each time in the transaction that has brought it there. */
final class ImportNotes {
  private final Import of;
  private final String actor;
  private final SourceRead read;
  private final ImportPlan plan;
  private final Progress progress;
  private final int total;

  ImportNotes(Import of, String actor, SourceRead read, ImportPlan plan, Progress progress) {
    this.of = of;
    this.actor = actor;
    this.read = read;
    this.plan = plan;
    this.progress = progress;
    this.total = plan.file().rows();
  }

  /** Says that the rows of a batch are in, and what became of them. */
  void through(int from, int to, int created, int updated, int unchanged, Connection connection)
      throws SQLException {
    if (from == 0) {
      reject(connection);
    }
    count(to, created, updated, unchanged, connection);
    progress.tick(connection, to, total);
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
                    created,
                    "updated",
                    updated,
                    "unchanged",
                    unchanged))
            .in(of.runId()));
  }

  /** Two imports of one source take turns, batch by batch. */
  void turn(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select from source where id = ? for no key update")) {
      lock.setLong(1, of.sourceId());
      lock.executeQuery().close();
    }
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
      update.setLong(6, plan.layout());
      update.setLong(7, of.runId());
      update.executeUpdate();
    }
  }

  /** Says that all rows are in. */
  void finish(Connection connection) throws SQLException {
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
        progress.tick(connection, total, total);
        progress.result(connection, figures);
        JournalLines.append(
            connection,
            Journal.Deed.of(actor, "import.done", "source:" + of.sourceId(), figures)
                .in(of.runId()));
      }
    }
  }

  static Map<String, Object> figures(Object... pairs) {
    Map<String, Object> figures = new LinkedHashMap<>();
    for (int at = 0; at < pairs.length; at += 2) {
      figures.put(String.valueOf(pairs[at]), pairs[at + 1]);
    }
    return figures;
  }
}
