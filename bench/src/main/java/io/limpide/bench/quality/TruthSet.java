package io.limpide.bench.quality;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.match.MatchSource;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads data sets whose duplicates are known. */
final class TruthSet {
  /** What the columns of the data sets mean, until recognition tells. */
  private static final Map<String, FieldType> TYPES =
      Map.ofEntries(
          Map.entry("given_name", FieldType.GIVEN_NAME),
          Map.entry("first_name", FieldType.GIVEN_NAME),
          Map.entry("fname_c1", FieldType.GIVEN_NAME),
          Map.entry("fname_c2", FieldType.GIVEN_NAME),
          Map.entry("lname_c1", FieldType.FAMILY_NAME),
          Map.entry("lname_c2", FieldType.FAMILY_NAME),
          Map.entry("surname", FieldType.FAMILY_NAME),
          Map.entry("full_name", FieldType.FULL_NAME),
          Map.entry("by", FieldType.BIRTH_YEAR),
          Map.entry("bm", FieldType.BIRTH_MONTH),
          Map.entry("bd", FieldType.BIRTH_DAY),
          Map.entry("dob", FieldType.BIRTH_DATE),
          Map.entry("date_of_birth", FieldType.BIRTH_DATE),
          Map.entry("birth_place", FieldType.BIRTH_PLACE),
          Map.entry("postcode_fake", FieldType.POSTCODE),
          Map.entry("postcode", FieldType.POSTCODE),
          Map.entry("gender", FieldType.GENDER),
          Map.entry("occupation", FieldType.JOB_TITLE),
          Map.entry("city", FieldType.CITY),
          Map.entry("suburb", FieldType.CITY),
          Map.entry("state", FieldType.REGION),
          Map.entry("email", FieldType.EMAIL),
          Map.entry("street_number", FieldType.HOUSE_NUMBER),
          Map.entry("address_1", FieldType.ADDRESS_LINE),
          Map.entry("address_2", FieldType.ADDRESS_LINE),
          Map.entry("addr", FieldType.ADDRESS_LINE),
          Map.entry("soc_sec_id", FieldType.NATIONAL_ID),
          Map.entry("phone", FieldType.PHONE),
          Map.entry("name", FieldType.COMPANY_NAME),
          Map.entry("company_name", FieldType.COMPANY_NAME),
          Map.entry("country", FieldType.COUNTRY),
          Map.entry("type", FieldType.CATEGORY),
          Map.entry("primary_name_full", FieldType.FULL_NAME),
          Map.entry("primary_name_org", FieldType.COMPANY_NAME),
          Map.entry("secondary_name_org", FieldType.TRADE_NAME),
          Map.entry("primary_name_last", FieldType.FAMILY_NAME),
          Map.entry("primary_name_first", FieldType.GIVEN_NAME),
          Map.entry("email_address", FieldType.EMAIL),
          Map.entry("passport_number", FieldType.NATIONAL_ID),
          Map.entry("drivers_license_number", FieldType.NATIONAL_ID),
          Map.entry("ssn_number", FieldType.NATIONAL_ID),
          Map.entry("national_id_number", FieldType.NATIONAL_ID),
          Map.entry("tax_id_number", FieldType.NATIONAL_ID),
          Map.entry("lei_number", FieldType.NATIONAL_ID),
          Map.entry("addr_full", FieldType.ADDRESS),
          Map.entry("addr_line1", FieldType.ADDRESS_LINE),
          Map.entry("addr_city", FieldType.CITY),
          Map.entry("addr_postal_code", FieldType.POSTCODE),
          Map.entry("phone_number", FieldType.PHONE));

  private TruthSet() {}

  /** A source and for each of its rows the group it belongs to. */
  static final class Labelled {
    private final MatchSource source;
    private final int[] truth;

    Labelled(MatchSource source, int[] truth) {
      this.source = source;
      this.truth = truth;
    }

    MatchSource source() {
      return source;
    }

    int[] truth() {
      return truth;
    }
  }

  /** Reads records and truth; what it needs to do so is free again when it returns. */
  static Labelled labelled(String name, Path folder, boolean companies) {
    List<Map<String, String>> rows = rows(folder.resolve("records.csv"));
    return new Labelled(
        source(name, rows, companies), clusters(rows, "id", folder.resolve("truth_clusters.csv")));
  }

  static List<Map<String, String>> rows(Path file) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().ofCsvRecord(Files.newBufferedReader(file))) {
      List<Map<String, String>> rows = new ArrayList<>();
      List<String> header = List.of();
      for (CsvRecord line : reader) {
        if (header.isEmpty()) {
          header = line.getFields();
          continue;
        }
        Map<String, String> row = new java.util.LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
          row.put(header.get(i), i < line.getFieldCount() ? line.getField(i) : "");
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MatchSource source(String name, List<Map<String, String>> rows, boolean companies) {
    List<String> columns = List.copyOf(rows.get(0).keySet());
    TableBuilder builder = new TableBuilder(name, columns);
    PartyKind[] kinds = new PartyKind[rows.size()];
    for (int row = 0; row < kinds.length; row++) {
      for (int column = 0; column < columns.size(); column++) {
        builder.cell(column, rows.get(row).getOrDefault(columns.get(column), "").strip());
      }
      builder.endRow(row + 2);
      String type = rows.get(row).getOrDefault("RECORD_TYPE", companies ? "ORGANIZATION" : "");
      kinds[row] = type.equals("ORGANIZATION") ? PartyKind.COMPANY : PartyKind.PERSON;
    }
    Table table = builder.build();
    List<Field> fields = new ArrayList<>();
    for (String column : columns) {
      FieldType type = TYPES.get(column.toLowerCase(java.util.Locale.ROOT));
      if (type != null) {
        fields.add(new Field(column, type, 1));
      }
    }
    return new MatchSource(table, fields, row -> kinds[row]);
  }

  /** Returns the groups of a truth file, one number for each row of the data. */
  static int[] clusters(List<Map<String, String>> rows, String id, Path truth) {
    Map<String, Integer> names = new HashMap<>();
    Map<String, Integer> clusterOf = new HashMap<>();
    for (Map<String, String> line : rows(truth)) {
      clusterOf.put(
          line.getOrDefault("id", ""),
          names.computeIfAbsent(line.getOrDefault("cluster_id", ""), key -> names.size()));
    }
    return rows.stream()
        .mapToInt(row -> clusterOf.getOrDefault(row.getOrDefault(id, ""), -1))
        .toArray();
  }
}
