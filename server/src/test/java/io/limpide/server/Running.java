package io.limpide.server;

import io.limpide.server.account.Role;
import io.limpide.server.database.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
 * base: each makes what it needs under names of its own.
 */
public final class Running {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static @Nullable Running instance;

  private final ConfigurableApplicationContext server;
  private final JdbcClient owner;
  private final DriverManagerDataSource ownerSource;
  private final String address;
  private final Path data;

  private Running() {
    try {
      data = Files.createTempDirectory("limpide-test-");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Database database = Database.open(data, Optional.empty());
    server =
        LimpideServer.start(
            database,
            Map.of(
                "server.port", "0",
                "limpide.data", data.toString(),
                "logging.file.name", data.resolve("limpide.log").toString()));
    address = "http://localhost:" + server.getEnvironment().getProperty("local.server.port");
    ownerSource =
        new DriverManagerDataSource(
            database.address().url() + "?currentSchema=limpide,public",
            database.address().user(),
            database.address().password());
    owner = JdbcClient.create(ownerSource);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  database.close();
                  Running.delete(data);
                }));
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
      instance = new Running();
    }
    return instance;
  }

  /** Returns where it listens, such as {@code http://localhost:41234}. */
  public String address() {
    return address;
  }

  /** Returns the log, where personal data must never be. */
  public Path log() {
    return data.resolve("limpide.log");
  }

  /** Returns the data folder. */
  public Path data() {
    return data;
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

  /** Returns somebody who has not signed in. */
  public Visitor visitor() {
    return new Visitor(address, Optional.empty());
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
