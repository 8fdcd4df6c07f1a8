package io.limpide.server.quality;

import io.limpide.server.web.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures of a chart, as the script of the pages reads them. */
final class Chart {
  private final Map<String, Object> chart = new LinkedHashMap<>();
  private final List<Map<String, Object>> series = new ArrayList<>();

  /**
   * @param labels of the axis, one for each point
   */
  Chart(List<String> labels) {
    chart.put("labels", labels);
    chart.put("series", series);
  }

  /** Says something else of the chart, such as where its axis begins. */
  Chart put(String name, Object value) {
    chart.put(name, value);
    return this;
  }

  /** Adds a line or a row of bars, a point for each label; none where nothing is known. */
  Chart series(String name, List<? extends @Nullable Number> points) {
    series.add(Map.of("name", name, "data", points));
    return this;
  }

  /** Returns it as a block of a page holds it: nothing in it ends the block. */
  String block() {
    return Json.text(chart).replace("<", "\\u003c");
  }
}
