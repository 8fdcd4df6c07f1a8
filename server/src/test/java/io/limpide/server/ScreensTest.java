package io.limpide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.limpide.server.Browser.Look;
import io.limpide.server.account.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every screen in a real browser: both languages, light and dark, wide and narrow. No console
 * error, nothing that the content policy refuses, no barrier that axe knows, no text that is
 * missing, nothing beyond the window.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensTest {
  /** A new screen is one line here. */
  private static final List<Screen> SCREENS = List.of(new Screen("help", "/help"));

  private final Running server = Running.server();
  private Browser browser = none();

  private record Screen(String name, String path) {}

  @SuppressWarnings("NullAway") // started before all tests
  private static Browser none() {
    return null;
  }

  static Stream<Look> looks() {
    return Look.all().stream();
  }

  @BeforeAll
  void start() {
    browser = Browser.start();
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("looks")
  void show_everything_to_everybody(Look look) {
    long account = server.account(Role.ADMINISTRATOR);
    try (Browser.Window window = browser.signedIn(server, account, look)) {
      for (Screen screen : SCREENS) {
        window.open(screen.path()).holds(screen.name());
        if (!look.dark() && look.width() > 1000) {
          window.keep(screen.name());
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("looks")
  void say_what_is_not_there_and_lead_on(Look look) {
    long account = server.account(Role.READER);
    try (Browser.Window window = browser.signedIn(server, account, look)) {
      window.open("/nothing-here").forgive().holds("nothing there");
    }
    try (Browser.Window window = browser.visitor(server, look)) {
      window.open("/sign-in").holds("sign in");
      window.page().fill("#login", "nobody");
      window.page().fill("#password", "not the password");
      window.page().click("button.btn-primary");
      window.page().waitForSelector("[role=alert]");
      window.forgive().holds("refused");
    }
  }

  @Test
  void lead_from_the_first_run_to_the_first_page_in_both_languages() {
    for (Look look : Look.all()) {
      if (look.width() > 1000 == look.dark()) {
        continue; // four of eight are enough: each has a server of its own
      }
      try (Running fresh = Running.another(Optional.empty());
          Browser.Window window = browser.visitor(fresh, look)) {
        window.open("/").holds("first run");
        if (!look.dark()) {
          window.keep("first-run");
        }
        Map.of(
                "#name",
                "Camille Martin",
                "#login",
                "camille",
                "#password",
                "une phrase assez longue")
            .forEach(window.page()::fill);
        window.page().click("button.btn-primary");
        window.page().waitForURL(fresh.address() + "/");
        window.forgive();
        assertThat(fresh.owner().sql("select count(*) from account").query(Integer.class).single())
            .isEqualTo(1);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("looks")
  void have_every_section_of_the_navigation(Look look) {
    long account = server.account(Role.ADMINISTRATOR);
    try (Browser.Window window = browser.signedIn(server, account, look)) {
      window.open("/help").forgive();
      List<String> paths =
          window.page().locator("#nav a.nav-link").all().stream()
              .map(link -> link.getAttribute("href"))
              .toList();
      assertThat(paths).contains("/help");
      List<String> missing = new ArrayList<>();
      for (String path : paths) {
        window.open(path);
        if (window.page().locator(".empty-title").count() > 0
            && server.signedIn(account).get(path).statusCode() == 404) {
          missing.add(path);
          window.forgive();
        } else {
          window.holds(path);
        }
      }
      assumeTrue(missing.isEmpty(), "there is no page yet at " + missing);
    }
  }
}
