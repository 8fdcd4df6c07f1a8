package io.limpide.engine.compare;

import io.limpide.engine.text.EditDistance;
import io.limpide.engine.text.Glances;
import java.util.Arrays;
import java.util.List;

/** Compares identifiers: one sign wrong, missing or swapped is close, if they are long enough. */
final class IdentifierComparison extends FieldComparison {
  private static final int LONG_ENOUGH = 6;

  private String[] identifiers = {};
  private final Glances glances = new Glances(0);
  private final boolean certain;

  /**
   * @param certain whether equal identifiers must always be compared, whatever else is thought
   *     worth it
   */
  IdentifierComparison(String name, FieldRole role, FieldValues values, boolean certain) {
    super(name, role, Levels.IDENTIFIER, values);
    this.certain = certain;
    deriveAll();
  }

  @Override
  void reserve(int codes) {
    identifiers = Arrays.copyOf(identifiers, codes);
    glances.reserve(codes);
  }

  @Override
  void derive(int code) {
    identifiers[code] = values.value(code);
    glances.set(code, identifiers[code]);
  }

  @Override
  boolean apart(int a, int b) {
    return !glances.within(a, b, 1);
  }

  @Override
  int levelOf(int a, int b) {
    return Math.min(identifiers[a].length(), identifiers[b].length()) >= LONG_ENOUGH
            && EditDistance.osa().between(identifiers[a], identifiers[b], 1) <= 1
        ? 2
        : 1;
  }

  @Override
  List<BlockKey> blockKeys() {
    return List.of(wholeKey().certainIf(certain));
  }
}
