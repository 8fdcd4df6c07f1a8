package io.limpide.engine.compare;

import io.limpide.engine.block.Atom;
import java.util.List;

/** Compares codes, numbers and choices: equal or not. */
final class CodeComparison extends FieldComparison {
  CodeComparison(String name, FieldRole role, Levels levels, FieldValues codes) {
    super(name, role, levels, codes);
  }

  @Override
  boolean apart(int a, int b) {
    return true;
  }

  @Override
  int levelOf(int a, int b) {
    return Levels.DIFFERENT;
  }

  @Override
  List<Atom> atoms(int field) {
    return List.of(
        new Atom(name(), field, values.keys(v -> v), 0, levels().equals(Levels.IDENTIFIER_CODE)));
  }
}
