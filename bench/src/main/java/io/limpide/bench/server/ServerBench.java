package io.limpide.bench.server;

import io.limpide.bench.Arguments;
import io.limpide.bench.Folders;
import io.limpide.bench.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Measures a server over a large base, as its users meet it: {@code ServerBench [--rows 1000000]
 * [--launcher ./limpide] [--seconds 20] [--out DIR] [--base DIR]}. Clients run on the same machine
 * and take their share of its processors. A base given by {@code --base} is filled if it is not
 * there yet, and stays; else only what comes after the import is measured, over what it holds.
 */
public final class ServerBench {
  private static final int CLIENTS = 16;
  private static final int FEW = 4;
  private static final double WARM = 1.05; // less is no gain
  private static final int SAME = 3; // so often without a gain, and it is warm
  private static final List<String> SORTS =
      List.of("name", "company", "city", "score", "activity", "updated");

  private final Path launcher;
  private final Path folder;
  private final ServerFile file;
  private final double seconds;
  private final Path data;
  private final boolean stays;

  private ServerBench(
      Path launcher, Path folder, ServerFile file, double seconds, Path data, boolean stays) {
    this.launcher = launcher;
    this.folder = folder;
    this.file = file;
    this.seconds = seconds;
    this.data = data;
    this.stays = stays;
  }

  /** Runs and prints. */
  public static void main(String[] arguments) throws Exception {
    Arguments given = Arguments.parse(arguments);
    int rows = (int) given.number("rows", 1_000_000);
    Path folder =
        Files.createDirectories(Path.of(given.text("out", "target/bench")).toAbsolutePath());
    Path launcher = Path.of(given.text("launcher", "./limpide")).toAbsolutePath();
    String base = given.text("base", "");
    new ServerBench(
            launcher,
            folder,
            ServerFile.generated(folder, rows),
            given.number("seconds", 20),
            base.isEmpty() ? folder.resolve("server-data") : Path.of(base).toAbsolutePath(),
            !base.isEmpty())
        .run();
  }

  private void run() throws Exception {
    System.out.printf(
        "%s%n%,d rows of %d columns, %d MB%n",
        Machine.described(), file.rows(), ServerFile.COLUMNS.size(), Files.size(file.path()) >> 20);
    Path first = folder.resolve("server-first");
    Folders.delete(first);
    Served.start(launcher, first).close(); // builds what is not built, and keeps its classes
    Folders.delete(first);
    boolean filled = stays && Files.exists(data);
    if (!filled) {
      Folders.delete(data);
      try (Served cold = Served.start(launcher, data)) {
        line("start to first page, fresh folder", "%.1f s", cold.firstPage(), "12 s");
      }
    }
    try (Served server = Served.start(launcher, data)) {
      line("start to first page, folder that is there", "%.1f s", server.firstPage(), "6 s");
      Thread.sleep(5_000);
      line("idle, Java and PostgreSQL", "%.0f MB", server.resident(), "700 MB");
      Client client = filled ? Client.again(server.address()) : Client.first(server.address());
      if (!filled) {
        double ceiling = Ceiling.rowsPerSecond(file, server.jdbc());
        line("ceiling: COPY and indexes alone", "%,.0f rows/s", ceiling, "");
        double imported = imported(server, client);
        line("share of the ceiling", "%.0f %%", 100 * imported / ceiling, "50 %");
      }
      measure(server, client);
    }
    if (!stays) {
      Folders.delete(data);
    }
  }

  private static void line(String what, String form, Number figure, String target) {
    System.out.printf(
        Locale.ROOT,
        "%-52s %14s   %s%n",
        what,
        String.format(Locale.ROOT, form, figure.doubleValue()),
        target);
  }

  private void measure(Served server, Client client) throws Exception {
    long highest = highest(server);
    System.out.printf(
        "%n%-52s %8s %8s %8s %8s %8s %8s   %s%n",
        "ms (the last two: CPU of a call)",
        "a second",
        "half",
        "99 %",
        "longest",
        "Java",
        "database",
        "99 % at most");
    records(server, client, (int) highest);
    lists(server, client);
    List<String> words = words(file.sample(2_000, new Random(5)));
    Load.Call search =
        random ->
            client.api(
                "/api/v1/search?q=" + Client.encoded(words.get(random.nextInt(words.size()))));
    load("search by a part, 4 clients", FEW, server, search, "200");
    String run = client.begin(file.changed(Math.min(100_000, file.rows() / 2)).path(), "bench");
    AtomicBoolean running = new AtomicBoolean(true);
    Thread watch = new Thread(() -> awaited(client, run, running));
    watch.start();
    print(
        "search while 100,000 records change, 4 clients",
        Load.of(FEW, running::get, search, server), // with the CPU of the import
        "200");
    watch.join();
    load("search right after it, 4 clients", FEW, server, search, "200");
    pages(server, client, highest);
    line("\nin the end, Java and PostgreSQL", "%.0f MB", server.resident(), "");
    line("data folder", "%.0f MB", server.disk(), "");
  }

  private static void awaited(Client client, String run, AtomicBoolean running) {
    try {
      client.await(run);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      running.set(false);
    }
  }

  private double imported(Served server, Client client) throws IOException, InterruptedException {
    double java = server.javaCpu();
    double database = server.databaseCpu();
    long began = System.nanoTime();
    client.await(client.begin(file.path(), "bench"));
    double taken = (System.nanoTime() - began) / 1e9;
    double rate = file.rows() / taken;
    line("import, from sending the file to the last row", "%,.0f rows/s", rate, "10,000 rows/s");
    line("", "%.0f s", taken, "");
    line("CPU of Java", "%.0f s", server.javaCpu() - java, "");
    line("CPU of PostgreSQL", "%.0f s", server.databaseCpu() - database, "");
    line("then, Java and PostgreSQL", "%.0f MB", server.resident(), "");
    return rate;
  }

  private void load(String what, int clients, Served server, Load.Call call, String target)
      throws IOException, InterruptedException {
    Load.of(clients, Math.min(5, seconds / 4), call, server); // for the compiler and the cache
    print(what, Load.of(clients, seconds, call, server), target);
  }

  private static void print(String what, Load load, String target) {
    System.out.printf(
        Locale.ROOT,
        "%-52s %,8.0f %8.1f %8.1f %8.1f %8.1f %8.1f   %s%n",
        what,
        load.rate(),
        load.half(),
        load.most(),
        load.longest(),
        load.java(),
        load.database(),
        target);
  }

  /** Records by number: at first, and when the compiler has done what it does in a few minutes. */
  private void records(Served server, Client client, int highest)
      throws IOException, InterruptedException {
    Load.Call read = random -> client.api("/api/v1/parties/" + (1 + random.nextInt(highest)));
    Load load = Load.of(CLIENTS, seconds, read, server);
    print("a record, 16 clients, at first", load, "");
    double best = load.rate();
    for (int same = 0; same < SAME; ) { // after an import PostgreSQL cleans up for a minute
      load = Load.of(CLIENTS, seconds, read, server);
      same = load.rate() > WARM * best ? 0 : same + 1;
      best = Math.max(best, load.rate());
    }
    print("a record, 16 clients, when no faster any more", load, "100, 1,000 a second");
  }

  /** Lists in every order, begun at any depth. */
  private void lists(Served server, Client client) throws Exception {
    Map<String, List<String>> begins = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection(server.jdbc());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select id, sort_key, company, city, score, last_activity, updated_at
                from party tablesample bernoulli (0.1)
                """)) {
      while (rows.next()) {
        for (int sort = 0; sort < SORTS.size(); sort++) {
          String cursor =
              Base64.getUrlEncoder()
                  .withoutPadding()
                  .encodeToString(
                      (rows.getLong(1) + ":" + rows.getString(sort + 2))
                          .getBytes(java.nio.charset.StandardCharsets.UTF_8));
          begins.computeIfAbsent(SORTS.get(sort), each -> new ArrayList<>(List.of(""))).add(cursor);
        }
      }
    }
    load(
        "a list page of 50 in any order, anywhere, 4 clients",
        FEW,
        server,
        random -> {
          String sort = SORTS.get(random.nextInt(SORTS.size()));
          List<String> cursors = begins.getOrDefault(sort, List.of(""));
          client.page(
              "/parties?sort=%s&order=%s&after=%s"
                  .formatted(
                      sort,
                      random.nextBoolean() ? "asc" : "desc",
                      cursors.get(random.nextInt(cursors.size()))));
        },
        "250");
  }

  private static long highest(Served server) throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection(server.jdbc());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select max(id) from party")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Parts of names, e-mail addresses, phone numbers and SIREN, as somebody types them. */
  private static List<String> words(List<List<String>> sample) {
    Random random = new Random(3);
    int[] columns = {
      ServerFile.SURNAME, ServerFile.COMPANY, ServerFile.EMAIL, ServerFile.PHONE, ServerFile.SIREN
    };
    List<String> words = new ArrayList<>();
    for (List<String> row : sample) {
      String value = row.get(columns[random.nextInt(columns.length)]);
      int length = 3 + random.nextInt(8);
      if (value.length() >= length) {
        int from = random.nextInt(value.length() - length + 1);
        words.add(value.substring(from, from + length));
      }
    }
    return words;
  }

  private void pages(Served server, Client client, long highest) throws Exception {
    for (String page :
        List.of(
            "/",
            "/parties/",
            "/parties/edit",
            "/parties/new",
            "/quality",
            "/quality/fields",
            "/imports/new",
            "/sources",
            "/jobs",
            "/schedules",
            "/recipe",
            "/users",
            "/settings",
            "/account",
            "/help")) {
      Load.Call call =
          random -> {
            String id = String.valueOf(1 + random.nextInt((int) highest));
            client.page(
                page.equals("/parties/")
                    ? "/parties/" + id
                    : page.equals("/parties/edit") ? "/parties/" + id + "/edit" : page);
          };
      Load.of(1, 1, call, server);
      print("page " + page, Load.of(1, Math.min(3, seconds / 4), call, server), "300");
    }
  }
}
