package io.limpide.connect.xlsx;

import io.limpide.connect.ReadOptions;
import io.limpide.connect.SourceRead;
import io.limpide.connect.UnreadableSourceException;
import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.finding.Severity;
import io.limpide.engine.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the one sheet of a workbook that is wanted. */
final class WorkbookReading {
  private static final Reason OTHER_SHEETS = reason("xlsx.sheets.other");
  private static final Reason OTHER_TABLES = reason("xlsx.tables.other");
  private static final Reason HIDDEN_ROWS = reason("xlsx.rows.hidden");
  private static final Reason HIDDEN_COLUMNS = reason("xlsx.columns.hidden");
  private static final Reason ERRORS = reason("xlsx.cells.error");
  private static final Reason UNCALCULATED = reason("xlsx.cells.uncalculated");
  private static final Reason MERGED = reason("xlsx.cells.merged");

  private static final int PEEKED_ROWS = 200;
  private static final int MUCH_SMALLER = 20;

  private final Archive archive;
  private final ReadOptions options;

  WorkbookReading(Archive archive, ReadOptions options) {
    this.archive = archive;
    this.options = options;
  }

  private static Reason reason(String code) {
    return new Reason(code, Severity.WARNING, Dimension.COMPLETENESS);
  }

  SourceRead read() throws UnreadableSourceException, IOException {
    Workbook workbook = Workbook.read(archive);
    SharedStrings strings = SharedStrings.read(archive, workbook.strings());
    Workbook.Sheet sheet = choose(workbook, strings);
    SheetTable rows = new SheetTable(archive.name(), options, strings);
    long size = archive.size(sheet.part());
    options.progress().read(0, size);
    SheetReader reader = new SheetReader(archive.name(), workbook, strings, rows);
    Xml.read(archive, sheet.part(), reader);
    options.progress().read(size, size);
    Table table = rows.build();
    if (table.rows() == 0 && rows.rejections().isEmpty() && rows.headerRow() == 0) {
      throw new UnreadableSourceException("xlsx.empty", archive.name(), sheet.name());
    }
    return new SourceRead(
        table,
        rows.rejections(),
        facts(sheet, rows, table.columns().size()),
        remarks(workbook, sheet, rows, reader));
  }

  private static Map<String, String> facts(Workbook.Sheet sheet, SheetTable rows, int columns) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("format", "xlsx");
    facts.put("sheet", sheet.name());
    facts.put("header", rows.headerRow() == 0 ? "no" : "yes");
    if (rows.headerRow() > 0) {
      facts.put("header_row", "" + rows.headerRow());
    }
    facts.put("columns", "" + columns);
    return facts;
  }

  private List<Remark> remarks(
      Workbook workbook, Workbook.Sheet read, SheetTable rows, SheetReader reader) {
    List<Remark> remarks = new ArrayList<>();
    String others =
        workbook.sheets().stream()
            .filter(sheet -> !sheet.equals(read))
            .map(Workbook.Sheet::name)
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      remarks.add(Remark.of(OTHER_SHEETS, read.name(), others));
    }
    count(remarks, OTHER_TABLES, rows.otherTable());
    count(remarks, HIDDEN_ROWS, reader.hiddenRows());
    count(remarks, HIDDEN_COLUMNS, reader.hiddenColumns());
    reader.errors().forEach((error, cells) -> remarks.add(Remark.of(ERRORS, "" + cells, error)));
    count(remarks, UNCALCULATED, reader.uncalculated());
    count(remarks, MERGED, rows.merged().size());
    return remarks;
  }

  private static void count(List<Remark> remarks, Reason reason, int count) {
    if (count > 0) {
      remarks.add(Remark.of(reason, "" + count));
    }
  }

  /**
   * Returns the sheet that the options name; else the first visible one that holds a table, unless
   * a later one holds twenty times as much: then the first is a summary or a list of choices.
   */
  private Workbook.Sheet choose(Workbook workbook, SharedStrings strings)
      throws UnreadableSourceException, IOException {
    List<Workbook.Sheet> sheets = workbook.sheets();
    if (options.sheet().isPresent()) {
      return named(sheets, options.sheet().get());
    }
    List<Workbook.Sheet> visible = sheets.stream().filter(Workbook.Sheet::visible).toList();
    List<Workbook.Sheet> candidates = visible.isEmpty() ? sheets : visible;
    if (candidates.isEmpty()) {
      throw new UnreadableSourceException("xlsx.no_sheets", archive.name());
    }
    if (candidates.size() == 1) {
      return candidates.get(0);
    }
    List<Workbook.Sheet> tables = new ArrayList<>();
    List<Workbook.Sheet> filled = new ArrayList<>();
    for (Workbook.Sheet sheet : candidates) {
      Peek peek = peek(workbook, strings, sheet);
      if (peek.wide >= 2) {
        tables.add(sheet);
      }
      if (peek.rows > 0) {
        filled.add(sheet);
      }
    }
    long largest = tables.stream().mapToLong(sheet -> archive.size(sheet.part())).max().orElse(0);
    return tables.stream()
        .filter(sheet -> archive.size(sheet.part()) >= largest / MUCH_SMALLER)
        .findFirst()
        .orElse(filled.isEmpty() ? candidates.get(0) : filled.get(0));
  }

  private Workbook.Sheet named(List<Workbook.Sheet> sheets, String wanted)
      throws UnreadableSourceException {
    for (Workbook.Sheet sheet : sheets) {
      if (sheet.name().strip().equalsIgnoreCase(wanted.strip())) {
        return sheet;
      }
    }
    String names = sheets.stream().map(Workbook.Sheet::name).collect(Collectors.joining(", "));
    throw new UnreadableSourceException("xlsx.no_sheet", archive.name(), wanted, names);
  }

  /** Counts the first rows of a sheet, and those with more than one cell. */
  private static final class Peek implements SheetReader.Sink {
    private int rows;
    private int wide;

    @Override
    public void row(Row row) throws Xml.Enough {
      rows++;
      wide += row.size() > 1 ? 1 : 0;
      if (rows == PEEKED_ROWS) {
        throw new Xml.Enough();
      }
    }

    @Override
    public void merged(String area) {
      // Comes after the rows: not looked at here.
    }
  }

  private Peek peek(Workbook workbook, SharedStrings strings, Workbook.Sheet sheet)
      throws UnreadableSourceException, IOException {
    Peek peek = new Peek();
    Xml.read(archive, sheet.part(), new SheetReader(archive.name(), workbook, strings, peek));
    return peek;
  }
}
