package io.limpide.cli.report;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.profile.ColumnProfile;
import io.limpide.engine.profile.Observation;
import io.limpide.engine.profile.ValueCount;
import io.limpide.engine.run.CleanResult;
import io.limpide.engine.run.SourceResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is in each column, as it was read. */
final class ColumnSection {
  private static final int TOP = 3;

  private final CleanResult result;
  private final Texts texts;
  private final Figures figures;

  ColumnSection(CleanResult result, Texts texts, Figures figures) {
    this.result = result;
    this.texts = texts;
    this.figures = figures;
  }

  void into(Map<String, Object> page) {
    page.put("sources", result.sources().stream().map(this::source).toList());
  }

  private Map<String, Object> source(SourceResult source) {
    List<ColumnProfile> columns = source.before().profile().columns();
    List<Map<String, Object>> observations = new ArrayList<>();
    for (ColumnProfile column : columns) {
      for (Observation observation : column.observations()) {
        Remark remark = new Remark(observation.reason(), observation.arguments());
        observations.add(
            Map.of(
                "column", column.field().column(),
                "what",
                    texts.text("reason." + remark.reason().code(), remark.arguments().toArray()),
                "rows", figures.count(observation.rows()),
                "examples", notes(column) ? "" : values(observation.examples())));
      }
    }
    return Map.of(
        "name", source.original().source(),
        "columns", columns.stream().map(this::column).toList(),
        "observations", observations,
        "hasObservations", !observations.isEmpty());
  }

  private Map<String, Object> column(ColumnProfile column) {
    ColumnProfile.Fill fill = column.fill();
    String type = column.field().type().word();
    double valid = fill.rows() == 0 ? 0 : (double) (fill.filled() - fill.invalid()) / fill.rows();
    return Map.of(
        "name", column.field().column(),
        "type", texts.has("type." + type) ? texts.text("type." + type) : type,
        "sure", figures.wholePercent(column.field().confidence() * 100),
        "filled", figures.percent(fill.filledRatio()),
        "filledWidth", figures.width(fill.filledRatio() * 100),
        "validWidth", figures.width(valid * 100),
        "distinct", figures.count(fill.distinct()),
        "invalid", figures.count(fill.invalid()),
        "top", notes(column) ? "" : values(column.top()));
  }

  /** Notes may hold what nobody else should read: they are counted, and not shown. */
  private static boolean notes(ColumnProfile column) {
    return column.field().type() == FieldType.FREE_TEXT;
  }

  private String values(List<ValueCount> values) {
    return values.stream()
        .limit(TOP)
        .map(value -> figures.cut(value.value()) + " (" + figures.count(value.rows()) + ")")
        .collect(Collectors.joining(", "));
  }
}
