package io.limpide.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Visitor;
import io.limpide.server.database.Database;
import io.limpide.server.database.DatabaseAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The line between the server and its PostgreSQL breaks: after a commit and before the word of it,
 * and without a word at all.
 *
 * <p>More trials: {@code -Dlimpide.fault.trials=N}.
 */
class LinkTest {
  private static @Nullable Path folder;
  private static @Nullable Database database;
  private static @Nullable Link link;
  private static @Nullable ServerProcess server;

  @BeforeAll
  static void start() throws Exception {
    Path all = Files.createTempDirectory("limpide-link-");
    folder = all;
    Database opened = Database.open(all.resolve("database"), Optional.empty());
    database = opened;
    DatabaseAddress address = opened.address();
    int port = URI.create(address.url().substring("jdbc:".length())).getPort();
    Link line = new Link(port);
    link = line;
    server =
        ServerProcess.start(
            all.resolve("server"),
            Optional.of(
                "postgresql://%s:%s@127.0.0.1:%d/postgres?sslmode=disable"
                    .formatted(address.user(), address.password(), line.port())));
    Base.of(address).steward();
  }

  @AfterAll
  static void stop() throws Exception {
    if (link != null) {
      link.silent(false);
    }
    if (server != null) {
      server.stop();
    }
    if (link != null) {
      link.close();
    }
    if (database != null) {
      database.close();
    }
    if (folder != null) {
      Base.delete(folder);
    }
  }

  private static Link link() {
    return java.util.Objects.requireNonNull(link);
  }

  private static ServerProcess server() {
    return java.util.Objects.requireNonNull(server);
  }

  private static Base base() {
    return Base.of(java.util.Objects.requireNonNull(database).address());
  }

  @Test
  void a_call_whose_answer_was_lost_takes_effect_once_when_it_is_repeated() throws Exception {
    long trials = Long.getLong("limpide.fault.trials", 5);
    for (int trial = 0; trial < trials; trial++) {
      String mail = "lost-" + trial + "@exemple.fr";
      String body = "{\"values\":{\"family_name\":\"Perdu\",\"email\":\"" + mail + "\"}}";
      AtomicInteger left = new AtomicInteger(1);
      int before = link().cuts();
      link().cutCommits("limpide-pages", () -> left.getAndDecrement() > 0);

      HttpResponse<String> lost = Base.call(server(), "/api/v1/parties", mail, body);
      link().cutNoMore();

      assertThat(link().cuts()).isEqualTo(before + 1);
      assertThat(lost.statusCode()).describedAs(lost.body()).isEqualTo(503);
      assertThat(lost.headers().firstValue("Retry-After")).hasValue("5");
      assertThat(lost.body())
          .contains("urn:limpide:problem:away", "Idempotency-Key")
          .doesNotContain("SQL", "java", "Perdu");
      assertThat(base().holding("email", mail)).describedAs("it was through").isEqualTo(1);
      HttpResponse<String> again = Base.call(server(), "/api/v1/parties", mail, body);
      assertThat(again.statusCode()).describedAs(again.body()).isEqualTo(201);
      assertThat(Base.call(server(), "/api/v1/parties", mail, body).body()).isEqualTo(again.body());
      assertThat(base().holding("email", mail)).isEqualTo(1);
    }
    base().checkAll();
  }

  @Test
  void an_import_whose_commits_are_cut_ends_with_exactly_its_rows() throws Exception {
    Random random = new Random(5);
    AtomicInteger left = new AtomicInteger(4);
    Base.Rows rows = Base.Rows.of(5, 8_000, 0);
    long run = Base.send(server(), "cut", rows.text());
    int before = link().cuts();
    link()
        .cutCommits(
            "limpide-jobs", () -> random.nextInt(2) == 0 && left.getAndUpdate(n -> n - 1) > 0);

    base().await(run, "done");
    link().cutNoMore();

    assertThat(link().cuts()).isGreaterThan(before);
    base().checkImport(run, rows);
  }

  @Test
  void a_line_that_falls_silent_holds_nobody_longer_than_35_seconds() throws Exception {
    Visitor visitor = Base.visitor(server());
    CompletableFuture<HttpResponse<String>> first;
    CompletableFuture<HttpResponse<String>> second;
    long began;
    try (Connection busy = base().connect();
        Statement statement = busy.createStatement()) {
      busy.setAutoCommit(false);
      statement.execute("lock table party in access exclusive mode");
      began = System.nanoTime();
      first = CompletableFuture.supplyAsync(() -> visitor.get("/parties"));
      base().awaitWaiting(); // in the middle of its question
      link().silent(true);
      second = CompletableFuture.supplyAsync(() -> Base.visitor(server()).get("/jobs"));
    }
    for (CompletableFuture<HttpResponse<String>> asked : java.util.List.of(first, second)) {
      HttpResponse<String> page = asked.get();
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.headers().firstValue("Retry-After")).hasValue("5");
      assertThat(page.body()).contains("Limpide cannot answer just now");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(38));

    link().silent(false);
    long back = System.nanoTime();
    while (visitor.get("/jobs").statusCode() != 200) {
      assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(Duration.ofSeconds(15));
    }
  }
}
