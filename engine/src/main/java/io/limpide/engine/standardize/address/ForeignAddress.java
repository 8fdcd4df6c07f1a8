package io.limpide.engine.standardize.address;

import io.limpide.engine.reference.Countries;
import io.limpide.engine.reference.PlaceNames;
import io.limpide.engine.reference.WayTypes;
import io.limpide.engine.standardize.general.Spaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an address outside France by rules that hold in many countries: the number before or behind
 * the street's name, the type before, behind or glued to it, the postcode before or behind the
 * city.
 */
final class ForeignAddress {
  private static final Set<String> UNITS =
      Set.of(
          "APT",
          "APARTMENT",
          "SUITE",
          "STE",
          "UNIT",
          "FLAT",
          "FLOOR",
          "LEVEL",
          "ROOM",
          "RM",
          "PISO",
          "PLANTA",
          "ETAGE",
          "STOCK",
          "INTERNO",
          "SCALA",
          "BUS",
          "BOITE",
          "BTE",
          "PUERTA");

  /** Where the name of a street ends and a description begins. */
  private static final Set<String> DESCRIPTIONS =
      Set.of("BETWEEN", "AT", "NEAR", "OFF", "BELOW", "ABOVE", "OPPOSITE", "CORNER", "BET");

  private static final Set<String> SMALL =
      Set.of(
          "THE", "OF", "DE", "DU", "DES", "LA", "LE", "LES", "DER", "DIE", "DAS", "DEN", "DEL",
          "DELLA", "DELLE", "DEI", "DI", "DO", "DA", "DOS", "EL", "LOS", "LAS", "VAN", "VON");

  private final Words words;
  private String country;
  private String number = "";
  private String suffix = "";
  private String type = "";
  private String name = "";
  private String key = "";
  private String postcode = "";
  private String city = "";
  private final List<String> units = new ArrayList<>();
  private final List<String> localities = new ArrayList<>();

  ForeignAddress(Words words, String country) {
    this.words = words;
    this.country = country;
  }

  PostalAddress read(String postcodeCell, String cityCell) {
    postcode = form(postcodeCell);
    city = cityCell.strip();
    if (postcode.isEmpty()) {
      findPostcode();
    }
    String delivery = delivery();
    for (int i = 0; i < words.size(); i++) {
      if (!words.isUsed(i) && UNITS.contains(words.word(i)) && isCode(i + 1)) {
        words.use(i, i + 2);
        units.add(words.original(i, i + 2));
      }
    }
    street();
    for (int i = 0; i < words.size(); i++) {
      if (!words.isUsed(i)) {
        int end = words.segmentEnd(i);
        localities.add(words.original(i, end));
        words.use(i, end);
      }
    }
    String written = name + key + postcode + city + delivery + String.join("", localities);
    return new PostalAddress(
        number,
        suffix,
        type,
        name,
        key,
        String.join(" ", units),
        "",
        String.join(" ", localities),
        delivery,
        postcode,
        city,
        "",
        "",
        country,
        written.isEmpty() && number.isEmpty() ? AddressLevel.UNPARSED : AddressLevel.FOREIGN);
  }

  private String form(String cell) {
    return Countries.table()
        .postcode(country, cell)
        .orElseGet(
            () -> cell.length() > 40 ? cell.strip() : Spaces.single(cell.toUpperCase(Locale.ROOT)));
  }

  private boolean isCode(int index) {
    String word = words.word(index);
    return index < words.size()
        && !words.isUsed(index)
        && !words.isBroken(index)
        && (word.length() == 1 || Words.startsWithDigit(word));
  }

  private void findPostcode() {
    for (int end = words.size(); end > 0; end--) {
      for (int length = 2; length > 0; length--) {
        int from = end - length;
        if (from < 0 || words.isUsed(from) || words.isUsed(end - 1)) {
          continue;
        }
        Optional<String> found = postcodeOf(from, end);
        if (found.isPresent() && (from > 0 || (length < words.size() && !country.isEmpty()))) {
          postcode = found.get();
          words.use(from, end);
          if (city.isEmpty()) {
            findCity(from, end);
          }
          return;
        }
      }
    }
  }

  private Optional<String> postcodeOf(int from, int end) {
    String text = words.folded(from, end);
    if (!country.isEmpty()) {
      return startsStreet(from, end) ? Optional.empty() : Countries.table().postcode(country, text);
    }
    boolean atAnEdge = from > 0 && (words.isBroken(from) || words.isBroken(end));
    for (String guess : new String[] {"GB", "CA", "NL"}) {
      Optional<String> found = Countries.table().postcode(guess, text);
      if (found.isPresent() && atAnEdge) {
        country = guess;
        return found;
      }
    }
    boolean american =
        end == words.size()
            && from > 1
            && words.word(from - 1).length() == 2
            && !Words.startsWithDigit(words.word(from - 1));
    Optional<String> found = american ? Countries.table().postcode("US", text) : Optional.empty();
    country = found.isPresent() ? "US" : country;
    return found;
  }

  /**
   * A house number may look like a postcode: the first word before a street, {@code 5401 Main St}.
   */
  private boolean startsStreet(int from, int end) {
    return (from == 0 && end < words.size() && !words.isBroken(end) && words.size() > 3)
        || (from > 0 && end < words.size() && !ForeignStreets.trailing(words.word(end)).isEmpty());
  }

  /** Behind the postcode in its segment, else before it, but not the street. */
  private void findCity(int from, int end) {
    if (end < words.size() && !words.isUsed(end) && !words.isBroken(end)) {
      int to = words.segmentEnd(end);
      city = words.original(end, to);
      words.use(end, to);
      return;
    }
    int to = from;
    if (to > 1 && words.word(to - 1).length() == 2 && !Words.startsWithDigit(words.word(to - 1))) {
      to--; // a state
      localities.add(words.original(to, from));
      words.use(to, from);
    }
    int begin = to;
    while (begin > 0
        && !words.isUsed(begin - 1)
        && (begin == to || !words.isBroken(begin))
        && !Words.startsWithDigit(words.word(begin - 1))
        && ForeignStreets.trailing(words.word(begin - 1)).isEmpty()) {
      begin--;
    }
    if (begin > 0 && begin < to) {
      city = words.original(begin, to);
      words.use(begin, to);
    }
  }

  private String delivery() {
    for (int i = 0; i < words.size(); i++) {
      String text = words.folded(i, Math.min(words.size(), i + 3));
      int skip =
          text.startsWith("PO BOX") || text.startsWith("GPO BOX")
              ? 2
              : text.startsWith("P O BOX")
                  ? 3
                  : text.startsWith("POSTFACH") || text.startsWith("APARTADO") ? 1 : 0;
      if (skip > 0 && !words.isUsed(i) && Words.startsWithDigit(words.word(i + skip))) {
        words.use(i, i + skip + 1);
        return "PO BOX " + words.word(i + skip);
      }
    }
    return "";
  }

  /** The first segment with a number at either end, or with a word for a street. */
  private void street() {
    int found = -1;
    for (int i = 0; i < words.size() && found < 0; i = segmentAfter(i)) {
      if (!words.isUsed(i)) {
        int end = words.segmentEnd(i);
        boolean numbered =
            Words.startsWithDigit(words.word(i)) || Words.isDigits(words.word(end - 1));
        if (numbered || hasType(i, end)) {
          found = i;
        }
      }
    }
    if (found >= 0) {
      read(found, words.segmentEnd(found));
    }
  }

  private int segmentAfter(int index) {
    return words.isUsed(index) ? index + 1 : words.segmentEnd(index);
  }

  private boolean hasType(int from, int end) {
    for (int i = from; i < end; i++) {
      if ((!ForeignStreets.trailing(words.word(i)).isEmpty() && i > from)
          || (i == from && !ForeignStreets.leading(words.word(i)).isEmpty())
          || ForeignStreets.ending(words.word(i)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private void read(int first, int end) {
    int from = first;
    HouseNumber house = HouseNumber.at(words, from);
    boolean leads = house.end() > from && house.end() < end;
    if (leads) {
      number = house.number();
      suffix = house.suffix();
      from = house.end();
    } else if (house.end() == end) {
      number = house.number(); // a number alone: the name stands in the next segment
      suffix = house.suffix();
      words.use(first, end);
      street();
      return;
    }
    int to = from;
    while (to < end && !(to > from && DESCRIPTIONS.contains(words.word(to)))) {
      to++;
    }
    int nameEnd = to;
    if (number.isEmpty()) {
      nameEnd = trailingNumber(from, to);
    }
    name(from, nameEnd);
    words.use(first, to);
    if (to < end) {
      localities.add(words.original(to, end));
      words.use(to, end);
    }
    if (number.isEmpty() && end < words.size() && !words.isUsed(end)) {
      HouseNumber next = HouseNumber.at(words, end); // Calle Mayor, 12
      if (next.end() > end && next.end() == words.segmentEnd(end)) {
        number = next.number();
        suffix = next.suffix();
        words.use(end, next.end());
      }
    }
  }

  private int trailingNumber(int from, int to) {
    for (int i = to - 1; i > from && i >= to - 3; i--) {
      HouseNumber house = HouseNumber.at(words, i);
      boolean ordinal = !ForeignStreets.ordinal(words.word(i)).equals(words.word(i));
      boolean begins = !Words.startsWithDigit(words.word(i - 1));
      if (house.end() > i && house.end() <= to && !ordinal && begins) {
        number = house.number();
        suffix = house.suffix();
        if (house.end() < to) {
          units.add(words.original(house.end(), to));
        }
        return i;
      }
    }
    return to;
  }

  /** Belgium, Switzerland, Luxembourg and Canada name their ways in French too. */
  private String leadingType(int at) {
    String foreign = ForeignStreets.leading(words.word(at));
    boolean southern = Set.of("ES", "PT", "IT", "BR", "MX", "AR", "PL").contains(country);
    if (southern) {
      return foreign;
    }
    return WayTypes.table()
        .at(words.folded(), at)
        .filter(match -> match.certain() && match.words() == 1)
        .map(match -> match.type().code())
        .filter(Vocabulary.STRONG_WAYS::contains)
        .orElse(foreign);
  }

  private void name(int from, int to) {
    if (from >= to) {
      return;
    }
    List<String> parts = new ArrayList<>();
    int begin = from;
    int end = to;
    String leading = leadingType(from);
    boolean isCalle = words.word(from).equals("C") && !country.equals("US");
    if ((!leading.isEmpty() || isCalle) && to - from > 1) {
      type = isCalle ? "CALLE" : leading;
      begin++;
    }
    String direction = "";
    if (type.isEmpty() && end - begin > 2) {
      direction = ForeignStreets.DIRECTIONS.getOrDefault(words.word(end - 1), "");
      end -= direction.isEmpty() ? 0 : 1;
    }
    if (type.isEmpty() && end - begin > 1) {
      type = ForeignStreets.trailing(words.word(end - 1));
      end -= type.isEmpty() ? 0 : 1;
    }
    for (int i = begin + 1; i + 1 < end && type.isEmpty() && !number.isEmpty(); i++) {
      type = ForeignStreets.trailing(words.word(i));
      if (!type.isEmpty()) { // 7050 Jimmy Carter Blvd Norcross
        localities.add(words.original(i + 1, end));
        end = i;
      }
    }
    for (int i = begin; i < end; i++) {
      String word = words.word(i);
      Optional<String[]> ending = type.isEmpty() ? ForeignStreets.ending(word) : Optional.empty();
      if (ending.isPresent()) {
        type = ending.get()[1];
        word = word.substring(0, word.length() - ending.get()[0].length());
      }
      word = ForeignStreets.ordinal(ForeignStreets.DIRECTIONS.getOrDefault(word, word));
      if (!SMALL.contains(word) || end - begin == 1) {
        parts.add(word);
      }
    }
    if (!direction.isEmpty()) {
      parts.add(0, direction);
    }
    name = words.original(begin, end);
    key = parts.isEmpty() ? PlaceNames.fold(name) : String.join(" ", parts);
  }
}
