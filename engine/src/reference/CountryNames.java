import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Prints countries.tsv from the names of the JDK (Unicode CLDR), once and for all, so that results
 * do not depend on the JDK that runs them:
 *
 * <p>{@code java CountryNames.java > ../main/resources/io/limpide/engine/reference/countries.tsv}
 *
 * <p>Cells: ISO 3166 alpha-2, alpha-3, French name, then its other names (English, German, Spanish,
 * Italian, Dutch, Portuguese) separated by |.
 */
class CountryNames {
  public static void main(String[] arguments) throws Exception {
    List<Locale> languages =
        List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            new Locale("es"),
            Locale.ITALIAN,
            new Locale("nl"),
            new Locale("pt"));
    StringBuilder out = new StringBuilder();
    for (String code : new TreeSet<>(List.of(Locale.getISOCountries()))) {
      Locale country = new Locale("", code);
      String french = country.getDisplayCountry(Locale.FRENCH);
      Set<String> others = new LinkedHashSet<>();
      languages.forEach(language -> others.add(country.getDisplayCountry(language)));
      others.remove(french);
      out.append(code).append('\t').append(country.getISO3Country()).append('\t');
      out.append(french).append('\t').append(String.join("|", others)).append('\n');
    }
    System.out.write(out.toString().getBytes("UTF-8"));
    System.out.flush();
  }
}
