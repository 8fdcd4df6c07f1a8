package io.limpide.engine.match;

import java.util.List;

/**
 * Records that hold too little to be merged with any other: not even with a copy of themselves.
 *
 * @param records how many there are
 * @param kinds the most frequent kinds of them, the most frequent first
 * @param others how many records are of other kinds
 */
public record Unlinkable(long records, List<Kind> kinds, long others) {
  public Unlinkable {
    kinds = List.copyOf(kinds);
  }

  /**
   * Records that have the same fields filled.
   *
   * @param filled the fields that are filled
   * @param rule why a copy is not merged: {@code weight}, it says too little; else the rule that
   *     decides
   * @param records how many there are
   * @param best the weight of the best of them and its copy, in bits
   * @param examples some of the records
   */
  public record Kind(
      List<String> filled, String rule, long records, double best, List<Integer> examples) {
    public Kind {
      filled = List.copyOf(filled);
      examples = List.copyOf(examples);
    }
  }
}
