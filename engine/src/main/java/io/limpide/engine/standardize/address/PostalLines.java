package io.limpide.engine.standardize.address;

import io.limpide.engine.reference.Country;
import io.limpide.engine.reference.PlaceNames;
import io.limpide.engine.reference.WayType;
import io.limpide.engine.reference.WayTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines 2 to 7 of an address after AFNOR XP Z10-011.
 *
 * <p>Source: La Poste, service national de l'adresse, rules of writing (article 148) and of
 * abbreviating ways (article 673): titles first, then first names, then small words, then the type
 * of way; numbers and the last word never. {@code SAINT} is written out in ways, {@code ST} in the
 * line of the locality.
 */
final class PostalLines {
  private static final int WIDTH = 38;
  private static final int WAY_WIDTH = 32;

  private PostalLines() {}

  static List<String> of(PostalAddress address) {
    List<String> lines = new ArrayList<>();
    add(lines, address.unit());
    add(lines, address.building());
    boolean french = !address.level().equals(AddressLevel.FOREIGN);
    add(lines, french ? frenchWay(address) : foreignWay(address));
    boolean state = !french && address.locality().length() == 2;
    add(lines, address.delivery() + " " + (state ? "" : address.locality()));
    add(lines, french ? frenchPlace(address) : foreignPlace(address));
    if (!french || !address.country().equals("FR")) {
      add(lines, address.countryOf().map(Country::name).orElse(""));
    }
    return List.copyOf(lines);
  }

  private static void add(List<String> lines, String text) {
    String line = PlaceNames.fold(text);
    while (line.length() > WIDTH) {
      int cut = line.lastIndexOf(' ', WIDTH);
      cut = cut <= 0 ? WIDTH : cut;
      lines.add(line.substring(0, cut));
      line = line.substring(cut).strip();
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
  }

  private static String frenchWay(PostalAddress address) {
    String number = (address.number() + " " + shortSuffix(address.suffix())).strip();
    WayType type = WayTypes.table().byCode(address.wayType()).orElse(null);
    String typeName = type == null ? "" : PlaceNames.fold(type.name());
    List<String> name =
        PlaceNames.words(address.wayName()).stream()
            .map(word -> SAINTS.getOrDefault(word, word))
            .collect(Collectors.toCollection(ArrayList::new));
    int room = WIDTH - (number.isEmpty() ? 0 : number.length() + 1);
    room = Math.min(room, WAY_WIDTH);
    for (int step = 0; step < 3 && length(typeName, name) > room; step++) {
      shorten(name, step);
    }
    if (length(typeName, name) > room && type != null) {
      typeName = type.abbreviation();
    }
    return Stream.concat(Stream.of(number, typeName), name.stream())
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static final Map<String, String> SAINTS =
      Map.of("ST", "SAINT", "STE", "SAINTE", "STS", "SAINTS", "STES", "SAINTES");

  private static int length(String typeName, List<String> name) {
    int length = typeName.length();
    for (String word : name) {
      length += word.length() + (length > 0 ? 1 : 0);
    }
    return length;
  }

  /** Titles, then first names, then small words; never the last word. DE before a name stays. */
  private static void shorten(List<String> name, int step) {
    for (int i = name.size() - 2; i >= 0; i--) {
      String word = name.get(i);
      if (step == 0 && Vocabulary.TITLES.containsKey(word) && !word.startsWith("SAINT")) {
        name.set(i, Vocabulary.TITLES.getOrDefault(word, word));
      } else if (step == 1
          && Vocabulary.FIRST_NAMES.contains(word)
          && !(i > 0 && name.get(i - 1).startsWith("SAINT"))) {
        name.set(i, word.substring(0, 1));
      } else if (step == 2 && isArticle(word) && !(word.equals("DE") && i > 0)) {
        name.remove(i);
      }
    }
  }

  private static boolean isArticle(String word) {
    return Vocabulary.SMALL.contains(word) && !word.equals("ET") && !word.equals("SUR");
  }

  private static String shortSuffix(String suffix) {
    return Vocabulary.SUFFIXES.contains(suffix) ? suffix.substring(0, 1) : suffix;
  }

  private static String frenchPlace(PostalAddress address) {
    String city =
        PlaceNames.words(address.city()).stream()
            .map(word -> word.equals("SAINT") ? "ST" : word.equals("SAINTE") ? "STE" : word)
            .collect(Collectors.joining(" "));
    return address.postcode() + " " + city + " " + address.cedex();
  }

  private static final Set<String> ENGLISH = Set.of("GB", "US", "CA", "AU", "IE", "NZ", "ZA");

  private static String foreignWay(PostalAddress address) {
    boolean glued = ForeignStreets.ending(PlaceNames.fold(address.wayName())).isPresent();
    boolean leads =
        (WayTypes.table().byCode(address.wayType()).isPresent() && !address.country().isEmpty())
            ? !ENGLISH.contains(address.country())
            : !ForeignStreets.leading(address.wayType()).isEmpty();
    String way =
        glued
            ? address.wayName()
            : leads
                ? address.wayType() + " " + address.wayName()
                : address.wayName() + " " + address.wayType();
    String number = address.number() + address.suffix().toUpperCase(Locale.ROOT);
    return switch (address.country()) {
      case "DE", "AT", "CH", "NL", "BE", "ES", "IT", "PT", "PL", "SE", "NO", "DK", "FI", "CZ" ->
          way + " " + number;
      default -> number + " " + way;
    };
  }

  private static String foreignPlace(PostalAddress address) {
    return switch (address.country()) {
      case "GB", "US", "CA", "AU", "IE", "NZ" ->
          address.city()
              + (address.locality().length() == 2 ? " " + address.locality() : "")
              + " "
              + address.postcode();
      default -> address.postcode() + " " + address.city();
    };
  }
}
