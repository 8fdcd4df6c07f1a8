package io.limpide.connect.csv;

import io.limpide.connect.Rejection;
import io.limpide.connect.UnreadableSourceException;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Sorts the records of a text into rows and rejections: each that is not blank becomes one of them.
 */
final class TableReader {
  private static final int MOST_WAITING = 20;

  /** A record that may turn out to stand below the table. */
  private record Waiting(int row, List<String> cells, String raw, boolean says, boolean apart) {}

  private final String source;
  private final Layout layout;
  private final TableBuilder builder;
  private final List<Rejection> rejections = new ArrayList<>();
  private final Counts counts = new Counts();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private byte[] header = new byte[0];
  private boolean comments; // lines above the table began with #
  private boolean apart; // the last line was blank
  private int otherTable; // the row that names the columns of the table being passed over, or 0
  private int firstOther;

  TableReader(String source, Layout layout, List<String> header) {
    this.source = source;
    this.layout = layout;
    this.builder = new TableBuilder(source, header);
  }

  Table table() {
    return builder.build();
  }

  /** Returns the rejections in the order of the source. */
  List<Rejection> rejections() {
    rejections.sort(Comparator.comparingInt(Rejection::row));
    return rejections;
  }

  List<Remark> remarks() {
    List<Remark> remarks = new ArrayList<>(counts.remarks());
    if (firstOther > 0) {
      remarks.add(Remark.of(CsvReasons.OTHER_TABLES, String.valueOf(firstOther)));
    }
    return remarks;
  }

  void read(RecordScanner scanner) throws UnreadableSourceException, IOException {
    int columns = layout.columns();
    int row = 0;
    while (scanner.next()) {
      row++;
      if (scanner.isCut()) {
        throw new UnreadableSourceException("line_long", source, String.valueOf(row));
      }
      if (scanner.isBlank()) {
        apart = true;
      } else if (row - 1 < layout.first()) {
        reject(row, CsvReasons.PREAMBLE, scanner);
        comments |= scanner.raw().startsWith("#");
      } else if (row - 1 == layout.first() && layout.header()) {
        header = scanner.raw().getBytes(StandardCharsets.UTF_8);
        apart = false;
      } else if (layout.header() && row - 1 <= layout.first() + layout.below()) {
        reject(row, CsvReasons.HEADER_MORE, scanner);
      } else if (columns > 1 && scanner.isEmpty(0) && filled(scanner, 0) == 0) {
        reject(row, CsvReasons.EMPTY, scanner);
        apart = true;
      } else if ((apart || otherTable > 0) && isElsewhere(row, scanner)) {
        reject(row, CsvReasons.OTHER_TABLE, scanner, String.valueOf(otherTable));
        apart = false;
      } else {
        if (scanner.count() == columns
            && scanner.damage() == RecordScanner.Damage.NONE
            && !mayBeFooter(scanner)
            && !(columns > 1 && layout.header() && scanner.isRaw(header))) {
          release();
          accept(row, scanner);
        } else {
          unusual(row, scanner);
        }
        apart = false;
      }
      if (scanner.damage() == RecordScanner.Damage.LINE_END) {
        row++; // a spreadsheet shows two
      }
    }
    end();
  }

  /** Returns whether a record belongs to another table below; its names begin it. */
  private boolean isElsewhere(int row, RecordScanner scanner) {
    if (!layout.header() || layout.columns() == 1) {
      return false;
    }
    if (scanner.isRaw(header)) {
      otherTable = 0; // the same names again: the first table goes on
    } else if (apart && OtherTable.begins(cells(scanner))) {
      otherTable = row;
      firstOther = firstOther == 0 ? row : firstOther;
      titles(row);
    }
    return otherTable > 0;
  }

  /** What waited just above another table, apart from the first, is its title. */
  private void titles(int other) {
    boolean below = false;
    while (!waiting.isEmpty()) {
      Waiting record = waiting.remove();
      below |= record.says() || record.apart();
      if (below) {
        Remark why = Remark.of(CsvReasons.OTHER_TABLE, String.valueOf(other));
        rejections.add(new Rejection(record.row(), why, record.raw()));
      } else {
        accept(record);
      }
    }
  }

  private static List<String> cells(RecordScanner scanner) {
    List<String> cells = new ArrayList<>();
    for (int cell = 0; cell < Math.min(scanner.count(), RecordScanner.MAX_CELLS); cell++) {
      cells.add(scanner.value(cell));
    }
    return cells;
  }

  private void unusual(int row, RecordScanner scanner) {
    int columns = layout.columns();
    if (columns > 1 && layout.header() && scanner.isRaw(header)) {
      reject(row, CsvReasons.HEADER_AGAIN, scanner);
    } else if (comments && scanner.count() < columns && scanner.raw().startsWith("#")) {
      reject(row, CsvReasons.COMMENT, scanner);
    } else if (scanner.damage() == RecordScanner.Damage.NONE && mayWait(scanner)) {
      hold(row, scanner);
    } else if (scanner.damage() == RecordScanner.Damage.UNCLOSED_QUOTE
        && scanner.count() != columns) {
      reject(row, CsvReasons.UNCLOSED, scanner);
    } else if (filled(scanner, columns) > 0) {
      reject(
          row, CsvReasons.LONG, scanner, String.valueOf(scanner.count()), String.valueOf(columns));
    } else {
      release();
      forgive(row, scanner.damage());
      if (scanner.count() < columns) {
        counts.add(CsvReasons.SHORT, row);
      }
      accept(row, scanner);
    }
  }

  private void forgive(int row, RecordScanner.Damage damage) {
    switch (damage) {
      case NONE -> {}
      case STRAY_QUOTE -> counts.add(CsvReasons.STRAY_QUOTE, row);
      case UNCLOSED_QUOTE -> counts.add(CsvReasons.QUOTE_AS_TEXT, row);
      case BACKSLASH -> counts.add(CsvReasons.BACKSLASH, row);
      case LINE_END -> counts.add(CsvReasons.LINE_END, row);
      case CARRIAGE_RETURN -> counts.add(CsvReasons.CARRIAGE_RETURN, row);
    }
  }

  private void accept(int row, RecordScanner scanner) {
    int cells = Math.min(scanner.count(), layout.columns());
    for (int cell = 0; cell < cells; cell++) {
      builder.cell(cell, scanner.bytes(cell), scanner.from(cell), scanner.to(cell));
    }
    builder.endRow(row);
  }

  private void reject(int row, Reason reason, RecordScanner scanner, String... arguments) {
    rejections.add(new Rejection(row, Remark.of(reason, arguments), scanner.raw()));
  }

  /** Returns how many cells from one on have something in them. */
  private static int filled(RecordScanner scanner, int from) {
    int filled = 0;
    for (int cell = from; cell < scanner.count(); cell++) {
      filled += cell >= RecordScanner.MAX_CELLS || !scanner.isEmpty(cell) ? 1 : 0;
    }
    return filled;
  }

  /** A quick look that lets nearly every record pass. */
  private boolean mayBeFooter(RecordScanner scanner) {
    return !scanner.isEmpty(0)
        && Footer.mayBegin(scanner.bytes(0)[scanner.from(0)])
        && mayWait(scanner);
  }

  private boolean mayWait(RecordScanner scanner) {
    int columns = layout.columns();
    if (scanner.count() > columns) {
      return false;
    }
    boolean little = columns > 2 && scanner.count() < columns && filled(scanner, 0) <= 2;
    if (little && scanner.count() <= 2) {
      return true;
    }
    return (columns == 1 || filled(scanner, 0) * 2 <= columns) && says(scanner);
  }

  private boolean says(RecordScanner scanner) {
    for (int cell = 0; cell < scanner.count(); cell++) {
      if (!scanner.isEmpty(cell)) {
        String value = scanner.value(cell);
        return layout.columns() == 1 ? Footer.isTotal(value) : Footer.says(value);
      }
    }
    return false;
  }

  private void hold(int row, RecordScanner scanner) {
    if (waiting.size() == MOST_WAITING) {
      release();
    }
    waiting.add(new Waiting(row, cells(scanner), scanner.raw(), says(scanner), apart));
  }

  /** Another record of the table came: those that waited are rows, too. */
  private void release() {
    while (!waiting.isEmpty()) {
      accept(waiting.remove());
    }
  }

  private void accept(Waiting record) {
    for (int cell = 0; cell < record.cells().size(); cell++) {
      builder.cell(cell, record.cells().get(cell));
    }
    builder.endRow(record.row());
    if (record.cells().size() < layout.columns()) {
      counts.add(CsvReasons.SHORT, record.row());
    }
  }

  /** Nothing came after those that waited: they stand below the table if they look so. */
  private void end() {
    boolean below = false;
    while (!waiting.isEmpty()) {
      Waiting record = waiting.remove();
      below |= record.says() || record.apart();
      if (below) {
        rejections.add(new Rejection(record.row(), Remark.of(CsvReasons.FOOTER), record.raw()));
      } else {
        accept(record);
      }
    }
  }
}
