package io.limpide.engine.standardize.address;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.standardize.Family;
import io.limpide.engine.standardize.RecordRule;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.table.Column;
import java.util.List;
import java.util.Optional;

/**
 * Postal addresses: whole ones, lines, house numbers, postcodes, cities and regions.
 *
 * <p>Values alone get the form of the Base Adresse Nationale; postcode, city and country of a
 * record are then held against the table of French communes. Parts: {@code number}, {@code way}
 * (the key of the way's name), {@code postcode}, {@code city}, {@code delivery} of addresses and
 * lines; {@code number}, {@code suffix} of house numbers; {@code postcode}, {@code cedex}, {@code
 * arrondissement} of cities; {@code postcode} of postcodes, and {@code column} = {@code FR} where
 * most of the column are French ones. {@link PostalAddress} reads all of an address at once.
 */
public final class Addresses implements Family {
  @Override
  public List<Rule> rules() {
    return AddressRules.ALL;
  }

  @Override
  public List<Reason> reasons() {
    return AddressRules.REASONS;
  }

  @Override
  public Optional<Standardizer> standardizer(FieldType type, Column column, Settings settings) {
    return switch (type) {
      case ADDRESS -> Optional.of(lines(settings, true));
      case ADDRESS_LINE -> Optional.of(lines(settings, false));
      case HOUSE_NUMBER -> Optional.of(new HouseNumberStandardizer(settings.policy()));
      case POSTCODE -> Optional.of(new PostcodeStandardizer(column, settings.policy()));
      case CITY, BIRTH_PLACE -> Optional.of(new CityStandardizer(settings.policy()));
      case REGION -> Optional.of(new RegionStandardizer(settings.policy()));
      default -> Optional.empty();
    };
  }

  private static Standardizer lines(Settings settings, boolean whole) {
    return new StreetStandardizer(new LineStandardizer(settings.policy(), whole));
  }

  @Override
  public List<RecordRule> recordRules(Settings settings) {
    return List.of(new LinePlaceRule(), new PlaceRule(settings.country()), new NumberRule());
  }
}
