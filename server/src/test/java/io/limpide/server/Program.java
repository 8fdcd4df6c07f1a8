package io.limpide.server;

import io.limpide.server.account.Role;
import io.limpide.server.web.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** A program that calls the API with a token. */
public final class Program {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final String token;
  private final long account;

  private Program(long account, String token) {
    this.account = account;
    this.token = token;
  }

  /** Returns the program of somebody new in a role, with a token of some scopes. */
  public static Program of(Role role, String... scopes) {
    return of(Running.server().account(role), scopes);
  }

  /** Returns a program of an account. */
  public static Program of(long account, String... scopes) {
    return new Program(account, Running.server().token(account, scopes));
  }

  /** Returns whose it is. */
  public long account() {
    return account;
  }

  /** Returns its secret. */
  public String token() {
    return token;
  }

  /** An answer, with its JSON read. */
  public record Answer(HttpResponse<String> raw) {
    public int status() {
      return raw.statusCode();
    }

    public Map<String, Object> json() {
      return Json.map(raw.body());
    }

    public String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // a test that is wrong about it fails
    public List<Map<String, Object>> items() {
      return (List<Map<String, Object>>) json().get("items");
    }

    @SuppressWarnings({"unchecked", "NullAway"})
    public Map<String, Object> part(String name) {
      return (Map<String, Object>) json().get(name);
    }

    @SuppressWarnings("NullAway")
    public long id() {
      return ((Number) json().get("id")).longValue();
    }

    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> errors() {
      return (List<Map<String, Object>>) json().getOrDefault("errors", List.of());
    }
  }

  public Answer get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  public Answer post(String path, Object body, String... headers) {
    return send("POST", path, body instanceof String s ? s : Json.text(body), headers);
  }

  public Answer patch(String path, Object body, String... headers) {
    return send("PATCH", path, body instanceof String s ? s : Json.text(body), headers);
  }

  public Answer put(String path, Object body, String... headers) {
    return send("PUT", path, Json.text(body), headers);
  }

  public Answer delete(String path, String... headers) {
    return send("DELETE", path, "", headers);
  }

  /** Sends a call; JSON unless a header says otherwise. */
  public Answer send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(Running.server().address() + path))
            .setHeader("Authorization", "Bearer " + token)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.setHeader("Content-Type", "application/json");
    }
    for (int at = 0; at < headers.length; at += 2) {
      request.setHeader(headers[at], headers[at + 1]);
    }
    try {
      return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
