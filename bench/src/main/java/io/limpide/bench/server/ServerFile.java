package io.limpide.bench.server;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.limpide.bench.generate.Generate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What is imported: a generated customer base in the twelve columns that most exports have.
 *
 * @param path a CSV file with semicolons
 * @param rows how many rows it has below its header
 */
record ServerFile(Path path, int rows) {
  static final List<String> COLUMNS =
      List.of(
          "Identifiant",
          "Civilité",
          "Nom",
          "Prénom",
          "Société",
          "SIREN",
          "E-mail",
          "Téléphone",
          "Adresse",
          "Code postal",
          "Ville",
          "Créé le");
  static final int SURNAME = 2;
  static final int COMPANY = 4;
  static final int SIREN = 5;
  static final int EMAIL = 6;
  static final int PHONE = 7;
  private static final int STREET = 8;

  /** Returns the file of so many rows, made if it is not there yet. */
  static ServerFile generated(Path folder, int rows) throws IOException {
    Path file = folder.resolve("server-" + rows + ".csv");
    if (!Files.exists(file)) {
      Path whole = folder.resolve("server-whole");
      Generate.main(new String[] {"--rows", String.valueOf(rows), "--out", whole.toString()});
      Path part = folder.resolve("server-part.csv");
      try (CsvReader<NamedCsvRecord> reader =
              CsvReader.builder()
                  .fieldSeparator(';')
                  .ofNamedCsvRecord(whole.resolve("crm-export.csv"));
          CsvWriter writer = CsvWriter.builder().fieldSeparator(';').build(part)) {
        writer.writeRecord(COLUMNS);
        for (NamedCsvRecord row : reader) {
          writer.writeRecord(COLUMNS.stream().map(row::getField).toList());
        }
      }
      io.limpide.bench.Folders.delete(whole);
      Files.move(part, file);
    }
    return new ServerFile(file, rows);
  }

  /** Returns another file of the first rows of this one, each with a street of its own. */
  ServerFile changed(int most) throws IOException {
    Path file = path.resolveSibling("server-changed.csv");
    int changed = 0;
    try (CsvReader<NamedCsvRecord> reader =
            CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(path);
        CsvWriter writer = CsvWriter.builder().fieldSeparator(';').build(file)) {
      writer.writeRecord(COLUMNS);
      for (NamedCsvRecord row : reader) {
        if (changed == most) {
          break;
        }
        List<String> cells = new ArrayList<>(row.getFields());
        cells.set(STREET, ++changed + " rue du Changement");
        writer.writeRecord(cells);
      }
    }
    return new ServerFile(file, changed);
  }

  /** Returns some of its rows, drawn at random. */
  List<List<String>> sample(int size, Random random) throws IOException {
    List<List<String>> sample = new ArrayList<>();
    int seen = 0;
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(path)) {
      for (NamedCsvRecord row : reader) {
        int place = seen < size ? seen : random.nextInt(seen + 1);
        if (seen++ < size) {
          sample.add(row.getFields());
        } else if (place < size) {
          sample.set(place, row.getFields());
        }
      }
    }
    return sample;
  }
}
