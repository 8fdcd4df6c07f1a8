package io.limpide.engine.standardize.address;

import io.limpide.engine.finding.RulePolicy;
import io.limpide.engine.reference.Department;
import io.limpide.engine.reference.Departments;
import io.limpide.engine.reference.PlaceNames;
import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.standardize.general.Spaces;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes régions and départements by their official names, states abroad in title case. */
final class RegionStandardizer implements Standardizer {
  private static final Map<String, String> SHORT =
      Map.of(
          "IDF", "Île-de-France",
          "RP", "Île-de-France",
          "REGION PARISIENNE", "Île-de-France",
          "PACA", "Provence-Alpes-Côte d'Azur",
          "AURA", "Auvergne-Rhône-Alpes",
          "ARA", "Auvergne-Rhône-Alpes",
          "HDF", "Hauts-de-France",
          "BFC", "Bourgogne-Franche-Comté",
          "CVL", "Centre-Val de Loire",
          "PDL", "Pays de la Loire");

  private final RulePolicy policy;

  RegionStandardizer(RulePolicy policy) {
    this.policy = policy;
  }

  @Override
  public Standardized standardize(String raw) {
    if (raw.isEmpty()) {
      return Standardized.unchanged(raw);
    }
    Cleaning cleaning = new Cleaning(raw, policy);
    cleaning.change(AddressRules.SPACES, Spaces.single(raw), 1);
    String value = cleaning.value();
    if (value.length() <= 60) {
      cleaning.change(AddressRules.REGION, name(value), 1);
    }
    return cleaning.done();
  }

  private static String name(String value) {
    String folded = PlaceNames.fold(value);
    if (SHORT.containsKey(folded)) {
      return SHORT.getOrDefault(folded, value);
    }
    Optional<String> region = Departments.table().region(value);
    if (region.isPresent()) {
      return region.get();
    }
    Optional<String> department = Departments.table().byName(value).map(Department::name);
    if (department.isPresent()) {
      return department.get();
    }
    boolean state =
        value.length() <= 3
            && value.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
    return state ? value.toUpperCase(Locale.ROOT) : TitleCase.of(value);
  }
}
