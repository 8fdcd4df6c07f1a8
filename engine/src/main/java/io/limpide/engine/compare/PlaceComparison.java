package io.limpide.engine.compare;

import io.limpide.engine.block.PairScope;
import io.limpide.engine.table.Dictionary;
import io.limpide.engine.text.EditDistance;
import io.limpide.engine.text.Similarity;
import java.util.Arrays;
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

  private String[] postcodes = {};
  private String[] cities = {};
  private final PlaceParts ofPostcodes = new PlaceParts();
  private final PlaceParts ofCities = new PlaceParts();
  private int[] postcodeCodes = {}; // by code of the pair
  private int[] cityCodes = {};

  /**
   * @param places as {@code postcode|city}, either may be empty
   */
  PlaceComparison(String name, FieldValues places) {
    super(name, FieldRole.PLACE, Levels.PLACE, places);
    deriveAll();
    for (int code = 0; code < places.size(); code++) {
      ofPostcodes.count(postcodeCodes[code], counts[code]);
      ofCities.count(cityCodes[code], counts[code]);
    }
  }

  @Override
  void reserve(int codes) {
    postcodes = Arrays.copyOf(postcodes, codes);
    cities = Arrays.copyOf(cities, codes);
    postcodeCodes = Arrays.copyOf(postcodeCodes, codes);
    cityCodes = Arrays.copyOf(cityCodes, codes);
  }

  @Override
  void derive(int code) {
    String place = values.value(code);
    postcodeCodes[code] = ofPostcodes.code(postcode(place));
    cityCodes[code] = ofCities.code(city(place));
    postcodes[code] = ofPostcodes.text(postcodeCodes[code]);
    cities[code] = ofCities.text(cityCodes[code]);
  }

  @Override
  void mark() {
    super.mark();
    ofPostcodes.mark();
    ofCities.mark();
  }

  @Override
  void forget() {
    super.forget();
    ofPostcodes.forget();
    ofCities.forget();
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
        && !ofPostcodes.glances.within(postcodeA, postcodeB, 1)
        && !ofPostcodes.glances.begin(postcodeA, postcodeB, half(postcodes[a], postcodes[b]))
        && !ofCities.glances.alike(cityA, cityB, ALIKE)
        && !ofCities.mayShareWord(cityA, cityB);
  }

  private static int half(String a, String b) {
    return (Math.max(a.length(), b.length()) + 1) / 2;
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
    int codeA = code(a, 0);
    int codeB = code(b, 0);
    int count = codeA == codeB ? counts[codeA] : Integer.MAX_VALUE;
    if (!postcodes[codeA].isEmpty() && postcodes[codeA].equals(postcodes[codeB])) {
      count = Math.min(count, ofPostcodes.count(postcodeCodes[codeA]));
    }
    if (!cities[codeA].isEmpty() && cities[codeA].equals(cities[codeB])) {
      count = Math.min(count, ofCities.count(cityCodes[codeA]));
    }
    return count == Integer.MAX_VALUE ? -1 : count;
  }

  @Override
  public double chanceOfExact(PairScope scope) {
    return Double.NaN; // a side may lack the town: only a sample can tell
  }

  @Override
  List<BlockKey> blockKeys() {
    return List.of(
        blockKey(name() + ".postcode", PlaceComparison::postcode, 0.5),
        blockKey(name() + ".city", PlaceComparison::city, 0.5),
        blockKey(name() + ".beginning", v -> NameComparison.beginning(postcode(v), 2), 0.8));
  }
}
