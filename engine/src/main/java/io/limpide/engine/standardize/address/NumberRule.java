package io.limpide.engine.standardize.address;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.standardize.RecordRule;
import java.util.Set;

/** Remarks on a way without a house number, whether that has a cell of its own or not. */
final class NumberRule implements RecordRule {
  private static final int LONGEST = 300;

  private final Recent<Finding> lines = new Recent<>();
  private final Recent<Boolean> streets = new Recent<>(); // whether a number before it is one

  private enum Finding {
    /** It has a number, or needs none. */
    NUMBERED,
    /** A way, and no number. */
    WAY,
    OTHER
  }

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
      Finding finding = line.length() > LONGEST ? Finding.NUMBERED : finding(line);
      if (finding == Finding.NUMBERED) {
        return;
      }
      way |= finding == Finding.WAY;
    }
    if (way) {
      record.remark(FieldType.ADDRESS_LINE, 0, AddressRules.NO_NUMBER);
    }
  }

  private Finding finding(String line) {
    if (line.isEmpty()) {
      return Finding.OTHER;
    }
    int digits = NumberedLine.digits(line);
    boolean known = digits > 0 && streets.of(line.substring(digits), NumberRule::isNumbered);
    return known ? Finding.NUMBERED : lines.of(line, NumberRule::read);
  }

  private static boolean isNumbered(String street) {
    PostalAddress model = PostalAddress.parse(NumberedLine.MODEL + street);
    return model.number().equals(NumberedLine.MODEL);
  }

  private static Finding read(String line) {
    PostalAddress address = PostalAddress.parse(line);
    if (!address.number().isEmpty() || !address.delivery().isEmpty()) {
      return Finding.NUMBERED;
    }
    return Vocabulary.STRONG_WAYS.contains(address.wayType()) ? Finding.WAY : Finding.OTHER;
  }
}
