package io.limpide.connect.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.connect.BytesSource;
import io.limpide.connect.ReadOptions;
import io.limpide.connect.Reads;
import io.limpide.connect.SourceInput;
import io.limpide.connect.SourceRead;
import io.limpide.connect.UnreadableSourceException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks made to harm: each is refused in words or does no harm. */
class HostileWorkbookTest {
  private static final String ROWS = Sheets.row("id", "nom") + Sheets.row("1", "A");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/workbook.xml",
        "_rels/.rels"
      })
  void refuses_a_part_that_unpacks_to_a_hundredfold(String part) throws IOException {
    Map<String, String> parts = Sheets.parts(ROWS);
    String padded = parts.getOrDefault(part, Sheets.strings("x"));
    parts.put(part, padded.replaceFirst(">", ">" + " ".repeat(20_000_000)));
    assertThat(refusal(Sheets.pack(parts)))
        .isEqualTo(
            "test.xlsx unpacks to far more than a real workbook does; it was not read. If you trust"
                + " it, save it as CSV and read that.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>",
        "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">",
        "<!DOCTYPE x [<!ENTITY % a SYSTEM \"http://127.0.0.1:9/x\"> %a;]>"
      })
  void refuses_a_document_type_in_any_part(String type) throws IOException {
    for (String part :
        new String[] {
          "xl/worksheets/sheet1.xml",
          "xl/sharedStrings.xml",
          "xl/styles.xml",
          "xl/workbook.xml",
          "_rels/.rels"
        }) {
      Map<String, String> parts = Sheets.parts(ROWS);
      parts.merge(part, Sheets.strings("x"), (is, otherwise) -> is);
      parts.put(part, type + parts.get(part));
      assertThat(refusal(Sheets.pack(parts)))
          .as(part)
          .isEqualTo(
              "test.xlsx holds a document type (DOCTYPE), which no real workbook has; it was not"
                  + " read. Open it in Excel and save it again.");
    }
  }

  @Test
  void refuses_seventy_thousand_parts() throws IOException {
    Map<String, String> parts = Sheets.parts(ROWS);
    for (int i = 0; i < 70_000; i++) {
      parts.put("p" + i, "");
    }
    assertThat(refusal(Sheets.pack(parts)))
        .isEqualTo(
            "test.xlsx has more than 2,000 parts inside; no real workbook has. It was not read. If"
                + " you trust it, save it as CSV and read that.");
  }

  @Test
  void refuses_a_part_that_is_there_twice() throws IOException {
    Map<String, String> parts = Sheets.parts(ROWS);
    parts.put("xl/worksheets/Sheet1.xml", Sheets.sheet(Sheets.row("other", "data")));
    String twice =
        "test.xlsx holds two parts of the same name, so two programs could see different data; it"
            + " was not read. Open it in Excel and save it again.";
    assertThat(refusal(Sheets.pack(parts))).isEqualTo(twice);
    parts.remove("xl/worksheets/Sheet1.xml");
    parts.put("xl/worksheets/sheet2.xml", Sheets.sheet(Sheets.row("other", "data")));
    byte[] bytes = Sheets.pack(parts).bytes();
    String patched =
        new String(bytes, StandardCharsets.ISO_8859_1).replace("sheet2.xml", "sheet1.xml");
    assertThat(refusal(new BytesSource("test.xlsx", patched.getBytes(StandardCharsets.ISO_8859_1))))
        .isEqualTo(twice);
  }

  @Test
  void refuses_a_name_that_leads_out() throws IOException {
    Map<String, String> parts = Sheets.parts(ROWS);
    parts.put("../../etc/cron.d/x", "x");
    assertThat(refusal(Sheets.pack(parts)))
        .isEqualTo(
            "test.xlsx holds a part whose name leads out of the file; it was not read. Open it in"
                + " Excel and save it again.");
  }

  @Test
  void follows_no_link_out_of_the_archive() throws Exception {
    Map<String, String> parts = Sheets.parts(ROWS);
    parts.computeIfPresent(
        "xl/_rels/workbook.xml.rels",
        (part, links) ->
            links.replace(
                "Target=\"sharedStrings.xml\"",
                "TargetMode=\"External\" Target=\"http://127.0.0.1:9/x\""));
    assertThat(read(Sheets.pack(parts)).table().rows()).isEqualTo(1);
  }

  @Test
  void does_not_believe_the_count_of_shared_texts() throws Exception {
    Map<String, String> parts = Sheets.parts(ROWS);
    parts.put(
        "xl/sharedStrings.xml",
        Sheets.strings("x").replaceFirst(">", " count=\"2147483647\" uniqueCount=\"2147483647\">"));
    assertThat(read(Sheets.pack(parts)).table().rows()).isEqualTo(1);
  }

  @Test
  void bears_rows_and_columns_at_the_end_of_the_world() throws Exception {
    String far =
        "<row r=\"99999999999\"><c r=\"ZZZZZZ1\" t=\"inlineStr\"><is><t>far</t></is></c></row>"
            + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    SourceRead read = read(Sheets.pack(Sheets.parts(ROWS + far)));
    assertThat(Reads.grid(read.table()))
        .containsExactly(
            java.util.List.of("id", "nom", "column 3"),
            java.util.List.of("1", "A", ""),
            java.util.List.of("far", "", ""),
            java.util.List.of("", "", "1"));
  }

  @Test
  void refuses_an_encrypted_workbook_in_words() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream data = encryptor.getDataStream(files)) {
        data.write(Sheets.pack(Sheets.parts(ROWS)).bytes());
      }
      files.writeFilesystem(out);
    }
    BytesSource source = new BytesSource("test.xlsx", out.toByteArray());
    assertThat(new XlsxFormat().recognise(source)).isGreaterThan(0.5);
    assertThat(refusal(source))
        .isEqualTo(
            "test.xlsx is protected by a password. Open it in Excel, remove the password (File >"
                + " Info > Protect Workbook) and save it again.");
  }

  @Test
  void refuses_other_files_of_office_in_words() throws IOException {
    Map<String, String> text = Sheets.parts(ROWS);
    text.computeIfPresent(
        "_rels/.rels", (p, links) -> links.replace("xl/workbook", "word/document"));
    text.put("word/document.xml", "<document/>");
    assertThat(refusal(Sheets.pack(text)))
        .isEqualTo(
            "test.xlsx is an Office file, but not a workbook. Give the workbook (.xlsx) or a CSV"
                + " file.");
    Map<String, String> binary = Sheets.parts(ROWS);
    binary.computeIfPresent(
        "_rels/.rels", (p, links) -> links.replace("workbook.xml", "workbook.bin"));
    assertThat(refusal(Sheets.pack(binary)))
        .isEqualTo(
            "test.xlsx is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx.");
  }

  @Test
  void notices_a_changed_byte_by_the_check_sum() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : Sheets.parts(ROWS).entrySet()) {
        byte[] content = part.getValue().getBytes(StandardCharsets.UTF_8);
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(content);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
      }
    }
    String changed = bytes.toString(StandardCharsets.ISO_8859_1).replace("<t>A</t>", "<t>B</t>");
    assertThat(refusal(new BytesSource("test.xlsx", changed.getBytes(StandardCharsets.ISO_8859_1))))
        .isEqualTo(
            "test.xlsx is a damaged workbook. Open it in Excel, let Excel repair it and save it"
                + " again; or export it again.");
  }

  private static SourceRead read(SourceInput input) throws Exception {
    return new XlsxFormat().read(input, ReadOptions.DEFAULT);
  }

  private static String refusal(SourceInput input) throws IOException {
    try {
      return "read: " + Reads.grid(new XlsxFormat().read(input, ReadOptions.DEFAULT).table());
    } catch (UnreadableSourceException e) {
      return Reads.worded(e, XlsxFormat.class);
    }
  }
}
