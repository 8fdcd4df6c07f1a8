package io.limpide.engine.standardize.address;

import io.limpide.engine.reference.Commune;
import io.limpide.engine.reference.Communes;
import io.limpide.engine.reference.PlaceNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the table of French places says of a postcode and a city.
 *
 * @param postcode as given, or what the arrondissement proves; empty when there is none
 * @param city the name as written, without CEDEX and arrondissement
 * @param cedex {@code CEDEX} or {@code CEDEX 02}; empty when there is none
 * @param exact the places of this name that the postcode serves
 * @param named every place of this name in France
 */
record Place(String postcode, String city, String cedex, List<Commune> exact, List<Commune> named) {

  static Place of(String postcodeCell, String cityCell) {
    CityText text = CityText.of(cityCell);
    CityText inPostcode = CityText.of(postcodeCell);
    String postcode = inPostcode.postcode();
    String city = text.city();
    String cedex = text.cedex();
    if (!postcode.isEmpty() && city.isEmpty()) {
      city = inPostcode.city();
      cedex = cedex.isEmpty() ? inPostcode.cedex() : cedex;
    }
    if (postcode.isEmpty() && postcodeCell.isBlank()) {
      postcode = text.postcode();
    }
    if (postcode.isEmpty()) {
      postcode = unspaced(postcodeCell);
    }
    if (cedex.isEmpty()
        && text.arrondissement() > 0
        && (postcode.isEmpty() || postcode.endsWith("000"))) {
      postcode = text.arrondissementPostcode();
    }
    if (postcode.length() == 4 && Words.isDigits(postcode)) {
      Place padded = resolve("0" + postcode, city, cedex);
      if (!padded.exact().isEmpty()) {
        return padded; // a spreadsheet took the zero for nothing
      }
    }
    return resolve(postcode, city, cedex);
  }

  /** Digits written in groups, such as {@code 75 001}; anything else is returned as it is. */
  private static String unspaced(String cell) {
    if (cell.length() > 20) {
      return cell.strip();
    }
    String plain = PlaceNames.fold(cell).replace(" ", "");
    return CityText.isFive(plain) ? plain : cell.strip();
  }

  static Place resolve(String postcode, String city, String cedex) {
    if (city.isEmpty()) {
      return new Place(postcode, city, cedex, List.of(), List.of());
    }
    Communes communes = Communes.table();
    String key = PlaceNames.key(city);
    List<Commune> named = communes.byKey(key);
    List<Commune> exact = new ArrayList<>();
    for (Commune commune : named) {
      if (communes.postcodesOf(commune).contains(postcode)) {
        exact.add(commune);
      }
    }
    return new Place(postcode, city, cedex, List.copyOf(exact), named);
  }

  boolean knowsPostcode() {
    return Communes.table().isPostcode(postcode);
  }

  /** Returns the commune of today, if postcode and name together leave one only. */
  Optional<Commune> commune() {
    if (named.isEmpty()) {
      return Optional.empty();
    }
    List<Commune> today = exact.stream().map(Communes.table()::today).distinct().limit(2).toList();
    if (today.size() == 1) {
      return Optional.of(today.get(0));
    }
    if (exact.isEmpty()) {
      return inDepartment();
    }
    return Optional.empty();
  }

  /** A CEDEX code, or an unknown one, still tells the département; a name may be the only one. */
  private Optional<Commune> inDepartment() {
    boolean geographic = cedex.isEmpty() && knowsPostcode();
    if (geographic) {
      return Optional.empty();
    }
    Optional<String> department = Communes.departmentOfDigits(postcode);
    List<Commune> there =
        named.stream()
            .filter(commune -> commune.kind() == Commune.Kind.COMMUNE)
            .filter(
                commune -> department.isEmpty() || department.get().equals(commune.department()))
            .limit(2)
            .toList();
    return there.size() == 1 ? Optional.of(there.get(0)) : Optional.empty();
  }

  /** Returns the name as the table writes it when it is certain, else as it was written. */
  String cityName() {
    if (exact.isEmpty()) {
      return commune().map(Commune::name).orElse(city);
    }
    Commune first = exact.get(0);
    boolean agreed = exact.stream().allMatch(commune -> commune.name().equals(first.name()));
    return agreed && first.kind() != Commune.Kind.LOCALITY ? first.name() : city;
  }
}
