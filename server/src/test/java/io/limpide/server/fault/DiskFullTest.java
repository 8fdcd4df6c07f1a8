package io.limpide.server.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.limpide.server.Visitor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A disk is full: whoever asks is told so in words, nothing that was acknowledged is lost, and when
 * there is room again all goes on by itself. The disks are small ones in memory, which only root
 * may mount.
 */
class DiskFullTest {
  private final List<Path> disks = new ArrayList<>();
  private Path data = Path.of(".");

  @BeforeEach
  void mount() throws Exception {
    data = Files.createTempDirectory("limpide-full-");
    assumeTrue(mount(data, "500m"), "may not mount a disk of its own");
  }

  private boolean mount(Path at, String size) throws Exception {
    boolean mounted = exit("mount", "-t", "tmpfs", "-o", "size=" + size, "limpide", at) == 0;
    if (mounted) {
      disks.add(0, at);
    }
    return mounted;
  }

  private static int exit(Object... command) throws Exception {
    List<String> words = new ArrayList<>();
    for (Object word : command) {
      words.add(word.toString());
    }
    Process process =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  @AfterEach
  void unmount() throws Exception {
    for (Path disk : disks) {
      exit("umount", "-l", disk);
    }
    Base.delete(data);
  }

  /** Leaves so much of a disk and no more. */
  private static Path fill(Path folder, long left) throws IOException {
    Path ballast = folder.resolve("ballast");
    long size = folder.toFile().getUsableSpace() - left;
    byte[] block = new byte[1 << 20];
    try (RandomAccessFile file = new RandomAccessFile(ballast.toFile(), "rw")) {
      for (long at = 0; at < size; at += block.length) {
        file.write(block, 0, (int) Math.min(block.length, size - at)); // holes would take no room
      }
    }
    return ballast;
  }

  @Test
  void a_file_for_which_there_is_no_room_is_refused_in_words() throws Exception {
    ServerProcess server = ServerProcess.start(data, Optional.empty());
    try {
      Base base = Base.in(data);
      base.steward();
      assertThat(mount(Files.createDirectories(data.resolve("uploads")), "4m")).isTrue();
      Base.Rows rows = Base.Rows.of(1, 200_000, 0);

      HttpResponse<String> refused = Base.offer(server, "full", rows.text());

      assertThat(refused.statusCode()).describedAs(refused.body()).isEqualTo(507);
      assertThat(refused.body())
          .contains("urn:limpide:problem:full", "There is no room left on the disk")
          .doesNotContain("java", "/tmp");
      Visitor visitor = Base.visitor(server);
      assertThat(visitor.get("/jobs").statusCode()).isEqualTo(200);
      HttpResponse<String> page =
          visitor.send("/imports", "f.csv", rows.text(), java.util.Map.of("source", "full"));
      assertThat(page.statusCode()).isEqualTo(507);
      assertThat(page.body()).contains("There is no room left on the disk", "href=\"/parties\"");

      Base.Rows fitting = Base.Rows.of(1, 2_000, 0);
      long run = Base.send(server, "full", fitting.text()); // the room was given back
      base.await(run, "done");
      base.checkImport(run, fitting);
    } finally {
      server.stop();
    }
  }

  @Test
  void a_full_disk_of_the_database_loses_nothing_and_all_goes_on_when_there_is_room()
      throws Exception {
    ServerProcess server = ServerProcess.start(data, Optional.empty());
    try {
      Base base = Base.in(data);
      base.steward();
      Base.Rows before = Base.Rows.of(2, 3_000, 0);
      long first = Base.send(server, "before", before.text());
      base.await(first, "done");
      String acknowledged = base.digest(base.source("before"));
      Base.Rows rows = Base.Rows.of(3, 60_000, 0);
      long run = Base.send(server, "full", rows.text());
      base.awaitBegun(run);
      Path ballast = fill(data, 3 << 20);

      String said = awaitFull(server, run);

      assertThat(said).doesNotContain("SQL", "java", "Exception");
      Files.delete(ballast);
      base.await(run, "done"); // nobody has done anything but to make room
      base.checkImport(run, rows);
      assertThat(base.digest(base.source("before"))).isEqualTo(acknowledged);
      assertThat(Base.visitor(server).get("/jobs").statusCode()).isEqualTo(200);
    } finally {
      server.stop();
    }
  }

  /** Waits until the run, or the whole base, waits for room, and returns what the page says. */
  private static String awaitFull(ServerProcess server, long run) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (System.nanoTime() < end) {
      HttpResponse<String> page = Base.visitor(server).get("/jobs/" + run);
      if (page.statusCode() != 200 || page.body().contains("no room left")) {
        assertThat(page.statusCode()).isIn(200, 503, 507);
        return page.body();
      }
      Thread.sleep(200);
    }
    throw new AssertionError("the disk was never full");
  }
}
