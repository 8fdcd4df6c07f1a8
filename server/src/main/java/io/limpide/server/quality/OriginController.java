package io.limpide.server.quality;

import io.limpide.server.account.Caller;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.job.Way;
import io.limpide.server.party.CameIn;
import io.limpide.server.party.PartyWords;
import io.limpide.server.web.PageController;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Where errors come from: over time, by source, import, way and person. */
@PageController
class OriginController {
  private static final int SHOWN = 20;
  private static final int MONTHS = 120;

  private final Figures figures;
  private final OriginReport report;
  private final PartyWords words;

  OriginController(Figures figures, OriginReport report, PartyWords words) {
    this.figures = figures;
    this.report = report;
    this.words = words;
  }

  /**
   * A figure for each thing that is asked of values, and what opens their records.
   *
   * @param narrow the page of this one alone
   */
  record Line(String name, String narrow, OriginReport.Origin figures, Map<String, String> links) {
    /** Returns how many are wrong or doubtful for each hundred records. */
    public long rate() {
      return figures.rate();
    }
  }

  @Requires(Right.READ_QUALITY)
  @GetMapping("/quality/origins")
  String show(
      @RequestParam Map<String, String> parameters,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      Model model) {
    CameIn in = CameIn.ways("", parameters);
    boolean persons = by.may(Right.CORRECT);
    if (in.by() != 0 && !persons) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    Figures.State state = figures.current();
    PartyWords.In texts = words.in(locale);
    Map<String, List<Line>> tables = new LinkedHashMap<>();
    for (OriginReport.By each : OriginReport.By.values()) {
      if (persons || each != OriginReport.By.PERSON) {
        int most = each == OriginReport.By.MONTH ? MONTHS : SHOWN;
        tables.put(
            each.word(),
            report.of(each, in, most).stream()
                .map(origin -> line(each, origin, in, by, texts))
                .toList());
      }
    }
    List<Line> months = tables.getOrDefault("month", List.of());
    model.addAttribute("state", state);
    model.addAttribute("in", in);
    model.addAttribute("narrowed", texts.ways(in));
    model.addAttribute("tables", tables);
    model.addAttribute("chart", chart(months, texts));
    model.addAttribute("incomplete", report.isIncomplete());
    model.addAttribute("sources", report.of(OriginReport.By.SOURCE, CameIn.ANYHOW, 1_000));
    model.addAttribute("ways", Arrays.stream(Way.values()).map(Way::word).toList());
    model.addAttribute("periods", periods(in));
    model.addAttribute("words", texts);
    return "quality/origins";
  }

  private static Line line(
      OriginReport.By by, OriginReport.Origin origin, CameIn in, Caller reader, PartyWords.In say) {
    long number = by == OriginReport.By.MONTH || by == OriginReport.By.WAY ? 0 : number(origin);
    CameIn one =
        switch (by) {
          case MONTH ->
              new CameIn("", in.way(), in.source(), in.run(), in.by(), origin.key(), origin.key());
          case SOURCE ->
              new CameIn("", in.way(), number, in.run(), in.by(), in.since(), in.until());
          case RUN ->
              new CameIn("", in.way(), in.source(), number, in.by(), in.since(), in.until());
          case WAY ->
              new CameIn("", origin.key(), in.source(), in.run(), in.by(), in.since(), in.until());
          case PERSON ->
              new CameIn("", in.way(), in.source(), in.run(), number, in.since(), in.until());
        };
    Map<String, String> links = new LinkedHashMap<>();
    CameIn.WHATS.forEach(what -> links.put(what, address("/parties", one.what(what))));
    return new Line(name(by, origin, reader, say), address("/quality/origins", one), origin, links);
  }

  private static long number(OriginReport.Origin origin) {
    return Long.parseLong(origin.key());
  }

  private static String name(
      OriginReport.By by, OriginReport.Origin origin, Caller reader, PartyWords.In say) {
    return switch (by) {
      case MONTH -> say.month(origin.key());
      case WAY -> say.text("way." + origin.key());
      case RUN -> // the name of a file is for whoever sees imports
          say.text("origins.import", origin.key())
              + (reader.may(Right.READ_RUNS) && !origin.name().isEmpty()
                  ? " · " + origin.name()
                  : "");
      case SOURCE -> say.source(origin.name());
      case PERSON -> origin.name().isEmpty() ? "?" : origin.name();
    };
  }

  private static String address(String path, CameIn in) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    in.parameters().forEach(address::queryParam);
    return address.build().encode().toUriString();
  }

  /** The same page of the last three months, twelve months and of all time. */
  private static Map<String, String> periods(CameIn in) {
    YearMonth now = YearMonth.now(java.time.ZoneId.systemDefault());
    Map<String, String> periods = new LinkedHashMap<>();
    periods.put("3", since(in, now.minusMonths(2).toString()));
    periods.put("12", since(in, now.minusMonths(11).toString()));
    periods.put("all", since(in, ""));
    return periods;
  }

  private static String since(CameIn in, String month) {
    return address(
        "/quality/origins", new CameIn("", in.way(), in.source(), in.run(), in.by(), month, ""));
  }

  private static String chart(List<Line> months, PartyWords.In say) {
    return new Chart(months.stream().map(Line::name).toList())
        .put("type", "bar")
        .put("min", 0)
        .put("links", months.stream().map(line -> line.links().get("wrong")).toList())
        .series(say.text("quality.wrong"), figures(months, OriginReport.Origin::wrong))
        .series(say.text("quality.doubtful"), figures(months, OriginReport.Origin::doubtful))
        .series(say.text("origins.suggestion"), figures(months, OriginReport.Origin::proposed))
        .block();
  }

  private static List<Long> figures(List<Line> months, Function<OriginReport.Origin, Long> figure) {
    return months.stream().map(month -> figure.apply(month.figures())).toList();
  }
}
