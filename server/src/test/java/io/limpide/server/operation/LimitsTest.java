package io.limpide.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final String FORM =
      "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
          + "Content-Type: application/x-www-form-urlencoded\r\n";

  private final Running server = Running.server();

  private int status(String... said) throws Exception {
    try (Wire wire = new Wire(server)) {
      for (String each : said) {
        wire.say(each);
      }
      return Wire.status(wire.hear());
    }
  }

  @Test
  void refuse_a_head_that_is_too_long() throws Exception {
    String head = "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX: ";

    assertThat(status(head + "x".repeat(8_000) + "\r\n\r\n")).isIn(200, 302);
    assertThat(status(head + "x".repeat(20_000) + "\r\n\r\n")).isIn(400, 431);
    assertThat(status("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .isIn(400, 414, 431);
  }

  @Test
  void refuse_a_form_that_is_too_long() throws Exception {
    int length = 3_000_000;

    assertThat(
            status(FORM + "Content-Length: " + length + "\r\n\r\n", "a=" + "x".repeat(length - 2)))
        .isIn(0, 400, 403, 413); // 0: cut off while it was still sending
    assertThat(server.visitor().get("/health").statusCode()).isEqualTo(200);
  }

  @Test
  void refuse_a_form_of_too_many_parts() throws Exception {
    StringBuilder body = new StringBuilder();
    for (int part = 0; part < 60; part++) {
      body.append("--b\r\nContent-Disposition: form-data; name=\"n")
          .append(part)
          .append("\"\r\n\r\nx\r\n");
    }
    body.append("--b--\r\n");

    assertThat(
            status(
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: "
                    + body.length()
                    + "\r\n\r\n",
                body.toString()))
        .isIn(400, 403, 413);
  }

  @Test
  void hold_nobody_up_for_those_who_send_drop_by_drop_and_cut_them_off() throws Exception {
    List<Wire> drippers = new ArrayList<>();
    for (int number = 0; number < 60; number++) {
      drippers.add(new Wire(server).say("GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Slow: "));
      drippers.add(new Wire(server).say(FORM + "Content-Length: 100000\r\n\r\nlogin="));
    }
    long begun = System.nanoTime();
    Thread drops =
        new Thread(
            () -> {
              for (int drop = 0; drop < 30; drop++) {
                drippers.forEach(wire -> wire.say("x"));
                try {
                  Thread.sleep(1_000);
                } catch (InterruptedException e) {
                  return;
                }
              }
            });
    drops.start();
    Visitor visitor = server.visitor();
    for (int asked = 0; asked < 5; asked++) {
      long before = System.nanoTime();
      assertThat(visitor.get("/sign-in").statusCode()).isLessThan(400);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }
    for (Wire wire : drippers) {
      assertThat(Wire.status(wire.hear())).isIn(0, 400, 403, 408, 413, 500, 503);
      wire.close();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(28));
    drops.interrupt();
    drops.join();
  }

  @Test
  void serve_two_hundred_at_once() {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, 200)
            .mapToObj(
                number ->
                    client
                        .sendAsync(
                            HttpRequest.newBuilder(URI.create(server.address() + "/sign-in"))
                                .build(),
                            BodyHandlers.ofString())
                        .thenApply(answer -> answer.statusCode()))
            .toList();

    assertThat(answers.stream().map(CompletableFuture::join))
        .allMatch(status -> status == 200 || status == 302);
  }
}
