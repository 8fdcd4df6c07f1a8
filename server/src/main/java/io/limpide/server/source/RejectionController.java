package io.limpide.server.source;

import io.limpide.connect.write.CsvStyle;
import io.limpide.connect.write.CsvWriter;
import io.limpide.server.account.Caller;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.job.Run;
import io.limpide.server.job.Runs;
import io.limpide.server.web.PageController;
import io.limpide.server.web.Texts;
import io.limpide.server.web.Wording;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rows that were refused: to take away, and to send in again once corrected. */
@PageController
class RejectionController {
  private static final int AT_A_TIME = 1_000;

  private final Imports imports;
  private final ImportViews views;
  private final CorrectedRows corrected;
  private final Runs runs;
  private final Wording wording;

  RejectionController(
      Imports imports, ImportViews views, CorrectedRows corrected, Runs runs, Wording wording) {
    this.imports = imports;
    this.views = views;
    this.corrected = corrected;
    this.runs = runs;
    this.wording = wording;
  }

  private Import find(long run) {
    return imports.find(run).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @Requires(Right.IMPORT)
  @GetMapping("/imports/{run}/rejected.csv")
  void download(
      @PathVariable long run,
      @AuthenticationPrincipal Caller by,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    find(run);
    Run of = runs.find(run).orElseThrow();
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"limpide-" + run + "-rejected.csv\"");
    try (CsvWriter csv =
        new CsvWriter(response.getOutputStream(), CsvStyle.forPeople(Optional.empty(), locale))) {
      var texts = Texts.of(locale);
      csv.header(
          List.of(
              texts.text("rejected.row"),
              texts.text("rejected.reason"),
              texts.text("rejected.raw")));
      List<Imports.RejectedRow> rows = views.rejections(of, 0, AT_A_TIME, by);
      while (!rows.isEmpty()) {
        for (Imports.RejectedRow row : rows) {
          csv.row(
              List.of(
                  String.valueOf(row.rowNumber()),
                  wording.reason(row.reason(), row.arguments()),
                  row.raw()));
        }
        rows = views.rejections(of, rows.get(rows.size() - 1).number(), AT_A_TIME, by);
      }
    }
  }

  @Requires(Right.IMPORT)
  @PostMapping("/imports/{run}/corrections")
  String correct(
      @PathVariable long run,
      @RequestParam Map<String, String> form,
      @AuthenticationPrincipal Caller by,
      RedirectAttributes redirect)
      throws IOException {
    OptionalLong begun = corrected.begin(find(run), runs.find(run).orElseThrow(), rows(form), by);
    if (begun.isEmpty()) {
      redirect.addFlashAttribute("problem", "rejected.problem.none");
      return "redirect:/imports/" + run;
    }
    return "redirect:/imports/" + begun.getAsLong();
  }

  private static NavigableMap<Integer, String> rows(Map<String, String> form) {
    NavigableMap<Integer, String> rows = new TreeMap<>();
    form.forEach(
        (name, text) -> {
          if (name.matches("row\\.\\d{1,9}")) {
            rows.put(Integer.valueOf(name.substring("row.".length())), text);
          }
        });
    return rows;
  }
}
