package io.limpide.server.quality;

import io.limpide.engine.finding.Dimension;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.party.PartyWords;
import io.limpide.server.web.PageController;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The score of the base or a part of it over a year, in all and by dimension. */
@PageController
class TrendController {
  private final Figures figures;
  private final Parts parts;
  private final PartyWords words;

  TrendController(Figures figures, Parts parts, PartyWords words) {
    this.figures = figures;
    this.parts = parts;
    this.words = words;
  }

  @Requires(Right.READ_QUALITY)
  @GetMapping("/quality/trend")
  String show(
      @RequestParam(defaultValue = "base") String scope,
      @RequestParam(defaultValue = "") String part,
      Locale locale,
      Model model) {
    figures.current();
    boolean base = scope.equals("base");
    List<Figures.Score> trend =
        base || Parts.SCOPES.contains(scope) ? figures.trend(scope, part) : List.of();
    PartyWords.In in = words.in(locale);
    String name = base || trend.isEmpty() ? "" : parts.name(scope, part, in);
    if (!base && name.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    List<Dimension> dimensions = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      if (trend.stream().anyMatch(score -> score.dimensions().containsKey(dimension))) {
        dimensions.add(dimension);
      }
    }
    model.addAttribute("name", name);
    model.addAttribute("trend", trend);
    model.addAttribute("link", base ? "/parties" : Parts.link(scope, part));
    model.addAttribute("dimensions", dimensions);
    model.addAttribute("chart", chart(trend, dimensions, in));
    model.addAttribute("words", in);
    return "quality/trend";
  }

  /** Returns the figures of a chart, as a block of the page holds them. */
  static String chart(List<Figures.Score> trend, List<Dimension> dimensions, PartyWords.In in) {
    Chart chart =
        new Chart(trend.stream().map(score -> in.day(score.day())).toList())
            .put("min", 0)
            .put("max", 100)
            .series(
                in.text("dashboard.score"),
                rounded(trend.stream().map(Figures.Score::overall).toList()));
    for (Dimension dimension : dimensions) {
      chart.series(
          in.text("dimension." + dimension.name().toLowerCase(Locale.ROOT)),
          rounded(trend.stream().map(score -> score.dimensions().get(dimension)).toList()));
    }
    return chart.block();
  }

  private static List<@Nullable Double> rounded(List<? extends @Nullable Double> points) {
    List<@Nullable Double> rounded = new ArrayList<>();
    for (Double point : points) {
      rounded.add(point == null ? null : Math.round(point * 10) / 10.0);
    }
    return rounded;
  }
}
