package io.limpide.server.source;

import io.limpide.server.account.Caller;
import io.limpide.server.account.FieldMasks;
import io.limpide.server.account.Mask;
import io.limpide.server.job.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Imports as somebody sees them: the file is shown whole to whoever brought it, and to others in
 * part where fields are masked for them. What it says of the base is masked for everybody alike.
 */
@Component
class ImportViews {
  private static final String KNOWN_EMAILS = "known_emails";
  private static final String EXAMPLES = "examples";

  private final Imports imports;
  private final FieldMasks masks;

  ImportViews(Imports imports, FieldMasks masks) {
    this.imports = imports;
    this.masks = masks;
  }

  private Mask ofFile(Run run, Caller by) {
    Long owner = run.accountId();
    return owner != null && owner == by.id() ? Mask.NONE : masks.of(by);
  }

  /** Returns an import as somebody sees it. */
  Import shown(Import it, Run run, Caller by) {
    Mask base = masks.of(by);
    if (base.isEmpty()) {
      return it;
    }
    Mask file = ofFile(run, by);
    Map<String, Object> preview = new LinkedHashMap<>(it.preview());
    if (base.hides("email")) {
      preview.remove(KNOWN_EMAILS); // or a file of guesses would be answered
    }
    if (!file.isEmpty()) {
      preview.replaceAll(
          (name, value) -> value instanceof List<?> list ? masked(list, file) : value);
    }
    return new Import(
        it.runId(),
        it.sourceId(),
        it.source(),
        it.uploadId(),
        it.file(),
        it.stage(),
        it.facts(),
        it.columns().stream().map(column -> column(column, it.mapping(), file)).toList(),
        it.mapping(),
        it.keyColumns(),
        preview,
        it.nextRow(),
        it.created(),
        it.updated(),
        it.unchanged(),
        it.rejected());
  }

  private static Import.FileColumn column(
      Import.FileColumn column, Map<String, String> mapping, Mask mask) {
    String field = mapping.getOrDefault(column.name(), "");
    return new Import.FileColumn(
        column.name(),
        column.type(),
        column.confidence(),
        column.filled(),
        column.samples().stream().map(sample -> mask.show(field, sample)).toList(),
        column.unique());
  }

  /** Rows by field, rows as they stand in the file, and values that rules would change. */
  private static List<Object> masked(List<?> lines, Mask mask) {
    List<Object> masked = new ArrayList<>();
    for (Object line : lines) {
      Map<String, Object> shown = new LinkedHashMap<>();
      if (line instanceof Map<?, ?> given) {
        given.forEach((name, value) -> shown.put(String.valueOf(name), value));
      }
      shown.computeIfPresent("raw", (name, raw) -> mask.show(String.valueOf(raw)));
      shown.computeIfPresent("values", (name, values) -> values(values, mask));
      shown.computeIfPresent(EXAMPLES, (name, examples) -> examples(examples, mask));
      shown.computeIfPresent("arguments", (name, arguments) -> examples(arguments, mask));
      masked.add(shown);
    }
    return masked;
  }

  private static Object values(Object values, Mask mask) {
    Map<String, String> shown = new LinkedHashMap<>();
    if (values instanceof Map<?, ?> given) {
      given.forEach(
          (field, value) ->
              shown.put(
                  String.valueOf(field), mask.show(String.valueOf(field), String.valueOf(value))));
    }
    return shown;
  }

  private static Object examples(Object examples, Mask mask) {
    return examples instanceof List<?> given
        ? given.stream().map(each -> mask.show(String.valueOf(each))).toList()
        : examples;
  }

  /** Returns rejected rows, in their order, as somebody sees them. */
  List<Imports.RejectedRow> rejections(Run run, int after, int most, Caller by) {
    Mask mask = ofFile(run, by);
    List<Imports.RejectedRow> rows = imports.rejections(run.id(), after, most);
    return mask.isEmpty()
        ? rows
        : rows.stream()
            .map(
                row ->
                    new Imports.RejectedRow(
                        row.number(),
                        row.rowNumber(),
                        row.reason(),
                        row.arguments().stream().map(mask::show).toList(),
                        mask.show(row.raw())))
            .toList();
  }
}
