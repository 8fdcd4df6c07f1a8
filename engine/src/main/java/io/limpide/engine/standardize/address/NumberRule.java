package io.limpide.engine.standardize.address;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.standardize.RecordRule;
import java.util.List;
import java.util.Set;

/** Remarks on a way without a house number, whether that has a cell of its own or not. */
final class NumberRule implements RecordRule {
  private static final int LONGEST = 300;

  @Override
  public Set<FieldType> fields() {
    return Set.of(FieldType.ADDRESS_LINE, FieldType.HOUSE_NUMBER);
  }

  @Override
  public void apply(RecordEdit record) {
    if (!record.get(FieldType.HOUSE_NUMBER).isEmpty()) {
      return;
    }
    boolean way = false;
    for (int index = 0; index < record.count(FieldType.ADDRESS_LINE); index++) {
      String line = record.get(FieldType.ADDRESS_LINE, index);
      if (line.length() > LONGEST) {
        return;
      }
      PostalAddress address = PostalAddress.parse(List.of(line), "", "", "", "FR");
      if (!address.number().isEmpty() || !address.delivery().isEmpty()) {
        return;
      }
      way |= Vocabulary.STRONG_WAYS.contains(address.wayType());
    }
    if (way) {
      record.remark(FieldType.ADDRESS_LINE, 0, AddressRules.NO_NUMBER);
    }
  }
}
