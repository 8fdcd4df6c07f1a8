package io.limpide.server.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A file of rejected rows that somebody corrected, under the columns of the file they are from and
 * written as that was: so it is read, mapped and keyed as the first one.
 */
final class Corrections {
  private static final Map<String, Character> DELIMITERS =
      Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|', "colon", ':', "space", ' ');

  private Corrections() {}

  /** Returns the name and the bytes of the file. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Corrected(String name, byte[] bytes) {}

  static Corrected of(Import from, List<String> rows) {
    return switch (String.valueOf(from.facts().get("format"))) {
      case "json", "jsonl" ->
          file(from, ".jsonl", rows.stream().map(row -> row.replaceAll("[\\r\\n]+", " ")).toList());
      case "vcard" -> file(from, ".vcf", rows);
      case "xlsx" -> file(from, ".tsv", headed(from, '\t', rows)); // rows of sheets are kept so
      default ->
          file(
              from,
              ".csv",
              headed(
                  from,
                  DELIMITERS.getOrDefault(String.valueOf(from.facts().get("delimiter")), ';'),
                  rows));
    };
  }

  private static List<String> headed(Import from, char delimiter, List<String> rows) {
    StringBuilder header = new StringBuilder();
    for (Import.FileColumn column : from.columns()) {
      if (!header.isEmpty()) {
        header.append(delimiter);
      }
      header.append('"').append(column.name().replace("\"", "\"\"")).append('"');
    }
    List<String> lines = new java.util.ArrayList<>(rows.size() + 1);
    lines.add(header.toString());
    lines.addAll(rows);
    return lines;
  }

  private static Corrected file(Import from, String ending, List<String> lines) {
    String base = from.file().replaceAll("\\.[A-Za-z0-9]{1,6}$", "");
    return new Corrected(
        base + "-corrections" + ending,
        (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
