package io.limpide.engine.standardize.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.reference.Commune;
import io.limpide.engine.reference.Communes;
import io.limpide.engine.standardize.FakeRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CityNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"Mulhouse", "BORDEAUX", "Aulnay-sous-Bois", "L'Isle-d'Abeau", "Étampes"})
  void knows_a_plain_name(String text) {
    assertThat(CityName.isPlain(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " Nice",
        "Nice ",
        "Le  Mans",
        "Paris XV",
        "Lyon-II",
        "Lens cédex",
        "LENS CDX",
        "L' Isle",
        "Nice (06)",
        "St. Denis",
        "75001"
      })
  void looks_closer_at_all_else(String text) {
    assertThat(CityName.isPlain(text)).isFalse();
  }

  /** So that {@link PlaceRule} may leave such records alone. */
  @Test
  void no_commune_is_corrected_under_its_own_name_and_postcode() {
    List<Commune> all = Communes.table().all();
    for (int i = 0; i < all.size(); i += 7) {
      Commune commune = all.get(i);
      for (String postcode : commune.postcodes()) {
        if (Communes.table().isCommune(postcode, commune.name())
            && CityName.isPlain(commune.name())) {
          FakeRecord record =
              new FakeRecord(
                  Map.of(
                      FieldType.POSTCODE, List.of(postcode),
                      FieldType.CITY, List.of(commune.name())));
          FrenchPlaceRule.apply(new PlaceCells(record, 0), true);
          assertThat(record.changes()).as(commune.name()).isEmpty();
          assertThat(record.remarks()).as(commune.name()).isEmpty();
        }
      }
    }
  }
}
