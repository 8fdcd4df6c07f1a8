package io.limpide.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.server.Browser.Look;
import io.limpide.server.account.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private List<Screen> screens() {
    return List.of(
        new Screen("dashboard", "/"),
        new Screen("records", "/parties?q=" + shown.word()),
        new Screen("record", "/parties/" + shown.party()),
        new Screen("record-edit", "/parties/" + shown.party() + "/edit"),
        new Screen("record-new", "/parties/new?kind=company"),
        new Screen("quality", "/quality"),
        new Screen("rule", "/quality/marks/" + shown.mark()),
        new Screen("fields", "/quality/fields"),
        new Screen("origins", "/quality/origins"),
        new Screen("trend", "/quality/trend"),
        new Screen("segments", "/segments"),
        new Screen("segment", "/parties?segment=" + shown.segment()),
        new Screen("sources", "/sources"),
        new Screen("import", "/imports/" + shown.draft()),
        new Screen("import-done", "/imports/" + shown.done()),
        new Screen("jobs", "/jobs"),
        new Screen("run", "/jobs/" + shown.done()),
        new Screen("schedules", "/schedules"),
        new Screen("recipe", "/recipe"),
        new Screen("users", "/users"),
        new Screen("settings", "/settings"),
        new Screen("account", "/account"),
        new Screen("help", "/help"));
  }

  /** What the guide shows. */
  private static final Set<String> PICTURED =
      Set.of(
          "dashboard",
          "records",
          "record",
          "import",
          "quality",
          "fields",
          "origins",
          "schedules",
          "recipe");

  private final Running server = Running.server();
  private final Showcase shown = Showcase.make();
  private Browser browser = none();

  private record Screen(String name, String path) {}

  @SuppressWarnings("NullAway") // started before all tests
  private static Browser none() {
    return null;
  }

  /**
   * Two opposite looks, or all of them: {@code -Dlimpide.looks=all}; for the pictures of the guide
   * those that it shows. A narrow window has the language whose words are longer.
   */
  static Stream<Look> looks() {
    boolean all = "all".equals(System.getProperty("limpide.looks"));
    return Look.all().stream()
        .filter(
            look ->
                Browser.keeps()
                    ? pictured(look)
                    : all
                        || (look.language().equals("fr") == look.dark()
                            && look.dark() == (look.width() < 1000)));
  }

  private static boolean pictured(Look look) {
    return !look.dark() && look.width() > 1000;
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
      for (Screen screen : screens()) {
        window.open(screen.path()).holds(screen.name());
        if (pictured(look) && PICTURED.contains(screen.name())) {
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
    for (Look look : looks().toList()) { // each has a server of its own
      try (Running fresh = Running.another(Optional.empty());
          Browser.Window window = browser.visitor(fresh, look)) {
        window.open("/").holds("first run");
        if (pictured(look)) {
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

  @Test
  void lead_to_every_section_of_the_navigation() {
    long account = server.account(Role.ADMINISTRATOR);
    try (Browser.Window window = browser.signedIn(server, account, Look.all().get(0))) {
      window.open("/help");
      List<String> paths =
          window.page().locator("#nav a.nav-link").all().stream()
              .map(link -> link.getAttribute("href"))
              .toList();
      assertThat(paths)
          .containsAll(
              screens().stream()
                  .map(Screen::path)
                  .filter(
                      List.of("/", "/quality", "/sources", "/jobs", "/recipe", "/users", "/help")
                          ::contains)
                  .toList());
      for (String path : paths) {
        assertThat(server.signedIn(account).get(path).statusCode()).as(path).isEqualTo(200);
      }
    }
  }

  @Test
  void show_hostile_values_as_what_they_are() {
    long account = server.account(Role.ADMINISTRATOR);
    Showcase.Hostile hostile = Showcase.hostile();
    try (Browser.Window window = browser.signedIn(server, account, Look.all().get(0))) {
      window.page().onDialog(dialog -> hostile.opened().add(dialog.message()));
      for (String path : hostile.paths()) {
        window.open(path).holds("hostile " + path);
        assertThat(window.page().evaluate("window.pwned === undefined")).isEqualTo(true);
      }
    }
    assertThat(hostile.opened()).isEmpty();
  }
}
