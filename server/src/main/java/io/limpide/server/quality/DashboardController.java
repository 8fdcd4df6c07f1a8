package io.limpide.server.quality;

import io.limpide.engine.finding.Dimension;
import io.limpide.server.account.Caller;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.party.PartyWords;
import io.limpide.server.party.Segments;
import io.limpide.server.web.PageController;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Is the base healthy, what got worse, what is to be done now. */
@PageController
class DashboardController {
  private static final int SHOWN = 8;

  private final Figures figures;
  private final PartyWords words;
  private final Parts parts;

  DashboardController(Figures figures, PartyWords words, Parts parts) {
    this.figures = figures;
    this.words = words;
    this.parts = parts;
  }

  @Requires(Right.READ_QUALITY)
  @GetMapping("/")
  String show(@AuthenticationPrincipal Caller by, java.util.Locale locale, Model model) {
    Figures.State state = figures.current();
    List<Figures.Score> base = figures.scores("base");
    List<Figures.Score> trend = figures.trend();
    PartyWords.In in = words.in(locale);
    model.addAttribute("state", state);
    model.addAttribute("score", base.isEmpty() ? null : base.get(0));
    model.addAttribute("dimensions", Dimension.values());
    model.addAttribute("trend", trend);
    model.addAttribute("chart", TrendController.chart(trend, List.of(), in));
    model.addAttribute("moved", base.isEmpty() ? 0.0 : parts.moved(base.get(0)));
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

  private Map<String, List<Parts.Part>> parts(PartyWords.In in) {
    Map<String, List<Parts.Part>> all = new LinkedHashMap<>();
    for (String scope : Parts.SCOPES) {
      int most = scope.equals("segment") ? Segments.MOST : SHOWN * 2;
      all.put(scope, parts.of(scope, in).stream().limit(most).toList());
    }
    return all;
  }
}
