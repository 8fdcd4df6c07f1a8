package io.limpide.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A CSV file as another program reads it. */
record Rows(List<String> header, List<List<String>> rows) {
  static Rows of(Path file, char delimiter) throws IOException {
    List<List<String>> all = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().fieldSeparator(delimiter).detectBomHeader(true).ofCsvRecord(file)) {
      reader.forEach(row -> all.add(row.getFields()));
    }
    return new Rows(all.get(0), List.copyOf(all.subList(1, all.size())));
  }

  List<String> column(String name) {
    int at = header.indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException(name + " is not among " + header);
    }
    return rows.stream().map(row -> row.get(at)).toList();
  }
}
