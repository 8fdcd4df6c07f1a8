package io.limpide.server.job;

import io.limpide.server.account.Caller;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.api.Versions;
import io.limpide.server.web.PageController;
import io.limpide.server.web.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done again and again, and when it is due. */
@PageController
class ScheduleController {
  private final Schedules schedules;
  private final Worker worker;

  ScheduleController(Schedules schedules, Worker worker) {
    this.schedules = schedules;
    this.worker = worker;
  }

  @Requires({Right.EDIT_SCHEDULES})
  @GetMapping("/schedules")
  String list(@RequestParam(defaultValue = "") String month, Model model, Locale locale) {
    YearMonth shown = month(month);
    model.addAttribute("schedules", schedules.all());
    model.addAttribute("kinds", worker.canBeScheduled());
    model.addAttribute("everies", Schedules.Every.values());
    model.addAttribute("today", LocalDate.now(ZoneId.systemDefault()));
    model.addAttribute(
        "calendar", DueMonth.of(shown, schedules.all(), ZoneId.systemDefault(), locale));
    return "job/schedules";
  }

  private static YearMonth month(String text) {
    try {
      YearMonth asked = YearMonth.parse(text);
      YearMonth now = YearMonth.now(ZoneId.systemDefault());
      return asked.isAfter(now.plusYears(5)) || asked.isBefore(now.minusYears(1)) ? now : asked;
    } catch (DateTimeException e) {
      return YearMonth.now(ZoneId.systemDefault());
    }
  }

  @Requires(Right.EDIT_SCHEDULES)
  @PostMapping("/schedules")
  String create(
      @RequestParam String kind,
      @RequestParam Schedules.Every every,
      @RequestParam String at,
      @RequestParam(defaultValue = "") String first,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      RedirectAttributes redirect) {
    try {
      if (!worker.canBeScheduled().contains(kind)) {
        throw new DateTimeException(kind);
      }
      LocalDate day = first.isBlank() ? schedules.today() : LocalDate.parse(first);
      schedules.create(kind, every, LocalTime.parse(at), day, by);
      redirect.addFlashAttribute("said", Texts.of(locale).text("schedule.said.created"));
    } catch (DateTimeException e) {
      redirect.addFlashAttribute("problem", "schedule.problem");
    }
    return "redirect:/schedules";
  }

  @Requires(Right.EDIT_SCHEDULES)
  @PostMapping("/schedules/{id}")
  String change(
      @PathVariable long id,
      @RequestParam Schedules.Every every,
      @RequestParam String at,
      @RequestParam(defaultValue = "false") boolean active,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      RedirectAttributes redirect) {
    try {
      schedules.change(id, Versions.ANY, every, LocalTime.parse(at), active, by);
      redirect.addFlashAttribute("said", Texts.of(locale).text("schedule.said.changed"));
    } catch (DateTimeException e) {
      redirect.addFlashAttribute("problem", "schedule.problem");
    }
    return "redirect:/schedules";
  }

  @Requires(Right.EDIT_SCHEDULES)
  @PostMapping("/schedules/{id}/delete")
  String delete(
      @PathVariable long id,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      RedirectAttributes redirect) {
    schedules.delete(id, by);
    redirect.addFlashAttribute("said", Texts.of(locale).text("schedule.said.deleted"));
    return "redirect:/schedules";
  }
}
