package io.limpide.engine.compare;

import io.limpide.engine.block.Atom;
import io.limpide.engine.block.PairScope;
import io.limpide.engine.table.Dictionary;
import io.limpide.engine.text.EditDistance;
import io.limpide.engine.text.Glances;
import io.limpide.engine.text.Similarity;
import java.util.List;

/**
 * Compares postcode and town as one, because one follows from the other: both equal (exact), one
 * equal and the other near (close), one only (one), something near (near).
 */
final class PlaceComparison extends FieldComparison {
  private static final int EQUAL = 3;
  private static final int NEAR = 2;
  private static final int APART = 1;
  private static final double ALIKE = 0.88;

  private final String[] postcodes;
  private final String[] cities;
  private final int[] postcodeCodes; // by code of the pair
  private final int[] cityCodes;
  private final Glances postcodeGlances; // by code of the postcode
  private final Glances cityGlances;
  private final long[] cityWords;
  private final int[] postcodeCounts; // by code of the pair: records with that postcode
  private final int[] cityCounts;

  /**
   * @param places as {@code postcode|city}, either may be empty
   */
  PlaceComparison(String name, FieldValues places) {
    super(name, FieldRole.CONTACT, Levels.PLACE, places);
    int size = places.size();
    postcodes = new String[size];
    cities = new String[size];
    Dictionary ofPostcodes = new Dictionary();
    Dictionary ofCities = new Dictionary();
    postcodeCodes = new int[size];
    cityCodes = new int[size];
    for (int code = 0; code < size; code++) {
      String place = places.value(code);
      postcodeCodes[code] = ofPostcodes.encode(postcode(place));
      cityCodes[code] = ofCities.encode(city(place));
    }
    String[] allPostcodes = texts(ofPostcodes);
    String[] allCities = texts(ofCities);
    for (int code = 0; code < size; code++) {
      postcodes[code] = allPostcodes[postcodeCodes[code]];
      cities[code] = allCities[cityCodes[code]];
    }
    postcodeGlances = Glances.of(allPostcodes);
    cityGlances = Glances.of(allCities);
    cityWords = new long[allCities.length];
    for (int city = 0; city < cityWords.length; city++) {
      cityWords[city] = Words.signs(allCities[city]);
    }
    postcodeCounts = spread(postcodeCodes, ofPostcodes.size());
    cityCounts = spread(cityCodes, ofCities.size());
  }

  private static String[] texts(Dictionary dictionary) {
    String[] texts = new String[dictionary.size()];
    for (int code = 0; code < texts.length; code++) {
      texts[code] = dictionary.value(code);
    }
    return texts;
  }

  @Override
  boolean apart(int a, int b) {
    int postcodeA = postcodeCodes[a];
    int postcodeB = postcodeCodes[b];
    int cityA = cityCodes[a];
    int cityB = cityCodes[b];
    return postcodeA != postcodeB
        && cityA != cityB
        && Math.min(postcodeA, postcodeB) != Dictionary.EMPTY
        && Math.min(cityA, cityB) != Dictionary.EMPTY
        && !postcodeGlances.within(postcodeA, postcodeB, 1)
        && !postcodeGlances.begin(postcodeA, postcodeB, half(postcodes[a], postcodes[b]))
        && !cityGlances.alike(cityA, cityB, ALIKE)
        && (cityWords[cityA] & cityWords[cityB]) == 0;
  }

  private static int half(String a, String b) {
    return (Math.max(a.length(), b.length()) + 1) / 2;
  }

  private int[] spread(int[] codes, int distinct) {
    int[] sums = new int[distinct];
    for (int code = 0; code < codes.length; code++) {
      sums[codes[code]] += counts[code];
    }
    int[] spread = new int[codes.length];
    for (int code = 0; code < codes.length; code++) {
      spread[code] = codes[code] == 0 ? 0 : sums[codes[code]];
    }
    return spread;
  }

  private static String postcode(String place) {
    int bar = place.indexOf('|');
    return bar < 0 ? place : place.substring(0, bar);
  }

  private static String city(String place) {
    return place.substring(place.indexOf('|') + 1);
  }

  @Override
  int levelOf(int a, int b) {
    int postcode = ofPostcodes(postcodes[a], postcodes[b]);
    int city = ofCities(cities[a], cities[b]);
    if (postcode == 0 || city == 0) {
      return switch (Math.max(postcode, city)) {
        case EQUAL -> 5;
        case NEAR -> postcode == 0 ? 4 : 2;
        case APART -> 1;
        default -> 0;
      };
    }
    if (postcode == EQUAL && city == EQUAL) {
      return 5;
    }
    if (postcode + city == EQUAL + NEAR) {
      return 4;
    }
    if (postcode == EQUAL || city == EQUAL || postcode + city == NEAR + NEAR) {
      return 3;
    }
    return postcode == NEAR || city == NEAR ? 2 : 1;
  }

  private static int ofPostcodes(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    if (a.equals(b)) {
      return EQUAL;
    }
    return a.regionMatches(0, b, 0, half(a, b)) || EditDistance.osa().between(a, b, 1) <= 1
        ? NEAR
        : APART;
  }

  private static int ofCities(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    if (a.equals(b)) {
      return EQUAL;
    }
    return Similarity.jaroWinkler().between(a, b) >= ALIKE || Words.shared(a, b) > 0.5
        ? NEAR
        : APART;
  }

  @Override
  public int commonness(int a, int b, int level) {
    if (level != 5) {
      return -1;
    }
    int codeA = code(a);
    int codeB = code(b);
    int count = codeA == codeB ? counts[codeA] : Integer.MAX_VALUE;
    if (!postcodes[codeA].isEmpty() && postcodes[codeA].equals(postcodes[codeB])) {
      count = Math.min(count, postcodeCounts[codeA]);
    }
    if (!cities[codeA].isEmpty() && cities[codeA].equals(cities[codeB])) {
      count = Math.min(count, cityCounts[codeA]);
    }
    return count == Integer.MAX_VALUE ? -1 : count;
  }

  @Override
  public double chanceOfExact(PairScope scope) {
    return Double.NaN; // a side may lack the town: only a sample can tell
  }

  @Override
  List<Atom> atoms(int field) {
    return List.of(
        new Atom(name() + ".postcode", field, values.keys(PlaceComparison::postcode), 0.5, false),
        new Atom(name() + ".city", field, values.keys(PlaceComparison::city), 0.5, false),
        new Atom(
            name() + ".beginning",
            field,
            values.keys(v -> NameComparison.beginning(postcode(v), 2)),
            0.8,
            false));
  }
}
