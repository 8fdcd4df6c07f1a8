package io.limpide.engine.compare;

import io.limpide.engine.text.EditDistance;
import io.limpide.engine.text.Glances;
import java.util.List;

/** Compares the digits of phone numbers: one digit wrong, missing or swapped is close. */
final class PhoneComparison extends FieldComparison {
  private static final int LONG_ENOUGH = 7;

  private final Glances glances = new Glances(0);

  PhoneComparison(String name, FieldRole role, FieldValues numbers) {
    super(name, role, Levels.PHONE, numbers);
    deriveAll();
  }

  @Override
  void reserve(int codes) {
    glances.reserve(codes);
  }

  @Override
  void derive(int code) {
    glances.set(code, values.value(code));
  }

  @Override
  boolean apart(int a, int b) {
    return !glances.within(a, b, 1);
  }

  @Override
  int levelOf(int a, int b) {
    String one = values.value(a);
    return one.length() >= LONG_ENOUGH && EditDistance.osa().between(one, values.value(b), 1) <= 1
        ? 2
        : 1;
  }

  @Override
  List<BlockKey> blockKeys() {
    return List.of(wholeKey(), blockKey(name() + ".ending", v -> NameComparison.ending(v, 5), 0.5));
  }
}
