package io.limpide.connect.xlsx;

import io.limpide.connect.ReadOptions;
import io.limpide.connect.Rejection;
import io.limpide.connect.gather.GrowingTable;
import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.finding.Severity;
import io.limpide.engine.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a table of the rows of a sheet: finds its header, sets apart what does not belong to it.
 */
final class SheetTable implements SheetReader.Sink {
  static final Reason ABOVE = reason("xlsx.row.above", Severity.INFO);
  static final Reason HEADER_AGAIN = reason("xlsx.row.header_again", Severity.INFO);
  static final Reason BELOW_NAMES = reason("xlsx.row.below_names", Severity.INFO);
  static final Reason OTHER_TABLE = reason("xlsx.row.other_table", Severity.WARNING);
  static final Reason DAMAGED = reason("xlsx.row.damaged", Severity.ERROR);

  private static final int LOOKED_AT = 64;

  private final ReadOptions options;
  private final SharedStrings strings;
  private final GrowingTable table;
  private final List<Rejection> rejections = new ArrayList<>();
  private final List<String> merged = new ArrayList<>();
  private final List<Row> waiting = new ArrayList<>();
  private int[] columnOf = new int[64]; // the column in the table of each in the sheet, or -1
  private int[] sheetColumns = new int[64]; // and back
  private List<String> header = List.of();
  private int headerRow;
  private boolean begun;
  private int lastRow;
  private int otherTable; // the row that names the columns of the table being passed over, or 0
  private int firstOther;
  private @Nullable Row title; // stands apart and may belong to a table below

  SheetTable(String source, ReadOptions options, SharedStrings strings) {
    this.options = options;
    this.strings = strings;
    this.table = new GrowingTable(source);
    Arrays.fill(columnOf, -1);
  }

  private static Reason reason(String code, Severity severity) {
    return new Reason(code, severity, Dimension.VALIDITY);
  }

  @Override
  public void row(Row row) {
    if (begun) {
      take(row);
    } else {
      waiting.add(row.copy());
      if (waiting.size() == LOOKED_AT) {
        begin();
      }
    }
  }

  @Override
  public void merged(String area) {
    merged.add(area);
  }

  private void begin() {
    begun = true;
    List<Row> whole = waiting.stream().filter(row -> !row.isDamaged()).toList();
    if (whole.isEmpty()) {
      waiting.forEach(this::take);
      return;
    }
    HeaderFinder.Found found = HeaderFinder.find(whole, strings, options.header());
    Row first = whole.get(found.first());
    int second = found.header() ? found.first() + 1 : whole.size();
    boolean names =
        second < whole.size()
            && SecondNames.is(
                whole.get(second), first.size(), whole.subList(second + 1, whole.size()), strings);
    for (Row row : waiting) {
      if (row.isDamaged()) {
        take(row);
      } else if (names && row.number() == whole.get(second).number()) {
        lastRow = row.number();
        reject(row, BELOW_NAMES);
      } else if (row.number() == first.number() && found.header()) {
        nameColumns(row);
      } else if (whole.indexOf(row) < found.first()) {
        reject(row, ABOVE);
      } else {
        take(row);
      }
    }
    waiting.clear();
  }

  private void nameColumns(Row row) {
    headerRow = row.number();
    lastRow = headerRow;
    List<String> names = new ArrayList<>();
    for (int cell = 0; cell < row.size(); cell++) {
      String name = row.text(cell, strings);
      names.add(name);
      column(row.column(cell), name);
    }
    header = List.copyOf(names);
  }

  private int column(int sheetColumn, String name) {
    if (sheetColumn >= columnOf.length) {
      int length = columnOf.length;
      columnOf = Arrays.copyOf(columnOf, Math.max(sheetColumn + 1, length * 2));
      Arrays.fill(columnOf, length, columnOf.length, -1);
    }
    int column = columnOf[sheetColumn];
    if (column < 0) {
      column = table.add(name);
      columnOf[sheetColumn] = column;
      if (column == sheetColumns.length) {
        sheetColumns = Arrays.copyOf(sheetColumns, column * 2);
      }
      sheetColumns[column] = sheetColumn;
    }
    return column;
  }

  private void take(Row row) {
    boolean apart = row.number() > lastRow + 1;
    lastRow = row.number();
    if (row.isDamaged()) {
      reject(row, DAMAGED);
    } else if (isHeaderAgain(row)) {
      otherTable = 0; // the first table goes on
      reject(row, HEADER_AGAIN);
    } else if (apart && headerRow > 0 && OtherTable.begins(row, strings)) {
      otherTable = row.number();
      firstOther = firstOther == 0 ? otherTable : firstOther;
      if (title != null) {
        reject(title, OTHER_TABLE);
        title = null;
      }
      reject(row, OTHER_TABLE);
    } else if (otherTable > 0) {
      reject(row, OTHER_TABLE);
    } else if (apart && row.size() == 1 && header.size() > 2) {
      accept(title);
      title = row.copy();
    } else {
      accept(title);
      title = null;
      accept(row);
    }
  }

  private void accept(@Nullable Row row) {
    if (row == null) {
      return;
    }
    for (int cell = 0; cell < row.size(); cell++) {
      int column = column(row.column(cell), "");
      if (row.isShared(cell)) {
        int index = row.shared(cell);
        table.cell(column, strings.bytes(), strings.start(index), strings.start(index + 1));
      } else {
        table.cell(column, row.text(cell, strings));
      }
    }
    table.endRow(row.number());
  }

  private boolean isHeaderAgain(Row row) {
    if (header.size() < 2 || row.size() != header.size()) {
      return false;
    }
    for (int cell = 0; cell < row.size(); cell++) {
      if (!row.text(cell, strings).equals(header.get(cell))) {
        return false;
      }
    }
    return true;
  }

  private void reject(Row row, Reason why) {
    rejections.add(new Rejection(row.number(), Remark.of(why), row.raw(strings)));
  }

  /** Returns the table; once, after the last row. */
  Table build() {
    if (!begun && !waiting.isEmpty()) {
      begin();
    }
    accept(title);
    title = null;
    int[] order =
        IntStream.range(0, table.columns())
            .boxed()
            .sorted((a, b) -> Integer.compare(sheetColumns[a], sheetColumns[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] inSheet = Arrays.stream(order).map(column -> sheetColumns[column]).toArray();
    return MergedCells.fill(table.build(order), inSheet, merged);
  }

  List<Rejection> rejections() {
    return rejections;
  }

  /** Returns the row where a further table begins, which is left out; 0 when there is none. */
  int otherTable() {
    return firstOther;
  }

  List<String> merged() {
    return merged;
  }

  /** Returns the row of the header; 0 when there is none. */
  int headerRow() {
    return headerRow;
  }
}
