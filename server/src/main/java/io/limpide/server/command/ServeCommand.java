package io.limpide.server.command;

import io.limpide.engine.message.Messages;
import io.limpide.server.LimpideServer;
import io.limpide.server.database.Database;
import java.net.BindException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
    Map<String, String> settings = new HashMap<>();
    settings.put("limpide.data", data.path().toString());
    settings.put("server.port", String.valueOf(port));
    settings.put("server.address", host);
    settings.put("spring.servlet.multipart.location", data.folder("uploads").toString());
    settings.put("logging.file.name", data.path().resolve("limpide.log").toString());
    CountDownLatch stopped = new CountDownLatch(1);
    Database database = data.open();
    try {
      ConfigurableApplicationContext server = LimpideServer.start(database, settings);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    server.close();
                    database.close();
                    stopped.countDown();
                  },
                  "stop"));
      String at = server.getEnvironment().getProperty("local.server.port", String.valueOf(port));
      System.out.println(messages.text("serve.ready", "http://" + shown(host) + ":" + at));
      System.out.flush();
    } catch (RuntimeException e) {
      database.close();
      if (cause(e, BindException.class)) {
        System.err.println(messages.text("serve.port_taken", String.valueOf(port), host));
        return Exit.FAULT;
      }
      throw e;
    }
    stopped.await();
    return Exit.OK;
  }

  private static String shown(String host) {
    return host.equals("0.0.0.0") || host.equals("127.0.0.1") ? "localhost" : host;
  }

  private static boolean cause(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return true;
      }
    }
    return failure.getClass().getSimpleName().equals("PortInUseException");
  }
}
