package io.limpide.engine.standardize.company;

import static io.limpide.engine.standardize.company.VatChecks.weighted;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * VAT numbers of other countries: the form of each, and the check digits where they are public.
 *
 * <p>Source of the forms: European Commission, VIES, "What is the format of a VAT number"; of
 * Switzerland and Norway: their tax administrations.
 */
final class ForeignVat {
  private static final Map<String, ForeignVat> BY_PREFIX = new HashMap<>();

  static {
    add("AT", "U\\d{8}", VatChecks::austria);
    add("BE", "[01]\\d{9}", r -> 97 - VatChecks.mod(r, 0, 8, 97) == VatChecks.mod(r, 8, 10, 1000));
    add("BG", "\\d{9,10}", null);
    add("CY", "\\d{8}[A-Z]", null);
    add("CZ", "\\d{8,10}", null);
    add("DE", "[1-9]\\d{8}", VatChecks::mod11And10);
    add("DK", "[1-9]\\d{7}", r -> weighted(r, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0);
    add("EE", "\\d{9}", r -> weighted(r, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0);
    add("EL", "\\d{9}", r -> weighted(r, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == last(r));
    add("ES", "[0-9A-Z]\\d{7}[0-9A-Z]", SpanishVat::holds);
    add("FI", "\\d{8}", r -> weighted(r, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0);
    add("HR", "\\d{11}", VatChecks::mod11And10);
    add("HU", "\\d{8}", r -> weighted(r, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0);
    add("IE", "\\d{7}[A-W][A-I]?|\\d[A-Z+*]\\d{5}[A-W]", VatChecks::ireland);
    add("IT", "\\d{11}", Luhn::holds);
    add("LT", "\\d{9}|\\d{12}", null);
    add("LU", "\\d{8}", r -> VatChecks.mod(r, 0, 6, 89) == VatChecks.mod(r, 6, 8, 1000));
    add("LV", "\\d{11}", null);
    add("MT", "\\d{8}", r -> weighted(r, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0);
    add("NL", "\\d{9}B\\d{2}", VatChecks::netherlands);
    add("PL", "\\d{10}", r -> weighted(r, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == last(r));
    add("PT", "[1-9]\\d{8}", VatChecks::portugal);
    add("RO", "[1-9]\\d{1,9}", VatChecks::romania);
    add("SE", "\\d{10}\\d{2}", r -> Luhn.holds(r, 0, 10));
    add("SI", "[1-9]\\d{7}", VatChecks::slovenia);
    add("SK", "[1-9]\\d{9}", r -> Long.parseLong(r) % 11 == 0);
    add("GB", "\\d{9}(\\d{3})?|GD\\d{3}|HA\\d{3}", VatChecks::britain);
    add("XI", "\\d{9}(\\d{3})?|GD\\d{3}|HA\\d{3}", VatChecks::britain);
    add("CH", "E\\d{9}(MWST|TVA|IVA|UST)?", VatChecks::switzerland);
    add("NO", "\\d{9}(MVA)?", VatChecks::norway);
  }

  private final Pattern form;
  private final @Nullable Predicate<String> check; // null: not public

  private ForeignVat(Pattern form, @Nullable Predicate<String> check) {
    this.form = form;
    this.check = check;
  }

  private static void add(String prefix, String form, @Nullable Predicate<String> check) {
    BY_PREFIX.put(prefix, new ForeignVat(Pattern.compile(form), check));
  }

  /** Returns how far a number that is not French can be trusted. */
  static Syntax syntax(CharSequence value) {
    ForeignVat country = of(value);
    if (country == null) {
      return Syntax.FORMAT_KO;
    }
    String rest = value.subSequence(2, value.length()).toString();
    if (!country.form.matcher(rest).matches()) {
      return Syntax.FORMAT_KO;
    }
    if (country.check == null) {
      return Syntax.UNVERIFIABLE;
    }
    return country.check.test(rest) ? Syntax.SYNTAX_OK : Syntax.CHECKSUM_KO;
  }

  /** Returns the ISO code of the country whose prefix and form the number has; empty if none. */
  static String country(CharSequence value) {
    ForeignVat country = of(value);
    if (country == null || !country.form.matcher(value.subSequence(2, value.length())).matches()) {
      return "";
    }
    String prefix = value.subSequence(0, 2).toString();
    return switch (prefix) {
      case "EL" -> "GR";
      case "XI" -> "GB";
      default -> prefix;
    };
  }

  private static @Nullable ForeignVat of(CharSequence value) {
    // The longest is that of Switzerland, CHE123456788MWST.
    return value.length() < 4 || value.length() > 16
        ? null
        : BY_PREFIX.get(value.subSequence(0, 2).toString());
  }

  private static int last(String digits) {
    return digits.charAt(digits.length() - 1) - '0';
  }
}
