package io.limpide.connect.json;

import io.limpide.connect.ReadOptions;
import io.limpide.connect.Rejection;
import io.limpide.connect.SourceInput;
import io.limpide.connect.SourceRead;
import io.limpide.connect.UnreadableSourceException;
import io.limpide.connect.gather.GrowingTable;
import io.limpide.connect.gather.LenientText;
import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.finding.Severity;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableTooLargeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads the records of a JSON text into a table. */
final class JsonRecords {
  private static final Reason BROKEN = reason("json.broken", Severity.ERROR);
  private static final Reason CUT = reason("json.cut", Severity.WARNING);
  private static final Reason MORE_PAGES = reason("json.more_pages", Severity.WARNING);
  private static final Reason ENCODING = reason("json.encoding", Severity.WARNING);
  private static final Reason OTHER = reason("json.other", Severity.WARNING);

  private static final int MOST_COLUMNS = 2_000;
  private static final int FIRST_BYTES = 1 << 16;
  private static final int PROGRESS = 1 << 20;

  private final SourceInput input;
  private final ReadOptions options;
  private final GrowingTable table;
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private Map<String, String> names = Map.of();
  private int otherColumn = -1;
  private int foreign;

  JsonRecords(SourceInput input, ReadOptions options) {
    this.input = input;
    this.options = options;
    this.table = new GrowingTable(input.name());
  }

  private static Reason reason(String code, Severity severity) {
    return new Reason(code, severity, Dimension.VALIDITY);
  }

  SourceRead read() throws UnreadableSourceException, IOException {
    Layout layout = layout();
    try (Pieces pieces = new Pieces(LenientText.open(input, options), layout)) {
      long told = 0;
      for (Pieces.Piece piece; (piece = pieces.next()) != null; ) {
        take(piece, layout);
        if (pieces.read() - told > PROGRESS) {
          told = pieces.read();
          options.progress().read(told, input.size());
        }
      }
      if (table.rows() == 0 && rejections.isEmpty()) {
        throw new UnreadableSourceException("json.empty", input.name());
      }
      return result(layout, pieces.isCut());
    } catch (Pieces.TooLong e) {
      throw new UnreadableSourceException("json.large", input.name());
    } catch (TableTooLargeException e) {
      throw new UnreadableSourceException("json.memory", input.name());
    }
  }

  private Layout layout() throws IOException {
    byte[] first;
    try (InputStream in = LenientText.open(input, options)) {
      first = in.readNBytes(FIRST_BYTES);
    }
    try (InputStream in = LenientText.open(input, options)) {
      return Layout.find(in, first);
    }
  }

  private void take(Pieces.Piece piece, Layout layout) {
    byte[] bytes = piece.bytes();
    if (!LenientText.isUtf8(bytes)) {
      foreign++;
      bytes = LenientText.decode(bytes).getBytes(StandardCharsets.UTF_8);
    }
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] <= ' ' && bytes[length - 1] >= 0) {
      length--;
    }
    if (layout.shape() == Layout.Shape.LINES && length > 0 && bytes[length - 1] == ',') {
      length--;
    }
    try {
      Flattened record = Flattened.read(bytes, length);
      if (table.rows() == 0 && names.isEmpty() && record.isNames()) {
        names = record.values();
      } else {
        put(record, piece.number());
      }
    } catch (IOException | NumberFormatException e) {
      String raw = LenientText.decode(piece.bytes()).stripTrailing();
      rejections.add(new Rejection(piece.number(), Remark.of(BROKEN), raw));
    }
  }

  private void put(Flattened record, int number) {
    record
        .values()
        .forEach(
            (path, value) -> {
              String name = record.isArray() ? names.getOrDefault(path, path) : path;
              int column = column(name);
              if (column >= 0) {
                String before = table.cell(column);
                table.cell(column, before.isEmpty() ? value : before + "; " + value);
              } else {
                other(name + "=" + value);
              }
            });
    table.endRow(number);
  }

  private int column(String name) {
    Integer known = columns.get(name);
    if (known == null && columns.size() < MOST_COLUMNS) {
      known = table.add(name);
      columns.put(name, known);
    }
    return known == null ? -1 : known;
  }

  private void other(String text) {
    if (otherColumn < 0) {
      otherColumn = table.add("Other");
    }
    String before = table.cell(otherColumn);
    table.cell(otherColumn, before.isEmpty() ? text : before + "; " + text);
  }

  private SourceRead result(Layout layout, boolean cut) {
    Table built = table.build(IntStream.range(0, table.columns()).toArray());
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("format", layout.shape() == Layout.Shape.LINES ? "jsonl" : "json");
    facts.put("columns", "" + table.columns());
    List<Remark> remarks = new ArrayList<>();
    if (cut) {
      remarks.add(Remark.of(CUT));
    }
    if (layout.morePages()) {
      remarks.add(Remark.of(MORE_PAGES));
    }
    if (foreign > 0) {
      remarks.add(Remark.of(ENCODING, "" + foreign));
    }
    if (otherColumn >= 0) {
      remarks.add(Remark.of(OTHER, "" + MOST_COLUMNS));
    }
    return new SourceRead(built, rejections, facts, remarks);
  }
}
