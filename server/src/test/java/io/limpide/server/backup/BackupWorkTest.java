package io.limpide.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.Waiting;
import io.limpide.server.job.Run;
import io.limpide.server.job.Runs;
import io.limpide.server.job.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Backups by a schedule lie in the data folder, and do not fill it. */
class BackupWorkTest {
  private final Running server = Running.server();
  private final Path folder = server.data().resolve("backups");

  private Run backedUp() {
    long run =
        server
            .part(Runs.class)
            .create(BackupWork.KIND, Run.State.WAITING, "", null, 0, null, Map.of());
    server.part(Worker.class).submit(run);
    return Waiting.forRun(run);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void keep_the_newest_and_whatever_else_lies_there() throws IOException {
    Files.createDirectories(folder);
    for (int day = 10; day < 25; day++) {
      Files.writeString(folder.resolve("limpide-2020-01-" + day + "-020000.zip"), "old");
    }
    Files.writeString(folder.resolve("mine.zip"), "of somebody");

    Run run = backedUp();

    assertThat(run.state()).isEqualTo(Run.State.DONE);
    assertThat(run.figure("bytes")).isPositive();
    List<String> files = files();
    assertThat(files)
        .hasSize(15) // 14 of ours
        .contains("mine.zip", "limpide-2020-01-24-020000.zip", "limpide-2020-01-12-020000.zip")
        .doesNotContain("limpide-2020-01-11-020000.zip", "limpide-2020-01-10-020000.zip");
    Path newest = folder.resolve(files.get(files.size() - 2)); // "mine.zip" is the last
    try (BackupFile backup = BackupFile.open(newest)) {
      assertThat(backup.manifest().rows()).isEqualTo(run.figure("rows"));
    }
  }

  @Test
  void say_why_where_they_cannot_be_written() throws IOException {
    Path moved = server.data().resolve("backups-moved");
    if (Files.exists(folder)) {
      Files.move(folder, moved);
    }
    Files.writeString(folder, "a file is in the way");
    try {
      Run run = backedUp();

      assertThat(run.state()).isEqualTo(Run.State.FAILED);
      assertThat(run.failure()).isEqualTo("run.failure.backup");
    } finally {
      Files.delete(folder);
      if (Files.exists(moved)) {
        Files.move(moved, folder);
      }
    }
  }
}
