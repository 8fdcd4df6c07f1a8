package io.limpide.connect.xlsx;

import io.limpide.connect.BytesSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks written part by part, as no honest program would. */
final class Sheets {
  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String LINKS =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  private Sheets() {}

  /** Returns the parts of a workbook with one sheet; to be changed before packing. */
  static Map<String, String> parts(String sheetData) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
    parts.put("_rels/.rels", links(link(1, "officeDocument", "xl/workbook.xml")));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            .formatted(MAIN, OFFICE));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        links(
            link(1, "worksheet", "worksheets/sheet1.xml")
                + link(2, "sharedStrings", "sharedStrings.xml")
                + link(3, "styles", "styles.xml")));
    parts.put("xl/worksheets/sheet1.xml", sheet(sheetData));
    return parts;
  }

  static String sheet(String sheetData) {
    return "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>"
        .formatted(MAIN, sheetData);
  }

  static String strings(String... texts) {
    StringBuilder strings = new StringBuilder("<sst xmlns=\"" + MAIN + "\">");
    for (String text : texts) {
      strings.append("<si><t>").append(text).append("</t></si>");
    }
    return strings + "</sst>";
  }

  /** Returns a row of inline texts. */
  static String row(String... texts) {
    StringBuilder row = new StringBuilder("<row>");
    for (String text : texts) {
      row.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
    }
    return row + "</row>";
  }

  private static String links(String links) {
    return "<Relationships xmlns=\"" + LINKS + "\">" + links + "</Relationships>";
  }

  private static String link(int id, String type, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, OFFICE, type, target);
  }

  static BytesSource pack(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BytesSource("test.xlsx", bytes.toByteArray());
  }
}
