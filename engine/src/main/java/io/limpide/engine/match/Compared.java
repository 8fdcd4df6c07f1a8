package io.limpide.engine.match;

import io.limpide.engine.block.Atom;
import io.limpide.engine.block.PairScope;
import io.limpide.engine.compare.Fields;
import io.limpide.engine.compare.IgnoredValues;
import io.limpide.engine.compare.PatternCoder;
import io.limpide.engine.compare.RecordSet;
import java.util.List;

/**
 * The persons, or the companies, of the input and what is compared of them. Records are numbered by
 * their content.
 */
final class Compared {
  final boolean persons;
  final PatternCoder coder;
  final int[] global; // the number of each record in the input
  final PairScope scope;
  final Judgements judgements;
  final List<IgnoredValues.Ignored> ignored; // values that are never compared
  final List<Atom> atoms; // what blocking rules may ask of the records

  private Compared(
      boolean persons,
      PatternCoder coder,
      int[] global,
      PairScope scope,
      Judgements judgements,
      List<IgnoredValues.Ignored> ignored) {
    this.persons = persons;
    this.coder = coder;
    this.global = global;
    this.scope = scope;
    this.judgements = judgements;
    this.ignored = ignored;
    this.atoms = coder.atoms();
  }

  /**
   * Derives what is compared.
   *
   * @param globals the number in the input of each record of the set
   * @param sides the source of each
   * @param input what it is all part of
   */
  static Compared of(
      boolean persons, RecordSet records, int[] globals, byte[] sides, MatchInput input) {
    Fields fields = persons ? Fields.ofPersons(records) : Fields.ofCompanies(records);
    int[] order = fields.order();
    PatternCoder coder = fields.coder(order);
    int[] global = new int[order.length];
    byte[] sorted = new byte[order.length];
    for (int i = 0; i < order.length; i++) {
      global[i] = globals[order[i]];
      sorted[i] = sides[order[i]];
    }
    return new Compared(
        persons,
        coder,
        global,
        input.mode() == MatchInput.Mode.LINK
            ? PairScope.between(sorted)
            : PairScope.within(order.length),
        new Judgements(input.judgements(), global, input.records()),
        IgnoredValues.of(records, persons));
  }
}
