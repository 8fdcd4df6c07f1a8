package io.limpide.bench.generate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.limpide.bench.Arguments;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a generated customer base and the truth about it.
 *
 * <p>{@code Generate --rows 5000 --seed 7 --out DIR [--duplicates 0.25] [--households 0.12]
 * [--companies 0.12] [--errors 1] [--encoding UTF-8]} writes {@code crm-export.csv} and {@code
 * truth.csv} ({@code id,cluster_id,operators}).
 */
public final class Generate {
  /** The usual seed. */
  public static final long SEED = 7;

  private Generate() {}

  /** Runs. */
  public static void main(String[] arguments) throws IOException {
    Arguments given = Arguments.parse(arguments);
    CrmExport.Options usual = CrmExport.Options.of((int) given.number("rows", 5_000));
    CrmExport.Options options =
        new CrmExport.Options(
            usual.rows(),
            given.number("duplicates", usual.duplicates()),
            given.number("households", usual.households()),
            given.number("companies", usual.companies()),
            given.number("errors", usual.errors()));
    write(
        CrmExport.generate((long) given.number("seed", SEED), options),
        Path.of(given.text("out", "target/generated")),
        Charset.forName(given.text("encoding", "UTF-8")));
  }

  /** Writes both files into a folder. */
  static void write(List<CrmExport.Row> rows, Path folder, Charset charset) throws IOException {
    Files.createDirectories(folder);
    try (CsvWriter export =
            CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(folder.resolve("crm-export.csv"), charset);
        CsvWriter truth = CsvWriter.builder().build(folder.resolve("truth.csv"))) {
      export.writeRecord(CrmExport.COLUMNS);
      truth.writeRecord("id", "cluster_id", "operators");
      for (CrmExport.Row row : rows) {
        export.writeRecord(CrmExport.COLUMNS.stream().map(row.cells()::get).toList());
        truth.writeRecord(
            row.cells().get("Identifiant"), row.party(), String.join(" ", row.operators()));
      }
    }
  }
}
