package io.limpide.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.Visitor;
import io.limpide.server.account.Role;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LoggingSystem;

/** Servers on a PostgreSQL that somebody else runs, as LIMPIDE_DATABASE_URL names it. */
class NamedServerTest {
  @Test
  void serves_together_with_another_that_starts_at_the_same_time() {
    // one JVM has one log: two servers that begin to write it at the same time is not what is
    // tested
    System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    try (NamedPostgres postgres = NamedPostgres.start()) {
      postgres.run(
          "postgres",
          "create role limpide login createrole password 'p'",
          "create database customers owner limpide");
      String url = postgres.url("limpide", "p", "customers");
      List<CompletableFuture<Running>> starting =
          Stream.of(1, 2)
              .map(number -> CompletableFuture.supplyAsync(() -> Running.another(Optional.of(url))))
              .toList();
      try (Running one = starting.get(0).join();
          Running other = starting.get(1).join()) {
        assertThat(one.visitor().get("/sign-in").statusCode()).isEqualTo(302); // to the first run

        Visitor visitor = one.as(Role.ADMINISTRATOR);

        assertThat(visitor.get("/help").statusCode()).isEqualTo(200);
        assertThat(other.knowing(visitor).get("/help").statusCode()).isEqualTo(200);
        assertThat(
                one.owner()
                    .sql("select count(*) from flyway_schema_history where version = '1'")
                    .query(Integer.class)
                    .single())
            .isEqualTo(1);
      }
    } finally {
      System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
    }
  }
}
