package io.limpide.connect.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.message.Messages;
import io.limpide.engine.table.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class XlsxWriterTest {
  private static final List<String> HEADER = List.of("id", "nom & <prénom>");

  @Test
  void writes_every_cell_as_text() throws IOException {
    List<List<String>> rows =
        List.of(
            List.of("=1+1", "00123"),
            List.of("", " é\n\t\r\0 "),
            List.of("_x0041_ _x", "𝄞\uFFFF"),
            List.of("+33 6 12", "-5"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XlsxWriter writer = new XlsxWriter(out, "clean")) {
      writer.header(HEADER);
      for (List<String> row : rows) {
        writer.row(row);
      }
      assertThat(writer.remarks()).isEmpty();
    }
    try (XSSFWorkbook workbook = open(out)) {
      XSSFSheet sheet = workbook.getSheet("clean");
      assertThat(cells(sheet, 0)).isEqualTo(HEADER);
      for (int row = 0; row < rows.size(); row++) {
        assertThat(cells(sheet, row + 1)).isEqualTo(rows.get(row));
      }
      assertThat(sheet.getRow(1).getCell(0).getCellType()).isEqualTo(CellType.STRING);
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:B5");
    }
  }

  @Test
  void writes_columns_as_it_writes_rows_and_always_the_same_bytes() throws Exception {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      rows.add(List.of("" + i, "name " + i % 7));
    }
    Table table = CsvWriterTest.table(HEADER, rows);
    ByteArrayOutputStream byColumn = new ByteArrayOutputStream();
    try (XlsxWriter writer = new XlsxWriter(byColumn, "clean")) {
      writer.header(HEADER);
      writer.rows(table.columns());
    }
    Thread.sleep(10);
    ByteArrayOutputStream byRow = new ByteArrayOutputStream();
    try (XlsxWriter writer = new XlsxWriter(byRow, "clean")) {
      writer.header(HEADER);
      for (List<String> row : rows) {
        writer.row(row);
      }
    }
    assertThat(byColumn.toByteArray()).isEqualTo(byRow.toByteArray());
  }

  @Test
  void goes_on_in_a_second_sheet_when_the_first_is_full() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XlsxWriter writer =
        new XlsxWriter(out, "a name [far] too long for the tab of a sheet", 3)) {
      writer.header(HEADER);
      for (int i = 0; i < 5; i++) {
        writer.row(List.of("" + i, ""));
      }
      assertThat(
              Messages.of(Locale.ENGLISH, OutputFolder.class)
                  .text(
                      "reason." + writer.remarks().get(0).reason().code(),
                      writer.remarks().get(0).arguments().toArray()))
          .isEqualTo(
              "a name [far] too long for the tab of a sheet: the table fills 3 sheets, for a sheet"
                  + " holds 3 rows.");
    }
    try (XSSFWorkbook workbook = open(out)) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(3);
      assertThat(workbook.getSheetName(0)).isEqualTo("a name  far  too long for the t");
      assertThat(workbook.getSheetName(2)).isEqualTo("a name  far  too long for t (3)");
      assertThat(cells(workbook.getSheetAt(2), 0)).isEqualTo(HEADER);
      assertThat(cells(workbook.getSheetAt(2), 1)).isEqualTo(List.of("4", ""));
    }
  }

  @Test
  void cuts_a_value_that_no_cell_holds_and_says_so() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XlsxWriter writer = new XlsxWriter(out, "clean")) {
      writer.header(HEADER);
      writer.row(List.of("x".repeat(32_767), "x".repeat(32_768)));
      assertThat(writer.remarks()).hasSize(1);
      assertThat(writer.remarks().get(0).arguments()).containsExactly("clean", "1", "32767");
    }
    try (XSSFWorkbook workbook = open(out)) {
      List<String> cells = cells(workbook.getSheetAt(0), 1);
      assertThat(cells.get(0)).hasSize(32_767);
      assertThat(cells.get(1)).hasSize(32_767).endsWith("x […]");
    }
  }

  @Test
  void writes_a_workbook_even_of_nothing() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new XlsxWriter(out, "").close();
    try (XSSFWorkbook workbook = open(out)) {
      assertThat(workbook.getSheetName(0)).isEqualTo("table");
    }
  }

  @Test
  void names_columns_as_spreadsheets_do() {
    assertThat(XlsxPackage.letters(1)).isEqualTo("A");
    assertThat(XlsxPackage.letters(26)).isEqualTo("Z");
    assertThat(XlsxPackage.letters(27)).isEqualTo("AA");
    assertThat(XlsxPackage.letters(16_384)).isEqualTo("XFD");
  }

  private static XSSFWorkbook open(ByteArrayOutputStream out) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
  }

  private static List<String> cells(XSSFSheet sheet, int row) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < HEADER.size(); column++) {
      XSSFCell cell = sheet.getRow(row).getCell(column);
      cells.add(cell == null ? "" : cell.getStringCellValue());
    }
    return cells;
  }
}
