package io.limpide.cli.result;

import io.limpide.connect.SourceRead;
import io.limpide.connect.write.OutputFolder;
import io.limpide.connect.write.TableWriter;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.message.Messages;
import io.limpide.engine.profile.ColumnProfile;
import io.limpide.engine.profile.DimensionScore;
import io.limpide.engine.profile.Observation;
import io.limpide.engine.run.ProfileRun;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code limpide profile} says. */
public final class ProfileSummary {
  private final List<SourceRead> reads;
  private final List<ProfileRun.Result> results;
  private final Messages messages;

  /** Makes the summary of profiles, one for each source. */
  public ProfileSummary(
      List<SourceRead> reads, List<ProfileRun.Result> results, Messages messages) {
    this.reads = List.copyOf(reads);
    this.results = List.copyOf(results);
    this.messages = messages;
  }

  /** Prints each source: its score, then a line for each column, then what was noticed. */
  public void print(PrintWriter out) {
    for (int at = 0; at < results.size(); at++) {
      SourceRead read = reads.get(at);
      ProfileRun.Result result = results.get(at);
      out.println(
          messages.text(
              "profile.source",
              read.table().source(),
              read.table().rows(),
              read.rejections().size()));
      for (Remark remark : read.remarks()) {
        out.println(
            messages.text(
                "summary.remark", read.table().source(), RowTables.words(messages, remark)));
      }
      out.println(
          messages.text(
              "profile.score", String.format(messages.locale(), "%.1f", result.score().overall())));
      for (DimensionScore dimension : result.score().dimensions()) {
        out.println(
            "  %-16s %s"
                .formatted(
                    messages.text("dimension." + word(dimension)),
                    dimension.judged()
                        ? String.format(messages.locale(), "%.1f", dimension.score())
                        : messages.text("dimension.unknown")));
      }
      out.println();
      out.println(
          "%-26s %-16s %8s %10s %8s"
              .formatted(
                  messages.text("profile.column"),
                  messages.text("profile.type"),
                  messages.text("profile.filled"),
                  messages.text("profile.distinct"),
                  messages.text("profile.invalid")));
      for (ColumnProfile column : result.assessment().profile().columns()) {
        out.println(
            "%-26s %-16s %7.1f%% %,10d %,8d"
                .formatted(
                    cut(column.field().column()),
                    cut(Words.translated("type." + column.field().type().word(), messages), 16),
                    100 * orZero(column.fill().filledRatio()),
                    column.fill().distinct(),
                    column.fill().invalid()));
      }
      out.println();
      for (ColumnProfile column : result.assessment().profile().columns()) {
        for (Observation observation : column.observations()) {
          out.println(
              "- %s: %s (%,d)"
                  .formatted(
                      cut(column.field().column()),
                      RowTables.words(
                          messages, new Remark(observation.reason(), observation.arguments())),
                      observation.rows()));
        }
      }
      out.flush();
    }
  }

  /** Returns the profiles as a tree for JSON. */
  public List<Object> tree() {
    List<Object> tree = new ArrayList<>();
    for (int at = 0; at < results.size(); at++) {
      SourceRead read = reads.get(at);
      Map<String, Object> source = new LinkedHashMap<>();
      source.put("source", read.table().source());
      source.put("rows", read.table().rows());
      source.put("rejected", read.rejections().size());
      source.put("facts", read.facts());
      Map<String, Object> score = new LinkedHashMap<>();
      score.put("overall", results.get(at).score().overall());
      for (DimensionScore dimension : results.get(at).score().dimensions()) {
        score.put(word(dimension), dimension.judged() ? (Object) dimension.score() : "");
      }
      source.put("score", score);
      source.put(
          "columns",
          results.get(at).assessment().profile().columns().stream()
              .map(ProfileSummary::columnTree)
              .toList());
      tree.add(source);
    }
    return tree;
  }

  private static Map<String, Object> columnTree(ColumnProfile column) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("column", column.field().column());
    tree.put("type", column.field().type().word());
    tree.put("confidence", column.field().confidence());
    tree.put("filled", column.fill().filled());
    tree.put("placeholders", column.fill().placeholders());
    tree.put("invalid", column.fill().invalid());
    tree.put("distinct", column.fill().distinct());
    tree.put("single", column.fill().single());
    tree.put("shortest", column.lengths().min());
    tree.put("longest", column.lengths().max());
    List<Object> patterns = new ArrayList<>();
    for (ColumnProfile.Pattern pattern : column.patterns()) {
      patterns.add(
          Map.of(
              "pattern", pattern.pattern(), "rows", pattern.rows(), "example", pattern.example()));
    }
    tree.put("patterns", patterns);
    List<Object> top = new ArrayList<>();
    column.top().forEach(value -> top.add(Map.of("value", value.value(), "rows", value.rows())));
    tree.put("top", top);
    Map<String, Object> observations = new LinkedHashMap<>();
    column
        .observations()
        .forEach(observed -> observations.put(observed.reason().code(), observed.rows()));
    tree.put("observations", observations);
    return tree;
  }

  /** Writes {@code profile.json} and {@code findings.csv}. */
  public void write(OutputFolder folder, Results.Tables tables) throws IOException {
    try (OutputStream out = folder.file("profile.json")) {
      Json.write(out, tree());
    }
    try (TableWriter table = tables.open("findings", java.util.Optional.empty())) {
      table.header(List.of("source", "row", "field", "value", "reason", "severity", "what"));
      for (ProfileRun.Result result : results) {
        findings(table, result);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void findings(TableWriter table, ProfileRun.Result result) {
    var original = result.observed().original();
    for (int row = 0; row < original.rows(); row++) {
      int at = row;
      result
          .observed()
          .visitRemarks(
              row,
              (column, remark) -> {
                try {
                  table.row(
                      List.of(
                          original.source(),
                          String.valueOf(original.rowNumber(at)),
                          column.name(),
                          RowTables.shown(remark, column.value(at)),
                          remark.reason().code(),
                          remark.reason().severity().name().toLowerCase(Locale.ROOT),
                          RowTables.words(messages, remark)));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  private static String word(DimensionScore dimension) {
    return dimension.dimension().name().toLowerCase(Locale.ROOT);
  }

  private static double orZero(double ratio) {
    return Double.isNaN(ratio) ? 0 : ratio;
  }

  private static String cut(String text) {
    return cut(text, 26);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
