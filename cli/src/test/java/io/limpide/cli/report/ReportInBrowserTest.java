package io.limpide.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report in a real browser, where there is one. */
class ReportInBrowserTest {
  private static final int MINUTES = 3;

  /** Says how wide the page is and how wide the window; the page itself runs no script. */
  private static final String RULER =
      """
      <script>addEventListener("load", () => {
        document.querySelectorAll("details").forEach(fold => fold.open = true);
        const root = document.documentElement;
        document.title = "page " + root.scrollWidth + " window " + root.clientWidth;
      });</script></head>\
      """;

  private Path browser = Path.of("");
  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void find_a_browser() {
    Optional<Path> found =
        Stream.of(
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
            .flatMap(
                place ->
                    Stream.of("chromium", "chromium-browser").map(name -> Path.of(place, name)))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), "skipped: no Chromium here (on Debian: apt install chromium)");
    browser = found.orElseThrow();
  }

  @Test
  void shows_its_sections() throws Exception {
    Path report = Reports.of(folder, "base.csv", Reports.BASE, "fr");
    String page = run("--dump-dom", report.toUri().toString());
    assertThat(page)
        .contains("Rapport de qualité de la base clients", "id=\"duplicates\"", "</footer>");
    assertThat(page).contains("<svg viewBox=");
  }

  @Test
  void fits_a_telephone() throws Exception {
    for (String language : List.of("fr", "en")) {
      Path report = Reports.of(folder, "base.csv", Reports.BASE, language);
      fits(report);
      fits(report.resolveSibling("match-report.html"));
      fits(Reports.explained(report, language, "1", "2"));
      fits(Reports.explained(report, language, "1"));
    }
  }

  private void fits(Path report) throws IOException, InterruptedException {
    String html = Files.readString(report);
    Path measured = folder.resolve("measured.html");
    Files.writeString(
        measured,
        html.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
            .replaceFirst("</head>", RULER));
    String page = run("--dump-dom", "--window-size=390,844", measured.toUri().toString());
    assertThat(page).as(report.toString()).containsPattern("<title>page (\\d+) window \\1</title>");
  }

  @Test
  void says_nothing_on_the_console() throws Exception {
    for (String language : List.of("fr", "en")) {
      Path report = Reports.of(folder, "base.csv", Reports.BASE, language);
      for (Path page :
          List.of(
              report,
              report.resolveSibling("match-report.html"),
              Reports.explained(report, language, "1", "2"),
              Reports.explained(report, language, "1"))) {
        run("--enable-logging=stderr", "--dump-dom", page.toUri().toString());
        assertThat(Files.readString(folder.resolve("err.txt"))).doesNotContain("CONSOLE");
      }
    }
  }

  @Test
  void prints() throws Exception {
    Path report = Reports.of(folder, "base.csv", Reports.BASE, "en");
    Path paper = folder.resolve("report.pdf");
    run("--print-to-pdf=" + paper, "--no-pdf-header-footer", report.toUri().toString());
    assertThat(Files.readAllBytes(paper)).startsWith('%', 'P', 'D', 'F');
    assertThat(Files.size(paper)).isGreaterThan(20_000);
  }

  private String run(String... arguments) throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    List<String> command = new ArrayList<>();
    command.add(browser.toString());
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + folder.resolve("browser")));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    try {
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES))
          .as("the browser came to an end")
          .isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(out);
  }
}
