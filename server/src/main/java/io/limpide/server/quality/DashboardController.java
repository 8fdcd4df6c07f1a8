package io.limpide.server.quality;

import io.limpide.engine.finding.Dimension;
import io.limpide.server.account.Caller;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.party.PartyWords;
import io.limpide.server.web.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Is the base healthy, what got worse, what is to be done now. */
@Controller
class DashboardController {
  private static final int SHOWN = 8;

  private final Figures figures;
  private final PartyWords words;
  private final JdbcClient database;

  DashboardController(Figures figures, PartyWords words, JdbcClient database) {
    this.figures = figures;
    this.words = words;
    this.database = database;
  }

  /** A part of the base and its score. */
  record Part(String name, String link, Figures.Score score) {}

  @Requires(Right.READ_QUALITY)
  @GetMapping("/")
  String show(@AuthenticationPrincipal Caller by, Locale locale, Model model) {
    Figures.State state = figures.current();
    List<Figures.Score> base = figures.scores("base");
    List<Figures.Score> trend = figures.trend();
    PartyWords.In in = words.in(locale);
    model.addAttribute("state", state);
    model.addAttribute("score", base.isEmpty() ? null : base.get(0));
    model.addAttribute("dimensions", Dimension.values());
    model.addAttribute("trend", trend);
    model.addAttribute("chart", chart(trend, in));
    model.addAttribute("moved", moved(trend));
    model.addAttribute("parts", parts(in));
    List<Figures.Said> suggestions = figures.said("suggestion", 0);
    List<Figures.Said> findings =
        figures.said("finding", 0).stream()
            .filter(said -> !said.severity().equals("info"))
            .toList();
    model.addAttribute("suggested", suggestions.stream().mapToLong(Figures.Said::parties).sum());
    model.addAttribute("found", findings.stream().mapToLong(Figures.Said::parties).sum());
    model.addAttribute("missing", figures.said("missing", 0));
    model.addAttribute("worst", findings.stream().limit(SHOWN).toList());
    model.addAttribute("origins", figures.origins());
    model.addAttribute("marks", new MarkWords(in));
    model.addAttribute("words", in);
    return "quality/dashboard";
  }

  /** Words marks for templates. */
  record MarkWords(PartyWords.In in) {
    /** Returns what is said. */
    public String of(Figures.Said said) {
      return in.mark(
          new io.limpide.server.party.Marks.Mark(
              said.id(),
              said.kind(),
              said.field(),
              said.code(),
              said.severity(),
              said.dimension()));
    }
  }

  private static String chart(List<Figures.Score> trend, PartyWords.In in) {
    Map<String, Object> chart = new LinkedHashMap<>();
    chart.put("labels", trend.stream().map(score -> in.day(score.day())).toList());
    chart.put("min", 0);
    chart.put("max", 100);
    chart.put(
        "series",
        List.of(
            Map.of(
                "name",
                in.text("dashboard.score"),
                "data",
                trend.stream().map(score -> Math.round(score.overall() * 10) / 10.0).toList())));
    return Json.text(chart).replace("<", "\\u003c"); // stands in a block of the page
  }

  /** Points since about a month ago; 0 before there is one. */
  private static double moved(List<Figures.Score> trend) {
    if (trend.size() < 2) {
      return 0;
    }
    Figures.Score last = trend.get(trend.size() - 1);
    Figures.Score then = trend.get(0);
    for (Figures.Score score : trend) {
      if (!score.day().isAfter(last.day().minusDays(30))) {
        then = score;
      }
    }
    return Math.round((last.overall() - then.overall()) * 10) / 10.0;
  }

  private Map<String, List<Part>> parts(PartyWords.In in) {
    Map<String, String> sources = names("source");
    Map<String, String> accounts = names("account");
    Map<String, List<Part>> parts = new LinkedHashMap<>();
    parts.put(
        "kind",
        figures.scores("kind").stream()
            .map(
                score ->
                    new Part(
                        in.text("kind." + score.part()), "/parties?kind=" + score.part(), score))
            .toList());
    parts.put(
        "source",
        figures.scores("source").stream()
            .map(
                score ->
                    new Part(
                        sources.getOrDefault(score.part(), "?"),
                        "/parties?source=" + score.part(),
                        score))
            .toList());
    parts.put(
        "owner",
        figures.scores("owner").stream()
            .map(
                score ->
                    score.part().isEmpty()
                        ? new Part(in.text("chip.no_owner"), "/parties?owner=-1", score)
                        : new Part(
                            accounts.getOrDefault(score.part(), "?"),
                            "/parties?owner=" + score.part(),
                            score))
            .toList());
    parts.replaceAll((scope, list) -> list.stream().limit(SHOWN * 2L).toList());
    return parts;
  }

  private Map<String, String> names(String table) {
    return database
        .sql("select id::text as id, name from " + (table.equals("source") ? "source" : "account"))
        .query((row, number) -> Map.entry(row.getString("id"), row.getString("name")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
