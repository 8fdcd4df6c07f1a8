package io.limpide.server.job;

import io.limpide.server.account.Caller;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.journal.Entries;
import io.limpide.server.web.PageController;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is running and was: who ordered it, how far it is, what it did. */
@PageController
class JobController {
  private static final int MOST = 50;

  private final Runs runs;
  private final PastChanges changes;
  private final Entries entries;
  private final RunOrders orders;

  JobController(Runs runs, PastChanges changes, Entries entries, RunOrders orders) {
    this.runs = runs;
    this.changes = changes;
    this.entries = entries;
    this.orders = orders;
  }

  @Requires(Right.READ_RUNS)
  @GetMapping("/jobs")
  String list(@RequestParam(defaultValue = "0") long before, Model model) {
    List<Run> all = runs.list("", Math.max(0, before), MOST);
    model.addAttribute("runs", all);
    model.addAttribute("active", before == 0 ? runs.active() : List.of());
    model.addAttribute("next", all.size() == MOST ? all.get(MOST - 1).id() : 0L);
    return "job/jobs";
  }

  /** What the top of every page shows; nothing while nothing runs. */
  @Requires(Right.READ_RUNS)
  @GetMapping("/jobs/running")
  String running(Model model) {
    model.addAttribute("active", runs.active().stream().filter(Run::isActive).toList());
    return "job/running :: running";
  }

  @Requires(Right.READ_RUNS)
  @GetMapping("/jobs/{id:\\d+}")
  String one(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") long changesBefore,
      @RequestParam(defaultValue = "0") long journalBefore,
      @AuthenticationPrincipal Caller by,
      Model model) {
    fill(id, model);
    List<PastChanges.PastChange> changed = changes.ofRun(id, Math.max(0, changesBefore), MOST, by);
    List<Entries.Entry> journal =
        by.may(Right.READ_JOURNAL)
            ? entries.list("", "", id, Math.max(0, journalBefore), MOST)
            : List.of();
    model.addAttribute("changes", changed);
    model.addAttribute("changesNext", changed.size() == MOST ? changed.get(MOST - 1).id() : 0L);
    model.addAttribute("journal", journal);
    model.addAttribute("journalNext", journal.size() == MOST ? journal.get(MOST - 1).id() : 0L);
    return "job/job";
  }

  /** How far it is, which its page asks for every second while it is on its way. */
  @Requires(Right.READ_RUNS)
  @GetMapping("/jobs/{id:\\d+}/progress")
  String progress(@PathVariable long id, Model model) {
    fill(id, model);
    return "job/job :: progress";
  }

  private void fill(long id, Model model) {
    Run run = find(id);
    model.addAttribute("run", run);
    model.addAttribute("canRetry", orders.canRetry(run));
    model.addAttribute("undoing", runs.undoing(id));
  }

  private Run find(long id) {
    return runs.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @Requires({Right.IMPORT, Right.CORRECT, Right.UNDO_RUNS})
  @PostMapping("/jobs/{id:\\d+}/{order:pause|resume|cancel|retry}")
  String order(
      @PathVariable long id,
      @PathVariable String order,
      @AuthenticationPrincipal Caller by,
      RedirectAttributes redirect) {
    find(id);
    boolean done =
        switch (order) {
          case "pause" -> orders.pause(id, by);
          case "resume" -> orders.resume(id, by);
          case "cancel" -> orders.cancel(id, by);
          default -> orders.retry(id, by);
        };
    if (!done) {
      redirect.addFlashAttribute("problem", "run.problem.moved");
    }
    return "redirect:/jobs/" + id;
  }
}
