package io.limpide.engine.standardize.phone;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.standardize.RecordRule;
import java.util.List;
import java.util.Set;

/**
 * Puts each number of a record where it belongs: mobiles in mobile columns, others in phone
 * columns, one number in a cell. A number only moves to an empty cell or changes places with
 * another; where there is no room it stays, and is remarked.
 */
final class PhonePlaces implements RecordRule {
  private static final List<FieldType> FIELDS = List.of(FieldType.PHONE, FieldType.MOBILE);

  private final String country;
  private final boolean french;

  PhonePlaces(String country) {
    this.country = country;
    this.french = FrenchPlan.TERRITORIES.contains(country);
  }

  @Override
  public Set<FieldType> fields() {
    return Set.of(FieldType.PHONE, FieldType.MOBILE);
  }

  @Override
  public void apply(RecordEdit record) {
    if (!french || !isInOrder(record)) {
      new PhonePlacement(record, country).run();
    }
  }

  /** Nothing but plain French numbers, each of the kind of its column, none twice: nearly all. */
  private static boolean isInOrder(RecordEdit record) {
    String seen = "";
    for (FieldType type : FIELDS) {
      for (int index = 0; index < record.count(type); index++) {
        String value = record.get(type, index);
        if (value.isEmpty()) {
          continue;
        }
        String number = FrenchNumbers.plain(value);
        if (number == null || seen.contains(number) || misplaced(number, type)) {
          return false;
        }
        seen = seen.isEmpty() ? number : seen + " " + number;
      }
    }
    return true;
  }

  private static boolean misplaced(String number, FieldType field) {
    PhoneType type = FrenchNumbers.type(number);
    return field == FieldType.MOBILE
        ? type == PhoneType.LANDLINE || type == PhoneType.VOIP
        : type == PhoneType.MOBILE;
  }
}
