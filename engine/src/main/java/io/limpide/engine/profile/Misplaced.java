package io.limpide.engine.profile;

import io.limpide.engine.field.FieldType;
import org.jspecify.annotations.Nullable;

/** The other type that a value fits though its column has a type of its own. */
final class Misplaced {
  private Misplaced() {}

  static @Nullable FieldType type(FieldType own, ValueScan scan) {
    boolean email = scan.ats == 1 && scan.spaces == 0 && scan.letters >= 3;
    boolean phone = scan.digits >= 9 && scan.digits <= 13 && scan.letters == 0 && scan.ats == 0;
    return switch (own) {
      case EMAIL -> phone ? FieldType.PHONE : null;
      case PHONE, MOBILE, FAX -> email ? FieldType.EMAIL : null;
      case GIVEN_NAME, FAMILY_NAME, FULL_NAME, CITY, COUNTRY, JOB_TITLE, COMPANY_NAME ->
          email
              ? FieldType.EMAIL
              : phone && scan.length >= 9
                  ? FieldType.PHONE
                  : own == FieldType.CITY && isPostcode(scan) ? FieldType.POSTCODE : null;
      case POSTCODE ->
          email ? FieldType.EMAIL : scan.digits == 0 && scan.letters >= 4 ? FieldType.CITY : null;
      case ADDRESS_LINE, CIVILITY, SIREN, SIRET, BIRTH_DATE, HOUSE_NUMBER ->
          email ? FieldType.EMAIL : null;
      default -> null;
    };
  }

  private static boolean isPostcode(ValueScan scan) {
    return scan.digits == 5 && scan.letters == 0;
  }
}
