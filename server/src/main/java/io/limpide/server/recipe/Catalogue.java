package io.limpide.server.recipe;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.recipe.Recipe;
import io.limpide.server.recipe.BaseField.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of the base, in the order of its pages: those every base has, and its own. */
public final class Catalogue {
  private static final Set<PartyKind> ALL = Set.of(PartyKind.values());
  private static final Set<PartyKind> PERSON = Set.of(PartyKind.PERSON);
  private static final Set<PartyKind> COMPANY = Set.of(PartyKind.COMPANY, PartyKind.ESTABLISHMENT);
  private static final List<BaseField> USUAL =
      List.of(
          usual("civility", FieldType.CIVILITY, PERSON, Part.IDENTITY),
          usual("given_name", FieldType.GIVEN_NAME, PERSON, Part.IDENTITY),
          usual("family_name", FieldType.FAMILY_NAME, PERSON, Part.IDENTITY),
          usual("birth_name", FieldType.BIRTH_NAME, PERSON, Part.IDENTITY),
          usual("full_name", FieldType.FULL_NAME, PERSON, Part.IDENTITY),
          usual("gender", FieldType.GENDER, PERSON, Part.IDENTITY),
          usual("birth_date", FieldType.BIRTH_DATE, PERSON, Part.IDENTITY),
          usual("job_title", FieldType.JOB_TITLE, PERSON, Part.IDENTITY),
          usual("company_name", FieldType.COMPANY_NAME, ALL, Part.COMPANY),
          usual("trade_name", FieldType.TRADE_NAME, COMPANY, Part.COMPANY),
          usual("legal_form", FieldType.LEGAL_FORM, COMPANY, Part.COMPANY),
          usual("siren", FieldType.SIREN, ALL, Part.COMPANY),
          usual("siret", FieldType.SIRET, ALL, Part.COMPANY),
          usual("vat", FieldType.VAT, COMPANY, Part.COMPANY),
          usual("naf", FieldType.NAF, COMPANY, Part.COMPANY),
          usual("rna", FieldType.RNA, COMPANY, Part.COMPANY),
          usual("email", FieldType.EMAIL, ALL, Part.CONTACT),
          usual("email_2", FieldType.EMAIL, ALL, Part.CONTACT),
          usual("phone", FieldType.PHONE, ALL, Part.CONTACT),
          usual("phone_2", FieldType.PHONE, ALL, Part.CONTACT),
          usual("mobile", FieldType.MOBILE, ALL, Part.CONTACT),
          usual("mobile_2", FieldType.MOBILE, ALL, Part.CONTACT),
          usual("fax", FieldType.FAX, ALL, Part.CONTACT),
          usual("address", FieldType.ADDRESS, ALL, Part.CONTACT),
          usual("house_number", FieldType.HOUSE_NUMBER, ALL, Part.CONTACT),
          usual("address_line", FieldType.ADDRESS_LINE, ALL, Part.CONTACT),
          usual("address_line_2", FieldType.ADDRESS_LINE, ALL, Part.CONTACT),
          usual("postcode", FieldType.POSTCODE, ALL, Part.CONTACT),
          usual("city", FieldType.CITY, ALL, Part.CONTACT),
          usual("region", FieldType.REGION, ALL, Part.CONTACT),
          usual("country", FieldType.COUNTRY, ALL, Part.CONTACT),
          usual("web_site", FieldType.WEB_SITE, ALL, Part.CONTACT),
          usual("opt_in", FieldType.OPT_IN, ALL, Part.PREFERENCES),
          usual("opt_out", FieldType.OPT_OUT, ALL, Part.PREFERENCES),
          usual("bounced", FieldType.BOUNCED, ALL, Part.PREFERENCES),
          usual("status", FieldType.STATUS, ALL, Part.OTHER),
          usual("origin", FieldType.SOURCE, ALL, Part.OTHER),
          usual("owner", FieldType.OWNER, ALL, Part.OTHER),
          usual("tags", FieldType.TAGS, ALL, Part.OTHER),
          usual("created", FieldType.CREATED, ALL, Part.OTHER),
          usual("updated", FieldType.UPDATED, ALL, Part.OTHER),
          usual("last_activity", FieldType.LAST_ACTIVITY, ALL, Part.OTHER),
          usual("notes", FieldType.FREE_TEXT, ALL, Part.OTHER));

  private final List<BaseField> fields;
  private final Map<String, Integer> places = new LinkedHashMap<>();

  private Catalogue(List<BaseField> fields) {
    this.fields = List.copyOf(fields);
    for (int at = 0; at < fields.size(); at++) {
      places.put(fields.get(at).code(), at);
    }
  }

  private static BaseField usual(String code, FieldType type, Set<PartyKind> kinds, Part part) {
    return new BaseField(code, type, kinds, part, false);
  }

  /** Returns the fields of a base that follows a recipe. */
  public static Catalogue of(Recipe recipe) {
    List<BaseField> fields = new ArrayList<>(USUAL);
    Map<String, BaseField> own = new LinkedHashMap<>();
    recipe
        .parties()
        .custom()
        .forEach(
            (kind, customs) ->
                customs.forEach(
                    (code, type) -> own.merge(code, custom(code, type, kind), Catalogue::both)));
    own.values().stream()
        .filter(field -> USUAL.stream().noneMatch(usual -> usual.code().equals(field.code())))
        .forEach(fields::add);
    return new Catalogue(fields);
  }

  private static BaseField custom(String code, FieldType type, PartyKind kind) {
    return new BaseField(code, type, Set.of(kind), Part.OTHER, true);
  }

  private static BaseField both(BaseField one, BaseField other) {
    Set<PartyKind> kinds = new java.util.HashSet<>(one.kinds());
    kinds.addAll(other.kinds());
    return new BaseField(one.code(), one.type(), kinds, one.part(), true);
  }

  /** Returns the fields, in their order. */
  public List<BaseField> fields() {
    return fields;
  }

  /** Returns the fields of a kind of party. */
  public List<BaseField> fields(PartyKind kind) {
    return fields.stream().filter(field -> field.kinds().contains(kind)).toList();
  }

  /** Returns the field of that code. */
  public Optional<BaseField> field(String code) {
    Integer place = places.get(code);
    return place == null ? Optional.empty() : Optional.of(fields.get(place));
  }

  /** Returns the place of a field, -1 when there is none of that code. */
  public int place(String code) {
    return places.getOrDefault(code, -1);
  }

  /** Returns the number of fields. */
  public int size() {
    return fields.size();
  }

  /** Returns the fields as the engine knows them. */
  public List<Field> engineFields() {
    return fields.stream().map(field -> new Field(field.code(), field.type(), 1)).toList();
  }
}
