package io.limpide.engine.block;

import java.util.List;

/**
 * Records that agree on every atom of a rule are worth comparing. A rule without atoms pairs
 * everything with everything.
 *
 * @param name the names of its atoms, joined by {@code +}; {@code *} when it has none
 * @param atoms indices of its atoms; at most one of them has several values per record
 * @param fields bit f is set when an atom was derived from comparison f
 */
public record BlockingRule(String name, List<Integer> atoms, long fields) {
  public BlockingRule {
    atoms = List.copyOf(atoms);
  }

  static BlockingRule of(List<Atom> all, int... chosen) {
    long fields = 0;
    StringBuilder name = new StringBuilder();
    List<Integer> atoms = new java.util.ArrayList<>();
    for (int atom : chosen) {
      fields |= 1L << all.get(atom).field();
      name.append(name.isEmpty() ? "" : "+").append(all.get(atom).name());
      atoms.add(atom);
    }
    return new BlockingRule(name.isEmpty() ? "*" : name.toString(), atoms, fields);
  }
}
