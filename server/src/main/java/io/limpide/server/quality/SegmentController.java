package io.limpide.server.quality;

import io.limpide.server.account.Caller;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.party.PartyFilter;
import io.limpide.server.party.PartyWords;
import io.limpide.server.party.Segments;
import io.limpide.server.web.PageController;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Segments: who is in them, how good they are; shared, renamed and deleted. */
@PageController
class SegmentController {
  private final Segments segments;
  private final Figures figures;
  private final Parts parts;
  private final PartyWords words;
  private final EvaluationOrders evaluations;

  SegmentController(
      Segments segments,
      Figures figures,
      Parts parts,
      PartyWords words,
      EvaluationOrders evaluations) {
    this.segments = segments;
    this.figures = figures;
    this.parts = parts;
    this.words = words;
    this.evaluations = evaluations;
  }

  /**
   * A segment and its figures.
   *
   * @param part null before it was counted
   */
  record Shown(Segments.Segment segment, List<String> chips, Parts.@Nullable Part part) {}

  @Requires(Right.READ_PARTIES)
  @GetMapping("/segments")
  String list(@AuthenticationPrincipal Caller by, Locale locale, Model model) {
    figures.current();
    PartyWords.In in = words.in(locale);
    List<Parts.Part> counted = by.may(Right.READ_QUALITY) ? parts.of("segment", in) : List.of();
    model.addAttribute(
        "segments",
        segments.all().stream()
            .map(
                one -> new Shown(one, in.chips(one.filter()), part(counted, one.id()).orElse(null)))
            .toList());
    model.addAttribute("most", Segments.MOST);
    model.addAttribute("words", in);
    return "quality/segments";
  }

  private static Optional<Parts.Part> part(List<Parts.Part> counted, long id) {
    return counted.stream()
        .filter(part -> part.score().part().equals(String.valueOf(id)))
        .findFirst();
  }

  /** Gives the filter of a list a name for everybody. */
  @Requires(Right.EDIT_SEGMENTS)
  @PostMapping("/segments")
  String share(
      @RequestParam String name,
      @RequestParam(defaultValue = "") String query,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      RedirectAttributes then) {
    Segments.Outcome outcome = segments.share(name, PartyFilter.ofQuery(query), by);
    if (outcome != Segments.Outcome.DONE) {
      then.addFlashAttribute("problem", outcome.code());
      return "redirect:/parties" + query;
    }
    if (figures.current().parties() > FigureCount.SMALL) { // a small base counts itself
      evaluations.give(EvaluationWork.KIND, by);
    }
    then.addFlashAttribute("said", words.in(locale).text("segment.said.done"));
    return "redirect:/segments";
  }

  @Requires(Right.EDIT_SEGMENTS)
  @PostMapping("/segments/{id}")
  String rename(
      @PathVariable long id,
      @RequestParam String name,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      RedirectAttributes then) {
    return said(segments.rename(id, name, by), "segment.said.renamed", locale, then);
  }

  @Requires(Right.EDIT_SEGMENTS)
  @PostMapping("/segments/{id}/delete")
  String delete(
      @PathVariable long id,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      RedirectAttributes then) {
    return said(segments.delete(id, by), "segment.said.deleted", locale, then);
  }

  private String said(
      Segments.Outcome outcome, String done, Locale locale, RedirectAttributes then) {
    switch (outcome) {
      case DONE -> then.addFlashAttribute("said", words.in(locale).text(done));
      case UNKNOWN -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      default -> then.addFlashAttribute("problem", outcome.code());
    }
    return "redirect:/segments";
  }
}
