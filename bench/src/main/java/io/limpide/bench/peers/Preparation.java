package io.limpide.bench.peers;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.limpide.bench.Arguments;
import io.limpide.bench.generate.Generate;
import io.limpide.connect.ReadOptions;
import io.limpide.connect.Sources;
import io.limpide.connect.UnreadableSourceException;
import io.limpide.engine.compare.FieldComparison;
import io.limpide.engine.compare.Fields;
import io.limpide.engine.compare.RecordSet;
import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.recognize.Recognition;
import io.limpide.engine.run.Families;
import io.limpide.engine.run.FieldPlan;
import io.limpide.engine.standardize.Standardization;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import io.limpide.engine.text.Fold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Writes the file that all programs read, its values brought to one form beforehand so that none is
 * better off: {@code Preparation --in FILE --out FILE --of persons|historical}.
 *
 * <p>A customer base is corrected as {@code limpide clean} does, then written in the form in which
 * Limpide compares values: names, towns and companies in lower case without accents, addresses
 * without the kind of way, phones as national digits, dates as digits; made-up e-mail addresses and
 * those of a function are left out, for else Splink would compare their thousands of records with
 * one another.
 */
public final class Preparation {
  private static final Set<FieldType> COMPARED =
      EnumSet.of(
          FieldType.GIVEN_NAME,
          FieldType.FAMILY_NAME,
          FieldType.BIRTH_DATE,
          FieldType.EMAIL,
          FieldType.PHONE,
          FieldType.MOBILE,
          FieldType.ADDRESS_LINE,
          FieldType.POSTCODE,
          FieldType.CITY,
          FieldType.COMPANY_NAME);

  private Preparation() {}

  /** Runs. */
  public static void main(String[] arguments) throws IOException, UnreadableSourceException {
    Arguments given = Arguments.parse(arguments);
    Table table = Sources.read(Path.of(given.text("in", "")), ReadOptions.DEFAULT).get(0).table();
    try (CsvWriter writer = CsvWriter.builder().build(Path.of(given.text("out", "")))) {
      if (given.text("of", Job.PERSONS.name()).equals(Job.PERSONS.name())) {
        persons(table, writer);
      } else {
        historical(table, writer);
      }
    }
  }

  /** Generates private persons and contacts of companies, if that has not been done yet. */
  static Path generated(Path folder, int rows, long seed) throws IOException {
    if (!Files.exists(folder.resolve("crm-export.csv"))) {
      Generate.main(
          new String[] {
            "--rows", String.valueOf(rows),
            "--seed", String.valueOf(seed),
            "--companies", "0",
            "--out", folder.toString()
          });
    }
    return folder;
  }

  /** Prepares in a process of its own, for it needs more memory than matching. */
  static void run(Job job, Path raw, Path prepared) throws IOException, InterruptedException {
    int code =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx3g",
                "-XX:+UseParallelGC",
                "-cp",
                System.getProperty("java.class.path"),
                Preparation.class.getName(),
                "--of",
                job.name(),
                "--in",
                raw.toString(),
                "--out",
                prepared.toString())
            .inheritIO()
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException("preparing " + raw + " ended with " + code);
    }
  }

  private static void persons(Table raw, CsvWriter writer) {
    List<Field> plan = FieldPlan.of(raw, Recognition.of(raw), Recipe.EMPTY);
    Table table =
        new Standardization(Families.all(), Recipe.EMPTY.settings()).run(raw, plan).corrected();
    List<Field> compared = plan.stream().filter(field -> COMPARED.contains(field.type())).toList();
    int[] rows = IntStream.range(0, table.rows()).toArray();
    List<FieldComparison> fields =
        Fields.ofPersons(new RecordSet(List.of(table), List.of(compared), List.of(rows)))
            .coder(rows)
            .fields();
    writer.writeRecord(
        "id",
        "given_name",
        "family_name",
        "birth_date",
        "email",
        "phone",
        "mobile",
        "address",
        "postcode",
        "city",
        "company");
    for (int row : rows) {
      String[] phones = shown(fields, "phone", row).split(", ", -1);
      String place = shown(fields, "place", row);
      int city = place.isEmpty() || !Character.isDigit(place.charAt(0)) ? 0 : 1 + blank(place);
      writer.writeRecord(
          table.columns().get(0).value(row),
          shown(fields, "given_name", row),
          shown(fields, "family_name", row),
          shown(fields, "birth_date", row),
          shown(fields, "email", row),
          phone(phones, false),
          phone(phones, true),
          shown(fields, "address", row),
          place.substring(0, Math.max(0, city - 1)),
          place.substring(Math.min(place.length(), city)),
          shown(fields, "company_name", row));
    }
  }

  private static int blank(String place) {
    int at = place.indexOf(' ');
    return at < 0 ? place.length() : at;
  }

  /** The first that is one of a mobile phone, or the first that is not. */
  private static String phone(String[] numbers, boolean mobile) {
    for (String number : numbers) {
      if (!number.isEmpty() && (number.startsWith("6") || number.startsWith("7")) == mobile) {
        return number;
      }
    }
    return "";
  }

  private static String shown(List<FieldComparison> fields, String name, int row) {
    for (FieldComparison field : fields) {
      if (field.name().equals(name)) {
        return field.shown(row);
      }
    }
    return "";
  }

  private static void historical(Table table, CsvWriter writer) {
    List<String> columns =
        List.of("first_name", "surname", "dob", "birth_place", "postcode_fake", "occupation");
    writer.writeRecord(
        "id", "given_name", "family_name", "birth_date", "birth_place", "postcode", "occupation");
    for (int row = 0; row < table.rows(); row++) {
      String[] cells = new String[columns.size() + 1];
      cells[0] = table.columns().get(0).value(row);
      for (int at = 0; at < columns.size(); at++) {
        String value = table.column(columns.get(at)).map(byRow(row)).orElse("");
        cells[at + 1] =
            switch (columns.get(at)) {
              case "dob" -> value;
              case "postcode_fake" -> Fold.key(value);
              default -> Fold.words(value);
            };
      }
      writer.writeRecord(cells);
    }
  }

  private static java.util.function.Function<Column, String> byRow(int row) {
    return column -> column.value(row);
  }
}
