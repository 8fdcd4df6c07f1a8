package io.limpide.engine.standardize.person;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.reference.Civilities;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.standardize.Settings;
import java.util.List;
import java.util.Optional;

/** A civility inside a name goes to the field made for it. */
final class CivilityInNames {
  private static final List<FieldType> NAMES =
      List.of(FieldType.GIVEN_NAME, FieldType.FAMILY_NAME, FieldType.FULL_NAME);

  private CivilityInNames() {}

  static void apply(RecordEdit record, Settings settings) {
    for (FieldType type : NAMES) {
      String cell = record.get(type);
      if (cell.isEmpty() || NameGlance.isOnlyName(cell)) {
        continue;
      }
      NameCell parts = NameCell.parse(cell);
      String form = form(parts, cell, type);
      if (form.isEmpty()) {
        continue;
      }
      move(record, type, cell, form);
    }
  }

  private static String form(NameCell parts, String cell, FieldType type) {
    if (type == FieldType.GIVEN_NAME) {
      Optional<Civilities.Civility> only = Civilities.find(cell);
      if (only.isPresent() && only.get().insideNames()) {
        return joined(only.get().civility(), only.get().title()); // nothing but a civility
      }
    }
    return joined(parts.civility(), parts.title());
  }

  private static String joined(String civility, String title) {
    return civility.isEmpty() || title.isEmpty() ? civility + title : civility + " " + title;
  }

  private static void move(RecordEdit record, FieldType type, String cell, String form) {
    String rest = withoutCivility(cell);
    if (record.count(FieldType.CIVILITY) == 0) {
      if (!rest.isEmpty()) {
        record.change(type, 0, PersonRules.CIVILITY_IN_NAME, rest, 0.95, form);
      }
      return;
    }
    String civility = record.get(FieldType.CIVILITY);
    if (civility.isEmpty()) {
      if (record.change(FieldType.CIVILITY, 0, PersonRules.CIVILITY_MOVED, form, 0.98, cell)) {
        record.change(type, 0, PersonRules.CIVILITY_MOVED, rest, 0.98, form);
      }
    } else if (civility.equals(form) || civility.startsWith(form + " ")) {
      record.change(type, 0, PersonRules.CIVILITY_MOVED, rest, 0.98, form);
    } else {
      record.remark(type, 0, PersonRules.CIVILITY_CONFLICT, form, civility);
    }
  }

  /** The cell without its civility, everything else as it was. */
  private static String withoutCivility(String cell) {
    List<String> words = List.of(cell.split(" ", -1));
    int from = 0;
    for (int round = 0; round < 2; round++) {
      List<String> rest = words.subList(from, words.size());
      from += Civilities.atStart(rest).map(Civilities.Found::words).orElse(0);
    }
    boolean behind = from == 0 && Civilities.atEnd(words).isPresent();
    return String.join(" ", words.subList(from, words.size() - (behind ? 1 : 0)));
  }
}
