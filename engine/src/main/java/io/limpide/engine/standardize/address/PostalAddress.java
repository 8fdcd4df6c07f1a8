package io.limpide.engine.standardize.address;

import io.limpide.engine.reference.Countries;
import io.limpide.engine.reference.Country;
import java.util.List;

/**
 * The parts of a postal address. Reading keeps every word: what is not understood ends up in {@code
 * locality} (or {@code wayName} abroad). Every part may be empty; none is null.
 *
 * @param number house number without leading zeros, the first of a range
 * @param suffix {@code BIS}, {@code TER}, {@code QUATER}... or a letter, in capitals
 * @param wayType in France the code of a {@link io.limpide.engine.reference.WayType}; elsewhere the
 *     English, German... word in its usual form ({@code STREET}, {@code STRASSE})
 * @param wayName what the way is called, without its type, as written
 * @param wayKey what spellings of the name have in common: folded, without small words, titles and
 *     first names shortened, numbers in digits; equal keys mean equal names
 * @param unit apartment, floor, door, staircase, care-of
 * @param building building, entrance, residence, tower, business park
 * @param locality hamlet, lieu-dit and whatever else was written
 * @param delivery box or special service: {@code BP 12}, {@code CS 70123}, {@code TSA 20001}
 * @param postcode of five digits in France, or the CEDEX code; in the form of its country elsewhere
 * @param city without postcode and CEDEX; the official name where the table knows it
 * @param cedex {@code CEDEX} or {@code CEDEX 02}; empty for geographic addresses
 * @param insee INSEE code of the commune of today (Paris 75056, not its arrondissements); empty
 *     when not certain
 * @param country ISO 3166 alpha-2; empty when unknown
 * @param level how much is there
 */
public record PostalAddress(
    String number,
    String suffix,
    String wayType,
    String wayName,
    String wayKey,
    String unit,
    String building,
    String locality,
    String delivery,
    String postcode,
    String city,
    String cedex,
    String insee,
    String country,
    AddressLevel level) {

  /** Reads an address written in one piece, in France unless it says otherwise. */
  public static PostalAddress parse(String address) {
    return parse(List.of(address), "", "", "", "FR");
  }

  /**
   * Reads an address whose place stands in cells of its own, in France unless it says otherwise.
   */
  public static PostalAddress parse(String address, String postcode, String city, String country) {
    return parse(List.of(address), postcode, city, country, "FR");
  }

  /**
   * Reads an address. Never throws, whatever the text.
   *
   * @param lines from top to bottom; may hold postcode, city and country where the next arguments
   *     are empty
   * @param postcode as written; may be empty or hold the city too
   * @param city as written; may be empty or hold the postcode, CEDEX or arrondissement too
   * @param country code or name as written; may be empty
   * @param home ISO 3166 alpha-2 code of the country that an address without one belongs to
   */
  public static PostalAddress parse(
      List<String> lines, String postcode, String city, String country, String home) {
    return AddressReader.read(lines, postcode, city, country, home);
  }

  /** Returns whether nothing at all was written. */
  public boolean isEmpty() {
    return number.isEmpty()
        && wayType.isEmpty()
        && wayName.isEmpty()
        && unit.isEmpty()
        && building.isEmpty()
        && locality.isEmpty()
        && delivery.isEmpty()
        && postcode.isEmpty()
        && city.isEmpty()
        && cedex.isEmpty();
  }

  /**
   * Returns number and the suffix's first letter, since {@code 12 BIS} is also written {@code 12
   * B}; empty without a number.
   */
  public String houseKey() {
    return suffix.isEmpty() || number.isEmpty() ? number : number + suffix.charAt(0);
  }

  /**
   * Returns the address as La Poste wants it (AFNOR XP Z10-011): below the name, from the innermost
   * to the country; capitals without accents or punctuation, no empty line, 38 characters at most,
   * abbreviated only where needed. A word longer than a line is cut.
   */
  public List<String> toPostalLines() {
    return PostalLines.of(this);
  }

  /** Returns the country, if known. */
  java.util.Optional<Country> countryOf() {
    return Countries.table().byCode(country);
  }
}
