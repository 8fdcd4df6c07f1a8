package io.limpide.server.source;

import io.limpide.server.job.Failures;
import io.limpide.server.job.Run;
import io.limpide.server.job.Runs;
import io.limpide.server.job.Way;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Imports files that are put into {@code inbox/<name of a source>/} of the data folder, once they
 * have stopped changing, and then moves them to {@code done} or {@code failed} beside them.
 *
 * <p>Which run a file became stands with the run, so a file is imported once even if the server
 * dies before it was moved.
 */
@Component
@Lazy(false)
class Inbox {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
  private static final int LOOK_SECONDS = 5;
  private static final List<String> UNFINISHED =
      List.of(".part", ".tmp", ".crdownload", ".filepart");

  private final Optional<Path> folder;
  private final Imports imports;
  private final Uploads uploads;
  private final Runs runs;
  private final Failures failures;
  private final JdbcClient database;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "inbox");
            thread.setDaemon(true);
            return thread;
          });
  private Map<Path, Look> last = new HashMap<>();

  Inbox(
      @Value("${limpide.data:}") String data,
      Imports imports,
      Uploads uploads,
      Runs runs,
      Failures failures,
      JdbcClient database) {
    this.folder = data.isBlank() ? Optional.empty() : Optional.of(Path.of(data, "inbox"));
    this.imports = imports;
    this.uploads = uploads;
    this.runs = runs;
    this.failures = failures;
    this.database = database;
  }

  /** How a file looked. */
  private record Look(long size, Instant modified) {}

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    if (folder.isPresent()) {
      var unused = clock.scheduleWithFixedDelay(this::look, 1, LOOK_SECONDS, TimeUnit.SECONDS);
    }
  }

  @PreDestroy
  void stop() {
    clock.shutdownNow();
  }

  /** Looks once at every file; never throws, for then nobody would look again. */
  void look() {
    try {
      Files.createDirectories(folder.orElseThrow());
      Map<Path, Look> now = new HashMap<>();
      for (Path source : entries(folder.orElseThrow())) {
        if (Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)) {
          for (Path file : entries(source)) {
            look(file, now);
          }
        }
      }
      last = now;
    } catch (IOException | RuntimeException e) {
      LOG.warn("the inbox met {}", e.getClass().getSimpleName()); // names of files may be persons'
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> !name(entry).startsWith(".")).sorted().toList();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private void look(Path file, Map<Path, Look> now) throws IOException {
    String name = name(file).toLowerCase(Locale.ROOT);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        || UNFINISHED.stream().anyMatch(name::endsWith)) {
      return;
    }
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Look look = new Look(attributes.size(), attributes.lastModifiedTime().toInstant());
    now.put(file, look);
    if (!look.equals(last.get(file))) {
      return; // new, or still being written
    }
    String mark = mark(file, look);
    Optional<Run> run = run(mark);
    if (run.isEmpty()) {
      begin(file, mark);
    } else if (run.get().isOver()) {
      putAway(file, run.get());
      now.remove(file);
    }
  }

  /** What tells a file from a later one of the same name. */
  private static String mark(Path file, Look look) {
    Path source = file.getParent();
    return "%s/%s %d %s"
        .formatted(source == null ? "" : name(source), name(file), look.size(), look.modified());
  }

  private Optional<Run> run(String mark) {
    return database
        .sql(
            """
            select id from run where kind = ? and parameters ->> 'inbox' = ?
            order by id desc limit 1
            """)
        .params(Imports.KIND, mark)
        .query(Long.class)
        .optional()
        .flatMap(runs::find);
  }

  private void begin(Path file, String mark) throws IOException {
    Path source = java.util.Objects.requireNonNull(file.getParent());
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      Uploads.Upload upload = uploads.keep(name(file), in, null);
      long id = imports.sourceNamed(name(source), "", null);
      long run = imports.begin(upload, id, Map.of("auto", true, "inbox", mark), Way.FOLDER, null);
      LOG.info("the inbox began run {}", run);
    }
  }

  private void putAway(Path file, Run run) throws IOException {
    boolean done = run.state() == Run.State.DONE || run.state() == Run.State.UNDONE;
    Path source = java.util.Objects.requireNonNull(file.getParent());
    Path folder = Files.createDirectories(source.resolve(done ? "done" : "failed"));
    Path target = folder.resolve(name(file));
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      target = folder.resolve(run.id() + "-" + name(file));
    }
    if (!done) {
      List<String> why = new ArrayList<>();
      for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
        String words = failures.of(run, locale);
        why.add(
            words.isEmpty()
                ? io.limpide.server.web.Texts.of(locale).text("run.state." + run.state().word())
                : words);
      }
      Files.write(
          target.resolveSibling(name(target) + ".txt"),
          String.join("\n", why).concat("\n").getBytes(StandardCharsets.UTF_8));
    }
    Files.move(file, target);
  }
}
