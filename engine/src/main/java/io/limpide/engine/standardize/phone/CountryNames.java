package io.limpide.engine.standardize.phone;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds the ISO 3166 code of a country written as a code or as a name in a language of Europe. */
final class CountryNames {
  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Map<String, String> CODES = codes();
  private static final Map<String, String> AS_WRITTEN = asWritten();

  private CountryNames() {}

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    List<Locale> languages =
        List.of(
            Locale.FRENCH,
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.ITALIAN,
            new Locale("es"),
            new Locale("nl"),
            new Locale("pt"));
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale("", code);
      codes.put(fold(code), code);
      codes.put(fold(country.getISO3Country()), code);
      for (Locale language : languages) {
        codes.putIfAbsent(fold(country.getDisplayCountry(language)), code);
      }
    }
    Map.ofEntries(
            Map.entry("uk", "GB"),
            Map.entry("grandebretagne", "GB"),
            Map.entry("angleterre", "GB"),
            Map.entry("england", "GB"),
            Map.entry("ecosse", "GB"),
            Map.entry("scotland", "GB"),
            Map.entry("greatbritain", "GB"),
            Map.entry("usa", "US"),
            Map.entry("etatsunisdamerique", "US"),
            Map.entry("hollande", "NL"),
            Map.entry("holland", "NL"),
            Map.entry("paysbas", "NL"),
            Map.entry("tchequie", "CZ"),
            Map.entry("republiquetcheque", "CZ"),
            Map.entry("francemetropolitaine", "FR"),
            Map.entry("coree", "KR"),
            Map.entry("coreedusud", "KR"),
            Map.entry("lareunion", "RE"),
            Map.entry("congo", "CG"),
            Map.entry("rdc", "CD"))
        .forEach(codes::put);
    return Map.copyOf(codes);
  }

  /** What standardised columns hold: codes and French names, found without folding. */
  private static Map<String, String> asWritten() {
    Map<String, String> written = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      String name = new Locale("", code).getDisplayCountry(Locale.FRENCH);
      written.put(code, CODES.getOrDefault(fold(code), ""));
      written.put(name, CODES.getOrDefault(fold(name), ""));
    }
    written.put("", "");
    return Map.copyOf(written);
  }

  /** Returns the code, such as {@code BE}; empty when the country is not known. */
  static String code(String country) {
    String plain = AS_WRITTEN.get(country);
    if (plain != null) {
      return plain;
    }
    return country.isBlank() || country.length() > 60 ? "" : CODES.getOrDefault(fold(country), "");
  }

  private static String fold(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return NO_LETTERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
