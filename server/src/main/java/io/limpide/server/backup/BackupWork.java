package io.limpide.server.backup;

import io.limpide.server.database.DatabaseAddress;
import io.limpide.server.database.DatabaseException;
import io.limpide.server.job.Progress;
import io.limpide.server.job.Run;
import io.limpide.server.job.Work;
import io.limpide.server.store.Transactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Backs the base up into {@code backups} of the data folder, by a schedule, and keeps the newest
 * ones. Files of other names that lie there are nobody's to delete.
 */
@Component
class BackupWork implements Work {
  static final String KIND = "backup";

  private static final int KEPT = 14;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'limpide-'yyyy-MM-dd-HHmmss'.zip'");
  private static final Pattern OURS = Pattern.compile("limpide-\\d{4}-\\d\\d-\\d\\d-\\d{6}\\.zip");

  private final String data;
  private final ObjectProvider<DatabaseAddress> address;
  private final DataSource database;

  BackupWork(
      @Value("${limpide.data:}") String data,
      ObjectProvider<DatabaseAddress> address,
      @Qualifier("jobs") DataSource database) {
    this.data = data;
    this.address = address;
    this.database = database;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean canBeScheduled() {
    return !data.isBlank();
  }

  @Override
  public Run.State execute(Run run, Progress progress) throws SQLException, Failure {
    try {
      Path folder = Files.createDirectories(Path.of(data, "backups"));
      Path file = folder.resolve(NAME.format(LocalDateTime.now(ZoneId.systemDefault())));
      Backup.Written written = Backup.write(address.getObject(), file, run.actor());
      deleteOld(folder);
      Transactions.within(
          database,
          connection -> {
            progress.tick(connection, written.rows(), written.rows());
            progress.result(connection, Map.of("rows", written.rows(), "bytes", written.bytes()));
            return true;
          });
      return Run.State.DONE;
    } catch (IOException | DatabaseException e) {
      throw new Failure("run.failure.backup");
    }
  }

  private static void deleteOld(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> old =
          files
              .filter(file -> OURS.matcher(String.valueOf(file.getFileName())).matches())
              .sorted(Comparator.reverseOrder()) // their names are their times
              .skip(KEPT)
              .toList();
      for (Path file : old) {
        Files.deleteIfExists(file);
      }
    }
  }
}
