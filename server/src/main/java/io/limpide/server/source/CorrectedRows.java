package io.limpide.server.source;

import io.limpide.server.account.Caller;
import io.limpide.server.job.Run;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;

/** Rejected rows that somebody corrected: they come in again, as an import of their own. */
@Service
class CorrectedRows {
  private static final int AT_A_TIME = 1_000;

  private final Imports imports;
  private final ImportViews views;
  private final Uploads uploads;

  CorrectedRows(Imports imports, ImportViews views, Uploads uploads) {
    this.imports = imports;
    this.views = views;
    this.uploads = uploads;
  }

  /**
   * Begins an import of rows that were corrected.
   *
   * @param texts by the numbers of rejected rows; those that are as they were shown are left out
   * @return the import; nothing where no row was changed
   */
  OptionalLong begin(Import of, Run run, NavigableMap<Integer, String> texts, Caller by)
      throws IOException {
    List<String> changed = changed(run, texts, by);
    if (changed.isEmpty()) {
      return OptionalLong.empty();
    }
    Corrections.Corrected file = Corrections.of(of, changed);
    Uploads.Upload upload = uploads.keep(file.name(), new ByteArrayInputStream(file.bytes()), by);
    return OptionalLong.of(imports.begin(upload, of.sourceId(), false, by));
  }

  private List<String> changed(Run run, NavigableMap<Integer, String> texts, Caller by) {
    List<String> changed = new ArrayList<>();
    if (texts.isEmpty()) {
      return changed;
    }
    int after = texts.firstKey() - 1;
    while (after < texts.lastKey()) {
      List<Imports.RejectedRow> rows = views.rejections(run, after, AT_A_TIME, by);
      for (Imports.RejectedRow row : rows) {
        String text = texts.get(row.number());
        if (text != null && !text.isBlank() && !same(text, row.raw())) {
          changed.add(text.strip().replace("\r\n", "\n"));
        }
      }
      after = rows.isEmpty() ? texts.lastKey() : rows.get(rows.size() - 1).number();
    }
    return changed;
  }

  /** Browsers send every line end as two characters. */
  private static boolean same(String text, String raw) {
    return text.replaceAll("\\R", "\n").strip().equals(raw.replaceAll("\\R", "\n").strip());
  }
}
