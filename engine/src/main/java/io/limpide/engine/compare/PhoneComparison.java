package io.limpide.engine.compare;

import io.limpide.engine.block.Atom;
import io.limpide.engine.text.EditDistance;
import io.limpide.engine.text.Glances;
import java.util.List;

/** Compares the digits of phone numbers: one digit wrong, missing or swapped is close. */
final class PhoneComparison extends FieldComparison {
  private static final int LONG_ENOUGH = 7;

  private final String[] digits;
  private final Glances glances;

  PhoneComparison(String name, FieldRole role, FieldValues numbers) {
    super(name, role, Levels.PHONE, numbers);
    digits = new String[numbers.size()];
    for (int code = 0; code < digits.length; code++) {
      digits[code] = numbers.value(code);
    }
    glances = Glances.of(digits);
  }

  @Override
  boolean apart(int a, int b) {
    return !glances.within(a, b, 1);
  }

  @Override
  int levelOf(int a, int b) {
    return digits[a].length() >= LONG_ENOUGH
            && EditDistance.osa().between(digits[a], digits[b], 1) <= 1
        ? 2
        : 1;
  }

  @Override
  List<Atom> atoms(int field) {
    return List.of(
        new Atom(name(), field, values.keys(v -> v), 0, false),
        new Atom(
            name() + ".ending", field, values.keys(v -> NameComparison.ending(v, 5)), 0.5, false));
  }
}
