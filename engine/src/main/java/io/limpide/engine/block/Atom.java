package io.limpide.engine.block;

import java.util.List;

/**
 * A derived value of every record that blocking rules may ask to be equal: a phonetic code, a
 * postcode, a year of birth.
 *
 * @param name what people see in the blocking report, such as {@code family_name.sound}
 * @param field the comparison it was derived from
 * @param codes one array per value that a record may have (several phones give several arrays), by
 *     record; equal values have equal codes, 0 is none; kept, not copied, for it may be made only
 *     when asked for
 * @param whenClose 0 to 1: how often two spellings of one true value still agree on this
 * @param certain whether agreement alone decides, so that the rule must not be left out
 */
public record Atom(String name, int field, List<int[]> codes, double whenClose, boolean certain) {
  public Atom {
    if (!(whenClose >= 0 && whenClose <= 1)) {
      throw new IllegalArgumentException("whenClose must lie in 0 to 1, but is " + whenClose);
    }
  }

  boolean filled(int record) {
    for (int[] column : codes) {
      if (column[record] != 0) {
        return true;
      }
    }
    return false;
  }
}
