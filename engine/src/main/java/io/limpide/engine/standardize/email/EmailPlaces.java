package io.limpide.engine.standardize.email;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.standardize.RecordRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives each address of a record a column of its own: a second address in a cell moves to an empty
 * e-mail column; where there is none, the cell keeps both, and leaving out the second is proposed.
 */
final class EmailPlaces implements RecordRule {
  @Override
  public Set<FieldType> fields() {
    return Set.of(FieldType.EMAIL);
  }

  @Override
  public void apply(RecordEdit record) {
    int columns = record.count(FieldType.EMAIL);
    for (int index = 0; index < columns; index++) {
      String value = record.get(FieldType.EMAIL, index);
      if (value.indexOf(';') > 0) {
        spread(record, index, columns, value);
      }
    }
    Set<String> seen = new HashSet<>();
    for (int index = 0; columns > 1 && index < columns; index++) {
      String value = record.get(FieldType.EMAIL, index);
      if (!value.isEmpty() && !seen.add(EmailAddress.parse(value).canonical())) {
        record.remark(FieldType.EMAIL, index, EmailReasons.REPEATED, value);
      }
    }
  }

  private static void spread(RecordEdit record, int index, int columns, String value) {
    List<String> addresses = new ArrayList<>(Arrays.asList(value.split(EmailList.SEPARATOR, -1)));
    if (addresses.size() < 2 || !addresses.stream().allMatch(EmailPlaces::isAddress)) {
      return;
    }
    for (int other = 0; other < columns && addresses.size() > 1; other++) {
      if (other != index && record.get(FieldType.EMAIL, other).isEmpty()) {
        String moving = addresses.get(1);
        if (!record.change(FieldType.EMAIL, other, EmailRules.MOVE, moving, 0.97, moving)) {
          return;
        }
        addresses.remove(1);
        String rest = String.join(EmailList.SEPARATOR, addresses);
        record.change(FieldType.EMAIL, index, EmailRules.MOVE, rest, 0.97, moving);
      }
    }
    if (addresses.size() > 1) {
      record.change(FieldType.EMAIL, index, EmailRules.FIRST, addresses.get(0), 0.7);
    }
  }

  private static boolean isAddress(String text) {
    return !EmailAddress.parse(text).domain().isEmpty();
  }
}
