package io.limpide.server;

import io.limpide.server.database.Database;
import io.limpide.server.database.DatabaseAddress;
import io.limpide.server.database.Opening;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The server: pages and API over the store. */
@SpringBootApplication
public class LimpideServer {
  /**
   * Starts it.
   *
   * @param database opened by the caller, who closes it after the server
   * @param settings of the server, such as {@code server.port}
   */
  public static ConfigurableApplicationContext start(
      Database database, Map<String, String> settings) {
    return start(Opening.of(() -> database), settings);
  }

  /**
   * Starts it while its database is being opened, and returns when both are ready.
   *
   * @param database closed by the caller after the server
   * @param settings of the server, such as {@code server.port}
   */
  public static ConfigurableApplicationContext start(
      Opening database, Map<String, String> settings) {
    SpringApplication application = new SpringApplication(LimpideServer.class);
    application.setRegisterShutdownHook(false); // the command ends the server, then the database
    application.addInitializers(
        context -> {
          GenericApplicationContext beans = (GenericApplicationContext) context;
          beans.registerBean("databaseAddress", DatabaseAddress.class, database::address);
          beans.registerBean(
              "opening", Opening.class, () -> database, bean -> bean.setDestroyMethodName(""));
        });
    ConfigurableApplicationContext server =
        application.run(
            settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    try {
      database.address(); // whoever is told that we are ready can sign in
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }
}
