package io.limpide.connect.csv;

import io.limpide.connect.ReadOptions;
import io.limpide.connect.SourceFormat;
import io.limpide.connect.SourceInput;
import io.limpide.connect.SourceRead;
import io.limpide.connect.UnreadableSourceException;
import io.limpide.connect.text.TextSource;
import io.limpide.connect.write.FormulaGuard;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Text with one record a line and a delimiter between cells, in whatever dialect and encoding.
 *
 * <p>This is what text is taken for that no other format claims.
 */
public final class CsvFormat implements SourceFormat {
  /** Makes the format; it has no state. */
  public CsvFormat() {}

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public double recognise(SourceInput input) throws IOException {
    return TextSource.isText(input) ? 0.1 : 0;
  }

  @Override
  public SourceRead read(SourceInput input, ReadOptions options)
      throws UnreadableSourceException, IOException {
    TextSource text = TextSource.of(input, options);
    Sample sample;
    try (InputStream in = text.open()) {
      sample = Sample.of(in);
    }
    DialectDetector.Detection detection = DialectDetector.detect(sample, options);
    List<Sample.Line> lines = sample.records(detection.dialect(), detection.from());
    if (lines.stream().allMatch(line -> line.filled() == 0)) {
      throw new UnreadableSourceException("empty", input.name());
    }
    Layout layout = Layout.of(lines, detection.columns(), options.header());
    if (layout.columns() > RecordScanner.MAX_CELLS) {
      throw new UnreadableSourceException(
          "columns", input.name(), String.valueOf(RecordScanner.MAX_CELLS));
    }
    List<String> header = header(lines, layout);
    TableReader reader = new TableReader(input.name(), layout, header);
    try (InputStream in = text.open()) {
      in.skipNBytes(detection.from());
      Optional<Joining> joining = Joining.of(lines, layout);
      reader.read(new RecordScanner(in, detection.dialect(), layout.columns(), joining));
    }
    List<Remark> remarks = new ArrayList<>(text.remarks());
    remarks.addAll(remarks(layout, header));
    remarks.addAll(reader.remarks());
    Table table = FormulaGuard.isMarked(input.head()) ? unguarded(reader.table()) : reader.table();
    return new SourceRead(table, reader.rejections(), facts(text, detection, layout), remarks);
  }

  /** Takes off the guards that our own export put on, so that it comes back unchanged. */
  private static Table unguarded(Table table) {
    TableBuilder names =
        new TableBuilder(
            table.source(),
            table.columns().stream().map(column -> FormulaGuard.strip(column.header())).toList());
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      Column stripped = column.derive(names.names().get(columns.size()), FormulaGuard::strip);
      columns.add(
          new Column(
              stripped.name(),
              FormulaGuard.strip(column.header()),
              stripped.dictionary(),
              stripped.codes()));
    }
    int[] rowNumbers = new int[table.rows()];
    Arrays.setAll(rowNumbers, table::rowNumber);
    return new Table(table.source(), columns, rowNumbers);
  }

  private static List<String> header(List<Sample.Line> lines, Layout layout) {
    List<String> header = new ArrayList<>();
    List<String> first = layout.header() ? lines.get(layout.first()).cells() : List.of();
    for (int column = 0; column < layout.columns(); column++) {
      header.add(column < first.size() ? first.get(column) : "");
    }
    return header;
  }

  private static List<Remark> remarks(Layout layout, List<String> header) {
    List<Remark> remarks = new ArrayList<>();
    if (!layout.certain()) {
      remarks.add(
          Remark.of(layout.header() ? CsvReasons.HEADER_DOUBTFUL : CsvReasons.NO_HEADER_DOUBTFUL));
    }
    if (layout.header()) {
      Set<String> seen = new HashSet<>();
      int empty = 0;
      for (String name : header) {
        if (name.isBlank()) {
          empty++;
        } else if (!seen.add(name.strip().toLowerCase(Locale.ROOT))) {
          remarks.add(Remark.of(CsvReasons.HEADER_TWICE, name.strip()));
        }
      }
      if (empty > 0) {
        remarks.add(Remark.of(CsvReasons.HEADER_EMPTY, String.valueOf(empty)));
      }
    }
    return remarks;
  }

  private static Map<String, String> facts(
      TextSource text, DialectDetector.Detection detection, Layout layout) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("format", "csv");
    facts.put("encoding", text.encoding().charset().name());
    if (layout.columns() > 1) {
      facts.put("delimiter", DialectDetector.word(detection.dialect().delimiter()));
    }
    facts.put(
        "quote",
        switch (detection.dialect().quote()) {
          case Dialect.NONE -> "none";
          case '"' -> "double";
          case '\'' -> "single";
          default -> String.valueOf(detection.dialect().quote());
        });
    if (detection.dialect().backslash()) {
      facts.put("escape", "backslash");
    }
    facts.put("header", layout.header() ? "yes" : "no");
    if (layout.header() && layout.first() > 0) {
      facts.put("header_row", String.valueOf(layout.first() + 1));
    }
    facts.put("columns", String.valueOf(layout.columns()));
    return facts;
  }
}
