package io.limpide.connect.csv;

import io.limpide.connect.ReadOptions;
import io.limpide.connect.Rejection;
import io.limpide.connect.SourceFormat;
import io.limpide.connect.SourceInput;
import io.limpide.connect.SourceRead;
import io.limpide.connect.UnreadableSourceException;
import io.limpide.connect.text.TextSource;
import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.finding.Severity;
import io.limpide.engine.table.TableBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Text with one record a line and a character between cells, in whatever dialect. */
public final class CsvFormat implements SourceFormat {
  @Override
  public String name() {
    return "csv";
  }

  @Override
  public double recognise(SourceInput input) throws IOException {
    return 0.1;
  }

  @Override
  public SourceRead read(SourceInput input, ReadOptions options)
      throws UnreadableSourceException, IOException {
    TextSource text = TextSource.of(input, options);
    String first;
    try (InputStream in = text.open()) {
      String head = new String(in.readNBytes(64 << 10), java.nio.charset.StandardCharsets.UTF_8);
      first = head.lines().findFirst().orElse("");
    }
    String delimiter = ",";
    int most = 0;
    for (String candidate : List.of(",", ";", "\t", "|")) {
      int count = first.split(java.util.regex.Pattern.quote(candidate), -1).length;
      if (count > most) {
        most = count;
        delimiter = candidate;
      }
    }
    if (options.delimiter().isPresent()) {
      delimiter = options.delimiter().get().toString();
    }
    Dialect dialect = new Dialect(delimiter, '"', false);
    List<Rejection> rejections = new ArrayList<>();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("format", "csv");
    facts.put("encoding", text.encoding().charset().name());
    facts.put("delimiter", delimiter);
    try (InputStream in = text.open()) {
      RecordScanner records = new RecordScanner(in, dialect, most);
      if (!records.next()) {
        throw new UnreadableSourceException("empty", input.name());
      }
      List<String> headers = new ArrayList<>();
      for (int i = 0; i < records.count(); i++) {
        headers.add(records.value(i));
      }
      TableBuilder builder = new TableBuilder(input.name(), headers);
      int row = 1;
      while (records.next()) {
        row++;
        if (records.isBlank()) {
          continue;
        }
        if (records.count() > headers.size()) {
          rejections.add(
              new Rejection(
                  row,
                  Remark.of(
                      new Reason("record.long", Severity.ERROR, Dimension.VALIDITY),
                      String.valueOf(records.count()),
                      String.valueOf(headers.size())),
                  records.raw()));
          continue;
        }
        for (int i = 0; i < records.count(); i++) {
          builder.cell(i, records.bytes(i), records.from(i), records.to(i));
        }
        builder.endRow(row);
      }
      return new SourceRead(builder.build(), rejections, facts, text.remarks());
    }
  }
}
