package io.limpide.engine.standardize.address;

import io.limpide.engine.reference.Commune;
import io.limpide.engine.reference.Commune.Kind;
import io.limpide.engine.reference.Communes;
import io.limpide.engine.reference.PlaceNames;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the table of communes says of a French postcode and city. */
final class FrenchPlaceRule {
  private static final double LIKE = 0.90;
  private static final int SHOWN = 3;

  private FrenchPlaceRule() {}

  static void apply(PlaceCells cells, boolean stated) {
    rightCells(cells);
    arrondissement(cells);
    zero(cells);
    Place place = cells.place();
    if (!place.exact().isEmpty()) {
      official(cells, place);
      return;
    }
    if (place.postcode().isEmpty() || cells.postcode().isEmpty()) {
      postcodeFromCity(cells, place);
    } else if (!CityText.isFive(place.postcode())) {
      if (stated || cells.isInFrenchColumn()) {
        cells.remarkOnPostcode(AddressRules.POSTCODE_FORMAT, cells.postcode(), "France");
      }
    } else if (!place.cedex().isEmpty()) {
      cedex(cells, place);
    } else if (cells.city().isEmpty()) {
      cityFromPostcode(cells, place);
    } else {
      doubt(cells, place);
    }
  }

  /** Postcode and city in one cell, or each in the other's. */
  private static void rightCells(PlaceCells cells) {
    CityText inCity = CityText.of(cells.city());
    CityText inPostcode = CityText.of(cells.postcode());
    Communes communes = Communes.table();
    if (inPostcode.postcode().isEmpty()
        && !cells.postcode().isEmpty()
        && inCity.city().isEmpty()
        && communes.isPostcode(inCity.postcode())
        && serves(inCity.postcode(), inPostcode.city())) {
      String city = cells.postcode();
      if (cells.postcode(AddressRules.SWAPPED, inCity.postcode(), 1, cells.city())) {
        cells.city(AddressRules.SWAPPED, city, 1, inCity.postcode());
      }
      return;
    }
    if (!inPostcode.postcode().isEmpty() && !inPostcode.city().isEmpty() && cells.hasCityCell()) {
      String rest = afterPostcode(cells.postcode());
      boolean same =
          cells.city().isEmpty()
              || PlaceNames.key(inCity.city()).equals(PlaceNames.key(inPostcode.city()));
      boolean fits =
          serves(inPostcode.postcode(), inPostcode.city()) || !inPostcode.cedex().isEmpty();
      if (same && fits && fill(cells, rest)) {
        cells.postcode(AddressRules.CITY_SPLIT, inPostcode.postcode(), 1);
      }
    }
    if (!inCity.postcode().isEmpty() && !inCity.city().isEmpty() && cells.hasPostcodeCell()) {
      String rest = afterPostcode(cells.city());
      String postcode = cells.postcode();
      boolean free = postcode.isEmpty() || postcode.equals(inCity.postcode());
      boolean fits = serves(inCity.postcode(), inCity.city()) || !inCity.cedex().isEmpty();
      if (free && fits && cells.postcode(AddressRules.CITY_SPLIT, inCity.postcode(), 1)) {
        cells.city(AddressRules.CITY_SPLIT, rest, 1);
      }
    }
  }

  private static boolean fill(PlaceCells cells, String city) {
    return !cells.city().isEmpty() || cells.city(AddressRules.CITY_SPLIT, city, 1);
  }

  private static boolean serves(String postcode, String city) {
    return !Place.resolve(postcode, city, "").exact().isEmpty();
  }

  private static String afterPostcode(String cell) {
    Words words = new Words(cell);
    int from = words.word(0).length() < 5 ? 2 : 1;
    return from < words.size() ? cell.substring(words.start(from)).strip() : "";
  }

  /** {@code PARIS 15}: the number belongs to the postcode, which says it already or lacks it. */
  private static void arrondissement(PlaceCells cells) {
    CityText text = CityText.of(cells.city());
    String proven = text.arrondissementPostcode();
    if (proven.isEmpty() || !text.cedex().isEmpty() || !text.postcode().isEmpty()) {
      return;
    }
    String postcode = cells.postcode();
    if (postcode.isEmpty() || postcode.equals(proven.substring(0, 2) + "000")) {
      if (!cells.hasPostcodeCell()
          || !cells.postcode(AddressRules.POSTCODE_ARRONDISSEMENT, proven, 1, cells.city())) {
        return;
      }
      postcode = proven;
    }
    boolean agrees =
        postcode.equals(proven) || (postcode.equals("75116") && proven.equals("75016"));
    if (agrees) {
      cells.city(AddressRules.CITY_ARRONDISSEMENT, text.city(), 1, postcode);
    }
  }

  /** A spreadsheet took the leading zero for nothing. */
  private static void zero(PlaceCells cells) {
    String postcode = cells.postcode();
    if (postcode.length() == 4 && Words.isDigits(postcode)) {
      String padded = "0" + postcode;
      if (serves(padded, CityText.of(cells.city()).city())) {
        cells.postcode(AddressRules.POSTCODE_ZERO, padded, 1, cells.city());
      } else if (cells.isInFrenchColumn() && Communes.table().isPostcode(padded)) {
        cells.postcode(AddressRules.POSTCODE_ZERO, padded, 0.97);
      }
    }
  }

  private static void official(PlaceCells cells, Place place) {
    CityText text = CityText.of(cells.city());
    if (cells.city().isEmpty() || !place.cedex().isEmpty() || text.arrondissement() > 0) {
      return;
    }
    Commune first = place.exact().get(0);
    boolean today =
        place.exact().stream()
            .anyMatch(found -> found.kind() == Kind.COMMUNE || found.kind() == Kind.ARRONDISSEMENT);
    boolean former =
        !today
            && (first.kind() == Kind.DELEGATED || first.kind() == Kind.ASSOCIATED)
            && place.exact().size() == 1;
    String postcode = place.postcode();
    boolean stated = cells.postcode().equals(postcode);
    if (stated && text.postcode().isEmpty() && text.department().isEmpty()) {
      cells.city(AddressRules.CITY_OFFICIAL, place.cityName(), 1, postcode);
    }
    if (former) {
      Commune heir = Communes.table().today(first);
      cells.city(AddressRules.CITY_FORMER, heir.name(), 0.9, first.name(), heir.name());
    }
  }

  private static void cedex(PlaceCells cells, Place place) {
    if (Communes.departmentOfDigits(place.postcode()).isEmpty()) {
      cells.remarkOnPostcode(AddressRules.UNKNOWN_POSTCODE, place.postcode());
    }
  }

  private static void postcodeFromCity(PlaceCells cells, Place place) {
    CityText text = CityText.of(cells.city());
    if (!cells.hasPostcodeCell() || !place.cedex().isEmpty() || !text.postcode().isEmpty()) {
      return;
    }
    List<Commune> candidates =
        place.named().stream()
            .filter(found -> found.kind() == Kind.COMMUNE)
            .filter(
                found ->
                    text.department().isEmpty() || text.department().equals(found.department()))
            .toList();
    if (candidates.size() == 1 && candidates.get(0).postcodes().size() == 1) {
      String postcode = candidates.get(0).postcodes().get(0);
      cells.postcode(AddressRules.POSTCODE_FROM_CITY, postcode, 0.9, candidates.get(0).name());
    }
  }

  private static void cityFromPostcode(PlaceCells cells, Place place) {
    if (!place.knowsPostcode()) {
      unknown(cells, place);
      return;
    }
    List<Commune> served = communes(place.postcode());
    if (cells.hasCityCell() && served.size() == 1) {
      cells.city(AddressRules.CITY_FROM_POSTCODE, served.get(0).name(), 0.95, place.postcode());
    }
  }

  /** The communes of today that a postcode serves; Paris once, not its arrondissement too. */
  private static List<Commune> communes(String postcode) {
    return Communes.table().byPostcode(postcode).stream()
        .filter(found -> found.kind() == Kind.COMMUNE)
        .toList();
  }

  /** Postcode and name are there, the table does not have them together. */
  private static void doubt(PlaceCells cells, Place place) {
    String postcode = place.postcode();
    if (postcode.equals("75000") || postcode.equals("69000") || postcode.equals("13000")) {
      cells.remarkOnPostcode(AddressRules.FAKE_POSTCODE, postcode);
      return;
    }
    Optional<Commune> like = like(postcode, place.city());
    if (like.isPresent()) {
      double likeness =
          Likeness.of(PlaceNames.key(place.city()), PlaceNames.key(like.get().name()));
      cells.city(AddressRules.CITY_TYPO, like.get().name(), likeness, postcode);
      if (place.named().isEmpty()) {
        cells.remarkOnCity(AddressRules.UNKNOWN_CITY, place.city(), postcode, names(postcode));
        return;
      }
    }
    if (place.named().isEmpty()) {
      if (!place.knowsPostcode()) {
        unknown(cells, place);
      } else {
        cells.remarkOnCity(AddressRules.UNKNOWN_CITY, place.city(), postcode, names(postcode));
      }
      return;
    }
    digits(cells, place);
    if (place.knowsPostcode()) {
      cells.remarkOnPostcode(
          AddressRules.MISMATCH, postcode, place.city(), names(postcode), postcodes(place));
    } else {
      unknown(cells, place);
    }
  }

  /** An unknown postcode of the right département may be a CEDEX code whose CEDEX was dropped. */
  private static void unknown(PlaceCells cells, Place place) {
    Optional<String> department = Communes.departmentOfDigits(place.postcode());
    boolean there =
        department.isPresent()
            && (place.city().isEmpty()
                || place.named().stream()
                    .anyMatch(found -> found.department().equals(department.get())));
    cells.remarkOnPostcode(
        there ? AddressRules.PERHAPS_CEDEX : AddressRules.UNKNOWN_POSTCODE, place.postcode());
  }

  private static Optional<Commune> like(String postcode, String city) {
    String key = PlaceNames.key(city);
    if (key.length() < 4) {
      return Optional.empty();
    }
    Commune best = null;
    double most = LIKE;
    boolean tie = false;
    for (Commune commune : communes(postcode)) {
      double likeness = Likeness.of(key, PlaceNames.key(commune.name()));
      tie = likeness == most && best != null;
      if (likeness > most || (best == null && likeness >= most)) {
        best = commune;
        most = likeness;
        tie = false;
      }
    }
    return tie ? Optional.empty() : Optional.ofNullable(best);
  }

  /** Two digits exchanged, or one mistyped, if the name leaves one postcode only. */
  private static void digits(PlaceCells cells, Place place) {
    Set<String> near = new LinkedHashSet<>();
    for (Commune commune : place.named()) {
      for (String candidate : Communes.table().postcodesOf(commune)) {
        if (isExchanged(candidate, place.postcode())) {
          near.add(candidate);
        }
      }
    }
    if (near.size() == 1) {
      cells.postcode(
          AddressRules.POSTCODE_DIGITS,
          near.iterator().next(),
          0.9,
          place.postcode(),
          place.city());
    }
  }

  /** Two neighbouring digits the other way round. */
  private static boolean isExchanged(String a, String b) {
    for (int i = 0; i + 1 < 5; i++) {
      if (a.charAt(i) == b.charAt(i + 1)
          && a.charAt(i + 1) == b.charAt(i)
          && a.charAt(i) != a.charAt(i + 1)
          && a.regionMatches(0, b, 0, i)
          && a.regionMatches(i + 2, b, i + 2, 3 - i)) {
        return true;
      }
    }
    return false;
  }

  private static String names(String postcode) {
    return communes(postcode).stream()
        .sorted(Comparator.comparingInt(Commune::population).reversed())
        .limit(SHOWN)
        .map(Commune::name)
        .collect(Collectors.joining(", "));
  }

  private static String postcodes(Place place) {
    Set<String> near = Communes.table().departments(place.postcode());
    return place.named().stream()
        .sorted(
            Comparator.comparing((Commune found) -> !near.contains(found.department()))
                .thenComparing(Comparator.comparingInt(Commune::population).reversed()))
        .flatMap(found -> Communes.table().postcodesOf(found).stream())
        .distinct()
        .limit(SHOWN)
        .collect(Collectors.joining(", "));
  }
}
