package io.limpide.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a plain browser: keeps cookies, sends forms with the token of the last page. */
public final class Visitor {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private static final Pattern FORM_TOKEN = Pattern.compile("data-form-token=\"([^\"]*)\"");

  private final String address;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String formToken = "";

  /**
   * @param address of the server
   * @param session the secret of a session; none for somebody who has not signed in
   */
  public Visitor(String address, Optional<String> session) {
    this.address = address;
    session.ifPresent(secret -> cookies.put("__Host-limpide", secret));
  }

  /** Returns the cookies, by name. */
  public Map<String, String> cookies() {
    return cookies;
  }

  /** Sends a header with every request from now on. */
  public Visitor with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  /** Returns where a redirect leads, within the server; empty where it is none. */
  public String leadsTo(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElse("").replace(address, "");
  }

  /** Asks for a page. */
  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** Sends a form with the token of the last page; asks for one first where there was none. */
  public HttpResponse<String> post(String path, Map<String, String> fields) {
    if (formToken.isEmpty()) {
      get("/help");
      get("/sign-in");
    }
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.putIfAbsent("_csrf", formToken);
    StringBuilder form = new StringBuilder();
    all.forEach(
        (name, value) ->
            form.append(form.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
  }

  /** Sends a form with a file. */
  public HttpResponse<String> send(
      String path, String file, String content, Map<String, String> fields) {
    if (formToken.isEmpty()) {
      get("/help");
    }
    String boundary = "limpide-boundary";
    StringBuilder body = new StringBuilder();
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.putIfAbsent("_csrf", formToken);
    all.forEach(
        (name, value) ->
            body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, name, value)));
    body.append(
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
            .formatted(boundary, file));
    body.append(content).append("\r\n--").append(boundary).append("--\r\n");
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  /** Sends anything, with the token of the last page in a header. */
  public HttpResponse<String> send(String method, String path, String type, String body) {
    HttpRequest.Builder request = request(path).header("X-CSRF-Token", formToken);
    return method.equals("GET")
        ? send(request.GET())
        : send(
            request
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Returns the form token of the last page. */
  public String formToken() {
    return formToken;
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    headers.forEach(request::header);
    if (!cookies.isEmpty()) {
      StringBuilder header = new StringBuilder();
      cookies.forEach(
          (name, value) ->
              header.append(header.isEmpty() ? "" : "; ").append(name).append('=').append(value));
      request.header("Cookie", header.toString());
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
      for (String cookie : response.headers().allValues("Set-Cookie")) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
          cookies.remove(pair[0]);
        } else {
          cookies.put(pair[0], pair[1]);
        }
      }
      Matcher token = FORM_TOKEN.matcher(response.body());
      if (token.find()) {
        formToken = token.group(1);
      }
      return response;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
