package io.limpide.server.party;

import io.limpide.server.recipe.BaseField;
import io.limpide.server.recipe.Catalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A field over all records of a party.
 *
 * @param values one for each record, in their order; empty where it says nothing
 * @param same whether all that say something say the same
 */
record SideBySide(String field, List<String> values, boolean same) {
  /** Returns the records side by side: those fields first that differ. */
  static List<SideBySide> of(List<RecordVersions.Version> records, Catalogue catalogue) {
    List<SideBySide> rows = new ArrayList<>();
    for (BaseField field : catalogue.fields()) {
      List<String> values =
          records.stream().map(record -> record.values().getOrDefault(field.code(), "")).toList();
      long different = values.stream().filter(value -> !value.isEmpty()).distinct().count();
      if (different > 0) {
        rows.add(new SideBySide(field.code(), values, different == 1));
      }
    }
    rows.sort(Comparator.comparing(SideBySide::same));
    return rows;
  }
}
