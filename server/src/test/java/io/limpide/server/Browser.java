package io.limpide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A real browser that looks at pages as people do, and tells what they would stumble over. Tests
 * that need it are skipped, with a word, where there is no Chromium.
 */
public final class Browser implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final Path IMAGES = Path.of("../docs/guide/images");
  private static final int HEIGHT = 900;
  private static final List<String> STANDARDS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final Pattern NO_TEXT = Pattern.compile("\\?\\?[\\w.-]+\\?\\?");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
    this.playwright = playwright;
    this.chromium = chromium;
  }

  /**
   * How somebody looks at a page.
   *
   * @param language {@code fr} or {@code en}
   * @param dark whether dark is preferred
   * @param width of the window in pixels
   */
  public record Look(String language, boolean dark, int width) {
    /** Both languages, light and dark, on a desk and in a hand. */
    public static List<Look> all() {
      List<Look> looks = new ArrayList<>();
      for (String language : List.of("fr", "en")) {
        for (boolean dark : new boolean[] {false, true}) {
          for (int width : new int[] {1440, 390}) {
            looks.add(new Look(language, dark, width));
          }
        }
      }
      return looks;
    }

    @Override
    public String toString() {
      return "%s, %s, %d px".formatted(language, dark ? "dark" : "light", width);
    }
  }

  /** Starts one. */
  public static Browser start() {
    assumeTrue(
        Files.isExecutable(PROGRAM), "there is no Chromium (on Debian: apt install chromium)");
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Browser(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync"))));
  }

  /** Opens a window of somebody who has not signed in. */
  public Window visitor(Running server, Look look) {
    return new Window(server, look, context(look));
  }

  /** Opens a window of an account, signed in; the account takes on the language. */
  public Window signedIn(Running server, long account, Look look) {
    server
        .owner()
        .sql("update account set language = ?, theme = 'auto' where id = ?")
        .params(look.language(), account)
        .update();
    BrowserContext context = context(look);
    context.addCookies(
        server.signedIn(account).cookies().entrySet().stream()
            .map(
                cookie ->
                    new Cookie(cookie.getKey(), cookie.getValue())
                        .setUrl("https://localhost") // Chromium trusts this machine as if by TLS
                        .setSecure(true)
                        .setHttpOnly(true))
            .toList());
    return new Window(server, look, context);
  }

  private BrowserContext context(Look look) {
    return chromium.newContext(
        new com.microsoft.playwright.Browser.NewContextOptions()
            .setLocale(look.language().equals("fr") ? "fr-FR" : "en-GB")
            .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
            .setViewportSize(look.width(), HEIGHT));
  }

  /** Returns whether pictures for the guide are asked for. */
  static boolean keeps() {
    return "write".equals(System.getProperty("limpide.screenshots"));
  }

  /** A window: goes to pages, and keeps what went wrong on them. */
  public static final class Window implements AutoCloseable {
    private final Running server;
    private final Look look;
    private final BrowserContext context;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();

    private Window(Running server, Look look, BrowserContext context) {
      this.server = server;
      this.look = look;
      this.context = context;
      page = context.newPage();
      page.route( // asked for again and again: a page would never rest
          "**/jobs/running",
          route -> route.fulfill(new Route.FulfillOptions().setStatus(200).setBody("")));
      page.onConsoleMessage( // what breaks the content policy is said here, too
          message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
              troubles.add("console: " + message.text());
            }
          });
      page.onPageError(error -> troubles.add("script: " + error));
      page.onRequestFailed(
          request -> {
            if (!"net::ERR_ABORTED".equals(request.failure())) { // the reader has gone on
              troubles.add("request: " + request.url() + " " + request.failure());
            }
          });
      page.onResponse(
          response -> {
            if (response.status() >= 400) {
              troubles.add("answer: " + response.status() + " " + response.url());
            }
          });
    }

    /** Returns the page, to click and type in. */
    public Page page() {
      return page;
    }

    /** Goes to a path and waits until it rests. */
    public Window open(String path) {
      page.navigate(server.address() + path);
      page.waitForLoadState();
      return this;
    }

    /** Asserts that nothing went wrong, and that everybody can read and use what is there. */
    public Window holds(String screen) {
      String what = screen + " (" + look + ")";
      assertThat(troubles).as(what).isEmpty();
      assertThat(NO_TEXT.matcher(page.content()).results().map(each -> each.group()))
          .as("texts that are missing: " + what)
          .isEmpty();
      assertThat(page.getAttribute("html", "lang")).as(what).isEqualTo(look.language());
      assertThat(
              page.evaluate(
                  "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
          .as("pixels beyond the window: " + what)
          .isEqualTo(0);
      String violations =
          new AxeBuilder(page)
              .withTags(STANDARDS).analyze().getViolations().stream()
                  .map(
                      rule ->
                          rule.getId()
                              + ": "
                              + rule.getHelp()
                              + rule.getNodes().stream()
                                  .limit(5)
                                  .map(
                                      node ->
                                          "\n  "
                                              + node.getHtml()
                                              + "\n  "
                                              + node.getFailureSummary())
                                  .collect(Collectors.joining()))
                  .collect(Collectors.joining("\n"));
      assertThat(violations).as("not for everybody: " + what).isEmpty();
      return this;
    }

    /** Forgets what went wrong where that was wanted, such as the refusal of a form. */
    public Window forgive() {
      troubles.clear();
      return this;
    }

    /** Keeps a picture for the guide, where {@code -Dlimpide.screenshots=write} asks for it. */
    public Window keep(String name) {
      if (keeps()) {
        try {
          Files.createDirectories(IMAGES);
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(IMAGES.resolve(name + "." + look.language() + ".png")));
      }
      return this;
    }

    @Override
    public void close() {
      context.close();
    }
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
