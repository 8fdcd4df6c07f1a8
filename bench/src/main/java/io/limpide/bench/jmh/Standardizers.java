package io.limpide.bench.jmh;

import io.limpide.bench.generate.Generate;
import io.limpide.connect.ReadOptions;
import io.limpide.connect.Sources;
import io.limpide.connect.UnreadableSourceException;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.run.Families;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.table.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One value through the standardizer of its type: the mean over 2,000 generated rows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Standardizers {
  private static final Map<FieldType, String> COLUMNS =
      Map.of(
          FieldType.FAMILY_NAME, "Nom",
          FieldType.COMPANY_NAME, "Société",
          FieldType.SIRET, "SIRET",
          FieldType.EMAIL, "E-mail",
          FieldType.PHONE, "Téléphone",
          FieldType.ADDRESS_LINE, "Adresse",
          FieldType.CITY, "Ville",
          FieldType.WEB_SITE, "Site web",
          FieldType.BIRTH_DATE, "Date de naissance");

  /** The type of the values. */
  @Param({
    "FAMILY_NAME",
    "COMPANY_NAME",
    "SIRET",
    "EMAIL",
    "PHONE",
    "ADDRESS_LINE",
    "CITY",
    "WEB_SITE",
    "BIRTH_DATE"
  })
  public FieldType type = FieldType.EMAIL;

  private Standardizer standardizer = raw -> Standardized.unchanged(raw);
  private String[] values = {};
  private int at;

  /** Generates the values. */
  @Setup
  public void generate() throws IOException, UnreadableSourceException {
    Path folder = Files.createTempDirectory("limpide-jmh");
    Generate.main(new String[] {"--rows", "2000", "--out", folder.toString()});
    Path file = folder.resolve("crm-export.csv");
    Column column =
        Sources.read(file, ReadOptions.DEFAULT)
            .get(0)
            .table()
            .column(COLUMNS.getOrDefault(type, ""))
            .orElseThrow();
    Files.delete(file);
    Files.delete(folder.resolve("truth.csv"));
    Files.delete(folder);
    values = new String[column.dictionary().size() - 1];
    for (int code = 1; code <= values.length; code++) {
      values[code - 1] = column.dictionary().value(code);
    }
    standardizer =
        Families.all().stream()
            .flatMap(family -> family.standardizer(type, column, Settings.DEFAULT).stream())
            .findFirst()
            .orElseThrow();
  }

  /** Standardises the next value. */
  @Benchmark
  public Standardized standardize() {
    at = at + 1 < values.length ? at + 1 : 0;
    return standardizer.standardize(values[at]);
  }
}
