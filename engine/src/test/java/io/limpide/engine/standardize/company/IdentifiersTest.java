package io.limpide.engine.standardize.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.reference.NafCodes;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.table.Column;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdentifiersTest {
  /** The definition of ISO/IEC 7812-1 taken at its word: double, cross-sum, add up. */
  private static boolean slowLuhn(String digits) {
    int sum = 0;
    String reversed = new StringBuilder(digits).reverse().toString();
    for (int place = 1; place <= digits.length(); place++) {
      int digit = Integer.parseInt(reversed.substring(place - 1, place));
      if (place % 2 == 0) {
        sum += 2 * digit / 10 + 2 * digit % 10;
      } else {
        sum += digit;
      }
    }
    return sum % 10 == 0;
  }

  private static String digits(SplittableRandom random, int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private static String siren(SplittableRandom random) {
    String first = "3" + digits(random, 6) + "7";
    for (int check = 0; check < 10; check++) {
      if (slowLuhn(first + check)) {
        return first + check;
      }
    }
    throw new AssertionError("one check digit in ten is right");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void agrees_with_the_slow_check(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String nine = "7" + digits(random, 8);
    assertThat(Siren.isValid(nine)).isEqualTo(slowLuhn(nine));
    String siret = siren(random) + digits(random, 5);
    assertThat(Siret.isValid(siret)).isEqualTo(slowLuhn(siret));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void makes_the_vat_key_by_either_formula(long seed) {
    String siren = siren(new SplittableRandom(seed));
    int key = new BigInteger(siren + "12").mod(BigInteger.valueOf(97)).intValue();
    String vat = Vat.ofSiren(siren);
    assertThat(vat).isEqualTo("FR%02d%s".formatted(key, siren));
    assertThat(Vat.syntax(vat)).isEqualTo(Syntax.SYNTAX_OK);
    assertThat(Vat.siren(vat)).isEqualTo(siren);
    assertThat(Siren.in(vat)).isEqualTo(siren);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void notices_any_wrong_digit(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String siren = siren(random);
    int at = random.nextInt(9);
    int other = (siren.charAt(at) - '0' + random.nextInt(1, 10)) % 10;
    String wrong = siren.substring(0, at) + other + siren.substring(at + 1);
    assertThat(Siren.syntax(wrong)).isEqualTo(Syntax.CHECKSUM_KO);
  }

  @Test
  void tells_how_far_an_identifier_can_be_trusted() {
    assertThat(Siren.syntax("")).isEqualTo(Syntax.EMPTY);
    assertThat(Siren.syntax("732 829 320")).isEqualTo(Syntax.FORMAT_KO);
    assertThat(Siren.syntax("732829321")).isEqualTo(Syntax.CHECKSUM_KO);
    assertThat(Siren.syntax("000000000")).isEqualTo(Syntax.CHECKSUM_KO);
    assertThat(Siren.syntax("732829320")).isEqualTo(Syntax.SYNTAX_OK);
    assertThat(Siret.syntax("MONACOCONFO001")).isEqualTo(Syntax.UNVERIFIABLE);
    assertThat(Rna.syntax("W751234567")).isEqualTo(Syntax.SYNTAX_OK);
    assertThat(Naf.syntax("62.01Z")).isEqualTo(Syntax.SYNTAX_OK);
    assertThat(Naf.syntax("70.10Y")).isEqualTo(Syntax.UNVERIFIABLE);
    assertThat(Naf.syntax("6201Z")).isEqualTo(Syntax.FORMAT_KO);
  }

  @Test
  void numbers_the_first_establishments_of_a_company_as_insee_does() {
    assertThat(List.of("73282932000017", "73282932000025", "73282932000033", "73282932000074"))
        .allMatch(Siret::isValid);
  }

  @Test
  void writes_identifiers_as_people_read_them() {
    assertThat(Siren.spaced("732829320")).isEqualTo("732 829 320");
    assertThat(Siret.spaced("73282932000074")).isEqualTo("732 829 320 00074");
    assertThat(Siren.spaced("?")).isEqualTo("?");
  }

  @Test
  void knows_a_public_body_by_its_first_digit() {
    assertThat(Siren.isPublicBody("213105554")).isTrue(); // a commune
    assertThat(Siren.isPublicBody("732829320")).isFalse();
  }

  @Test
  void makes_no_vat_number_of_a_wrong_siren() {
    assertThatThrownBy(() -> Vat.ofSiren("732829321"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a SIREN");
  }

  @Test
  void tells_the_country_of_a_vat_number() {
    assertThat(Vat.country("FR44732829320")).isEqualTo("FR");
    assertThat(Vat.country("FR53000004605")).isEqualTo("MC");
    assertThat(Vat.country("EL094259216")).isEqualTo("GR");
    assertThat(Vat.country("BE0428759497")).isEqualTo("BE");
    assertThat(Vat.country("US123456789")).isEmpty();
  }

  @Test
  void knows_the_732_sub_classes_of_naf_rev_2() throws Exception {
    int known = 0;
    for (int code = 100; code < 10000; code++) {
      for (char letter = 'A'; letter <= 'Z'; letter++) {
        String naf = "%02d.%02d%c".formatted(code / 100, code % 100, letter);
        known += NafCodes.contains(naf) ? 1 : 0;
      }
    }
    assertThat(known).isEqualTo(732);
    assertThat(Naf.label("62.01Z")).isEqualTo("Programmation informatique");
  }

  @Test
  void does_not_restore_zeros_in_a_column_of_old_activity_codes() {
    assertThat(standardize(FieldType.NAF, List.of("721Z", "741J"), "721Z").value())
        .isEqualTo("721Z"); // 72.1Z, computer consultancy before 2008; not 07.21Z, uranium mining
    assertThat(standardize(FieldType.NAF, List.of("721Z", "6201Z"), "721Z").value())
        .isEqualTo("07.21Z");
  }

  @Test
  void reads_the_letters_of_insee_where_the_whole_column_has_them() {
    List<String> column = List.of("A", "C", "F");
    assertThat(standardize(FieldType.STATUS, column, "A").parts()).containsEntry("state", "active");
    assertThat(standardize(FieldType.STATUS, column, "F").parts()).containsEntry("state", "closed");
    assertThat(standardize(FieldType.STATUS, List.of("A", "C", "X"), "C").parts()).isEmpty();
  }

  @Test
  void completes_the_country_of_the_settings() {
    Settings belgian = new Settings(Settings.DEFAULT.policy(), "BE", Settings.DEFAULT.surnames());
    Column column = CompanySpecsTest.column(List.of("0428759497"));
    assertThat(
            new Companies()
                .standardizer(FieldType.VAT, column, belgian)
                .orElseThrow()
                .standardize("0428759497")
                .value())
        .isEqualTo("BE0428759497");
  }

  private static Standardized standardize(FieldType type, List<String> values, String value) {
    return new Companies()
        .standardizer(type, CompanySpecsTest.column(values), Settings.DEFAULT)
        .orElseThrow()
        .standardize(value);
  }
}
