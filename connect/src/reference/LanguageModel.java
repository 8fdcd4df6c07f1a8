import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.text.DateFormatSymbols;
import java.util.*;
import java.util.regex.*;

/**
 * Makes connect/src/main/resources/io/limpide/connect/text/languages.txt: how often letters follow
 * each other in words that are not ASCII, by language.
 *
 * <p>Sources: the names of countries, languages, scripts, currencies, months, days and time zones
 * in the Unicode CLDR data that comes with the JDK (module jdk.localedata, Unicode licence); the
 * names of French communes in the npm package @etalab/decoupage-administratif (MIT); names.txt
 * beside this file (common given names, surnames, towns and office words, written down for this).
 *
 * <p>Run: java LanguageModel.java names.txt communes.json > languages.txt
 */
public class LanguageModel {
  static final String LANGUAGES =
      "fr en de es it pt nl da sv nb fi is ca pl cs sk hu ro hr sl sq et lv lt tr"
          + " ru uk bg sr mk be el ar he ja zh zh-TW ko";

  public static void main(String[] arguments) throws Exception {
    Map<String, List<String>> names = names(Path.of(arguments[0]));
    String communes = Files.readString(Path.of(arguments[1]));
    Matcher nom = Pattern.compile("\"nom\":\"([^\"]+)\"").matcher(communes);
    StringBuilder towns = new StringBuilder();
    while (nom.find()) {
      towns.append(nom.group(1)).append('\n');
    }
    var out = new java.io.PrintStream(System.out, false, StandardCharsets.UTF_8);
    out.println("# How often letters follow each other in words that are not ASCII, by language.");
    out.println("# Made by src/reference/LanguageModel.java; sources and licences are named there.");
    for (String tag : LANGUAGES.split(" ")) {
      Map<String, Integer> words = new TreeMap<>();
      count(words, cldr(Locale.forLanguageTag(tag)), 1);
      count(words, String.join(" ", names.getOrDefault(tag, List.of())), 4);
      if (tag.equals("fr")) {
        count(words, towns.toString(), 1);
      }
      out.println(tag + "\t" + (isIdeographic(tag) ? characters(words) : pairs(words)));
    }
    out.flush();
  }

  static boolean isIdeographic(String tag) {
    return tag.startsWith("zh") || tag.equals("ja") || tag.equals("ko");
  }

  static Map<String, List<String>> names(Path file) throws Exception {
    Map<String, List<String>> names = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int space = line.indexOf(' ');
        names.computeIfAbsent(line.substring(0, space), k -> new ArrayList<>()).add(line.substring(space + 1));
      }
    }
    return names;
  }

  static String cldr(Locale locale) {
    StringBuilder text = new StringBuilder();
    for (String country : Locale.getISOCountries()) {
      text.append(new Locale("", country).getDisplayCountry(locale)).append('\n');
    }
    for (String language : Locale.getISOLanguages()) {
      text.append(new Locale(language).getDisplayLanguage(locale)).append('\n');
    }
    new TreeMap<>(Map.of()).size();
    Currency.getAvailableCurrencies().stream()
        .sorted(Comparator.comparing(Currency::getCurrencyCode))
        .forEach(c -> text.append(c.getDisplayName(locale)).append('\n'));
    DateFormatSymbols symbols = DateFormatSymbols.getInstance(locale);
    for (String[] each : List.of(symbols.getMonths(), symbols.getWeekdays())) {
      text.append(String.join("\n", each)).append('\n');
    }
    for (String zone : new TreeSet<>(Arrays.asList(TimeZone.getAvailableIDs()))) {
      text.append(TimeZone.getTimeZone(zone).getDisplayName(locale)).append('\n');
    }
    return text.toString();
  }

  static void count(Map<String, Integer> words, String text, int weight) {
    Matcher word = Pattern.compile("[\\p{L}\\p{M}]+").matcher(text);
    Map<String, Integer> here = new HashMap<>();
    while (word.find()) {
      String w = word.group().toLowerCase(Locale.ROOT).replace("i\u0307", "i");
      if (w.chars().anyMatch(c -> c > 0x7f)) {
        here.merge(w, 1, Integer::sum);
      }
    }
    // A word that stands in hundreds of names ("dollar", "saint") is still one word of a language.
    here.forEach((w, n) -> words.merge(w, weight * (1 + (int) (Math.log(n) / Math.log(2))), Integer::sum));
  }

  static String pairs(Map<String, Integer> words) {
    Map<String, Integer> pairs = new TreeMap<>();
    words.forEach(
        (word, n) -> {
          String w = "^" + word + "^";
          for (int i = 0; i + 1 < w.length(); i++) {
            pairs.merge(w.substring(i, i + 1), n, Integer::sum); // how often anything follows it
            if (w.charAt(i) > 0x7f || w.charAt(i + 1) > 0x7f) {
              pairs.merge(w.substring(i, i + 2), n, Integer::sum);
            }
          }
        });
    return join(pairs);
  }

  static String characters(Map<String, Integer> words) {
    Map<String, Integer> counts = new TreeMap<>();
    words.forEach((w, n) -> w.chars().filter(c -> c > 0x7f).forEach(c -> counts.merge(Character.toString(c), n, Integer::sum)));
    return join(counts);
  }

  static String join(Map<String, Integer> counts) {
    StringJoiner text = new StringJoiner(" ");
    counts.forEach((k, n) -> text.add(k + n));
    return text.toString();
  }
}
