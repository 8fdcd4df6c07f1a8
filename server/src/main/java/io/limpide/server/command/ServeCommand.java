package io.limpide.server.command;

import io.limpide.engine.message.Messages;
import io.limpide.server.LimpideServer;
import io.limpide.server.database.DataFolder;
import io.limpide.server.database.DatabaseException;
import io.limpide.server.database.Opening;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code limpide serve}: starts the server and its database, and stays until it is stopped. */
@Command(name = "serve", sortOptions = false)
final class ServeCommand implements Callable<Integer> {
  @Option(names = "--port", paramLabel = "N", defaultValue = "8080")
  private int port;

  @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1")
  private String host = "127.0.0.1";

  @Mixin private DataOption data = new DataOption();
  @Mixin private LanguageOption language = new LanguageOption();

  @Override
  public Integer call() throws InterruptedException {
    Messages messages = language.messages();
    if (taken()) { // before the database is started for nothing
      System.err.println(messages.text("serve.port_taken", String.valueOf(port), host));
      return Exit.FAULT;
    }
    DataFolder folder = data.folder();
    Map<String, String> settings = new HashMap<>();
    settings.put("limpide.data", data.path().toString());
    settings.put("server.port", String.valueOf(port));
    settings.put("server.address", host);
    settings.put("spring.servlet.multipart.location", folder.folder("uploads").toString());
    settings.put("limpide.data", folder.path().toString());
    settings.put("logging.file.name", folder.path().resolve("limpide.log").toString());
    Opening database = Opening.of(data::open);
    AtomicReference<@Nullable ConfigurableApplicationContext> started = new AtomicReference<>();
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> { // also while it starts: no PostgreSQL is left behind
                  ConfigurableApplicationContext server = started.get();
                  if (server != null) {
                    server.close();
                  }
                  database.close();
                  stopped.countDown();
                },
                "stop"));
    try {
      ConfigurableApplicationContext server = LimpideServer.start(database, settings);
      started.set(server);
      String at = server.getEnvironment().getProperty("local.server.port", String.valueOf(port));
      System.out.println(messages.text("serve.ready", "http://" + shown(host) + ":" + at));
      System.out.flush();
    } catch (RuntimeException e) {
      if (cause(e, DatabaseException.class) instanceof DatabaseException refused) {
        throw refused;
      }
      if (cause(e, BindException.class) != null) { // taken by somebody in between
        System.err.println(messages.text("serve.port_taken", String.valueOf(port), host));
        return Exit.FAULT;
      }
      throw e;
    }
    stopped.await();
    return Exit.OK;
  }

  private boolean taken() {
    if (port == 0) {
      return false;
    }
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static String shown(String host) {
    return host.equals("0.0.0.0") || host.equals("127.0.0.1") ? "localhost" : host;
  }

  private static @Nullable Throwable cause(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return at;
      }
    }
    return null;
  }
}
