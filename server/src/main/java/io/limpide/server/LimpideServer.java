package io.limpide.server;

import io.limpide.server.database.Database;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

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
    SpringApplication application = new SpringApplication(LimpideServer.class);
    application.setRegisterShutdownHook(false); // the command ends the server, then the database
    application.addInitializers(
        context ->
            context.getBeanFactory().registerSingleton("databaseAddress", database.address()));
    application.setDefaultProperties(Map.of("limpide.database.alone", database.alone()));
    return application.run(
        settings.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new));
  }
}
