package io.limpide.engine.standardize.address;

import io.limpide.engine.reference.WayTypes;
import java.util.List;
import java.util.Optional;

/**
 * The way of a French address.
 *
 * @param number without leading zeros
 * @param suffix in capitals
 * @param type code of the way type; empty when none is written
 * @param name as written
 * @param key see {@link WayKey}
 */
record FrenchWay(String number, String suffix, String type, String name, String key) {
  static final FrenchWay NONE = new FrenchWay("", "", "", "", "");

  /** Finds the way among the unused words and marks its words as used. */
  static FrenchWay find(Words words) {
    int size = words.size();
    for (int i = 0; i < size; i++) {
      HouseNumber house = words.isUsed(i) ? HouseNumber.NONE : HouseNumber.at(words, i);
      if (house.end() > i && typeAt(words, house.end(), true).isPresent() && free(words, house)) {
        return read(words, i, house);
      }
    }
    for (int i = 0; i < size; i++) {
      if (!words.isUsed(i) && beginsStrongWay(words, i)) {
        return read(words, i, HouseNumber.none(i));
      }
    }
    for (int i = 0; i < size; i++) {
      HouseNumber house = words.isUsed(i) ? HouseNumber.NONE : HouseNumber.at(words, i);
      if (house.end() > i
          && (words.isBroken(i) || words.isUsed(i - 1))
          && house.end() < size
          && !words.isUsed(house.end())
          && !words.isBroken(house.end())
          && !isFloor(words.word(house.end()))) {
        return read(words, i, house);
      }
    }
    for (int i = 0; i < size; i++) {
      if (!words.isUsed(i) && words.isBroken(i) && beginsWeakWay(words, i)) {
        return read(words, i, HouseNumber.none(i));
      }
    }
    return NONE;
  }

  private static boolean free(Words words, HouseNumber house) {
    return !words.isUsed(house.end());
  }

  private static boolean isFloor(String word) {
    return word.startsWith("ETAGE") || word.equals("ETG");
  }

  private static Optional<WayTypes.Match> typeAt(Words words, int at, boolean afterNumber) {
    if (at >= words.size() || words.isUsed(at)) {
      return Optional.empty();
    }
    return WayTypes.table()
        .at(words.folded(), at)
        .filter(match -> afterNumber || match.certain())
        .filter(match -> afterNumber || !isBuildingCode(words, at, match));
  }

  /** {@code PL 3}, {@code RES A}: the word stands for something else. */
  private static boolean isBuildingCode(Words words, int at, WayTypes.Match match) {
    int next = at + match.words();
    return next < words.size() && words.isBroken(next) && words.word(at).length() <= 3;
  }

  private static boolean beginsStrongWay(Words words, int at) {
    boolean opens = words.isBroken(at) || at == 0 || words.isUsed(at - 1);
    if (!opens && Vocabulary.SMALL.contains(words.word(at - 1))) {
      return false;
    }
    if (opens && isNumberedRoad(words, at)) {
      return true;
    }
    Optional<WayTypes.Match> match = typeAt(words, at, false);
    return match.isPresent()
        && Vocabulary.STRONG_WAYS.contains(match.get().type().code())
        && (opens || words.word(at).length() > 1)
        && (at + match.get().words() < words.size()
            || match.get().type().code().equals("GRANDE RUE"));
  }

  /** {@code RN 7}, {@code RD 906}. */
  private static boolean isNumberedRoad(Words words, int at) {
    return (words.word(at).equals("RN") || words.word(at).equals("RD"))
        && Words.isDigits(words.word(at + 1))
        && !words.isBroken(at + 1)
        && !words.isUsed(at + 1);
  }

  private static boolean beginsWeakWay(Words words, int at) {
    Optional<WayTypes.Match> match = typeAt(words, at, false);
    return match.isPresent()
        && !Vocabulary.BUILDINGS.contains(words.word(at))
        && !match.get().type().code().equals("LIEU DIT");
  }

  private static FrenchWay read(Words words, int from, HouseNumber house) {
    int at = house.end();
    boolean numbered = !house.number().isEmpty() || isNumberedRoad(words, at);
    Optional<WayTypes.Match> match = typeAt(words, at, numbered);
    int name = at + match.map(WayTypes.Match::words).orElse(0);
    int end = name;
    while (end < words.size()
        && !words.isUsed(end)
        && ((end == name && match.isPresent() && end == at + 1) || !words.isBroken(end))
        && !endsName(words, name, end)) {
      end++;
    }
    if (end == name && match.isPresent() && !match.get().type().code().equals("GRANDE RUE")) {
      // A type without a name is the name: 5 Le Clos, 12 Cours.
      words.use(house.begin(from), end);
      return new FrenchWay(house.number(), house.suffix(), match.get().type().code(), "", "");
    }
    words.use(house.begin(from), end);
    List<String> folded = words.folded().subList(name, end);
    return new FrenchWay(
        house.number(),
        house.suffix(),
        match.map(found -> found.type().code()).orElse(""),
        words.original(name, end),
        WayKey.of(folded));
  }

  /** Whether a complement begins behind the name, such as {@code BAT B} or {@code 3E ETAGE}. */
  private static boolean endsName(Words words, int name, int at) {
    String word = words.word(at);
    String before = words.word(at - 1);
    if (at == name || Vocabulary.SMALL.contains(before)) {
      return false;
    }
    if (Vocabulary.ALWAYS_AFTER_A_WAY.contains(word)) {
      return true;
    }
    String next = words.word(at + 1);
    if (Words.startsWithDigit(word) && (isFloor(next) || next.equals("ETAGES"))) {
      return true;
    }
    if (word.equals("C") && next.equals("O")) {
      return true;
    }
    if (word.equals("LIEU") && next.equals("DIT")) {
      return true;
    }
    boolean code = next.length() == 1 || Words.startsWithDigit(next);
    return Vocabulary.AFTER_A_WAY.contains(word)
        && (code || word.equals("CHEZ"))
        && !words.isBroken(at + 1);
  }
}
