package io.limpide.bench.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server as people start it, with its PostgreSQL, seen from outside (Linux). */
final class Served implements AutoCloseable {
  private static final double TICKS = 100; // of a second, in /proc: USER_HZ
  private static final int PATIENCE_SECONDS = 600;

  private final Process process;
  private final Path data;
  private final int port;
  private final double firstPage;

  private Served(Process process, Path data, int port, double firstPage) {
    this.process = process;
    this.data = data;
    this.port = port;
    this.firstPage = firstPage;
  }

  /** Starts it and waits for its first page. */
  static Served start(Path launcher, Path data) throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            launcher.toString(),
            "serve",
            "--port",
            String.valueOf(port),
            "--data",
            data.toString());
    builder
        .environment()
        .merge("LIMPIDE_OPTS", "-Dlimpide.api.calls-per-minute=100000000", Served::joined);
    builder.environment().remove("LIMPIDE_DATABASE_URL");
    long began = System.nanoTime();
    Process process =
        builder
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest page =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/first-run")).build();
    while (System.nanoTime() - began < TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
      if (!process.isAlive()) {
        throw new IOException("the server ended with " + process.exitValue());
      }
      try {
        if (client.send(page, HttpResponse.BodyHandlers.discarding()).statusCode() < 400) {
          return new Served(process, data, port, (System.nanoTime() - began) / 1e9);
        }
      } catch (IOException e) {
        Thread.sleep(10); // not yet
      }
    }
    process.destroyForcibly();
    throw new IOException("the server does not answer");
  }

  private static String joined(String one, String other) {
    return one + " " + other;
  }

  /** Returns how long its first page took from the start of the launcher, in seconds. */
  double firstPage() {
    return firstPage;
  }

  String address() {
    return "http://localhost:" + port;
  }

  /** Returns the address of its database. */
  String jdbc() throws IOException {
    return "jdbc:postgresql://127.0.0.1:%s/postgres?user=postgres&password=%s&currentSchema=limpide,public"
        .formatted(
            Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3).strip(),
            Files.readString(data.resolve("postgresql.password")).strip());
  }

  private List<Long> database() throws IOException {
    long postmaster =
        Long.parseLong(
            Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(0).strip());
    List<Long> all = new ArrayList<>(List.of(postmaster));
    ProcessHandle.of(postmaster)
        .ifPresent(parent -> parent.children().forEach(child -> all.add(child.pid())));
    return all;
  }

  /** Returns what Java has used of the processors, in seconds. */
  double javaCpu() throws IOException {
    return cpu(process.pid(), false);
  }

  /** Returns what PostgreSQL has, sessions that ended included. */
  double databaseCpu() throws IOException {
    double sum = 0;
    for (long each : database()) {
      sum += cpu(each, true);
    }
    return sum;
  }

  private static double cpu(long pid, boolean ended) throws IOException {
    Path file = Path.of("/proc", String.valueOf(pid), "stat");
    if (!Files.exists(file)) {
      return 0; // it has just ended, and counts with its parent
    }
    String stat = Files.readString(file);
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    return (ended ? ticks + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : ticks)
        / TICKS;
  }

  /** Returns the memory of Java and PostgreSQL in MB, what they share counted once. */
  long resident() throws IOException {
    List<Long> all = database();
    all.add(process.pid());
    long kilobytes = 0;
    for (long each : all) {
      Path rollup = Path.of("/proc", String.valueOf(each), "smaps_rollup");
      try {
        for (String line : Files.readAllLines(rollup)) {
          if (line.startsWith("Pss:")) {
            kilobytes += Long.parseLong(line.replaceAll("\\D", ""));
          }
        }
      } catch (IOException e) {
        // it has just ended
      }
    }
    return kilobytes >> 10;
  }

  /** Returns the size of the data folder in MB. */
  long disk() throws IOException {
    long bytes = 0;
    List<Path> folders = new ArrayList<>(List.of(data));
    while (!folders.isEmpty()) {
      try (DirectoryStream<Path> children =
          Files.newDirectoryStream(folders.remove(folders.size() - 1))) {
        for (Path child : children) {
          if (Files.isDirectory(child)) {
            folders.add(child);
          } else if (Files.exists(child)) {
            bytes += Files.size(child);
          }
        }
      }
    }
    return bytes >> 20;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
