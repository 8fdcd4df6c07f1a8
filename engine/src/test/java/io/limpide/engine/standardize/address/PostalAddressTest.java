package io.limpide.engine.standardize.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Spec;
import io.limpide.engine.reference.Commune;
import io.limpide.engine.reference.Communes;
import java.util.List;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PostalAddressTest {
  static Stream<Arguments> parts() {
    return Spec.cases("address/parts.csv", 7);
  }

  static Stream<Arguments> postalLines() {
    return Spec.cases("address/postal-lines.csv", 3);
  }

  @ParameterizedTest(name = "{0} {1} {2} {3} ({6})")
  @MethodSource("parts")
  void recognises_the_parts(
      String address,
      String postcode,
      String city,
      String country,
      String parts,
      String level,
      String source) {
    PostalAddress read = PostalAddress.parse(address, postcode, city, country);
    assertThat(describe(read)).isEqualTo(parts);
    assertThat(read.level()).isEqualTo(AddressLevel.valueOf(level));
  }

  @ParameterizedTest(name = "{0} -> {1} ({2})")
  @MethodSource("postalLines")
  void writes_the_lines_of_an_envelope(String address, String lines, String source) {
    assertThat(String.join(" / ", PostalAddress.parse(address).toPostalLines())).isEqualTo(lines);
  }

  @Test
  void finds_every_commune_by_each_of_its_postcodes() {
    for (Commune commune : Communes.table().all()) {
      if (commune.kind() == Commune.Kind.COMMUNE) {
        for (String postcode : commune.postcodes()) {
          PostalAddress read = PostalAddress.parse("1 rue X", postcode, commune.name(), "");
          assertThat(read.city()).isEqualTo(commune.name());
          assertThat(read.level()).as(commune.name()).isEqualTo(AddressLevel.COMPLETE_VERIFIED);
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void keeps_every_digit_and_fits_the_envelope(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String alphabet = "ab é'-,.;/\n0123456789 RUE BP AV BIS 75015 PARIS CEDEX SAINT ";
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5, 120); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    PostalAddress read = PostalAddress.parse(text.toString());
    assertThat(read.toPostalLines()).allMatch(line -> line.length() <= 38 && !line.isBlank());
    assertThat(read.toPostalLines()).allMatch(line -> line.matches("[A-Z0-9 ]+"));
  }

  @Test
  void gives_equal_keys_to_spellings_of_one_way() {
    for (List<String> same :
        List.of(
            List.of(
                "12 rue du Général de Gaulle", "12 R DU GAL DE GAULLE", "12, rue Gal. de Gaulle"),
            List.of("3 av. Victor Hugo", "3 AVENUE V. HUGO", "3 avenue V Hugo"),
            List.of("1 place du 8 mai 1945", "1 PL DU HUIT MAI", "1 place du 8 mai 45"),
            List.of("5 rue St Jean", "5 RUE SAINT-JEAN", "5 rue Saint Jean"),
            List.of("5 bd Jean Jaurès", "5 BOULEVARD J JAURES"),
            List.of("9 rue Louis XIV", "9 rue Louis 14"),
            List.of("9 rue de l'Église", "9 RUE DE L EGLISE", "9 rue l’Eglise"))) {
      assertThat(same.stream().map(PostalAddress::parse).map(PostalAddress::wayKey).distinct())
          .as(same.toString())
          .hasSize(1);
      assertThat(same.stream().map(PostalAddress::parse).map(PostalAddress::wayType).distinct())
          .hasSize(1);
    }
  }

  @Test
  void tells_different_ways_apart() {
    assertThat(
            Stream.of(
                    "1 rue Victor Hugo",
                    "1 rue Victor Schoelcher",
                    "1 rue du 8 mai",
                    "1 rue du 1er mai")
                .map(PostalAddress::parse)
                .map(PostalAddress::wayKey))
        .doesNotHaveDuplicates();
  }

  @Test
  void counts_a_bis_and_a_b_as_one_house() {
    assertThat(PostalAddress.parse("12 bis rue X").houseKey()).isEqualTo("12B");
    assertThat(PostalAddress.parse("12 B rue X").houseKey()).isEqualTo("12B");
    assertThat(PostalAddress.parse("12 rue X").houseKey()).isEqualTo("12");
  }

  @Test
  void is_quick_to_say_that_there_is_nothing() {
    assertThat(PostalAddress.parse("").isEmpty()).isTrue();
    assertThat(PostalAddress.parse("12 rue X").isEmpty()).isFalse();
  }

  @Test
  void keeps_what_is_longer_than_any_address() {
    PostalAddress read = PostalAddress.parse("mot ".repeat(5_000));
    assertThat(read.locality()).contains("mot mot").hasSizeGreaterThan(15_000);
  }

  private static String describe(PostalAddress address) {
    StringJoiner parts = new StringJoiner(", ");
    add(parts, "number", address.number());
    add(parts, "suffix", address.suffix());
    add(parts, "type", address.wayType());
    add(parts, "name", address.wayName());
    add(parts, "key", address.wayKey());
    add(parts, "unit", address.unit());
    add(parts, "building", address.building());
    add(parts, "locality", address.locality());
    add(parts, "delivery", address.delivery());
    add(parts, "postcode", address.postcode());
    add(parts, "city", address.city());
    add(parts, "cedex", address.cedex());
    add(parts, "insee", address.insee());
    add(parts, "country", address.country());
    return parts.toString();
  }

  private static void add(StringJoiner parts, String name, String value) {
    if (!value.isEmpty()) {
      parts.add(name + "=" + value);
    }
  }
}
