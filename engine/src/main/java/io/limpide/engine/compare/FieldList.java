package io.limpide.engine.compare;

import io.limpide.engine.compare.FieldCollector.Collected;
import io.limpide.engine.compare.Fields.Wanted;
import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.table.Column;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Which fields are compared, of which columns they are made, and what compares them. */
final class FieldList {
  private static final int MOST_GENERIC = 5;
  private static final int MOST_IDENTIFIERS = 4;

  private final RecordSet records;
  private final FieldCollector collector;
  private final Fields fields;
  private final List<Wanted> wanted = new ArrayList<>();

  FieldList(RecordSet records) {
    this.records = records;
    this.collector = new FieldCollector(records);
    this.fields = new Fields(records.size());
  }

  Fields ofPersons() {
    name("given_name", true, FieldType.GIVEN_NAME);
    name("family_name", false, FieldType.FAMILY_NAME, FieldType.BIRTH_NAME);
    want(
        "generation",
        () ->
            collector.first(
                text -> Generations.of(Forms.words(text)),
                table -> names(table, FieldType.FAMILY_NAME, FieldType.GIVEN_NAME)),
        values -> new CodeComparison("generation", FieldRole.IDENTITY, Levels.GENERATION, values));
    birthDate();
    identifiers();
    email(FieldRole.PERSONAL, Forms::personalEmail);
    contact(FieldRole.MOBILE);
    employer();
    want(
        "birth_place",
        () -> collector.each(Forms::words, FieldType.BIRTH_PLACE),
        values -> new TextComparison("birth_place", FieldRole.IDENTITY, values));
    want(
        "civility",
        () ->
            collector.first(
                Forms::civility,
                table -> records.columns(table, FieldType.GENDER, FieldType.CIVILITY)),
        values -> new CodeComparison("civility", FieldRole.IDENTITY, Levels.CIVILITY, values));
    want(
        "job_title",
        () -> collector.each(Forms::words, FieldType.JOB_TITLE),
        values -> new TextComparison("job_title", FieldRole.ATTRIBUTE, values));
    return collected();
  }

  Fields ofCompanies() {
    want(
        "siren",
        () ->
            collector.first(
                Forms::anySiren,
                table -> records.columns(table, FieldType.SIRET, FieldType.SIREN, FieldType.VAT)),
        values ->
            new CodeComparison("siren", FieldRole.SHARED_NAME, Levels.IDENTIFIER_CODE, values));
    want(
        "siret",
        () -> collector.each(Forms::siret, FieldType.SIRET),
        values -> new CodeComparison("siret", FieldRole.IDENTITY, Levels.IDENTIFIER_CODE, values));
    want(
        "company_name",
        () ->
            collector.each(
                Forms::company,
                records.has(FieldType.COMPANY_NAME, FieldType.TRADE_NAME)
                    ? new FieldType[] {FieldType.COMPANY_NAME, FieldType.TRADE_NAME}
                    : new FieldType[] {FieldType.FULL_NAME, FieldType.FAMILY_NAME}),
        values -> new CompanyComparison("company_name", FieldRole.SHARED_NAME, values));
    identifiers();
    want(
        "web_site",
        () ->
            collector.first(
                Forms::companyDomain,
                table -> records.columns(table, FieldType.WEB_SITE, FieldType.EMAIL)),
        values -> new CodeComparison("web_site", FieldRole.PERSONAL, Levels.CODE, values));
    email(FieldRole.PERSONAL, Forms::email);
    contact(FieldRole.CONTACT);
    return collected();
  }

  private Fields collected() {
    fields.collect(wanted);
    generic();
    return fields;
  }

  private void want(
      String name, Supplier<Collected> values, Function<FieldValues, FieldComparison> comparison) {
    wanted.add(new Wanted(name, values, comparison));
  }

  private void name(String name, boolean given, FieldType... types) {
    want(
        name,
        () ->
            collector.together(
                columns -> {
                  boolean whole = isOf(last(columns), FieldType.FULL_NAME);
                  return values -> FieldForms.name(values, whole, given);
                },
                table -> names(table, types)),
        values -> given ? NameComparison.given(name, values) : NameComparison.family(name, values));
  }

  /** The whole name comes last: it speaks where the parts are empty. */
  private List<Column> names(int table, FieldType... types) {
    List<Column> columns = new ArrayList<>(records.columns(table, types));
    columns.addAll(first(records.columns(table, FieldType.FULL_NAME)));
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

  private void birthDate() {
    want(
        "birth_date",
        () ->
            collector.together(
                FieldForms::birthDates,
                table -> {
                  List<Column> parts =
                      firsts(
                          table, FieldType.BIRTH_YEAR, FieldType.BIRTH_MONTH, FieldType.BIRTH_DAY);
                  return parts.size() == 3
                      ? parts
                      : first(records.columns(table, FieldType.BIRTH_DATE));
                }),
        values -> new DateComparison("birth_date", values));
  }

  private void identifiers() {
    Map<String, FieldType> types = new LinkedHashMap<>(); // by column, as the first table has it
    for (Field field : records.fields().stream().flatMap(List::stream).toList()) {
      boolean identifier =
          field.type() == FieldType.NATIONAL_ID
              || field.type() == FieldType.RNA
              || field.type() == FieldType.VAT;
      if (identifier && types.size() < MOST_IDENTIFIERS) {
        types.putIfAbsent(field.column(), field.type());
      }
    }
    types.forEach(
        (column, type) ->
            want(
                column,
                () -> sameColumn(column, Forms::identifier),
                values -> new IdentifierComparison(column, identifierRole(type), values, false)));
  }

  /** The VAT number is the company's: of those who work there, and of all its sites. */
  private FieldRole identifierRole(FieldType type) {
    if (type != FieldType.VAT) {
      return FieldRole.IDENTITY;
    }
    return fields.has("family_name") ? FieldRole.EMPLOYER : FieldRole.SHARED_NAME;
  }

  /** The columns of one name in all tables. */
  private Collected sameColumn(String name, UnaryOperator<String> form) {
    return collector.together(
        columns -> values -> form.apply(values[0]),
        table -> records.tables().get(table).column(name).map(List::of).orElse(List.of()));
  }

  private void email(FieldRole role, UnaryOperator<String> form) {
    want(
        "email",
        () -> collector.each(form, FieldType.EMAIL),
        values -> new EmailComparison("email", role, values));
  }

  private void phone(String name, FieldRole role, UnaryOperator<String> form) {
    want(
        name,
        () -> collector.each(form, FieldType.PHONE, FieldType.MOBILE, FieldType.FAX),
        values -> new PhoneComparison(name, role, values));
  }

  /**
   * @param mobile what it says of two parties to have one mobile phone
   */
  private void contact(FieldRole mobile) {
    phone("phone", FieldRole.CONTACT, Forms::line);
    phone("mobile", mobile, Forms::mobile);
    want(
        "address",
        () ->
            collector.together(
                columns -> {
                  boolean whole = isOf(last(columns), FieldType.ADDRESS);
                  return values -> FieldForms.street(values, whole);
                },
                table ->
                    firsts(
                        table, FieldType.HOUSE_NUMBER, FieldType.ADDRESS_LINE, FieldType.ADDRESS)),
        values -> new StreetComparison("address", values));
    want(
        "place",
        () ->
            collector.together(
                columns -> {
                  boolean postcodes = isOf(columns.get(0), FieldType.POSTCODE);
                  boolean whole = isOf(last(columns), FieldType.ADDRESS);
                  return values -> FieldForms.place(values, postcodes, whole);
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

  private static <T> List<T> first(List<T> list) {
    return list.subList(0, Math.min(1, list.size()));
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  private void employer() {
    want(
        "company_name",
        () -> collector.each(Forms::company, FieldType.COMPANY_NAME, FieldType.TRADE_NAME),
        values -> new CompanyComparison("company_name", FieldRole.EMPLOYER, values));
    want(
        "siren",
        () ->
            collector.first(
                Forms::anySiren, table -> records.columns(table, FieldType.SIRET, FieldType.SIREN)),
        values -> new CodeComparison("siren", FieldRole.EMPLOYER, Levels.CODE, values));
  }

  /** A column of which nothing is known but that it tells records apart. */
  private record Generic(Field field, Column column) {}

  private void generic() {
    List<Generic> chosen = generics();
    List<Collected> collected =
        chosen.parallelStream()
            .map(generic -> sameColumn(generic.field().column(), Forms::words))
            .toList();
    for (int i = 0; i < collected.size(); i++) {
      Field field = chosen.get(i).field();
      FieldRole role = genericRole(field.type(), collected.get(i).values());
      boolean text = Forms.isText(field.type()) && Informative.hasLetters(chosen.get(i).column());
      fields.add(
          field.column(),
          collected.get(i),
          values ->
              text
                  ? new TextComparison(field.column(), role, values)
                  : new CodeComparison(field.column(), role, Levels.CODE, values));
    }
  }

  private List<Generic> generics() {
    List<Generic> chosen = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    boolean placed = fields.has("place");
    for (int table = 0; table < records.tables().size(); table++) {
      int[] rows = records.rows().get(table);
      for (Field field : records.fields().get(table)) {
        Column column = records.tables().get(table).column(field.column()).orElse(null);
        if (column != null
            && chosen.size() < MOST_GENERIC
            && !fields.has(field.column())
            && !taken.contains(field.column())
            && Informative.is(field.type(), placed, column, rows)) {
          taken.add(field.column());
          chosen.add(new Generic(field, column));
        }
      }
    }
    return chosen;
  }

  /**
   * What describes a company is shared by those who work there, and by its sites; so is whatever
   * records of one employer agree on far more often than any two records do.
   */
  private FieldRole genericRole(FieldType type, FieldValues values) {
    FieldValues employer = fields.values(fields.has("siren") ? "siren" : "company_name");
    boolean persons = fields.has("family_name") || fields.has("given_name");
    if (employer == null) {
      return FieldRole.ATTRIBUTE;
    }
    return switch (type) {
      case NAF, LEGAL_FORM -> persons ? FieldRole.EMPLOYER : FieldRole.SHARED_NAME;
      case CATEGORY -> persons ? FieldRole.EMPLOYER : FieldRole.ATTRIBUTE;
      default ->
          persons && Dependence.follows(values, employer)
              ? FieldRole.EMPLOYER
              : FieldRole.ATTRIBUTE;
    };
  }
}
