package io.limpide.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.database.DatabaseAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HealthTest {
  private final Running server = Running.server();

  @Test
  void tells_anybody_that_the_server_serves_and_nothing_more() {
    HttpResponse<String> answer = server.visitor().get("/health");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("ok\n");
  }

  @Test
  void misses_the_pulse_of_a_database_that_is_not_there() {
    Pulse pulse = new Pulse(new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/none", "a", "b"));

    assertThat(pulse.beats()).isFalse();
    pulse.stop();
  }

  @Test
  void does_not_wait_for_a_database_that_is_silent() throws Exception {
    try (ServerSocket silent = new ServerSocket(0)) { // takes connections and says nothing
      Pulse pulse =
          new Pulse(
              new DatabaseAddress(
                  "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/none", "a", "b"));
      long begun = System.nanoTime();

      for (int asked = 0; asked < 3; asked++) {
        assertThat(pulse.beats()).isFalse();
      }

      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
      pulse.stop();
    }
  }

  @Test
  void finds_the_pulse_again_after_the_connection_was_cut() throws Exception {
    Pulse pulse = new Pulse(server.database());
    assertThat(pulse.beats()).isTrue();
    server
        .owner()
        .sql(
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'limpide' and pid <> pg_backend_pid()")
        .query(Boolean.class)
        .list();
    Thread.sleep(1_100); // an answer counts for a second

    assertThat(pulse.beats()).isTrue();
    pulse.stop();
  }
}
