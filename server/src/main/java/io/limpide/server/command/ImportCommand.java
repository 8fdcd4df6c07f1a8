package io.limpide.server.command;

import io.limpide.engine.message.Messages;
import io.limpide.server.web.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limpide import}: sends a file to a server, and waits for it to be in if asked to. */
@Command(name = "import", sortOptions = false)
final class ImportCommand implements Callable<Integer> {
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int PATIENCE = 60; // looks in a row that failed: a server restarts within

  @Parameters(paramLabel = "FILE", descriptionKey = "import.file")
  private Path file = Path.of("");

  @Option(names = "--server", paramLabel = "URL", required = true)
  private URI server = URI.create("");

  @Option(names = "--token-file", paramLabel = "FILE", required = true)
  private Path tokenFile = Path.of("");

  @Option(names = "--source", paramLabel = "NAME")
  private Optional<String> source = Optional.empty();

  @Option(names = "--wait")
  private boolean wait;

  @Mixin private LanguageOption language = new LanguageOption();

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

  @Override
  public Integer call() throws InterruptedException {
    Messages messages = language.messages();
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      System.err.println(messages.text("import.file.unreadable", file.toString()));
      return Exit.INPUT;
    }
    String token;
    try {
      token = Files.readString(tokenFile).strip();
    } catch (IOException e) {
      System.err.println(messages.text("import.token.unreadable", tokenFile.toString()));
      return Exit.INPUT;
    }
    if (server.getHost() == null || token.isEmpty() || token.chars().anyMatch(c -> c <= ' ')) {
      System.err.println(
          messages.text(server.getHost() == null ? "import.server.address" : "import.token.none"));
      return Exit.USAGE;
    }
    try {
      HttpResponse<String> answer = send(token);
      if (answer.statusCode() != 202) {
        System.err.println(refusal(answer, messages));
        return answer.statusCode() == 422 ? Exit.INPUT : Exit.FAULT;
      }
      Map<String, Object> begun = Json.map(answer.body());
      System.out.println(
          messages.text("import.begun", server.resolve("/imports/" + begun.get("id")).toString()));
      return wait ? follow(String.valueOf(begun.get("id")), token, messages) : Exit.OK;
    } catch (IOException e) {
      System.err.println(messages.text("import.server.silent", server.toString()));
      return Exit.FAULT;
    }
  }

  private HttpRequest.Builder request(String path, String token, Messages messages) {
    return HttpRequest.newBuilder(server.resolve(path))
        .header("Authorization", "Bearer " + token)
        .header("User-Agent", "limpide-import") // the base tells it from other programs
        .header("Accept-Language", messages.locale().getLanguage());
  }

  private HttpResponse<String> send(String token) throws IOException, InterruptedException {
    String boundary = "limpide-" + UUID.randomUUID();
    String name = String.valueOf(file.getFileName());
    String base = name.replaceAll("\\.[^.]*$", "");
    String head =
        part(boundary, "name=\"source\"")
            + source.orElse(base.isEmpty() ? name : base)
            + "\r\n"
            + part(boundary, "name=\"file\"; filename=\"" + quoted(name) + "\"");
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head, StandardCharsets.UTF_8),
            BodyPublishers.ofFile(file), // never as a whole in memory
            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    return client.send(
        request("/api/v1/imports", token, language.messages())
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(body)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String part(String boundary, String disposition) {
    return "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
  }

  /** As browsers do it: HTML Standard, "multipart/form-data encoding algorithm". */
  private static String quoted(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  private int follow(String id, String token, Messages messages)
      throws IOException, InterruptedException {
    int failures = 0;
    while (true) {
      HttpResponse<String> answer;
      try {
        answer =
            client.send(
                request("/api/v1/imports/" + id, token, messages).GET().build(),
                HttpResponse.BodyHandlers.ofString());
      } catch (IOException e) {
        if (++failures == PATIENCE) {
          throw e;
        }
        Thread.sleep(LOOK.toMillis());
        continue;
      }
      failures = 0;
      if (answer.statusCode() != 200) {
        System.err.println(refusal(answer, messages));
        return Exit.FAULT;
      }
      Map<String, Object> state = Json.map(answer.body());
      switch (String.valueOf(state.get("state"))) {
        case "done" -> {
          progress("");
          System.out.println(
              messages.text(
                  "import.done",
                  figure(state, "created"),
                  figure(state, "updated"),
                  figure(state, "unchanged"),
                  figure(state, "rejected")));
          return Exit.OK;
        }
        case "waiting", "running" ->
            progress(
                messages.text("import.progress", figure(state, "done"), figure(state, "total")));
        case "paused" -> progress(messages.text("import.paused"));
        default -> {
          progress("");
          System.err.println(
              state.get("failure") instanceof Map<?, ?> failure
                  ? String.valueOf(failure.get("text"))
                  : messages.text("import.ended", String.valueOf(state.get("state"))));
          return Exit.INPUT;
        }
      }
      Thread.sleep(LOOK.toMillis());
    }
  }

  private static Object figure(Map<String, Object> state, String name) {
    return state.get(name) instanceof Number number ? number : 0;
  }

  /** On a terminal, one line that is written over. */
  @SuppressWarnings("SystemConsoleNull") // from Java 22 on at worst a line too many
  private static void progress(String text) {
    if (System.console() != null) {
      System.err.print("\r\u001b[K" + text);
      System.err.flush();
    }
  }

  private static String refusal(HttpResponse<String> answer, Messages messages) {
    try {
      Map<String, Object> problem = Json.map(answer.body());
      if (problem.get("detail") instanceof String detail) {
        return problem.get("title") + ". " + detail;
      }
    } catch (RuntimeException e) {
      // no problem of ours: something else answers there
    }
    return messages.text("import.server.refused", String.valueOf(answer.statusCode()));
  }
}
