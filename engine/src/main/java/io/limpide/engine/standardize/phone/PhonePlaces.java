package io.limpide.engine.standardize.phone;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.standardize.RecordRule;
import java.util.Set;

/**
 * Puts each number of a record where it belongs: mobiles in mobile columns, others in phone
 * columns, one number in a cell. A number only moves to an empty cell or changes places with
 * another; where there is no room it stays, and is remarked.
 */
final class PhonePlaces implements RecordRule {
  private final String country;

  PhonePlaces(String country) {
    this.country = country;
  }

  @Override
  public Set<FieldType> fields() {
    return Set.of(FieldType.PHONE, FieldType.MOBILE);
  }

  @Override
  public void apply(RecordEdit record) {
    new PhonePlacement(record, country).run();
  }
}
