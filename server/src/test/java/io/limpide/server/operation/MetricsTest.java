package io.limpide.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.account.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private final Running server = Running.server();

  private HttpResponse<String> ask(String method, String path, String token) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void are_given_to_a_token_of_an_administrator_alone() throws Exception {
    String token = server.token(server.account(Role.ADMINISTRATOR), "admin");
    String weak = server.token(server.account(Role.ADMINISTRATOR), "read");
    String steward = server.token(server.account(Role.STEWARD), "admin");

    assertThat(ask("GET", "/metrics", "").statusCode()).isEqualTo(401);
    assertThat(ask("GET", "/metrics", "lmp_none").statusCode()).isEqualTo(401);
    assertThat(ask("GET", "/metrics", weak).statusCode()).isEqualTo(403);
    assertThat(ask("GET", "/metrics", steward).statusCode()).isEqualTo(403);
    assertThat(ask("GET", "/metrics", token).statusCode()).isEqualTo(200);
  }

  @Test
  void count_answers_by_route_the_machine_and_the_pools() throws Exception {
    String token = server.token(server.account(Role.ADMINISTRATOR), "admin");
    server.visitor().get("/sign-in");
    ask("GET", "/api/v1/no-such-marker-4711?q=marker-4712", token);
    ask("MARKER4713", "/help", "");
    ask("GET", "/%2e%2e/marker-4714", "");
    ask("GET", "/assets/marker-4715.css", "");

    String figures = ask("GET", "/metrics", token).body();

    assertThat(figures)
        .contains("http_server_requests_seconds_count{")
        .contains("uri=\"/sign-in\"")
        .contains("jvm_memory_used_bytes{")
        .contains("jvm_threads_live_threads")
        .contains("hikaricp_connections_active{pool=\"pages\"}")
        .contains("hikaricp_connections_active{pool=\"jobs\"}")
        .doesNotContainIgnoringCase("marker");
  }

  @Test
  void are_all_that_the_actuator_shows() throws Exception {
    String token = server.token(server.account(Role.ADMINISTRATOR), "admin");
    for (String path :
        new String[] {"/actuator", "/actuator/health", "/actuator/env", "/actuator/heapdump"}) {
      assertThat(server.as(Role.ADMINISTRATOR).get(path).statusCode()).as(path).isEqualTo(404);
      assertThat(ask("GET", path, token).statusCode()).as(path).isIn(302, 401, 404);
    }
  }
}
