package io.limpide.engine.standardize.address;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.reference.Communes;
import io.limpide.engine.standardize.RecordEdit;

/** Postcode, city and country of one address of a record. */
final class PlaceCells {
  private static final int LONGEST = 200;

  private final RecordEdit record;
  private final int index;

  PlaceCells(RecordEdit record, int index) {
    this.record = record;
    this.index = index;
  }

  String postcode() {
    return record.get(FieldType.POSTCODE, index);
  }

  String city() {
    return record.get(FieldType.CITY, index);
  }

  /** Returns the country of this address, or the only one of the record. */
  String country() {
    int countries = record.count(FieldType.COUNTRY);
    return record.get(FieldType.COUNTRY, index < countries ? index : 0);
  }

  boolean isTooLong() {
    return postcode().length() > LONGEST || city().length() > LONGEST;
  }

  boolean hasPostcodeCell() {
    return index < record.count(FieldType.POSTCODE);
  }

  boolean hasCityCell() {
    return index < record.count(FieldType.CITY);
  }

  /** Whether most postcodes of the column are French. */
  boolean isInFrenchColumn() {
    return record.part(FieldType.POSTCODE, index, "column").equals("FR");
  }

  /** Whether postcode or city, in either cell, is one of France. */
  boolean looksFrench() {
    if (isInFrenchColumn()) {
      return true;
    }
    Communes communes = Communes.table();
    CityText code = CityText.of(postcode());
    CityText name = CityText.of(city());
    if (communes.isPostcode(code.postcode()) || communes.isPostcode(name.postcode())) {
      return true;
    }
    Place place = place();
    boolean plain = postcode().isEmpty() || (Words.isDigits(postcode()) && postcode().length() > 4);
    return !place.exact().isEmpty() || (plain && !place.named().isEmpty());
  }

  Place place() {
    return Place.of(postcode(), city());
  }

  boolean postcode(Rule rule, String after, double confidence, String... evidence) {
    return record.change(FieldType.POSTCODE, index, rule, after, confidence, evidence);
  }

  boolean city(Rule rule, String after, double confidence, String... evidence) {
    return record.change(FieldType.CITY, index, rule, after, confidence, evidence);
  }

  void remarkOnPostcode(Reason reason, String... arguments) {
    record.remark(FieldType.POSTCODE, index, reason, arguments);
  }

  void remarkOnCity(Reason reason, String... arguments) {
    record.remark(FieldType.CITY, index, reason, arguments);
  }
}
