package io.limpide.server;

import io.limpide.server.account.Role;
import io.limpide.server.database.Database;
import io.limpide.server.database.DatabaseAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The real server over a real PostgreSQL, started once for all tests of a run. Tests share its
 * base: each makes what it needs under names of its own. Those that need a base of their own start
 * another one and close it.
 */
public final class Running implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static @Nullable Running instance;

  private final Database database;
  private final ConfigurableApplicationContext server;
  private final JdbcClient owner;
  private final DriverManagerDataSource ownerSource;
  private final String address;
  private final Path data;

  private Running(Database database, Path data) {
    this.data = data;
    this.database = database;
    server =
        LimpideServer.start(
            database,
            Map.of(
                "server.port",
                "0",
                "logging.file.name",
                data.resolve("limpide.log").toString(),
                "limpide.data",
                data.toString()));
    address = "http://localhost:" + server.getEnvironment().getProperty("local.server.port");
    ownerSource =
        new DriverManagerDataSource(
            database.address().url() + "?currentSchema=limpide,public",
            database.address().user(),
            database.address().password());
    owner = JdbcClient.create(ownerSource);
  }

  /** Starts a server on a new base, or on the one that is named; the caller closes it. */
  public static Running another(Optional<String> url) {
    try {
      Path data = Files.createTempDirectory("limpide-test-");
      return new Running(Database.open(data, url), data);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    database.close();
    delete(data);
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      // a folder of temporary files
    }
  }

  /** Returns the server of this run. */
  public static synchronized Running server() {
    if (instance == null) {
      Running running = another(Optional.empty());
      Runtime.getRuntime().addShutdownHook(new Thread(running::close));
      instance = running;
    }
    return instance;
  }

  /**
   * Starts another server on the same database and data folder.
   *
   * @param settings beside those it needs to start
   */
  public ConfigurableApplicationContext another(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("server.port", "0");
    all.put("logging.file.name", data.resolve("another.log").toString());
    all.put("limpide.data", data.toString());
    return LimpideServer.start(database, all);
  }

  /** Returns somebody who has not signed in, at the door of another server. */
  public static Visitor visitor(ConfigurableApplicationContext another) {
    return new Visitor(
        "http://localhost:" + another.getEnvironment().getProperty("local.server.port"),
        Optional.empty());
  }

  /** Returns the data folder. */
  public Path data() {
    return data;
  }

  /** Returns where it listens, such as {@code http://localhost:41234}. */
  public String address() {
    return address;
  }

  /** Returns the log, where personal data must never be. */
  public Path log() {
    return data.resolve("limpide.log");
  }

  /** Returns where the database is. */
  public DatabaseAddress database() {
    return database.address();
  }

  /** Returns the database as its owner sees it: more than the server may. */
  public JdbcClient owner() {
    return owner;
  }

  /** Returns connections to the database as its owner. */
  public DriverManagerDataSource ownerSource() {
    return ownerSource;
  }

  /** Returns a part of the server. */
  public <T> T part(Class<T> type) {
    return ((BeanFactory) server).getBean(type);
  }

  /** Returns a part of the server by its name, where there are several of a type. */
  public <T> T part(String name, Class<T> type) {
    return ((BeanFactory) server).getBean(name, type);
  }

  /** Returns somebody who has not signed in. */
  public Visitor visitor() {
    return new Visitor(address, Optional.empty());
  }

  /** Returns a visitor of another server here, with the same cookies. */
  public Visitor knowing(Visitor visitor) {
    return new Visitor(address, Optional.ofNullable(visitor.cookies().get("__Host-limpide")));
  }

  /** Returns somebody new in a role, signed in. */
  public Visitor as(Role role) {
    return signedIn(account(role));
  }

  /** Makes an account in a role, without a password, and returns its number. */
  public long account(Role role) {
    String name = role.word() + "-" + NUMBER.incrementAndGet();
    return owner
        .sql(
            "insert into account (login, name, role, language) values (?, ?, ?, 'en') returning id")
        .params(name, name, role.word())
        .query(Long.class)
        .single();
  }

  /** Returns an account's owner, signed in. */
  public Visitor signedIn(long account) {
    String secret = "secret-of-a-session-" + NUMBER.incrementAndGet() + "-" + account;
    owner
        .sql(
            """
            insert into session (digest, account_id, expires_at, complete)
            values (?, ?, now() + interval '1 hour', true)
            """)
        .params(digest(secret), account)
        .update();
    return new Visitor(address, Optional.of(secret));
  }

  /** Makes a token of an account and returns its secret. */
  public String token(long account, String... scopes) {
    String secret = "lmp_test-" + NUMBER.incrementAndGet() + "-" + account;
    owner
        .sql("insert into token (account_id, name, digest, scopes) values (?, 'test', ?, ?)")
        .params(account, digest(secret), scopes)
        .update();
    return secret;
  }

  private static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
