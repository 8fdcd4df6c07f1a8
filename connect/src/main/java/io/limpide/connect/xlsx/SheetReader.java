package io.limpide.connect.xlsx;

import io.limpide.connect.UnreadableSourceException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads the cells of a sheet, row by row, and counts what is odd about them.
 *
 * <p>Source: ECMA-376 part 1, 18.3.1 (worksheets), 18.18.11 (types of cells).
 */
final class SheetReader extends DefaultHandler {
  private static final int MAX_COLUMNS = 16_384;
  private static final int MAX_ROWS = 1 << 28;
  private static final int MAX_CELL = 32 << 20;

  /** Takes what a sheet holds. */
  interface Sink {
    /** Takes a row; it is used again afterwards. */
    void row(Row row) throws SAXException;

    /** Takes an area of merged cells, which come after all rows. */
    void merged(String area);
  }

  private final String source;
  private final Workbook workbook;
  private final SharedStrings strings;
  private final Sink sink;
  private final Row row = new Row();
  private final StringBuilder text = new StringBuilder();
  private final Map<String, Integer> errors = new TreeMap<>();
  private int column;
  private String type = "";
  private int style;
  private boolean formula;
  private boolean value;
  private boolean collecting;
  private int phonetic;
  private int hiddenRows;
  private int hiddenColumns;
  private int uncalculated;
  private boolean hidden;

  /**
   * @param source the name by which people know the source
   */
  SheetReader(String source, Workbook workbook, SharedStrings strings, Sink sink) {
    this.source = source;
    this.workbook = workbook;
    this.strings = strings;
    this.sink = sink;
  }

  /** Returns how often each error value stands in a cell. */
  Map<String, Integer> errors() {
    return errors;
  }

  /** Returns how many filled rows are hidden. */
  int hiddenRows() {
    return hiddenRows;
  }

  /** Returns how many columns are hidden, filled or not. */
  int hiddenColumns() {
    return hiddenColumns;
  }

  /** Returns how many formulas have no result in the file. */
  int uncalculated() {
    return uncalculated;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes is)
      throws SAXException {
    switch (name) {
      case "row" -> {
        int given = Xml.number(is.getValue("", "r"), 0);
        int next = row.number() + 1;
        if (next > MAX_ROWS) {
          throw new Xml.Refusal(new UnreadableSourceException("xlsx.large", source));
        }
        row.begin(given > 0 && given <= MAX_ROWS ? given : next);
        column = -1;
        hidden = Xml.isTrue(is.getValue("", "hidden"));
      }
      case "c" -> beginCell(is);
      case "f" -> formula = true;
      case "v" -> begin(!value);
      case "rPh" -> phonetic++;
      case "t" -> begin(type.equals("inlineStr") && phonetic == 0);
      case "mergeCell" -> {
        String area = is.getValue("", "ref");
        if (area != null) {
          sink.merged(area);
        }
      }
      case "col" -> {
        if (Xml.isTrue(is.getValue("", "hidden"))) {
          int first = Xml.number(is.getValue("", "min"), 1);
          int last = Math.min(MAX_COLUMNS, Xml.number(is.getValue("", "max"), first));
          hiddenColumns += Math.max(0, last - first + 1);
        }
      }
      default -> {}
    }
  }

  private void beginCell(Attributes is) {
    int given = columnOf(is.getValue("", "r"));
    column = given < 0 ? Math.min(column + 1, MAX_COLUMNS - 1) : given;
    String stated = is.getValue("", "t");
    type = stated == null ? "n" : stated;
    style = Xml.number(is.getValue("", "s"), 0);
    formula = false;
    value = false;
    text.setLength(0);
  }

  private void begin(boolean collect) {
    collecting = collect;
    value |= collect;
  }

  /** Returns the column of an address such as BC12, counted from 0; -1 when it has none. */
  static int columnOf(@Nullable String address) {
    int found = 0;
    for (int i = 0; address != null && i < address.length(); i++) {
      char letter = Character.toUpperCase(address.charAt(i));
      if (letter < 'A' || letter > 'Z') {
        break;
      }
      found = found * 26 + letter - 'A' + 1;
      if (found > MAX_COLUMNS) {
        return -1;
      }
    }
    return found - 1;
  }

  @Override
  public void characters(char[] chars, int start, int length) throws SAXException {
    if (collecting) {
      if (text.length() + length > MAX_CELL) {
        throw new Xml.Refusal(
            new UnreadableSourceException("xlsx.cell", source, "" + row.number()));
      }
      text.append(chars, start, length);
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) throws SAXException {
    switch (name) {
      case "v", "t" -> collecting = false;
      case "rPh" -> phonetic--;
      case "c" -> endCell();
      case "row" -> {
        if (row.size() > 0 || row.isDamaged()) {
          hiddenRows += hidden ? 1 : 0;
          sink.row(row);
        }
      }
      default -> {}
    }
  }

  private void endCell() {
    if (text.length() == 0) {
      uncalculated += formula && !value ? 1 : 0;
      return;
    }
    switch (type) {
      case "s" -> {
        int index = Xml.number(text.toString().strip(), -1);
        if (index < 0 || index >= strings.size()) {
          row.damage();
          row.add(column, text.toString(), true);
        } else if (!strings.isEmpty(index)) {
          row.addShared(column, index);
        }
      }
      case "e" -> errors.merge(text.toString(), 1, Integer::sum);
      case "b" -> row.add(column, Xml.isTrue(text.toString().strip()) ? "true" : "false", true);
      case "str", "inlineStr" -> row.add(column, CellText.unescape(text), false);
      case "d" -> row.add(column, CellText.isoDay(text.toString()), true);
      default -> row.add(column, CellText.number(text.toString(), workbook.format(style)), true);
    }
  }
}
