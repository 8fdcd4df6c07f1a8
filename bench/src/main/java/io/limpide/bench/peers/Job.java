package io.limpide.bench.peers;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import java.util.List;

/**
 * What is compared, and which pairs are looked at. The script beside, {@code splink_peer.py}, says
 * the same to Splink.
 *
 * @param fields the columns of the prepared file that are compared
 * @param rules the blocking rules
 */
record Job(String name, List<Field> fields, List<String> rules) {
  /** Private persons and contacts of companies, without the companies. */
  static final Job PERSONS =
      new Job(
          "persons",
          List.of(
              field("given_name", FieldType.GIVEN_NAME),
              field("family_name", FieldType.FAMILY_NAME),
              field("birth_date", FieldType.BIRTH_DATE),
              field("email", FieldType.EMAIL),
              field("phone", FieldType.PHONE),
              field("mobile", FieldType.MOBILE),
              field("address", FieldType.ADDRESS_LINE),
              field("postcode", FieldType.POSTCODE),
              field("city", FieldType.CITY),
              field("company", FieldType.COMPANY_NAME)),
          List.of(
              "email",
              "phone",
              "family_name+birth_date",
              "given_name+birth_date",
              "given_name+family_name+place.postcode",
              "family_name+address",
              "given_name+address",
              "birth_date+place.postcode",
              "given_name+family_name+company_name"));

  /** Historical persons, compared generously. */
  static final Job HISTORICAL =
      new Job(
          "historical",
          List.of(
              field("given_name", FieldType.GIVEN_NAME),
              field("family_name", FieldType.FAMILY_NAME),
              field("birth_date", FieldType.BIRTH_DATE),
              field("birth_place", FieldType.BIRTH_PLACE),
              field("postcode", FieldType.POSTCODE),
              field("occupation", FieldType.JOB_TITLE)),
          List.of("family_name", "given_name", "birth_date", "place.postcode", "birth_place"));

  static Job of(String name) {
    return name.equals(PERSONS.name()) ? PERSONS : HISTORICAL;
  }

  private static Field field(String column, FieldType type) {
    return new Field(column, type, 1);
  }
}
