package io.limpide.engine.standardize.phone;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.standardize.RecordRule;
import java.util.List;
import java.util.Set;

/**
 * Reads a number that names no country by the country of its record, and doubts one that names
 * another.
 */
final class PhoneAgainstCountry implements RecordRule {
  private static final List<FieldType> PHONES =
      List.of(FieldType.PHONE, FieldType.MOBILE, FieldType.FAX);

  private final String home;

  PhoneAgainstCountry(String home) {
    this.home = home;
  }

  @Override
  public Set<FieldType> fields() {
    return Set.of(
        FieldType.PHONE, FieldType.MOBILE, FieldType.FAX, FieldType.COUNTRY, FieldType.POSTCODE);
  }

  @Override
  public void apply(RecordEdit record) {
    String region = region(record);
    if (region.isEmpty()) {
      return;
    }
    for (FieldType type : PHONES) {
      for (int index = 0; index < record.count(type); index++) {
        String value = record.get(type, index);
        if (!value.isEmpty() && value.length() <= PhoneText.LONGEST) {
          check(record, type, index, value, region);
        }
      }
    }
  }

  /** The record's country; New Caledonia and the like are known by their French postcode. */
  private String region(RecordEdit record) {
    String country = CountryNames.code(record.get(FieldType.COUNTRY));
    boolean french = country.isEmpty() ? home.equals("FR") : country.equals("FR");
    String ofPostcode =
        french ? FrenchPlan.ofPostcode(record.get(FieldType.POSTCODE).strip()) : country;
    return !ofPostcode.equals("FR") || !country.isEmpty() ? ofPostcode : "";
  }

  private void check(RecordEdit record, FieldType type, int index, String value, String region) {
    if (FrenchPlan.TERRITORIES.contains(home)
        && FrenchPlan.TERRITORIES.contains(region)
        && FrenchNumbers.plain(value) != null) {
      return; // whichever territory it belongs to
    }
    PhoneNumber here = PhoneNumber.parse(value, home, "");
    boolean names = value.indexOf('+') >= 0 || value.startsWith("00");
    if (names || sameCountry(region, home)) {
      boolean elsewhere = here.isValid() && !here.region().isEmpty();
      if (elsewhere && !sameCountry(here.region(), region) && here.type() != PhoneType.VOIP) {
        record.remark(type, index, PhoneReasons.OTHER_COUNTRY, here.region(), region);
      }
      return;
    }
    PhoneNumber there = PhoneNumber.parse(value, region, "");
    if (there.isValid() && sameCountry(there.region(), region)) {
      String display = PhoneNumber.parse(there.e164(), home, "").display();
      if (!there.extension().isEmpty()) {
        display += " ext. " + there.extension();
      }
      boolean both = here.isValid();
      record.change(
          type,
          index,
          both ? PhoneRules.COUNTRY_DOUBT : PhoneRules.COUNTRY,
          display,
          both ? 0.7 : 0.97,
          region);
    } else if (here.isValid() && !here.region().isEmpty() && !sameCountry(here.region(), region)) {
      record.remark(type, index, PhoneReasons.OTHER_COUNTRY, here.region(), region);
    }
  }

  /** French territories, and the countries of one numbering plan, count as one. */
  private static boolean sameCountry(String a, String b) {
    return a.equals(b)
        || (FrenchPlan.TERRITORIES.contains(a) && FrenchPlan.TERRITORIES.contains(b))
        || PhoneReader.sharePlan(a, b);
  }
}
