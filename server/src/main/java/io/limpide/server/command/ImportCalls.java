package io.limpide.server.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/** The calls of the API by which a file is imported: those that any program may use. */
final class ImportCalls {
  private static final String IMPORTS = "/api/v1/imports";
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int PATIENCE = 60; // looks in a row that failed: a server restarts within

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();
  private final URI server;
  private final String token;
  private final Locale locale;

  ImportCalls(URI server, String token, Locale locale) {
    this.server = server;
    this.token = token;
    this.locale = locale;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .header("Authorization", "Bearer " + token)
        .header("User-Agent", "limpide-import") // the base tells it from other programs
        .header("Accept-Language", locale.getLanguage());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /**
   * Sends a file.
   *
   * @param auto whether it is imported by itself, or waits for its columns to be decided
   */
  HttpResponse<String> begin(Path file, String source, boolean auto)
      throws IOException, InterruptedException {
    String boundary = "limpide-" + UUID.randomUUID();
    String name = String.valueOf(file.getFileName());
    String head =
        part(boundary, "name=\"source\"")
            + source
            + "\r\n"
            + part(boundary, "name=\"auto\"")
            + auto
            + "\r\n"
            + part(boundary, "name=\"file\"; filename=\"" + quoted(name) + "\"");
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head, StandardCharsets.UTF_8),
            BodyPublishers.ofFile(file), // never as a whole in memory
            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    return send(
        request(IMPORTS)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(body));
  }

  private static String part(String boundary, String disposition) {
    return "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
  }

  /** As browsers do it: HTML Standard, "multipart/form-data encoding algorithm". */
  private static String quoted(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** Waits a moment, then reads an import; a server that restarts meanwhile is waited for. */
  HttpResponse<String> look(String id) throws IOException, InterruptedException {
    for (int failures = 1; ; failures++) {
      Thread.sleep(LOOK.toMillis());
      try {
        return read(id, "");
      } catch (IOException e) {
        if (failures == PATIENCE) {
          throw e;
        }
      }
    }
  }

  /** Reads an import, or a part of it such as {@code /columns}. */
  HttpResponse<String> read(String id, String part) throws IOException, InterruptedException {
    return send(request(IMPORTS + "/" + id + part).GET());
  }

  /** Leaves the columns where they were taken for, and has the preview worked out. */
  HttpResponse<String> map(String id) throws IOException, InterruptedException {
    return send(
        request(IMPORTS + "/" + id + "/mapping")
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString("{}")));
  }
}
