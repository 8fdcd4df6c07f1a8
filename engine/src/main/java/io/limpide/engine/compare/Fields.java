package io.limpide.engine.compare;

import io.limpide.engine.compare.FieldCollector.Collected;
import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The fields that the columns at hand allow to compare, in the form in which they are compared.
 * Made before the records are put in order, for the order follows from the values.
 */
public final class Fields {
  private static final int MOST_GENERIC = 5;
  private static final int MOST_IDENTIFIERS = 4;

  private final RecordSet records;
  private final FieldCollector collector;
  private final Map<String, Made> fields = new LinkedHashMap<>();
  private long[] content = {}; // the place of each record in the order

  private record Made(
      FieldValues values, Reading reading, Function<FieldValues, FieldComparison> comparison) {}

  private Fields(RecordSet records) {
    this.records = records;
    this.collector = new FieldCollector(records);
  }

  /** Returns the fields by which persons are compared. */
  public static Fields ofPersons(RecordSet records) {
    Fields fields = new Fields(records);
    fields.names();
    fields.generation();
    fields.birthDate();
    fields.identifiers();
    fields.email(FieldRole.PERSONAL, true);
    fields.contact(FieldRole.MOBILE);
    fields.employer();
    fields.text("birth_place", FieldRole.IDENTITY, FieldType.BIRTH_PLACE);
    fields.civility();
    fields.text("job_title", FieldRole.ATTRIBUTE, FieldType.JOB_TITLE);
    fields.generic();
    return fields;
  }

  /** Returns the fields by which companies and their establishments are compared. */
  public static Fields ofCompanies(RecordSet records) {
    Fields fields = new Fields(records);
    fields.companyNumbers();
    fields.put(
        "company_name",
        fields.collector.each(
            Forms::company,
            records.has(FieldType.COMPANY_NAME, FieldType.TRADE_NAME)
                ? new FieldType[] {FieldType.COMPANY_NAME, FieldType.TRADE_NAME}
                : new FieldType[] {FieldType.FULL_NAME, FieldType.FAMILY_NAME}),
        values -> new CompanyComparison("company_name", FieldRole.SHARED_NAME, values));
    fields.identifiers();
    fields.domain();
    fields.email(FieldRole.PERSONAL, false);
    fields.contact(FieldRole.CONTACT);
    fields.generic();
    return fields;
  }

  private void names() {
    put(
        "given_name",
        collector.together(
            columns -> {
              boolean whole = endsWhole(columns);
              return text -> name(text, whole, true);
            },
            table -> nameColumns(table, FieldType.GIVEN_NAME)),
        values -> NameComparison.given("given_name", values));
    put(
        "family_name",
        collector.together(
            columns -> {
              boolean whole = endsWhole(columns);
              return text -> name(text, whole, false);
            },
            table -> nameColumns(table, FieldType.FAMILY_NAME, FieldType.BIRTH_NAME)),
        values -> NameComparison.family("family_name", values));
  }

  private void generation() {
    put(
        "generation",
        collector.together(
            columns ->
                text -> {
                  for (String part : FieldCollector.parts(text)) {
                    String generation = Generations.of(Forms.words(part));
                    if (!generation.isEmpty()) {
                      return generation;
                    }
                  }
                  return "";
                },
            table -> nameColumns(table, FieldType.FAMILY_NAME, FieldType.GIVEN_NAME)),
        values -> new CodeComparison("generation", FieldRole.IDENTITY, Levels.GENERATION, values));
  }

  /** The whole name comes last: it speaks where the parts are empty. */
  private List<Column> nameColumns(int table, FieldType... types) {
    List<Column> columns = new ArrayList<>(records.columns(table, types));
    List<Column> whole = records.columns(table, FieldType.FULL_NAME);
    columns.addAll(first(whole));
    return columns;
  }

  private boolean isOf(Column column, FieldType type) {
    for (int table = 0; table < records.tables().size(); table++) {
      if (records.columns(table, type).contains(column)) {
        return true;
      }
    }
    return false;
  }

  private boolean endsWhole(List<Column> columns) {
    return isOf(columns.get(columns.size() - 1), FieldType.FULL_NAME);
  }

  private static String name(String joined, boolean whole, boolean given) {
    String[] parts = FieldCollector.parts(joined);
    int own = whole ? parts.length - 1 : parts.length;
    StringBuilder text = new StringBuilder();
    for (int part = 0; part < own; part++) {
      text.append(text.isEmpty() ? "" : " ").append(parts[part]);
    }
    String name = Forms.name(text.toString());
    if (!name.isEmpty() || !whole) {
      return name;
    }
    FullName split = FullName.parse(parts[parts.length - 1]);
    return given ? split.given() : split.family();
  }

  private void birthDate() {
    put(
        "birth_date",
        collector.together(
            columns -> {
              if (columns.size() == 1) {
                return BirthDates.reader(columns.get(0));
              }
              // Year, month and day, each in a column of its own.
              return text -> BirthDates.read(String.join("-", FieldCollector.parts(text)), false);
            },
            table -> {
              List<Column> parts =
                  firsts(table, FieldType.BIRTH_YEAR, FieldType.BIRTH_MONTH, FieldType.BIRTH_DAY);
              return parts.size() == 3
                  ? parts
                  : first(records.columns(table, FieldType.BIRTH_DATE));
            }),
        values -> new DateComparison("birth_date", values));
  }

  private void identifiers() {
    int made = 0;
    for (int table = 0; table < records.tables().size(); table++) {
      for (Field field : records.fields().get(table)) {
        boolean identifier =
            field.type() == FieldType.NATIONAL_ID
                || field.type() == FieldType.RNA
                || field.type() == FieldType.VAT;
        if (identifier && !fields.containsKey(field.column()) && made < MOST_IDENTIFIERS) {
          made++;
          put(
              field.column(),
              sameColumn(field.column(), Forms::identifier),
              values ->
                  new IdentifierComparison(
                      field.column(), identifierRole(field.type()), values, false));
        }
      }
    }
  }

  /** The VAT number is the company's: of those who work there, and of all its sites. */
  private FieldRole identifierRole(FieldType type) {
    if (type != FieldType.VAT) {
      return FieldRole.IDENTITY;
    }
    return fields.containsKey("family_name") || fields.containsKey("full_name")
        ? FieldRole.EMPLOYER
        : FieldRole.SHARED_NAME;
  }

  /** The columns of one name in all tables. */
  private Collected sameColumn(String name, java.util.function.UnaryOperator<String> form) {
    return collector.together(
        columns -> form,
        table -> records.tables().get(table).column(name).map(List::of).orElse(List.of()));
  }

  private void companyNumbers() {
    put(
        "siren",
        collector.together(
            columns -> Fields::siren,
            table -> records.columns(table, FieldType.SIRET, FieldType.SIREN, FieldType.VAT)),
        values ->
            new CodeComparison("siren", FieldRole.SHARED_NAME, Levels.IDENTIFIER_CODE, values));
    put(
        "siret",
        collector.each(Forms::siret, FieldType.SIRET),
        values -> new CodeComparison("siret", FieldRole.IDENTITY, Levels.IDENTIFIER_CODE, values));
  }

  private static String siren(String joined) {
    for (String part : FieldCollector.parts(joined)) {
      String siren = Forms.siren(part);
      siren = siren.isEmpty() ? Forms.vatSiren(part) : siren;
      if (!siren.isEmpty()) {
        return siren;
      }
    }
    return "";
  }

  private void domain() {
    put(
        "web_site",
        collector.together(
            columns -> Fields::companyDomain,
            table -> records.columns(table, FieldType.WEB_SITE, FieldType.EMAIL)),
        values -> new CodeComparison("web_site", FieldRole.PERSONAL, Levels.CODE, values));
  }

  private static String companyDomain(String joined) {
    for (String part : FieldCollector.parts(joined)) {
      String domain = part.indexOf('@') >= 0 ? Forms.ownDomain(part) : Forms.domain(part);
      if (domain.indexOf('.') > 0) {
        return domain;
      }
    }
    return "";
  }

  private void email(FieldRole role, boolean personal) {
    put(
        "email",
        collector.each(personal ? Forms::personalEmail : Forms::email, FieldType.EMAIL),
        values -> new EmailComparison("email", role, values));
  }

  private void phone(String name, FieldRole role, UnaryOperator<String> form) {
    put(
        name,
        collector.each(form, FieldType.PHONE, FieldType.MOBILE, FieldType.FAX),
        values -> new PhoneComparison(name, role, values));
  }

  /**
   * @param mobile what it says of two parties to have one mobile phone
   */
  private void contact(FieldRole mobile) {
    phone("phone", FieldRole.CONTACT, Forms::line);
    phone("mobile", mobile, Forms::mobile);
    put(
        "address",
        collector.together(
            columns -> {
              boolean whole = isOf(columns.get(columns.size() - 1), FieldType.ADDRESS);
              return text -> street(FieldCollector.parts(text), whole);
            },
            table ->
                firsts(table, FieldType.HOUSE_NUMBER, FieldType.ADDRESS_LINE, FieldType.ADDRESS)),
        values -> new StreetComparison("address", values));
    put(
        "place",
        collector.together(
            columns -> {
              boolean postcodes = isOf(columns.get(0), FieldType.POSTCODE);
              boolean whole = isOf(columns.get(columns.size() - 1), FieldType.ADDRESS);
              return text -> place(FieldCollector.parts(text), postcodes, whole);
            },
            table -> firsts(table, FieldType.POSTCODE, FieldType.CITY, FieldType.ADDRESS)),
        values -> new PlaceComparison("place", values));
  }

  /** The first column of each type that a table has; an address in one cell comes last. */
  private List<Column> firsts(int table, FieldType... types) {
    List<Column> columns = new ArrayList<>();
    for (FieldType type : types) {
      columns.addAll(first(records.columns(table, type)));
    }
    return columns;
  }

  private static String street(String[] parts, boolean whole) {
    int own = whole ? parts.length - 1 : parts.length;
    String street = Forms.street(String.join(" ", List.of(parts).subList(0, own)));
    return street.isEmpty() && whole ? Forms.streetOfWhole(parts[own]) : street;
  }

  private static String place(String[] parts, boolean postcodes, boolean whole) {
    int own = whole ? parts.length - 1 : parts.length;
    String postcode = postcodes ? Forms.postcode(parts[0]) : "";
    int city = postcodes ? 1 : 0;
    String town = city < own ? Forms.city(parts[city]) : "";
    if (postcode.isEmpty() && town.isEmpty()) {
      return whole ? Forms.placeOfWhole(parts[own]) : "";
    }
    return postcode + "|" + town;
  }

  private static <T> List<T> first(List<T> list) {
    return list.subList(0, Math.min(1, list.size()));
  }

  private void employer() {
    put(
        "company_name",
        collector.each(Forms::company, FieldType.COMPANY_NAME, FieldType.TRADE_NAME),
        values -> new CompanyComparison("company_name", FieldRole.EMPLOYER, values));
    put(
        "siren",
        collector.together(
            columns -> Fields::siren,
            table -> records.columns(table, FieldType.SIRET, FieldType.SIREN)),
        values -> new CodeComparison("siren", FieldRole.EMPLOYER, Levels.CODE, values));
  }

  private void civility() {
    put(
        "civility",
        collector.together(
            columns -> text -> firstOf(FieldCollector.parts(text)),
            table -> records.columns(table, FieldType.GENDER, FieldType.CIVILITY)),
        values -> new CodeComparison("civility", FieldRole.IDENTITY, Levels.CIVILITY, values));
  }

  private static String firstOf(String[] parts) {
    for (String part : parts) {
      String civility = Forms.civility(part);
      if (!civility.isEmpty()) {
        return civility;
      }
    }
    return "";
  }

  private void text(String name, FieldRole role, FieldType type) {
    put(name, collector.each(Forms::words, type), values -> new TextComparison(name, role, values));
  }

  private void generic() {
    int made = 0;
    boolean placed = fields.containsKey("place");
    for (int table = 0; table < records.tables().size(); table++) {
      for (Field field : records.fields().get(table)) {
        Column column = records.tables().get(table).column(field.column()).orElse(null);
        if (column != null
            && made < MOST_GENERIC
            && !fields.containsKey(field.column())
            && Informative.is(field.type(), placed, column, records.rows().get(table))) {
          made++;
          boolean text = Forms.isText(field.type()) && Informative.hasLetters(column);
          Collected values = sameColumn(field.column(), Forms::words);
          FieldRole role = genericRole(field.type(), values.values());
          put(
              field.column(),
              values,
              ordered ->
                  text
                      ? new TextComparison(field.column(), role, ordered)
                      : new CodeComparison(field.column(), role, Levels.CODE, ordered));
        }
      }
    }
  }

  /**
   * What describes a company is shared by those who work there, and by its sites; so is whatever
   * records of one employer agree on far more often than any two records do.
   */
  private FieldRole genericRole(FieldType type, FieldValues values) {
    Made employer = fields.containsKey("siren") ? fields.get("siren") : fields.get("company_name");
    boolean persons = fields.containsKey("family_name") || fields.containsKey("given_name");
    if (employer == null) {
      return FieldRole.ATTRIBUTE;
    }
    return switch (type) {
      case NAF, LEGAL_FORM -> persons ? FieldRole.EMPLOYER : FieldRole.SHARED_NAME;
      case CATEGORY -> persons ? FieldRole.EMPLOYER : FieldRole.ATTRIBUTE;
      default ->
          persons && Dependence.follows(values, employer.values())
              ? FieldRole.EMPLOYER
              : FieldRole.ATTRIBUTE;
    };
  }

  private void put(
      String name, Collected collected, Function<FieldValues, FieldComparison> comparison) {
    FieldValues values = collected.values();
    if (fields.size() >= PatternCoder.MOST_FIELDS || values.size() < 2) {
      return;
    }
    int filled = 0;
    for (int record = 0; record < values.records() && filled < 2; record++) {
      filled += values.filled(record) ? 1 : 0;
    }
    if (filled >= 2) {
      fields.put(name, new Made(values, collected.reading(), comparison));
    }
  }

  /** Returns the records in an order that depends on what they contain, like beside like. */
  public int[] order() {
    return ContentOrder.sorted(content());
  }

  private long[] content() {
    if (content.length == 0) {
      content =
          ContentOrder.keys(
              fields.values().stream().map(Made::values).toList(), records.size(), main());
    }
    return content;
  }

  /** The field of the main name; -1 if there is none. */
  private int main() {
    return List.copyOf(fields.keySet())
        .indexOf(fields.containsKey("family_name") ? "family_name" : "company_name");
  }

  /** Returns the comparisons, with the records renumbered: new i is old {@code order[i]}. */
  public PatternCoder coder(int[] order) {
    long[] keys = content();
    return new PatternCoder(
        fields.values().parallelStream() // each derives from its own values alone
            .map(made -> made.comparison().apply(made.values().reorder(order)))
            .toList(),
        new RecordReader(fields.values().stream().map(Made::reading).toList(), main()),
        Arrays.stream(order).mapToLong(record -> keys[record]).toArray());
  }
}
