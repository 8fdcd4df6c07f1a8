package io.limpide.engine.standardize.web;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.standardize.RecordRule;
import io.limpide.engine.standardize.email.EmailAddress;
import java.util.Set;

/** Moves an e-mail address from a web site column to an empty e-mail column. */
final class EmailAmongSites implements RecordRule {
  @Override
  public Set<FieldType> fields() {
    return Set.of(FieldType.WEB_SITE, FieldType.EMAIL);
  }

  @Override
  public void apply(RecordEdit record) {
    for (int index = 0; index < record.count(FieldType.WEB_SITE); index++) {
      String value = record.get(FieldType.WEB_SITE, index);
      if (value.indexOf('@') > 0 && EmailAddress.parse(value).isValid()) {
        move(record, index, EmailAddress.parse(value).toString());
      }
    }
  }

  private static void move(RecordEdit record, int index, String address) {
    for (int place = 0; place < record.count(FieldType.EMAIL); place++) {
      String there = record.get(FieldType.EMAIL, place);
      boolean same = there.equals(address);
      if (there.isEmpty() || same) {
        if (same || record.change(FieldType.EMAIL, place, WebRules.MOVE, address, 0.97)) {
          record.change(FieldType.WEB_SITE, index, WebRules.MOVE, "", 0.97, address);
        }
        return;
      }
    }
  }
}
