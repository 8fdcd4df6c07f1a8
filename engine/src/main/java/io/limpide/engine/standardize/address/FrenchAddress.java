package io.limpide.engine.standardize.address;

import io.limpide.engine.reference.Commune;
import io.limpide.engine.reference.WayTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a French address by tokens, in the spirit of addok-france: place first, then boxes, then
 * the way, and what is left are complements.
 */
final class FrenchAddress {
  private final Words words;
  private final String country;
  private final List<String> units = new ArrayList<>();
  private final List<String> buildings = new ArrayList<>();
  private final List<String> localities = new ArrayList<>();

  FrenchAddress(Words words, String country) {
    this.words = words;
    this.country = country;
  }

  PostalAddress read(String postcode, String city) {
    Place place = new FrenchPlace(words).read(postcode, city);
    String delivery = delivery();
    FrenchWay way = FrenchWay.find(words);
    complements();
    String insee = place.commune().map(Commune::parent).orElse("");
    return new PostalAddress(
        way.number(),
        way.suffix(),
        way.type(),
        way.name(),
        way.key(),
        String.join(" ", units),
        String.join(" ", buildings),
        String.join(" ", localities),
        delivery,
        place.postcode(),
        place.cityName(),
        place.cedex(),
        insee,
        place.postcode().equals(FrenchPlace.MONACO) ? "MC" : country,
        level(way, place, delivery));
  }

  private AddressLevel level(FrenchWay way, Place place, String delivery) {
    boolean hasWay = !way.type().isEmpty() || !way.name().isEmpty();
    boolean delivered =
        (hasWay && !way.number().isEmpty())
            || !delivery.isEmpty()
            || localities.stream().anyMatch(FrenchAddress::isName)
            || !buildings.isEmpty();
    if (place.postcode().isEmpty() || place.city().isEmpty()) {
      boolean nothing =
          !hasWay && delivery.isEmpty() && place.postcode().isEmpty() && place.city().isEmpty();
      return nothing ? AddressLevel.UNPARSED : AddressLevel.INCOMPLETE;
    }
    boolean geographic = place.cedex().isEmpty();
    if (geographic && !place.exact().isEmpty()) {
      return delivered
          ? AddressLevel.COMPLETE_VERIFIED
          : hasWay ? AddressLevel.COMPLETE : AddressLevel.CP_COMMUNE_OK;
    }
    if (geographic && place.knowsPostcode() && !place.named().isEmpty()) {
      return AddressLevel.CP_COMMUNE_MISMATCH;
    }
    return delivered || hasWay ? AddressLevel.COMPLETE : AddressLevel.INCOMPLETE;
  }

  private static boolean isName(String locality) {
    return locality.chars().anyMatch(Character::isLetter);
  }

  /** Boxes and special services: all of them, in order. */
  private String delivery() {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.isUsed(i)) {
        continue;
      }
      int to = boxEnd(i, found);
      if (to > i) {
        words.use(i, to);
      }
    }
    return String.join(" ", found);
  }

  private int boxEnd(int at, List<String> found) {
    String word = words.word(at);
    String next = words.word(at + 1);
    if (word.equals("POSTE") && next.equals("RESTANTE")) {
      found.add("POSTE RESTANTE");
      return at + 2;
    }
    int behind = at + 1;
    String kind;
    if (word.equals("BP") || word.equals("CS") || word.equals("TSA") || word.equals("CIDEX")) {
      kind = word;
    } else if (isInitials(word, next, "B", "P") || isInitials(word, next, "C", "S")) {
      kind = word + next;
      behind++;
    } else if (word.equals("BOITE") && next.equals("POSTALE")) {
      kind = "BP";
      behind++;
    } else {
      return gluedBox(word, at, found);
    }
    if (Vocabulary.NUMBER_SIGNS.contains(words.word(behind))) {
      behind++;
    }
    if (words.isUsed(behind) || !Words.isDigits(words.word(behind))) {
      return at;
    }
    StringBuilder number = new StringBuilder(WayKey.unpadded(words.word(behind++)));
    while (!words.isUsed(behind)
        && !words.isBroken(behind)
        && words.word(behind).length() == 3
        && number.length() <= 2
        && Words.isDigits(words.word(behind))
        && WayTypes.table().at(words.folded(), behind + 1).isEmpty()) {
      number.append(words.word(behind++));
    }
    found.add(kind + " " + number);
    return behind;
  }

  private static boolean isInitials(String word, String next, String first, String second) {
    return word.equals(first) && next.equals(second);
  }

  private static int gluedBox(String word, int at, List<String> found) {
    for (String kind : List.of("BP", "CS", "TSA")) {
      if (word.startsWith(kind) && Words.isDigits(word.substring(kind.length()))) {
        found.add(kind + " " + WayKey.unpadded(word.substring(kind.length())));
        return at + 1;
      }
    }
    return at;
  }

  /** Sorts what is left by the words with which it begins. */
  private void complements() {
    int from = 0;
    while (from < words.size()) {
      if (words.isUsed(from)) {
        from++;
        continue;
      }
      int end = words.segmentEnd(from);
      int to = from + 1;
      while (to < end && !begins(to)) {
        to++;
      }
      target(from, to).add(words.original(from, to));
      from = to;
    }
  }

  private boolean begins(int index) {
    String word = words.word(index);
    return (Vocabulary.AFTER_A_WAY.contains(word) || isOrdinalFloor(index))
        && !Vocabulary.SMALL.contains(words.word(index - 1))
        && !isOrdinalFloor(index - 1);
  }

  private boolean isOrdinalFloor(int index) {
    String next = words.word(index + 1);
    return Words.startsWithDigit(words.word(index))
        && (next.equals("ETAGE") || next.equals("ETG") || next.equals("ET"));
  }

  private List<String> target(int from, int to) {
    String word = words.word(from);
    boolean careOf = word.equals("C") && words.word(from + 1).equals("O") && to - from > 2;
    if (Vocabulary.UNITS.contains(word) || isOrdinalFloor(from) || careOf) {
      return units;
    }
    Optional<WayTypes.Match> way = WayTypes.table().at(words.folded(), from);
    boolean named = way.isPresent() && way.get().words() < to - from;
    return Vocabulary.BUILDINGS.contains(word) && (!named || !word.equals("LES"))
        ? buildings
        : localities;
  }
}
