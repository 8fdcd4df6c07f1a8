package io.limpide.server.party;

import java.util.Set;
import java.util.TreeSet;

/** The numbers by which a party tells how its values came in, and what is wrong with them. */
public final class Faults {
  private final WaysIn ways;
  private final Set<Integer> numbers = new TreeSet<>();

  private Faults(WaysIn ways) {
    this.ways = ways;
  }

  /** Returns those of a party whose values all came in by one way. */
  public static int[] of(PartyDraft draft, WayIn way, WaysIn ways) {
    Faults faults = new Faults(ways);
    faults.came(way);
    draft.wrong().forEach(wrong -> faults.wrong(way, wrong.mark()));
    return faults.numbers();
  }

  static Faults none(WaysIn ways) {
    return new Faults(ways);
  }

  void came(WayIn way) {
    numbers.add(ways.came(way));
  }

  void wrong(WayIn way, int mark) {
    numbers.add(ways.fault(way, mark));
  }

  int[] numbers() {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
