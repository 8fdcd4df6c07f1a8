package io.limpide.engine.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CommunesTest {
  private static final Communes COMMUNES = Communes.table();

  @Test
  void holds_every_commune_of_2026() {
    assertThat(
            COMMUNES.all().stream()
                .collect(Collectors.groupingBy(Commune::kind, Collectors.counting())))
        .containsEntry(Commune.Kind.COMMUNE, 34_969L)
        .containsEntry(Commune.Kind.ARRONDISSEMENT, 45L)
        .containsEntry(Commune.Kind.ASSOCIATED, 471L);
  }

  @Test
  void finds_a_commune_by_name_however_spelt() {
    for (String name :
        List.of("Saint-Étienne", "SAINT ETIENNE", "St Etienne", "st-etienne", "Saint Étienne ")) {
      assertThat(COMMUNES.byName(name)).extracting(Commune::code).as(name).contains("42218");
    }
    assertThat(COMMUNES.byName("HAVRE (LE)")).extracting(Commune::name).contains("Le Havre");
    assertThat(COMMUNES.byName("Nulle-Part")).isEmpty();
    assertThat(COMMUNES.byName("")).isEmpty();
  }

  @Test
  void finds_every_commune_by_its_name_in_capitals_without_accents() {
    for (Commune commune : COMMUNES.all()) {
      String folded = PlaceNames.fold(commune.name());
      assertThat(COMMUNES.byName(folded)).as(folded).contains(commune);
      assertThat(COMMUNES.byName(commune.name().toLowerCase(Locale.FRENCH))).contains(commune);
    }
  }

  @Test
  void knows_homonyms() {
    assertThat(
            COMMUNES.byName("Sainte-Colombe").stream()
                .filter(c -> c.kind() == Commune.Kind.COMMUNE))
        .hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void knows_the_communes_of_a_postcode() {
    assertThat(COMMUNES.byPostcode("94390")).extracting(Commune::code).contains("91479");
    assertThat(COMMUNES.byPostcode("75116"))
        .extracting(Commune::code)
        .containsExactly("75056", "75116");
    assertThat(COMMUNES.byPostcode("99999")).isEmpty();
    assertThat(COMMUNES.byPostcode("x")).isEmpty();
    assertThat(COMMUNES.isPostcode("75015")).isTrue();
    assertThat(COMMUNES.isPostcode("75000")).isFalse();
    assertThat(COMMUNES.isPostcode("7501")).isFalse();
  }

  @Test
  void tells_the_departement_of_a_postcode() {
    assertThat(COMMUNES.departments("94390")).isEqualTo(Set.of("91"));
    assertThat(COMMUNES.departments("20000")).isEqualTo(Set.of("2A"));
    assertThat(COMMUNES.departments("20600")).isEqualTo(Set.of("2B"));
    assertThat(COMMUNES.departments("97133")).isEqualTo(Set.of("977"));
    assertThat(COMMUNES.departments("97400")).isEqualTo(Set.of("974"));
    assertThat(COMMUNES.departments("98800")).isEqualTo(Set.of("988"));
    assertThat(COMMUNES.departments("75755")).isEqualTo(Set.of("75"));
    assertThat(Communes.departmentOfDigits("00999")).isEqualTo(Optional.empty());
  }

  @Test
  void has_few_postcodes_that_serve_another_departement() {
    Set<String> crossing = new TreeSet<>();
    for (Commune commune : COMMUNES.all()) {
      for (String postcode : commune.postcodes()) {
        if (commune.kind() == Commune.Kind.COMMUNE
            && !Communes.departmentOfDigits(postcode).equals(Optional.of(commune.department()))) {
          crossing.add(commune.code());
        }
      }
    }
    assertThat(crossing).contains("91479", "83105").hasSizeBetween(20, 60);
  }

  @Test
  void leads_from_former_communes_to_those_of_today() {
    Commune former = COMMUNES.byName("Arbignieu").get(0);
    assertThat(former.kind()).isEqualTo(Commune.Kind.DELEGATED);
    assertThat(COMMUNES.today(former).name()).isEqualTo("Arboys en Bugey");
    assertThat(COMMUNES.postcodesOf(former)).containsExactly("01300");
    assertThat(COMMUNES.byCode("2A004")).map(Commune::name).contains("Ajaccio");
    assertThat(COMMUNES.byCode("00000")).isEmpty();
  }
}
