package io.limpide.engine.match;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to be matched. Records are numbered through from 0, source by source, row by row.
 *
 * @param sources one or several tables
 * @param mode which pairs are looked for
 * @param judgements what people said of pairs; may be empty
 */
public record MatchInput(List<MatchSource> sources, Mode mode, List<Judgement> judgements) {
  /** Which pairs are looked for. */
  public enum Mode {
    /** Duplicates within and across all sources. */
    DEDUPE,
    /** Only pairs across sources. */
    LINK
  }

  /** Input of which nobody has judged anything. */
  public MatchInput(List<MatchSource> sources, Mode mode) {
    this(sources, mode, List.of());
  }

  public MatchInput {
    sources = List.copyOf(sources);
    judgements = List.copyOf(judgements);
    if (sources.isEmpty() || sources.size() > 255) {
      throw new IllegalArgumentException("1 to 255 sources, but got " + sources.size());
    }
  }

  /** Returns the number of records of all sources. */
  public int records() {
    long rows = sources.stream().mapToLong(source -> source.table().rows()).sum();
    return Math.toIntExact(rows);
  }

  /** Returns the number of the first record of a source. */
  public int first(int source) {
    int first = 0;
    for (int before = 0; before < source; before++) {
      first += sources.get(before).table().rows();
    }
    return first;
  }

  /** Returns the source of a record. */
  public int source(int record) {
    int source = 0;
    int rest = record;
    while (rest >= sources.get(source).table().rows()) {
      rest -= sources.get(source++).table().rows();
    }
    return source;
  }

  /** Returns the row of a record in its source. */
  public int row(int record) {
    return record - first(source(record));
  }

  /** Returns a record of some rows of every source, for tests of order and the like. */
  static MatchInput dedupe(MatchSource... sources) {
    return new MatchInput(new ArrayList<>(List.of(sources)), Mode.DEDUPE);
  }
}
