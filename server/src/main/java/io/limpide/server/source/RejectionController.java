package io.limpide.server.source;

import io.limpide.connect.write.CsvStyle;
import io.limpide.connect.write.CsvWriter;
import io.limpide.server.account.Caller;
import io.limpide.server.account.Requires;
import io.limpide.server.account.Right;
import io.limpide.server.web.Texts;
import io.limpide.server.web.Wording;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rows that were refused: to take away, and to send in again once corrected. */
@Controller
class RejectionController {
  private static final int AT_A_TIME = 1_000;

  private final Imports imports;
  private final Uploads uploads;
  private final Wording wording;

  RejectionController(Imports imports, Uploads uploads, Wording wording) {
    this.imports = imports;
    this.uploads = uploads;
    this.wording = wording;
  }

  private Import find(long run) {
    return imports.find(run).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @Requires(Right.IMPORT)
  @GetMapping("/imports/{run}/rejected.csv")
  void download(@PathVariable long run, Locale locale, HttpServletResponse response)
      throws IOException {
    find(run);
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
      List<Imports.RejectedRow> rows = imports.rejections(run, 0, AT_A_TIME);
      while (!rows.isEmpty()) {
        for (Imports.RejectedRow row : rows) {
          csv.row(
              List.of(
                  String.valueOf(row.rowNumber()),
                  wording.reason(row.reason(), row.arguments()),
                  row.raw()));
        }
        rows = imports.rejections(run, rows.get(rows.size() - 1).number(), AT_A_TIME);
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
    Import of = find(run);
    List<String> changed = new ArrayList<>();
    for (Imports.RejectedRow row : imports.rejections(run, first(form) - 1, form.size())) {
      String text = form.get("row." + row.number());
      if (text != null && !text.isBlank() && !same(text, row.raw())) {
        changed.add(text.strip().replace("\r\n", "\n"));
      }
    }
    if (changed.isEmpty()) {
      redirect.addFlashAttribute("problem", "rejected.problem.none");
      return "redirect:/imports/" + run;
    }
    Corrections.Corrected file = Corrections.of(of, changed);
    Uploads.Upload upload = uploads.keep(file.name(), new ByteArrayInputStream(file.bytes()), by);
    return "redirect:/imports/" + imports.begin(upload, of.sourceId(), false, by);
  }

  private static int first(Map<String, String> form) {
    return form.keySet().stream()
        .filter(name -> name.matches("row\\.\\d{1,9}"))
        .mapToInt(name -> Integer.parseInt(name.substring("row.".length())))
        .min()
        .orElse(1);
  }

  /** Browsers send every line end as two characters. */
  private static boolean same(String text, String raw) {
    return text.replaceAll("\\R", "\n").strip().equals(raw.replaceAll("\\R", "\n").strip());
  }
}
