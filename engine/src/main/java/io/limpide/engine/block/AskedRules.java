package io.limpide.engine.block;

import java.util.ArrayList;
import java.util.List;

/** Rules that somebody asked for by the names of their atoms. */
public final class AskedRules {
  private AskedRules() {}

  /**
   * Refuses rules that none of the kinds of records at hand can be blocked by.
   *
   * @param atoms what the rules may ask to be equal, one list for each kind of records
   * @throws AskedRulesException with every such rule
   */
  public static void check(List<String> asked, List<List<Atom>> atoms) {
    List<AskedRulesException.Refused> refused = new ArrayList<>();
    for (int rule = 0; rule < asked.size(); rule++) {
      String name = asked.get(rule);
      if (atoms.stream().noneMatch(some -> unknown(name, some).isEmpty())) {
        refused.add(new AskedRulesException.Refused(rule, name, leastUnknown(name, atoms)));
      }
    }
    if (!refused.isEmpty() && !atoms.isEmpty()) {
      throw new AskedRulesException(
          refused, atoms.stream().flatMap(List::stream).map(Atom::name).distinct().toList());
    }
  }

  /** Returns those of the atoms that the rules are made of. */
  static List<Atom> used(List<String> asked, List<Atom> atoms) {
    List<Atom> used = new ArrayList<>();
    for (Atom atom : atoms) {
      if (of(asked, atoms).stream().anyMatch(rule -> parts(rule.name()).contains(atom.name()))) {
        used.add(atom);
      }
    }
    return used;
  }

  /** Returns the rules whose atoms are all there, in the order in which they were asked for. */
  static List<BlockingRule> of(List<String> asked, List<Atom> atoms) {
    return asked.stream()
        .filter(name -> unknown(name, atoms).isEmpty())
        .map(
            name ->
                BlockingRule.of(
                    atoms, parts(name).stream().mapToInt(part -> index(part, atoms)).toArray()))
        .toList();
  }

  private static List<String> leastUnknown(String name, List<List<Atom>> atoms) {
    return atoms.stream()
        .map(some -> unknown(name, some))
        .min(java.util.Comparator.comparingInt(List::size))
        .orElse(parts(name));
  }

  /** What of a rule is no atom; or, of two atoms with several values a record, the second. */
  private static List<String> unknown(String name, List<Atom> atoms) {
    List<String> unknown = new ArrayList<>();
    boolean several = false;
    for (String part : parts(name)) {
      int index = index(part, atoms);
      boolean severalHere = index >= 0 && atoms.get(index).codes().size() > 1;
      if (index < 0 || (several && severalHere)) {
        unknown.add(part);
      }
      several |= severalHere;
    }
    return unknown;
  }

  private static List<String> parts(String name) {
    return java.util.Arrays.stream(name.split("\\+", -1)).map(String::strip).toList();
  }

  private static int index(String name, List<Atom> atoms) {
    for (int atom = 0; atom < atoms.size(); atom++) {
      if (atoms.get(atom).name().equals(name)) {
        return atom;
      }
    }
    return -1;
  }
}
