package io.limpide.server.source;

import io.limpide.server.job.Progress;
import io.limpide.server.job.Run;
import io.limpide.server.job.Work;
import io.limpide.server.journal.Journal;
import io.limpide.server.journal.JournalLines;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Deletes the bytes of files whose imports have been over for a month: the base holds what they
 * said, and nobody should keep persons' data twice.
 */
@Component
class UploadClearing implements Work {
  static final String KIND = "uploads.clear";

  private final DataSource database;

  UploadClearing(@Qualifier("jobs") DataSource database) {
    this.database = database;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean canBeScheduled() {
    return true;
  }

  @Override
  public Run.State execute(Run run, Progress progress) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      int files;
      try (PreparedStatement delete =
          connection.prepareStatement(
              """
              with cleared as (
                delete from upload_chunk c using upload u
                where u.id = c.upload_id and u.created_at < now() - interval '30 days'
                  and not exists (select from import i join run r on r.id = i.run_id
                    where i.upload_id = u.id and (r.finished_at is null
                      or r.finished_at > now() - interval '30 days'))
                returning c.upload_id)
              select count(distinct upload_id) from cleared
              """)) {
        try (var row = delete.executeQuery()) {
          row.next();
          files = row.getInt(1);
        }
      }
      progress.result(connection, ImportNotes.figures("files", files));
      progress.tick(connection, files, files);
      JournalLines.append(
          connection,
          Journal.Deed.of(
                  "system",
                  "uploads.cleared",
                  "run:" + run.id(),
                  ImportNotes.figures("files", files))
              .in(run.id()));
      connection.commit();
    }
    return Run.State.DONE;
  }
}
