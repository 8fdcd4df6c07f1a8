package io.limpide.engine.standardize.address;

import io.limpide.engine.reference.Commune;
import io.limpide.engine.reference.Communes;
import io.limpide.engine.reference.PlaceNames;
import io.limpide.engine.reference.WayTypes;

/** Finds postcode and city in the words of a French address and marks them as used. */
final class FrenchPlace {
  private static final int LONGEST_NAME = 9; // words: Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson

  static final String MONACO = "98000"; // La Poste's, though another country's

  private final Words words;

  FrenchPlace(Words words) {
    this.words = words;
  }

  /** Returns the place of the text; where postcode and city are given, the text may repeat them. */
  Place read(String postcode, String city) {
    Place given = Place.of(postcode, city);
    int at = postcodeIndex();
    if (at >= 0) {
      String written = CityText.postcodeAt(words, at);
      if (given.postcode().isEmpty() || given.postcode().equals(written)) {
        int from = words.word(at).length() < 5 ? at + 2 : at + 1;
        words.use(at, from);
        Place found = city(written, from, at);
        return given.city().isEmpty()
            ? found
            : Place.resolve(
                written, given.city(), given.cedex().isEmpty() ? found.cedex() : given.cedex());
      }
    }
    if (given.city().isEmpty() && given.postcode().isEmpty()) {
      return lastSegment(given);
    }
    if (given.city().isEmpty()) {
      return before(given.postcode(), words.size());
    }
    repeated(given);
    return given;
  }

  /** The last five digits that can be a postcode and are no house number. */
  private int postcodeIndex() {
    for (int i = words.size() - 1; i >= 0; i--) {
      String postcode = words.isUsed(i) ? "" : CityText.postcodeAt(words, i);
      if (!postcode.isEmpty()
          && (Communes.departmentOfDigits(postcode).isPresent() || postcode.equals(MONACO))
          && !isBox(words.word(i - 1))
          && !(i == 0 && WayTypes.table().at(words.folded(), 1).isPresent())) {
        boolean prefixed = words.word(i - 1).equals("F") || words.word(i - 1).equals("FR");
        return prefixed && !words.isUsed(i - 1) ? i - 1 : i;
      }
    }
    return -1;
  }

  private static boolean isBox(String word) {
    return word.equals("BP") || word.equals("CS") || word.equals("TSA") || word.equals("P");
  }

  /** The city behind the postcode, or else before it. */
  private Place city(String postcode, int from, int postcodeAt) {
    int end = from < words.size() && !words.isUsed(from) ? words.segmentEnd(from) : from;
    if (from == end || (from < words.size() && words.isBroken(from) && !fits(postcode, from))) {
      return before(postcode, postcodeAt);
    }
    int to = cedexEnd(from, end);
    if (to < 0) {
      int longest = longestName(postcode, from, Math.min(end, from + LONGEST_NAME));
      to = longest > from ? longest : plainEnd(from, end);
    }
    words.use(from, to);
    CityText text = CityText.of(words.original(from, to));
    String cedex = text.cedex();
    return Place.resolve(arrondissement(postcode, text), text.city(), cedex);
  }

  /** Behind {@code CEDEX} and its number; -1 without one. */
  private int cedexEnd(int from, int end) {
    for (int i = from; i < end; i++) {
      if (CityText.isCedex(words.word(i))) {
        return Math.min(end, i + (isShortNumber(words.word(i + 1)) ? 2 : 1));
      }
    }
    return -1;
  }

  private static String arrondissement(String postcode, CityText text) {
    return text.arrondissement() > 0 && text.cedex().isEmpty() && postcode.endsWith("000")
        ? text.arrondissementPostcode()
        : postcode;
  }

  private static boolean isShortNumber(String word) {
    return word.length() <= 2 && Words.isDigits(word);
  }

  private boolean fits(String postcode, int from) {
    return longestName(postcode, from, Math.min(words.segmentEnd(from), from + LONGEST_NAME))
        > from;
  }

  private int longestName(String postcode, int from, int most) {
    for (int to = most; to > from; to--) {
      CityText text = CityText.of(words.original(from, to));
      if (!Place.resolve(postcode, text.city(), "").exact().isEmpty()) {
        return to;
      }
    }
    return from;
  }

  /** Where a name that the table lacks ends: before a number or a way. */
  private int plainEnd(int from, int end) {
    for (int i = from + 1; i < end; i++) {
      boolean way =
          i > from + 1
              && !Vocabulary.SMALL.contains(words.word(i - 1))
              && WayTypes.table().at(words.folded(), i).filter(WayTypes.Match::certain).isPresent();
      if (way || Words.startsWithDigit(words.word(i))) {
        return i;
      }
    }
    return end;
  }

  /** The city that stands right before an index: {@code Paris 75001}. */
  private Place before(String postcode, int end) {
    for (int from = Math.max(0, end - LONGEST_NAME); from < end; from++) {
      boolean whole = true;
      for (int i = from; i < end && whole; i++) {
        whole = !words.isUsed(i) && (i == from || !words.isBroken(i));
      }
      if (whole) {
        String name = words.original(from, end);
        if (!Place.resolve(postcode, name, "").exact().isEmpty()) {
          words.use(from, end);
          return Place.resolve(postcode, name, "");
        }
      }
    }
    return Place.resolve(postcode, "", "");
  }

  /** Without a postcode, a last line that is the name of a commune is the city. */
  private Place lastSegment(Place given) {
    int from = words.size() - 1;
    while (from > 0 && !words.isBroken(from)) {
      from--;
    }
    if (from <= 0 || words.isUsed(from)) {
      return given;
    }
    String name = words.original(from, words.size());
    CityText text = CityText.of(name);
    boolean known =
        Communes.table().byKey(PlaceNames.key(text.city())).stream()
            .anyMatch(commune -> commune.kind() == Commune.Kind.COMMUNE);
    if (!known) {
      return given;
    }
    words.use(from, words.size());
    return Place.of("", name);
  }

  /** A city written again at the end of the lines says nothing new. */
  private void repeated(Place given) {
    String key = PlaceNames.key(given.city());
    for (int from = Math.max(1, words.size() - LONGEST_NAME); from < words.size(); from++) {
      if (words.isBroken(from)
          && !words.isUsed(from)
          && PlaceNames.key(words.folded(from, words.size())).equals(key)) {
        words.use(from, words.size());
        return;
      }
    }
  }
}
