package io.limpide.engine.compare;

import io.limpide.engine.text.EditDistance;
import io.limpide.engine.text.Glances;
import java.util.Arrays;
import java.util.List;

/** Compares the digits of phone numbers: one digit wrong, missing or swapped is close. */
final class PhoneComparison extends FieldComparison {
  private static final int LONG_ENOUGH = 7;

  private String[] digits = {};
  private final Glances glances = new Glances(0);

  PhoneComparison(String name, FieldRole role, FieldValues numbers) {
    super(name, role, Levels.PHONE, numbers);
    deriveAll();
  }

  @Override
  void reserve(int codes) {
    digits = Arrays.copyOf(digits, codes);
    glances.reserve(codes);
  }

  @Override
  void derive(int code) {
    digits[code] = values.value(code);
    glances.set(code, digits[code]);
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
  List<BlockKey> blockKeys() {
    return List.of(
        blockKey(name(), v -> v, 0),
        blockKey(name() + ".ending", v -> NameComparison.ending(v, 5), 0.5));
  }
}
