package io.limpide.server;

import io.limpide.server.database.Database;
import io.limpide.server.database.Opening;
import java.util.Map;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.SpringProperties;
import org.springframework.util.ClassUtils;

/** The server: pages and API over the store. */
@SpringBootApplication
public class LimpideServer {
  private static final String DESCRIBED =
      LimpideServer.class.getName() + "__ApplicationContextInitializer";

  /** Has its beans described, when it is built; {@link ServerCommands} starts it. */
  public static void main(String[] arguments) {
    SpringApplication.run(LimpideServer.class, arguments);
  }

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
    if (ClassUtils.isPresent(DESCRIBED, LimpideServer.class.getClassLoader())) {
      SpringProperties.setFlag(AotDetector.AOT_ENABLED); // a second and a half less
    }
    SpringApplication application = new SpringApplication(LimpideServer.class);
    application.setMainApplicationClass(LimpideServer.class);
    application.setRegisterShutdownHook(false); // the command ends the server, then the database
    application.addInitializers(
        context -> context.getBeanFactory().registerSingleton("opening", database));
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
