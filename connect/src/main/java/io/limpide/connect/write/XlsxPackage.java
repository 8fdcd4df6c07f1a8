package io.limpide.connect.write;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The parts of a workbook: a zip archive of XML files, whose sheets are written as they come. */
final class XlsxPackage implements Closeable {
  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final byte[] CELL = ascii("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
  private static final byte[] HEADER =
      ascii("<c s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
  private static final byte[] END_CELL = ascii("</t></is></c>");
  private static final byte[] NO_CELL = ascii("<c/>");
  private static final byte[] ROW = ascii("<row>");
  private static final byte[] END_ROW = ascii("</row>");
  // A fixed time, so that the same table gives the same bytes.
  private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private final ZipOutputStream zip;
  private final String sheet;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1 << 17);
  private final List<String> sheets = new ArrayList<>();
  private int columns;

  XlsxPackage(OutputStream out, String sheet) {
    this.zip = new ZipOutputStream(out);
    this.sheet = sheet;
    zip.setLevel(Deflater.BEST_SPEED);
  }

  String sheet() {
    return sheet;
  }

  int sheets() {
    return sheets.size();
  }

  void beginSheet(int width) throws IOException {
    columns = width;
    sheets.add(sheetName(sheets.size() + 1));
    begin("xl/worksheets/sheet" + sheets.size() + ".xml");
    write(
        XML
            + "<worksheet xmlns=\""
            + MAIN
            + "\"><sheetViews><sheetView workbookViewId=\"0\""
            + (sheets.size() == 1 ? " tabSelected=\"1\"" : "")
            + "><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
            + "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>"
            + (width == 0 ? "" : "<cols><col min=\"1\" max=\"" + width + "\" width=\"22\"/></cols>")
            + "<sheetData>");
  }

  /** Returns a name that a sheet may have: at most 31 characters, none of them special. */
  private String sheetName(int number) {
    String suffix = number == 1 ? "" : " (" + number + ")";
    String plain = sheet.replaceAll("[\\\\/?*:\\[\\]'\\p{Cntrl}]", " ").strip();
    String name = plain.isEmpty() ? "table" : plain;
    int limit = 31 - suffix.length();
    return (name.length() > limit ? name.substring(0, limit) : name) + suffix;
  }

  void beginRow() throws IOException {
    write(ROW);
  }

  void cell(byte[] text, boolean header) throws IOException {
    if (text.length == 0 && !header) {
      write(NO_CELL);
      return;
    }
    write(header ? HEADER : CELL);
    write(text);
    write(END_CELL);
  }

  void endRow() throws IOException {
    write(END_ROW);
  }

  void endSheet(int rows) throws IOException {
    String all = "A1:" + letters(Math.max(1, columns)) + rows;
    write(
        "</sheetData>"
            + (columns == 0 ? "" : "<autoFilter ref=\"" + all + "\"/>")
            + "<ignoredErrors><ignoredError sqref=\""
            + all
            + "\" numberStoredAsText=\"1\"/></ignoredErrors></worksheet>");
    end();
  }

  static String letters(int column) {
    String letters = "";
    for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
      letters = (char) ('A' + (rest - 1) % 26) + letters;
    }
    return letters;
  }

  @Override
  public void close() throws IOException {
    try (zip) {
      if (sheets.isEmpty()) {
        beginSheet(0);
        endSheet(1);
      }
      parts();
    }
  }

  private void parts() throws IOException {
    StringBuilder entries = new StringBuilder();
    StringBuilder links = new StringBuilder();
    StringBuilder types = new StringBuilder();
    for (int i = 1; i <= sheets.size(); i++) {
      String name = new String(XlsxText.encode(sheets.get(i - 1)), StandardCharsets.UTF_8);
      entries.append(
          "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>"
              .formatted(name.replace("\"", "&quot;"), i, i));
      links.append(relationship(i, OFFICE + "/worksheet", "worksheets/sheet" + i + ".xml"));
      types.append(override("/xl/worksheets/sheet" + i + ".xml", TYPE + "worksheet+xml"));
    }
    links.append(relationship(sheets.size() + 1, OFFICE + "/styles", "styles.xml"));
    part(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + MAIN
            + "\" xmlns:r=\""
            + OFFICE
            + "\"><sheets>"
            + entries
            + "</sheets></workbook>");
    part("xl/_rels/workbook.xml.rels", relationships(links.toString()));
    part("xl/styles.xml", STYLES);
    part(
        "_rels/.rels",
        relationships(relationship(1, OFFICE + "/officeDocument", "xl/workbook.xml")));
    part(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + override("/xl/workbook.xml", TYPE + "sheet.main+xml")
            + override("/xl/styles.xml", TYPE + "styles+xml")
            + types
            + "</Types>");
  }

  private static String relationships(String links) {
    return "<Relationships xmlns=\"" + RELATIONSHIPS + "\">" + links + "</Relationships>";
  }

  private static String relationship(int id, String type, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%s\" Target=\"%s\"/>".formatted(id, type, target);
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"%s\" ContentType=\"%s\"/>".formatted(part, type);
  }

  /** Style 0 is text (format 49), style 1 is text in bold on grey, for the header. */
  private static final String STYLES =
      "<styleSheet xmlns=\""
          + MAIN
          + "\"><fonts count=\"2\"><font><sz val=\"11\"/><name"
          + " val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name"
          + " val=\"Calibri\"/></font></fonts><fills count=\"3\"><fill><patternFill"
          + " patternType=\"none\"/></fill><fill><patternFill"
          + " patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\"><fgColor"
          + " rgb=\"FFEEEEEE\"/></patternFill></fill></fills><borders"
          + " count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\""
          + " fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"2\"><xf"
          + " numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
          + " applyNumberFormat=\"1\"/><xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"0\""
          + " xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\""
          + " applyFill=\"1\"/></cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\""
          + " xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

  private void part(String name, String content) throws IOException {
    begin(name);
    write(XML + content);
    end();
  }

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
  }

  private void end() throws IOException {
    flush();
    zip.closeEntry();
  }

  private void write(String text) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(byte[] bytes) throws IOException {
    buffer.write(bytes, 0, bytes.length);
    if (buffer.size() > 1 << 16) {
      flush();
    }
  }

  private void flush() throws IOException {
    buffer.writeTo(zip);
    buffer.reset();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
