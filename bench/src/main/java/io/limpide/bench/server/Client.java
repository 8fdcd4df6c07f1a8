package io.limpide.bench.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The administrator with a browser, and a program with a token of hers. */
final class Client {
  private static final Pattern FORM_TOKEN = Pattern.compile("data-form-token=\"([^\"]*)\"");
  private static final Pattern SECRET = Pattern.compile("lmp_[A-Za-z0-9_-]+");
  private static final Pattern STATE = Pattern.compile("\"state\":\"([a-z]+)\"");
  private static final String PASSWORD = "where people sit in parks";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;
  private final Map<String, String> cookies = new TreeMap<>();
  private String formToken = "";
  private String secret = "";

  private Client(String address) {
    this.address = address;
  }

  /** Makes the administrator of a fresh server, and a token. */
  static Client first(String address) throws IOException, InterruptedException {
    Client client = new Client(address);
    client.page("/first-run");
    client.form("/first-run", "login=bench&name=Bench&password=" + encoded(PASSWORD));
    return client.withToken();
  }

  /** Signs in to a server that a former run made the administrator of, and makes a token. */
  static Client again(String address) throws IOException, InterruptedException {
    Client client = new Client(address);
    client.page("/sign-in");
    client.form("/sign-in", "login=bench&password=" + encoded(PASSWORD));
    return client.withToken();
  }

  private Client withToken() throws IOException, InterruptedException {
    page("/account");
    form("/account/tokens", "name=bench&days=30&scope=read&scope=write&scope=import&scope=admin");
    Matcher found = SECRET.matcher(page("/account"));
    if (!found.find()) {
      throw new IOException("no token was shown");
    }
    secret = found.group();
    return this;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Asks for a page as the browser does. */
  String page(String path) throws IOException, InterruptedException {
    return browse(request(path).GET());
  }

  private void form(String path, String fields) throws IOException, InterruptedException {
    browse(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(fields + "&_csrf=" + encoded(formToken))));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    StringBuilder header = new StringBuilder();
    synchronized (cookies) {
      cookies.forEach(
          (name, value) ->
              header.append(header.isEmpty() ? "" : "; ").append(name).append('=').append(value));
    }
    return header.isEmpty() ? request : request.header("Cookie", header.toString());
  }

  private String browse(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    synchronized (cookies) {
      for (String cookie : answer.headers().allValues("Set-Cookie")) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
      }
    }
    Matcher token = FORM_TOKEN.matcher(answer.body());
    if (token.find()) {
      formToken = token.group(1);
    }
    return checked(answer);
  }

  /** Asks as a program does. */
  String api(String path) throws IOException, InterruptedException {
    return checked(
        http.send(
            HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + secret)
                .build(),
            HttpResponse.BodyHandlers.ofString()));
  }

  private static String checked(HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() >= 400) {
      throw new IOException(
          answer.request().uri() + " answers " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  /** Sends a file for import, and returns where to ask how far it is. */
  String begin(Path file, String source) throws IOException, InterruptedException {
    String boundary = "limpide-bench";
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"source\"\r\n\r\n%s\r\n--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
            .formatted(boundary, source, boundary, file.getFileName());
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(address + "/api/v1/imports"))
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(
                    HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head),
                        HttpRequest.BodyPublishers.ofFile(file),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    checked(answer);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  /** Returns the state of a run: {@code running}, {@code done}, ... */
  String state(String run) throws IOException, InterruptedException {
    Matcher state = STATE.matcher(api(run));
    if (!state.find()) {
      throw new IOException(run + " says no state");
    }
    return state.group(1);
  }

  /** Waits until a run is done. */
  void await(String run) throws IOException, InterruptedException {
    for (String state = state(run); !state.equals("done"); state = state(run)) {
      if (!state.equals("running") && !state.equals("waiting")) {
        throw new IOException(run + " is " + state + ": " + api(run));
      }
      Thread.sleep(200);
    }
  }
}
