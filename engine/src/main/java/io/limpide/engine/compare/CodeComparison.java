package io.limpide.engine.compare;

import java.util.List;

/** Compares codes, numbers and choices: equal or not. */
final class CodeComparison extends FieldComparison {
  CodeComparison(String name, FieldRole role, Levels levels, FieldValues codes) {
    super(name, role, levels, codes);
    deriveAll();
  }

  @Override
  void reserve(int codes) {}

  @Override
  void derive(int code) {}

  @Override
  boolean apart(int a, int b) {
    return true;
  }

  @Override
  int levelOf(int a, int b) {
    return Levels.DIFFERENT;
  }

  @Override
  List<BlockKey> blockKeys() {
    return List.of(wholeKey().certainIf(levels().equals(Levels.IDENTIFIER_CODE)));
  }
}
