package io.limpide.server.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Running;
import io.limpide.server.Visitor;
import io.limpide.server.account.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LoggingSystem;

/** What people send stands in no log, and what we are made of in no answer. */
class DiscretionTest {
  private static final String MARKER = "zq7marker";

  private static Running server;

  /** A process has one log, that of its first server, unless it is taken from it. */
  @BeforeAll
  static void start() {
    LoggingSystem.get(DiscretionTest.class.getClassLoader()).cleanUp();
    server = Running.another(Optional.empty());
  }

  @AfterAll
  static void end() {
    server.close();
  }

  private String raw(String method, String path, String headers, String body) throws Exception {
    try (Wire wire = new Wire(server)) {
      return wire.say(
              """
              %s %s HTTP/1.1\r
              Host: localhost\r
              User-Agent: %s-agent\r
              X-Anything: %s-header\r
              Connection: close\r
              %sContent-Length: %d\r
              \r
              %s"""
                  .formatted(
                      method,
                      path,
                      MARKER,
                      MARKER,
                      headers,
                      body.getBytes(StandardCharsets.UTF_8).length,
                      body))
          .hear();
    }
  }

  private Map<String, String> failures() throws Exception {
    String form = "Content-Type: application/x-www-form-urlencoded\r\n";
    String json = "Content-Type: application/json\r\n";
    String token = server.token(server.account(Role.ADMINISTRATOR), "admin");
    String bearer = "Authorization: Bearer " + token + "\r\n";
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("nothing there", raw("GET", "/" + MARKER + "?q=" + MARKER, "", ""));
    answers.put("api, nothing there", raw("GET", "/api/v1/" + MARKER, bearer, ""));
    answers.put("no token", raw("GET", "/api/v1/parties?q=" + MARKER, "", ""));
    answers.put(
        "wrong token", raw("GET", "/api/v1/x", "Authorization: Bearer " + MARKER + "\r\n", ""));
    answers.put("unknown method", raw(MARKER.toUpperCase(java.util.Locale.ROOT), "/help", "", ""));
    answers.put("wrong method", raw("DELETE", "/sign-in", "", MARKER));
    answers.put("no form token", raw("POST", "/sign-in", form, "login=" + MARKER));
    answers.put("broken json", raw("POST", "/api/v1/parties", bearer + json, "{\"" + MARKER));
    answers.put(
        "wrong kind",
        raw("POST", "/api/v1/parties", bearer + "Content-Type: " + MARKER + "/x\r\n", "x"));
    answers.put(
        "broken multipart",
        raw(
            "POST",
            "/sign-in",
            "Content-Type: multipart/form-data; boundary=" + MARKER + "\r\n",
            "--" + MARKER));
    answers.put("encoded slash", raw("GET", "/%2f%2e%2e/" + MARKER, "", ""));
    answers.put("semicolon", raw("GET", "/help;" + MARKER + "=1", "", ""));
    answers.put("no such sign", raw("GET", "/" + MARKER + "\u0001{}", "", ""));
    answers.put("bad percent", raw("GET", "/help?q=%zz" + MARKER, "", ""));
    answers.put(
        "bad cookie", raw("GET", "/help", "Cookie: __Host-limpide=" + MARKER + "\u0001\r\n", ""));
    answers.put("bad header", raw("GET", "/help", MARKER + " \u0001 x\r\n", ""));
    return answers;
  }

  @Test
  void leaves_nothing_of_what_was_sent_in_the_log_and_nothing_of_itself_in_answers()
      throws Exception {
    List<String> bodies = new ArrayList<>();
    failures()
        .forEach(
            (what, answer) -> {
              assertThat(Wire.status(answer)).as("%s%n%s", what, answer).isBetween(300, 499);
              bodies.add(what + "\n" + answer);
            });
    Visitor visitor = server.visitor();
    visitor.get("/sign-in");
    // no text of PostgreSQL holds this sign: the statement itself fails
    HttpResponse<String> broken =
        visitor.post("/sign-in", Map.of("login", MARKER + "\0", "password", MARKER + "\0"));
    assertThat(broken.statusCode()).isGreaterThanOrEqualTo(400);
    String form = broken.body();
    bodies.add("in the database\n" + form.replace("value=\"" + MARKER, "value=\""));

    for (String body : bodies) {
      String text = body.replaceAll("(?m)^Location: .*$", "");
      assertThat(text)
          .doesNotContainIgnoringCase(
              "exception",
              "java.",
              "io.limpide",
              "springframework",
              "tomcat",
              "select ",
              "sqlstate")
          .doesNotContain("\tat ");
      assertThat(text.split("\r\n\r\n", 2)[text.contains("\r\n\r\n") ? 1 : 0])
          .as(body)
          .doesNotContainIgnoringCase(MARKER);
    }
    org.slf4j.LoggerFactory.getLogger("io.limpide.server.operation").info("the end");
    assertThat(Files.readString(server.log()))
        .contains("the end")
        .doesNotContainIgnoringCase(MARKER);
  }

  @Test
  void writes_its_log_for_machines() throws Exception {
    org.slf4j.LoggerFactory.getLogger("io.limpide.server.operation").info("a line of the test");

    List<String> lines = Files.readAllLines(server.log());

    assertThat(lines)
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("{\"@timestamp\":\"")
                    .contains("\"message\":\"a line of the test\"", "\"log\":{\"level\":\"INFO\""));
  }
}
