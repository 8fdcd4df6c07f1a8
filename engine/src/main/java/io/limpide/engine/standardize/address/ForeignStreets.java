package io.limpide.engine.standardize.address;

import io.limpide.engine.reference.WayTypes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Words for ways outside France: English behind the name, Romance before it, German glued to it.
 */
final class ForeignStreets {
  private static final Map<String, String> TRAILING = new HashMap<>();
  private static final Map<String, String> LEADING = new HashMap<>();

  /** Endings of one-word ways; the longer first. */
  private static final String[][] ENDINGS = {
    {"STRASSE", "STRASSE"},
    {"STRAAT", "STRAAT"},
    {"PLATZ", "PLATZ"},
    {"PLEIN", "PLEIN"},
    {"GASSE", "GASSE"},
    {"ALLEE", "ALLEE"},
    {"GATAN", "GATAN"},
    {"GADE", "GADE"},
    {"LAAN", "LAAN"},
    {"DAMM", "DAMM"},
    {"RING", "RING"},
    {"UFER", "UFER"},
    {"VEJ", "VEJ"},
    {"WEG", "WEG"},
    {"STR", "STRASSE"},
  };

  private static final Set<String> UNMISTAKABLE =
      Set.of(
          "STREET",
          "ROAD",
          "RD",
          "LANE",
          "LN",
          "DRIVE",
          "HIGHWAY",
          "HWY",
          "PARKWAY",
          "PKWY",
          "CRESCENT",
          "CRES",
          "STRASSE",
          "STRAAT",
          "CALLE",
          "AVENIDA",
          "AVDA",
          "PIAZZA",
          "VIALE",
          "CARRETERA",
          "RUA",
          "PLAZA",
          "ULICA",
          "PASEO");

  static {
    behind("STREET", "ST", "STR");
    behind("ROAD", "RD");
    behind("AVENUE", "AVE", "AV");
    behind("BOULEVARD", "BLVD", "BLV", "BVD");
    behind("LANE", "LN");
    behind("DRIVE", "DR", "DRV");
    behind("COURT", "CT", "CRT");
    behind("PLACE", "PL");
    behind("SQUARE", "SQ");
    behind("TERRACE", "TCE", "TERR");
    behind("CRESCENT", "CRES", "CR");
    behind("CLOSE", "CL");
    behind("HIGHWAY", "HWY");
    behind("PARKWAY", "PKWY", "PKY");
    behind("CIRCUIT", "CCT");
    behind("CIRCLE", "CIR");
    behind("PARADE", "PDE");
    behind("GROVE", "GR", "GRV");
    behind("GARDENS", "GDNS");
    behind("ESPLANADE", "ESP");
    behind("TRAIL", "TRL");
    behind("WAY", "WY");
    behind("STRASSE", "STRASE");
    behind("STRAAT");
    for (String word : new String[] {"MEWS", "WALK", "ROW", "LOOP", "ALLEY", "RISE", "PROMENADE"}) {
      behind(word);
    }
    before("CALLE", "CL");
    before("AVENIDA", "AVDA", "AVD", "AV");
    before("PLAZA", "PZA", "PLZA");
    before("PASEO", "PSO");
    before("CARRETERA", "CTRA");
    before("CAMINO", "CNO");
    before("RONDA", "RDA");
    before("TRAVESIA");
    before("VIA");
    before("VIALE", "VLE");
    before("PIAZZA", "PZZA");
    before("CORSO");
    before("LARGO");
    before("VICOLO");
    before("STRADA");
    before("RUA", "R");
    before("PRACA", "PC");
    before("TRAVESSA");
    before("ESTRADA");
    before("ULICA", "UL");
    before("ALEJA", "AL");
  }

  private ForeignStreets() {}

  private static void behind(String type, String... spellings) {
    put(TRAILING, type, spellings);
  }

  private static void before(String type, String... spellings) {
    put(LEADING, type, spellings);
  }

  private static void put(Map<String, String> words, String type, String... spellings) {
    words.put(type, type);
    for (String spelling : spellings) {
      words.put(spelling, type);
    }
  }

  /** Returns the type that a word behind a name stands for; empty when it is none. */
  static String trailing(String word) {
    return TRAILING.getOrDefault(word, "");
  }

  /** Returns the type that a word before a name stands for; empty when it is none. */
  static String leading(String word) {
    return LEADING.getOrDefault(word, "");
  }

  /** Returns the ending of a way in one word and the type it stands for, if it is such a way. */
  static Optional<String[]> ending(String word) {
    for (String[] ending : ENDINGS) {
      if (word.length() >= ending[0].length() + 3 && word.endsWith(ending[0])) {
        return Optional.of(ending);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns whether the words speak of a way, and not in French.
   *
   * @param abroad whether the city is known to be none of France
   */
  static boolean speaks(Words words, boolean abroad) {
    boolean foreign = false;
    for (int i = 0; i < words.size(); i++) {
      if (isFrenchWay(words, i)) {
        return false;
      }
      foreign = foreign || isForeign(words, i, abroad);
    }
    return foreign;
  }

  /** A French type before a name, at the beginning or behind the number. */
  private static boolean isFrenchWay(Words words, int at) {
    boolean opens = words.isBroken(at) || at == 1 || HouseNumber.at(words, at - 1).end() == at;
    boolean more = at + 1 < words.size() && !words.isBroken(at + 1);
    Optional<WayTypes.Match> match =
        opens && more ? WayTypes.table().at(words.folded(), at) : Optional.empty();
    boolean ordinal = at == 1 && !ordinal(words.word(0)).equals(words.word(0));
    return match.isPresent()
        && match.get().certain()
        && !ordinal
        && Vocabulary.STRONG_WAYS.contains(match.get().type().code());
  }

  private static boolean isForeign(Words words, int at, boolean abroad) {
    String word = words.word(at);
    boolean more = at + 1 < words.size() && !words.isBroken(at + 1);
    boolean named = at > 0 && !words.isBroken(at) && !Words.isDigits(words.word(at - 1));
    if ((UNMISTAKABLE.contains(word) && (at == 0 || more || named))
        || (word.length() > 8 && (word.endsWith("STRASSE") || word.endsWith("STRAAT")))) {
      return true;
    }
    String type = trailing(word);
    if (!named || type.isEmpty() || FRENCH_BEFORE.contains(words.word(at - 1))) {
      return word.endsWith("TH") && !ordinal(word).equals(word); // 57TH
    }
    boolean closes = !more || DIRECTIONS.containsKey(words.word(at + 1));
    boolean numbered = Words.startsWithDigit(words.word(0));
    return (closes && (numbered || type.equals(word))) || (abroad && numbered);
  }

  /** Behind these, {@code place} and {@code avenue} are French: {@code la Grande Place}. */
  private static final Set<String> FRENCH_BEFORE =
      Set.of(
          "LA",
          "LE",
          "LES",
          "DE",
          "DU",
          "DES",
          "L",
          "D",
          "GRAND",
          "GRANDE",
          "PETITE",
          "PETIT",
          "HAUTE",
          "BASSE",
          "VIEILLE",
          "NOUVELLE",
          "ANCIENNE",
          "BELLE",
          "RUE",
          "EN",
          "SUR");

  static final Map<String, String> DIRECTIONS =
      Map.ofEntries(
          Map.entry("NORTH", "N"),
          Map.entry("SOUTH", "S"),
          Map.entry("EAST", "E"),
          Map.entry("WEST", "W"),
          Map.entry("NORTHEAST", "NE"),
          Map.entry("NORTHWEST", "NW"),
          Map.entry("SOUTHEAST", "SE"),
          Map.entry("SOUTHWEST", "SW"),
          Map.entry("N", "N"),
          Map.entry("S", "S"),
          Map.entry("E", "E"),
          Map.entry("W", "W"),
          Map.entry("NE", "NE"),
          Map.entry("NW", "NW"),
          Map.entry("SE", "SE"),
          Map.entry("SW", "SW"));

  /** Ordinals in words and in digits, as far as streets are counted. */
  static String ordinal(String word) {
    String[] names = {
      "FIRST",
      "SECOND",
      "THIRD",
      "FOURTH",
      "FIFTH",
      "SIXTH",
      "SEVENTH",
      "EIGHTH",
      "NINTH",
      "TENTH",
      "ELEVENTH",
      "TWELFTH"
    };
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(word)) {
        return Integer.toString(i + 1);
      }
    }
    int digits = word.length() - 2;
    boolean counted =
        digits > 0
            && (word.endsWith("ST")
                || word.endsWith("ND")
                || word.endsWith("RD")
                || word.endsWith("TH"))
            && Words.isDigits(word.substring(0, digits));
    return counted ? word.substring(0, digits) : word;
  }
}
