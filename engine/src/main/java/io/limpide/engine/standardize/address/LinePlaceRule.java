package io.limpide.engine.standardize.address;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.standardize.RecordRule;
import java.util.Set;

/**
 * Postcode and city written at the end of a line although they have cells of their own: moved there
 * if those are empty and the table has the two together.
 */
final class LinePlaceRule implements RecordRule {
  private static final int LONGEST = 300;

  @Override
  public Set<FieldType> fields() {
    return Set.of(FieldType.ADDRESS_LINE, FieldType.POSTCODE, FieldType.CITY);
  }

  @Override
  public void apply(RecordEdit record) {
    if (record.count(FieldType.POSTCODE) != 1
        || record.count(FieldType.CITY) != 1
        || !record.get(FieldType.POSTCODE).isEmpty()
        || !record.get(FieldType.CITY).isEmpty()) {
      return;
    }
    for (int index = record.count(FieldType.ADDRESS_LINE) - 1; index >= 0; index--) {
      String line = record.get(FieldType.ADDRESS_LINE, index);
      if (!line.isEmpty()) {
        if (line.length() <= LONGEST) {
          move(record, index, line);
        }
        return; // only the last line that is filled
      }
    }
  }

  private static void move(RecordEdit record, int index, String line) {
    Words words = new Words(line);
    for (int at = words.size() - 1; at >= 0; at--) {
      String postcode = CityText.postcodeAt(words, at);
      if (postcode.isEmpty()) {
        continue;
      }
      int begin = words.start(at);
      CityText text = CityText.of(line.substring(begin));
      boolean known = !Place.resolve(postcode, text.city(), "").exact().isEmpty();
      if (known && text.department().isEmpty()) {
        String place = line.substring(begin).strip();
        String city = place.substring(place.indexOf(postcode) + 5).strip();
        String rest = LineText.punctuation(line.substring(0, begin).strip());
        if (record.change(FieldType.POSTCODE, 0, AddressRules.FROM_LINE, postcode, 1, line)
            && record.change(FieldType.CITY, 0, AddressRules.FROM_LINE, city, 1, line)) {
          record.change(FieldType.ADDRESS_LINE, index, AddressRules.FROM_LINE, rest, 1, line);
        }
      }
      return;
    }
  }
}
