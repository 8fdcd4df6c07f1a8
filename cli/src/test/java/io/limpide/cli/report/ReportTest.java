package io.limpide.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The reports as pages: self-contained, well-formed, translated, harmless and accessible. */
class ReportTest {
  private static final Map<String, String> PAGES = new TreeMap<>();

  /** A code of a message that found no text. */
  private static final Pattern CODE =
      Pattern.compile(
          "\\b(report|reason|rule|short|loss|dimension|severity|verdict|warning|fact|type|obsolete"
              + "|requirement|field|level|sentence|atom|related|match|doubt|explain)\\.[a-z][a-z_.]+");

  @BeforeAll
  static void make_both(@TempDir Path folder) throws IOException {
    for (String language : List.of("fr", "en")) {
      Path report = Reports.of(folder, "base.csv", Reports.BASE, language);
      PAGES.put(language, Files.readString(report));
      PAGES.put("match-" + language, Files.readString(report.resolveSibling("match-report.html")));
      PAGES.put(
          "pair-" + language, Files.readString(Reports.explained(report, language, "1", "2")));
      PAGES.put("group-" + language, Files.readString(Reports.explained(report, language, "1")));
    }
  }

  static Stream<String> pages() {
    return PAGES.keySet().stream();
  }

  private static String page(String language) {
    return PAGES.getOrDefault(language, "");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void loads_nothing_and_runs_nothing(String language) {
    String page = page(language);
    assertThat(page)
        .contains("Content-Security-Policy", "default-src 'none'")
        .doesNotContainIgnoringCase("<script", "<iframe", "<object", "<link", "<img", "<form")
        .doesNotContainIgnoringCase("javascript:", "@import", "http://", "https://", "src=");
    assertThat(Pattern.compile("url\\((?!#)|<[^>]+\\son[a-z]+\\s*=").matcher(page).find())
        .as("a resource or a handler")
        .isFalse();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void leaves_no_text_untranslated(String language) {
    Document page = Reports.parse(page(language));
    List<String> untranslated = new ArrayList<>();
    for (String element :
        List.of("h1", "h2", "h3", "h4", "p", "th", "td", "li", "caption", "summary")) {
      for (Element each : Reports.all(page, element)) {
        String text = each.getTextContent().replaceAll("\\b\\w+\\.(csv|yaml|json)\\b", " ");
        for (Element code : codes(each)) { // codes of rules are shown on purpose, as code
          text = text.replace(code.getTextContent(), " ");
        }
        Matcher matcher = CODE.matcher(text);
        while (matcher.find()) {
          untranslated.add(matcher.group());
        }
        assertThat(text).as("an argument was not filled in").doesNotContainPattern("\\{\\d");
      }
    }
    assertThat(untranslated).isEmpty();
  }

  private static List<Element> codes(Element element) {
    List<Element> codes = new ArrayList<>();
    var nodes = element.getElementsByTagName("code");
    for (int at = 0; at < nodes.getLength(); at++) {
      codes.add((Element) nodes.item(at));
    }
    return codes;
  }

  @Test
  void speaks_the_language_it_was_asked_for() {
    assertThat(Reports.parse(page("fr")).getDocumentElement().getAttribute("lang")).isEqualTo("fr");
    assertThat(Reports.parse(page("en")).getDocumentElement().getAttribute("lang")).isEqualTo("en");
    assertThat(page("match-fr")).contains("Comment les doublons ont été trouvés");
    assertThat(page("match-en")).contains("How duplicates were found");
    assertThat(page("fr")).contains("Ce qui vous attend").doesNotContain("What awaits you");
    assertThat(page("en")).contains("What awaits you").doesNotContain("Ce qui vous attend");
  }

  /** Imprimerie nationale, Lexique des règles typographiques, "Ponctuation". */
  @ParameterizedTest
  @ValueSource(strings = {"fr", "match-fr", "pair-fr", "group-fr"})
  void sets_french_marks_with_no_break_spaces(String name) {
    String text =
        Reports.parse(page(name))
            .getDocumentElement()
            .getElementsByTagName("main")
            .item(0)
            .getTextContent();
    assertThat(text).containsPattern("\u202F%").doesNotContainPattern("[a-zé] [;!?%»]");
    assertThat(text).doesNotContainPattern("[a-zé] :").doesNotContain("« ");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void has_landmarks_and_headings_in_order(String language) {
    Document page = Reports.parse(page(language));
    assertThat(Reports.all(page, "h1")).hasSize(1);
    assertThat(Reports.all(page, "main")).hasSize(1);
    for (Element navigation : Reports.all(page, "nav")) {
      assertThat(navigation.getAttribute("aria-label")).isNotBlank();
    }
    assertThat(Reports.all(page, "title").get(0).getTextContent()).containsPattern("base.csv|1");
    int level = 0;
    for (Element element : Reports.all(page, "*")) {
      if (element.getTagName().matches("h[1-6]")) {
        int next = element.getTagName().charAt(1) - '0';
        assertThat(next).as(element.getTextContent()).isBetween(1, level + 1);
        level = next;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void names_every_table_column_chart_and_region(String language) {
    Document page = Reports.parse(page(language));
    for (Element table : Reports.all(page, "table")) {
      assertThat(table.getElementsByTagName("thead").getLength()).isEqualTo(1);
    }
    for (Element header : Reports.all(page, "th")) {
      assertThat(header.getAttribute("scope")).isIn("col", "row");
      assertThat(header.getTextContent()).isNotBlank();
    }
    for (Element chart : Reports.all(page, "svg")) {
      assertThat(chart.getAttribute("role")).isEqualTo("img");
      assertThat(chart.getAttribute("aria-label")).isNotBlank();
    }
    for (Element region : Reports.all(page, "div")) {
      if (region.getAttribute("role").equals("region")) {
        assertThat(region.getAttribute("aria-label")).isNotBlank();
        assertThat(region.getAttribute("tabindex")).isEqualTo("0");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void gives_each_id_once_and_leads_every_link_somewhere(String language) {
    Document page = Reports.parse(page(language));
    Set<String> ids = new HashSet<>();
    for (Element element : Reports.all(page, "*")) {
      if (element.hasAttribute("id")) {
        assertThat(ids.add(element.getAttribute("id"))).as(element.getAttribute("id")).isTrue();
      }
    }
    for (Element link : Reports.all(page, "a")) {
      if (link.getAttribute("href").equals("match-report.html")) {
        continue; // beside this one
      }
      assertThat(link.getAttribute("href")).startsWith("#");
      assertThat(ids).contains(link.getAttribute("href").substring(1));
    }
    for (Element section : Reports.all(page, "section")) {
      assertThat(ids).contains(section.getAttribute("aria-labelledby"));
    }
  }

  /** WCAG 2.2, 1.4.3 and 1.4.11: text 4.5 to 1, what carries meaning without text 3 to 1. */
  @Test
  void has_enough_contrast_in_light_and_dark() {
    List<Map<String, String>> schemes = Palette.schemes(page("en"));
    assertThat(schemes).hasSize(2);
    for (Map<String, String> scheme : schemes) {
      for (String text : List.of("ink", "dim", "accent", "warn", "bad")) {
        for (String ground : List.of("page", "card")) {
          assertThat(Palette.contrast(scheme, text, ground))
              .as(text + " on " + ground)
              .isGreaterThanOrEqualTo(4.5);
        }
      }
      assertThat(Palette.contrast(scheme, "ink", "soft")).isGreaterThanOrEqualTo(4.5);
      for (String bar : List.of("accent", "grey", "bad")) {
        assertThat(Palette.contrast(scheme, bar, "track")).as(bar).isGreaterThanOrEqualTo(3);
      }
    }
  }

  /** CNIL, "Zones bloc note et commentaires": a report that is passed around repeats no note. */
  @Test
  void repeats_no_note_and_masks_findings_in_notes(@TempDir Path folder) throws IOException {
    Path report = Reports.of(folder, "base.csv", Reports.BASE, "fr");
    String findings = Files.readString(report.resolveSibling("findings.csv"));
    assertThat(findings).contains("scan.health", "scan.card");
    for (String result :
        List.of(
            findings,
            Files.readString(report),
            Files.readString(report.resolveSibling("match-report.html")),
            Files.readString(Reports.explained(report, "fr", "1", "7")))) {
      assertThat(result).doesNotContain("arrêt maladie", "4970 1000 0000 0014");
    }
  }

  @Test
  void shows_hostile_values_as_text(@TempDir Path folder) throws IOException {
    String script = "<script>alert('x')</script>";
    String attack = "\"\"><img src=x onerror=alert(1)>";
    String base =
        "Nom;Prénom;E-mail;\"Note \"\""
            + script
            + "\"\"\";Ville\n"
            + "\""
            + script
            + "\";\""
            + attack
            + "\";\"x@"
            + script
            + "\";{{headline}};&lt;b&gt;\n"
            + "\""
            + script
            + "\";\""
            + attack
            + "\";\"x@"
            + script
            + "\";\u0007\u202Eevil;</table>\n"
            + "Dupont;Jean;jean@exemple.fr;rien;Paris\n";
    Path report = Reports.of(folder, "<b>R&D's.csv", base, "en");
    String html = Files.readString(report);
    Document page = Reports.parse(html);
    assertThat(Reports.all(page, "script")).isEmpty();
    assertThat(Reports.all(page, "img")).isEmpty();
    assertThat(html).doesNotContain(script, "<img", "<b>R&D", "\u0007");
    assertThat(Reports.all(page, "h3").stream().map(Element::getTextContent))
        .contains("<b>R&D's.csv");
    assertThat(Reports.all(page, "th").stream().map(Element::getTextContent))
        .anyMatch(text -> text.contains(script));
  }
}
