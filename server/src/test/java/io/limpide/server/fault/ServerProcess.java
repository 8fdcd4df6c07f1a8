package io.limpide.server.fault;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, which can be killed. */
final class ServerProcess {
  private static final int PATIENCE_SECONDS = 90;

  private final Process process;
  private final int port;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a server and waits until it answers.
   *
   * @param database the address of a database; none for one in the data folder
   */
  static ServerProcess start(Path data, Optional<String> database) throws Exception {
    int port = freePort();
    Path out =
        Files.createDirectories(data.resolveSibling("said")).resolve(data.getFileName() + ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx500m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlimpide.jobs.heartbeat=1s",
                "-Dlimpide.imports.batch=1000", // the more transactions, the more moments
                "-Dlimpide.imports.large=5000",
                "-cp",
                System.getProperty("java.class.path"),
                "io.limpide.server.ServerCommands",
                "serve",
                "--port",
                String.valueOf(port),
                "--data",
                data.toString()));
    builder.environment().remove("LIMPIDE_DATABASE_URL");
    database.ifPresent(url -> builder.environment().putAll(Map.of("LIMPIDE_DATABASE_URL", url)));
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()));
    ServerProcess server = new ServerProcess(builder.start(), port);
    try {
      server.await(data, out);
      return server;
    } catch (AssertionError e) {
      server.kill();
      throw e;
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void await(Path data, Path out) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/sign-in")).build();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 500) {
          return;
        }
      } catch (IOException e) {
        Thread.sleep(50); // not yet
      }
    }
    Path database = data.resolve("postgresql.log");
    throw new AssertionError(
        "the server did not start: "
            + Files.readString(out)
            + (Files.exists(database) ? Files.readString(database) : ""));
  }

  String address() {
    return "http://localhost:" + port;
  }

  long pid() {
    return process.pid();
  }

  /** Ends the process without a chance to put anything in order. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets the process do nothing, or go on. */
  void signal(String name) throws Exception {
    signal(process.pid(), name);
  }

  static void signal(long pid, String name) throws Exception {
    int exit = new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException("kill -" + name + ": " + exit);
    }
  }

  /** Ends the process in order. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      kill();
    }
  }
}
