package io.limpide.engine.live;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.match.Judgement;
import io.limpide.engine.match.MatchInput;
import io.limpide.engine.match.MatchSource;
import io.limpide.engine.table.Table;
import io.limpide.engine.table.TableBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Records of persons and companies with few different values, so that there are duplicates,
 * look-alikes and large blocks; in two sources with other columns.
 */
final class Crowd {
  private static final List<String> GIVEN =
      List.of(
          "Jean",
          "Jean-Pierre",
          "Jean Pierre",
          "JeanPierre",
          "Marie",
          "Marie Anne",
          "Alex",
          "Alexandre",
          "J",
          "Martin",
          "Zoe",
          "Hamza",
          "Lea",
          "Léa",
          "Michèle",
          "Michelle");
  private static final List<String> FAMILY =
      List.of(
          "Martin", "Martins", "Le Goff", "Legoff", "Dupont", "Durand", "Jean", "Petit", "Moreau",
          "Moreaux", "Garcia", "N'Guyen", "Nguyen");
  private static final List<String> FIRMS =
      List.of(
          "Boulangerie Martin",
          "Boulangerie Martin et Fils",
          "SARL Boulangerie Martin",
          "BM",
          "Acier du Nord",
          "Aciers du Nord",
          "Nord Acier",
          "Garage Petit",
          "Garage Le Petit",
          "Transports Durand",
          "Transport Durand SA",
          "TD",
          "Menuiserie Legoff",
          "Menuiserie Le Goff");
  private static final List<String> PLACES =
      List.of("29000|Quimper", "29000|Quimper Cedex", "75011|Paris", "75012|Paris", "69003|Lyon");
  private static final List<String> SIRETS =
      List.of(
          "73282932000074", "73282932000082", "44306184100047", "55208131766522", "40483304800022");
  private static final List<List<String>> COLUMNS =
      List.of(
          List.of(
              "given_name",
              "family_name",
              "birth_date",
              "email",
              "phone",
              "mobile",
              "address_line",
              "postcode",
              "city",
              "civility",
              "company_name",
              "siret"),
          List.of(
              "full_name",
              "birth_date",
              "email",
              "phone",
              "address",
              "company_name",
              "trade_name"));

  final Random random;
  private final PartyKind kind;
  final Map<String, LiveRecord> records = new LinkedHashMap<>();
  final Map<List<String>, Boolean> judgements = new LinkedHashMap<>(); // of pairs of records

  Crowd(long seed, PartyKind kind, int size) {
    this.random = new Random(seed);
    this.kind = kind;
    for (int i = 0; i < size; i++) {
      records.put("r" + i, record());
    }
  }

  /** Takes a record away, and what was said of it. */
  void remove(String id) {
    records.remove(id);
    judgements.keySet().removeIf(pair -> pair.contains(id));
  }

  /** Two records of one kind of which somebody says something. */
  List<String> pair() {
    List<String> ids = List.copyOf(records.keySet());
    while (true) {
      String a = any(ids);
      String b = any(ids);
      if (a.compareTo(b) < 0 && kind(a) == kind(b)) {
        return List.of(a, b);
      }
    }
  }

  PartyKind kind(String id) {
    return Objects.requireNonNull(records.get(id)).kind();
  }

  /** The records by source, as a run is given them, and what was said of them. */
  MatchInput input() {
    List<MatchSource> sources = new ArrayList<>();
    for (int source = 0; source < COLUMNS.size(); source++) {
      List<LiveRecord> rows = new ArrayList<>();
      TableBuilder builder = new TableBuilder("source" + source, COLUMNS.get(source));
      for (LiveRecord record : records.values()) {
        if (record.source() == source) {
          for (int column = 0; column < COLUMNS.get(source).size(); column++) {
            builder.cell(column, record.values().getOrDefault(COLUMNS.get(source).get(column), ""));
          }
          rows.add(record);
          builder.endRow(rows.size());
        }
      }
      Table table = builder.build();
      List<Field> fields =
          COLUMNS.get(source).stream()
              .map(
                  column ->
                      new Field(
                          column, FieldType.valueOf(column.toUpperCase(java.util.Locale.ROOT)), 1))
              .toList();
      sources.add(new MatchSource(table, fields, row -> rows.get(row).kind()));
    }
    List<String> ids = ids();
    List<Judgement> said = new ArrayList<>();
    judgements.forEach(
        (pair, same) ->
            said.add(new Judgement(ids.indexOf(pair.get(0)), ids.indexOf(pair.get(1)), same)));
    return new MatchInput(sources, MatchInput.Mode.DEDUPE, said);
  }

  /** The names of the records in the order in which a run numbers them. */
  List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (int source = 0; source < COLUMNS.size(); source++) {
      for (Map.Entry<String, LiveRecord> record : records.entrySet()) {
        if (record.getValue().source() == source) {
          ids.add(record.getKey());
        }
      }
    }
    return ids;
  }

  LiveRecord record() {
    if (!records.isEmpty() && random.nextInt(3) == 0) {
      LiveRecord like = any(List.copyOf(records.values()));
      return random.nextInt(3) == 0 ? like : altered(like);
    }
    PartyKind kind = random.nextInt(40) == 0 ? any(List.of(PartyKind.values())) : this.kind;
    Map<String, String> values = new LinkedHashMap<>();
    boolean person = kind == PartyKind.PERSON;
    String given = any(GIVEN);
    String family = any(FAMILY);
    String[] place = any(PLACES).split("\\|", -1);
    String street = (1 + random.nextInt(9)) + " rue " + any(List.of("du Bac", "Victor Hugo"));
    int source = random.nextInt(COLUMNS.size());
    if (person) {
      values.put("given_name", given);
      values.put("family_name", family);
      values.put("full_name", given + " " + family);
      values.put(
          "birth_date",
          "19%02d-0%d-1%d"
              .formatted(60 + random.nextInt(30), 1 + random.nextInt(4), random.nextInt(4)));
      values.put("civility", any(List.of("M.", "Mme")));
    }
    if (!person || random.nextInt(4) == 0) {
      values.put("company_name", any(FIRMS));
      values.put("trade_name", any(FIRMS));
      values.put("siret", any(SIRETS));
    }
    values.put(
        "email",
        (given.charAt(0) + "." + family).replace(" ", "").toLowerCase(java.util.Locale.ROOT)
            + random.nextInt(30)
            + "@"
            + any(List.of("orange.fr", "free.fr", "acier.fr")));
    values.put("phone", "02980000%02d".formatted(random.nextInt(100)));
    values.put("mobile", "06120000%02d".formatted(random.nextInt(100)));
    values.put("address_line", street);
    values.put("postcode", place[0]);
    values.put("city", place[1]);
    values.put("address", street + ", " + place[0] + " " + place[1]);
    values.keySet().removeIf(column -> random.nextInt(7) == 0);
    return new LiveRecord(source, kind, values);
  }

  private LiveRecord altered(LiveRecord record) {
    Map<String, String> values = new LinkedHashMap<>(record.values());
    for (String column : List.copyOf(values.keySet())) {
      int dice = random.nextInt(12);
      String value = values.getOrDefault(column, "");
      if (dice == 0) {
        values.remove(column);
      } else if (dice == 1 && !value.isEmpty()) {
        int at = random.nextInt(value.length());
        values.put(column, value.substring(0, at) + "x" + value.substring(at + 1));
      }
    }
    return new LiveRecord(record.source(), record.kind(), values);
  }

  <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
