package io.limpide.connect.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.connect.BytesSource;
import io.limpide.connect.ReadOptions;
import io.limpide.connect.Reads;
import io.limpide.connect.Rejection;
import io.limpide.connect.SourceFormat;
import io.limpide.connect.SourceFormatContract;
import io.limpide.connect.SourceRead;
import io.limpide.connect.UnreadableSourceException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class XlsxFormatTest extends SourceFormatContract {
  @Override
  protected SourceFormat format() {
    return new XlsxFormat();
  }

  @Override
  protected List<Sample> samples() {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet("Clients");
      fill(sheet, 0, "Export des clients");
      fill(sheet, 2, "id", "nom", "ville");
      for (int row = 3; row < 20; row++) {
        fill(sheet, row, row * 7.0, "Client " + row, row % 2 == 0 ? "Lyon" : "Évry");
      }
      return List.of(
          new Sample(saved(workbook), 18),
          new Sample(Sheets.pack(Sheets.parts(Sheets.row("id", "nom") + Sheets.row("1", "A"))), 1));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void gives_numbers_days_and_truth_values_as_a_person_reads_them() throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet();
      fill(sheet, 0, "what", "value");
      value(sheet, "SIRET typed as a number", 73282932000074.0, "General");
      value(sheet, "scientific format", 73282932000074.0, "0.00E+00");
      value(sheet, "whole", 1.0, "0.00");
      value(sheet, "noise", 0.1 + 0.2, "General");
      value(sheet, "amount", 1234.5, "#,##0.00 \"€\"");
      value(sheet, "percent", 0.285, "0%");
      value(sheet, "postcode", 1000, "00000");
      value(sheet, "phone", 612345678, "0#\" \"##\" \"##\" \"##\" \"##");
      value(sheet, "SIRET", 732829320, "000\\ 000\\ 000\\ 00000");
      value(sheet, "negative under a mask", -5, "00000");
      value(sheet, "piece", 3, "0\" pcs\"");
      value(sheet, "day", 45322, "dd/mm/yyyy");
      value(sheet, "French day", 45322, "[$-40C]d mmmm yyyy;@");
      value(sheet, "day and time", 45322.5, "dd/mm/yyyy hh:mm");
      value(sheet, "midnight", 45322, "dd/mm/yyyy hh:mm");
      value(sheet, "time under a day's format", 45322.75, "dd/mm/yyyy");
      value(sheet, "noise in time", 45322.999999999, "dd/mm/yyyy");
      value(sheet, "time", 0.604166666666667, "h:mm");
      value(sheet, "duration", 1.5, "[h]:mm");
      value(sheet, "month", 45292, "mmm-yy");
      value(sheet, "no day", 0, "dd/mm/yyyy");
      value(sheet, "the day that never was", 60, "dd/mm/yyyy");
      value(sheet, "first day", 1, "dd/mm/yyyy");
      value(sheet, "below all days", -1, "dd/mm/yyyy");
      value(sheet, "large", 1e300, "General");
      sheet.createRow(sheet.getLastRowNum() + 1).createCell(0).setCellValue("truth");
      sheet.getRow(sheet.getLastRowNum()).createCell(1).setCellValue(true);
      assertThat(Reads.grid(read(workbook).table()).stream().map(row -> String.join("|", row)))
          .containsExactly(
              "what|value",
              "SIRET typed as a number|73282932000074",
              "scientific format|73282932000074",
              "whole|1",
              "noise|0.3",
              "amount|1234.5",
              "percent|28.5%",
              "postcode|01000",
              "phone|06 12 34 56 78",
              "SIRET|000 007 328 29320",
              "negative under a mask|-5",
              "piece|3",
              "day|2024-01-31",
              "French day|2024-01-31",
              "day and time|2024-01-31T12:00:00",
              "midnight|2024-01-31T00:00:00",
              "time under a day's format|2024-01-31T18:00:00",
              "noise in time|2024-02-01",
              "time|14:30:00",
              "duration|36:00:00",
              "month|2024-01-01",
              "no day|1900-01-00",
              "the day that never was|1900-02-29",
              "first day|1900-01-01",
              "below all days|-1",
              "large|1" + "0".repeat(300),
              "truth|true");
    }
  }

  @Test
  void leaves_a_second_table_of_the_sheet_out_and_says_so() throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet();
      fill(sheet, 0, "nom", "email", "ville");
      fill(sheet, 1, "Durand", "d@x.fr", "Lyon");
      fill(sheet, 2, "Petit", "p@x.fr", "Pau");
      fill(sheet, 4, "Roux", "r@x.fr", "Nice");
      fill(sheet, 6, "Fournisseurs");
      fill(sheet, 8, "société", "téléphone", "adresse");
      fill(sheet, 9, "ACME", "01 40 00 00 00", "1 rue de la Paix");
      SourceRead read = read(workbook);
      assertThat(Reads.grid(read.table()).stream().map(row -> String.join("|", row)))
          .containsExactly(
              "nom|email|ville", "Durand|d@x.fr|Lyon", "Petit|p@x.fr|Pau", "Roux|r@x.fr|Nice");
      assertThat(read.rejections().stream().map(Rejection::row)).containsExactly(7, 9, 10);
      assertThat(read.remarks().stream().map(remark -> remark.reason().code()))
          .containsExactly("xlsx.tables.other");
    }
  }

  @Test
  void takes_units_and_technical_names_below_the_header_for_no_record() throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet();
      fill(sheet, 0, "Nom", "E-mail", "Ville");
      fill(sheet, 1, "last_name", "email_1", "city_name");
      fill(sheet, 2, "Durand", "d@x.fr", "Lyon");
      fill(sheet, 3, "Petit", "p@x.fr", "Pau");
      fill(sheet, 4, "Roux", "r@x.fr", "Nice");
      SourceRead read = read(workbook);
      assertThat(Reads.grid(read.table()).stream().map(row -> String.join("|", row)))
          .containsExactly(
              "Nom|E-mail|Ville", "Durand|d@x.fr|Lyon", "Petit|p@x.fr|Pau", "Roux|r@x.fr|Nice");
      assertThat(read.rejections().stream().map(Rejection::row)).containsExactly(2);
    }
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet();
      fill(sheet, 0, "Nom", "CA", "Effectif");
      fill(sheet, 1, "(texte)", "k€", "pers.");
      fill(sheet, 2, "ACME", "1200", "12");
      fill(sheet, 3, "Roux", "800", "3");
      assertThat(read(workbook).rejections().stream().map(Rejection::row)).containsExactly(2);
    }
  }

  @Test
  void counts_days_from_1904_where_the_workbook_says_so() throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
      XSSFSheet sheet = workbook.createSheet();
      fill(sheet, 0, "what", "value");
      value(sheet, "day", 43860, "dd/mm/yyyy");
      assertThat(Reads.grid(read(workbook).table()).get(1))
          .containsExactly("day", LocalDate.of(1904, 1, 1).plusDays(43860).toString());
    }
  }

  @Test
  void takes_the_results_of_formulas_and_says_which_are_missing() throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet();
      fill(sheet, 0, "a", "b");
      fill(sheet, 1, "x");
      XSSFCell calculated = sheet.getRow(1).createCell(1);
      calculated.setCellFormula("\"n\"&\"om\"");
      workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(calculated);
      fill(sheet, 2, "y");
      XSSFCell open = sheet.getRow(2).createCell(1);
      open.setCellFormula("1+1");
      if (open.getCTCell().isSetV()) {
        open.getCTCell().unsetV(); // as programs without a calculator write it
      }
      fill(sheet, 3, "z");
      sheet.getRow(3).createCell(1).setCellErrorValue(FormulaError.NA.getCode());
      SourceRead read = read(workbook);
      assertThat(Reads.grid(read.table()))
          .containsExactly(
              List.of("a", "b"), List.of("x", "nom"), List.of("y", ""), List.of("z", ""));
      assertThat(Reads.remarks(read, XlsxFormat.class))
          .containsExactly(
              "1 cells show the error #N/A; they were read as empty.",
              "1 formulas have no result in the file and were read as empty. Open it in Excel and"
                  + " save it to calculate them.");
    }
  }

  @Test
  void sets_titles_and_repeated_headers_apart_and_loses_nothing() throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet();
      fill(sheet, 0, "Export des clients");
      fill(sheet, 1, "Date", LocalDateTime.of(2024, 1, 31, 0, 0));
      fill(sheet, 3, "id", "nom", "ville", "courriel", "téléphone");
      fill(sheet, 4, 1, "Dupont", "Paris", "a@example.org", "0123456789");
      fill(sheet, 5, 2, "Durand");
      fill(sheet, 6, "id", "nom", "ville", "courriel", "téléphone");
      fill(sheet, 8, 3, "", "Lyon", "b@example.org", "", "in a column without a name");
      SourceRead read = read(workbook);
      assertThat(Reads.grid(read.table()))
          .containsExactly(
              List.of("id", "nom", "ville", "courriel", "téléphone", "column 6"),
              List.of("1", "Dupont", "Paris", "a@example.org", "0123456789", ""),
              List.of("2", "Durand", "", "", "", ""),
              List.of("3", "", "Lyon", "b@example.org", "", "in a column without a name"));
      assertThat(read.table().rowNumber(2)).isEqualTo(9);
      assertThat(Reads.rejections(read))
          .containsExactly(
              "1: xlsx.row.above: Export des clients",
              "2: xlsx.row.above: Date\t45322",
              "7: xlsx.row.header_again: id\tnom\tville\tcourriel\ttéléphone");
      assertThat(read.facts())
          .isEqualTo(
              Map.of(
                  "format",
                  "xlsx",
                  "sheet",
                  "Sheet0",
                  "header",
                  "yes",
                  "header_row",
                  "4",
                  "columns",
                  "6"));
    }
  }

  @Test
  void reads_a_sheet_without_header() throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet();
      fill(sheet, 0, "M.", "Dupont", "a@example.org");
      fill(sheet, 1, "Mme", "Durand", "b@example.org");
      assertThat(Reads.grid(read(workbook).table()))
          .containsExactly(
              List.of("column 1", "column 2", "column 3"),
              List.of("M.", "Dupont", "a@example.org"),
              List.of("Mme", "Durand", "b@example.org"));
    }
  }

  @Test
  void believes_a_person_about_the_header() throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet();
      fill(sheet, 0, "a@example.org", "x");
      fill(sheet, 1, "b@example.org", "y");
      assertThat(Reads.grid(read(workbook, "", Optional.of(true)).table()))
          .containsExactly(List.of("a@example.org", "x"), List.of("b@example.org", "y"));
    }
  }

  @Test
  void chooses_the_first_visible_sheet_with_a_table_and_names_the_others() throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      fill(workbook.createSheet("Lisez-moi"), 0, "Bonjour");
      fill(workbook.createSheet("Caché"), 0, "a", "b");
      fill(workbook.getSheet("Caché"), 1, "1", "2");
      workbook.setSheetHidden(1, true);
      fill(workbook.createSheet("Clients"), 0, "nom", "ville");
      fill(workbook.getSheet("Clients"), 1, "Dupont", "Paris");
      fill(workbook.createSheet("Autres"), 0, "x", "y");
      fill(workbook.getSheet("Autres"), 1, "1", "2");
      SourceRead read = read(workbook);
      assertThat(Reads.grid(read.table()))
          .containsExactly(List.of("nom", "ville"), List.of("Dupont", "Paris"));
      assertThat(Reads.remarks(read, XlsxFormat.class))
          .containsExactly(
              "Only the sheet \"Clients\" was read; there are others: Lisez-moi, Caché, Autres.");
      assertThat(Reads.grid(read(workbook, "autres", Optional.empty()).table()).get(0))
          .containsExactly("x", "y");
      assertThat(refusal(workbook, "Fournisseurs"))
          .isEqualTo(
              "test.xlsx has no sheet named \"Fournisseurs\". Its sheets: Lisez-moi, Caché,"
                  + " Clients, Autres.");
    }
  }

  @Test
  void passes_over_a_summary_before_a_far_larger_sheet() throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet summary = workbook.createSheet("Synthèse");
      XSSFSheet data = workbook.createSheet("Données");
      for (int row = 0; row < 3; row++) {
        fill(summary, row, "Total " + row, row);
      }
      fill(data, 0, "nom", "ville");
      for (int row = 1; row < 500; row++) {
        fill(data, row, "Client " + row, "Lyon");
      }
      assertThat(read(workbook).table().rows()).isEqualTo(499);
    }
  }

  @Test
  void reads_hidden_rows_and_columns_and_says_so() throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet();
      fill(sheet, 0, "nom", "ville");
      fill(sheet, 1, "Dupont", "Paris");
      fill(sheet, 2, "Durand", "Lyon");
      sheet.getRow(2).setZeroHeight(true);
      sheet.setColumnHidden(1, true);
      SourceRead read = read(workbook);
      assertThat(read.table().rows()).isEqualTo(2);
      assertThat(Reads.remarks(read, XlsxFormat.class))
          .containsExactly("1 hidden rows were read too.", "1 hidden columns were read too.");
    }
  }

  @Test
  void gives_each_row_the_value_of_its_merged_cells() throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet();
      fill(sheet, 0, "société", "contact");
      fill(sheet, 1, "ACME", "Anne");
      fill(sheet, 2, "", "Bruno");
      fill(sheet, 3, "", "Chloé");
      fill(sheet, 4, "Autre", "David");
      sheet.addMergedRegion(new CellRangeAddress(1, 3, 0, 0));
      SourceRead read = read(workbook);
      assertThat(Reads.grid(read.table()))
          .containsExactly(
              List.of("société", "contact"),
              List.of("ACME", "Anne"),
              List.of("ACME", "Bruno"),
              List.of("ACME", "Chloé"),
              List.of("Autre", "David"));
      assertThat(Reads.remarks(read, XlsxFormat.class))
          .containsExactly("1 areas of merged cells: each row got the value of its area.");
    }
  }

  @Test
  void understands_what_other_programs_write() throws Exception {
    Map<String, String> parts =
        Sheets.parts(
            "<x:row xmlns:x=\"%s\"><x:c t=\"s\"><x:v>0</x:v></x:c><x:c t=\"s\"><x:v>1</x:v></x:c></x:row>"
                    .formatted(Sheets.MAIN)
                + "<row r=\"5\"><c r=\"A5\" t=\"d\"><v>2024-01-31T00:00:00</v></c>"
                + "<c r=\"B5\" t=\"inlineStr\"><is><r><t>ri</t></r><r><t>ch</t></r>"
                + "<rPh sb=\"0\" eb=\"1\"><t>phonetic</t></rPh></is></c></row>"
                + "<row><c><v>12345678901234567890</v></c><c t=\"str\"><v>a_x000A_b</v></c></row>");
    parts.put("xl/sharedStrings.xml", Sheets.strings("jour", "nom &amp; _x0041__x005F_x0042_"));
    SourceRead read = format().read(Sheets.pack(parts), ReadOptions.DEFAULT);
    assertThat(Reads.grid(read.table()))
        .containsExactly(
            List.of("jour", "nom & A_x0042_"),
            List.of("2024-01-31", "rich"),
            List.of("12345678901234567890", "a\nb"));
    assertThat(read.table().rowNumber(1)).isEqualTo(6);
  }

  @Test
  void rejects_a_row_whose_cell_refers_to_nothing() throws Exception {
    Map<String, String> parts =
        Sheets.parts(
            Sheets.row("id", "nom")
                + Sheets.row("1", "A")
                + "<row><c t=\"s\"><v>999999999</v></c><c"
                + " t=\"inlineStr\"><is><t>B</t></is></c></row>");
    parts.put("xl/sharedStrings.xml", Sheets.strings("x"));
    SourceRead read = format().read(Sheets.pack(parts), ReadOptions.DEFAULT);
    assertThat(read.table().rows()).isEqualTo(1);
    assertThat(Reads.rejections(read)).containsExactly("3: xlsx.row.damaged: 999999999\tB");
  }

  @Test
  void says_that_a_sheet_is_empty() throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      workbook.createSheet("Vide");
      assertThat(refusal(workbook, ""))
          .isEqualTo("The sheet \"Vide\" of test.xlsx is empty. Name another sheet, or fill it.");
    }
  }

  private SourceRead read(XSSFWorkbook workbook) throws Exception {
    return read(workbook, "", Optional.empty());
  }

  private SourceRead read(XSSFWorkbook workbook, String sheet, Optional<Boolean> header)
      throws UnreadableSourceException, IOException {
    ReadOptions options =
        new ReadOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            header,
            Optional.of(sheet).filter(name -> !name.isEmpty()),
            (bytes, of) -> {});
    return format().read(saved(workbook), options);
  }

  private String refusal(XSSFWorkbook workbook, String sheet) throws IOException {
    try {
      return "read: " + read(workbook, sheet, Optional.empty());
    } catch (UnreadableSourceException e) {
      return Reads.worded(e, XlsxFormat.class);
    }
  }

  private static BytesSource saved(XSSFWorkbook workbook) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.write(out);
    return new BytesSource("test.xlsx", out.toByteArray());
  }

  private static void value(XSSFSheet sheet, String what, double value, String format) {
    int row = sheet.getLastRowNum() + 1;
    fill(sheet, row, what, value);
    CellStyle style = sheet.getWorkbook().createCellStyle();
    style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
    sheet.getRow(row).getCell(1).setCellStyle(style);
  }

  private static void fill(XSSFSheet sheet, int number, Object... values) {
    XSSFRow row = sheet.createRow(number);
    for (int column = 0; column < values.length; column++) {
      XSSFCell cell = row.createCell(column);
      if (values[column] instanceof Number value) {
        cell.setCellValue(value.doubleValue());
      } else if (values[column] instanceof LocalDateTime value) {
        cell.setCellValue(value);
      } else {
        cell.setCellValue(values[column].toString());
      }
    }
  }
}
