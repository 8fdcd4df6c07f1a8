package io.limpide.engine.standardize.address;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.reference.Communes;
import io.limpide.engine.reference.Countries;
import io.limpide.engine.reference.Country;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.standardize.RecordRule;
import java.util.Optional;
import java.util.Set;

/**
 * Holds postcode, city and country of a record against each other: first what stands in the wrong
 * cell, then the form of both, then what is doubtful.
 */
final class PlaceRule implements RecordRule {
  private final boolean frenchHome;

  /** Makes the rule for records that belong to a country unless they say otherwise. */
  PlaceRule(String home) {
    this.frenchHome = Countries.table().byCode(home).map(Country::hasFrenchAddresses).orElse(false);
  }

  @Override
  public Set<FieldType> fields() {
    return Set.of(FieldType.POSTCODE, FieldType.CITY, FieldType.COUNTRY);
  }

  @Override
  public void apply(RecordEdit record) {
    int places = Math.max(record.count(FieldType.POSTCODE), record.count(FieldType.CITY));
    for (int index = 0; index < places; index++) {
      apply(new PlaceCells(record, index));
    }
  }

  private void apply(PlaceCells cells) {
    if ((cells.postcode().isEmpty() && cells.city().isEmpty()) || cells.isTooLong()) {
      return;
    }
    if (frenchHome && isInOrder(cells.postcode(), cells.city(), cells.country())) {
      return;
    }
    Optional<Country> stated = Countries.table().find(cells.country());
    if (!cells.country().isBlank() && stated.isEmpty()) {
      return;
    }
    if (stated.isPresent() && !stated.get().hasFrenchAddresses()) {
      foreign(cells, stated.get());
      return;
    }
    if (stated.isEmpty() && !(frenchHome && cells.looksFrench())) {
      return;
    }
    FrenchPlaceRule.apply(cells, stated.isPresent());
  }

  /** The postcode of a commune of today and its official name: nothing to say, as of nearly all. */
  private static boolean isInOrder(String postcode, String city, String country) {
    return (country.isEmpty() || country.equals("France") || country.equals("FR"))
        && CityName.isPlain(city)
        && Communes.table().isCommune(postcode, city);
  }

  private static void foreign(PlaceCells cells, Country country) {
    String postcode = cells.postcode();
    if (postcode.isEmpty() || !Countries.table().knowsPostcodesOf(country.code())) {
      return;
    }
    Optional<String> form = Countries.table().postcode(country.code(), postcode);
    if (form.isPresent()) {
      cells.postcode(AddressRules.POSTCODE_FORM, form.get(), 1);
    } else {
      cells.remarkOnPostcode(AddressRules.POSTCODE_FORMAT, postcode, country.name());
    }
  }
}
