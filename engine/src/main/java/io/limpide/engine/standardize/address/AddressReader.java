package io.limpide.engine.standardize.address;

import io.limpide.engine.reference.Commune;
import io.limpide.engine.reference.Communes;
import io.limpide.engine.reference.Countries;
import io.limpide.engine.reference.Country;
import io.limpide.engine.reference.PlaceNames;
import java.util.List;
import java.util.Optional;

/** Reads an address: finds its country, then leaves it to the rules of that country. */
final class AddressReader {
  private static final int LONGEST = 2_000;

  private AddressReader() {}

  static PostalAddress read(
      List<String> lines, String postcode, String city, String country, String home) {
    String text = String.join("\n", lines);
    String rest = "";
    if (text.length() > LONGEST) {
      rest = text.substring(LONGEST);
      text = text.substring(0, LONGEST);
    }
    Words words = new Words(text);
    if (words.size() == Words.MOST) {
      rest = text.substring(words.end(Words.MOST - 1)) + rest;
    }
    Optional<Country> stated = Countries.table().find(country);
    if (stated.isEmpty() && country.isBlank()) {
      stated = atTheEnd(words, !postcode.isBlank() || !city.isBlank());
    }
    String code = stated.map(Country::code).orElseGet(() -> country.isBlank() ? home : "");
    boolean french = Countries.table().byCode(code).map(Country::hasFrenchAddresses).orElse(false);
    if (stated.isEmpty() && french && looksForeign(words, postcode, city)) {
      code = "";
      french = false;
    }
    PostalAddress address =
        french
            ? new FrenchAddress(words, code).read(postcode, city)
            : new ForeignAddress(words, code).read(postcode, city);
    return rest.isBlank() ? address : withRest(address, rest);
  }

  /** A country behind a break or a postcode's city: not the end of {@code rue de France}. */
  private static Optional<Country> atTheEnd(Words words, boolean placed) {
    int end = words.size();
    for (int length = Math.min(4, end); length > 0; length--) {
      int from = end - length;
      boolean alone = words.isBroken(from) && from > 0;
      boolean behindCity = false;
      for (int i = Math.max(0, from - 6); i < from - 1 && !behindCity; i++) {
        behindCity = !CityText.postcodeAt(words, i).isEmpty();
      }
      String name = words.folded(from, end);
      // RDC is the ground floor, CH 5 a flat: codes count only where no place has been said.
      int shortest = alone && !placed && !Vocabulary.UNITS.contains(name) ? 2 : 4;
      if ((alone || behindCity) && name.length() >= shortest) {
        Optional<Country> country = Countries.table().find(name);
        if (country.isPresent()) {
          words.use(from, end);
          return country;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean looksForeign(Words words, String postcode, String city) {
    String plain = postcode.length() > 30 ? "" : PlaceNames.fold(postcode).replace(" ", "");
    boolean knownPostcode = Communes.table().isPostcode(plain);
    if (knownPostcode) {
      return false;
    }
    if (!plain.isEmpty() && !CityText.isFive(plain) && !startsWithPostcode(postcode)) {
      boolean lostZero =
          plain.length() == 4
              && Words.isDigits(plain)
              && !Place.resolve("0" + plain, CityText.of(city).city(), "").exact().isEmpty();
      return !lostZero;
    }
    if (plain.isEmpty() && !city.isBlank() && isFrenchCity(city)) {
      return false;
    }
    return ForeignStreets.speaks(words, plain.isEmpty() && !city.isBlank());
  }

  private static boolean startsWithPostcode(String cell) {
    return !CityText.of(cell).postcode().isEmpty();
  }

  private static boolean isFrenchCity(String city) {
    List<Commune> named = Communes.table().byName(CityText.of(city).city());
    return !named.isEmpty();
  }

  private static PostalAddress withRest(PostalAddress address, String rest) {
    return new PostalAddress(
        address.number(),
        address.suffix(),
        address.wayType(),
        address.wayName(),
        address.wayKey(),
        address.unit(),
        address.building(),
        (address.locality() + " " + rest).strip(),
        address.delivery(),
        address.postcode(),
        address.city(),
        address.cedex(),
        address.insee(),
        address.country(),
        address.level());
  }
}
