package io.limpide.engine.live;

import io.limpide.engine.block.Atom;
import io.limpide.engine.block.BlockChanges;
import io.limpide.engine.block.LiveBlocks;
import io.limpide.engine.compare.PatternCoder;
import io.limpide.engine.compare.RecordReader;
import io.limpide.engine.match.PairDecider;
import io.limpide.engine.match.Trained;
import io.limpide.engine.match.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The persons, or the companies, of an index, by number. */
final class LivePopulation {
  private static final int MOST_MET = 4096; // records that a look-up compares

  private final Trained trained;
  private final PatternCoder coder;
  private final LiveBlocks blocks;
  private final PairDecider decider;
  private final LinkTable links = new LinkTable();
  private final Groups groups;
  private String[] ids;
  private int size; // numbers given so far
  private int[] free = new int[16]; // numbers of records that are gone
  private int frees;

  /** A record that another may be one party with, or is related to. */
  record Met(int record, double weight, Verdict verdict, String rule) {}

  /** What became of the groups, and of the record itself. */
  record Outcome(int record, List<Met> matches, Groups.Regrouped groups) {}

  LivePopulation(Trained trained, String[] ids, IntSupplier newGroup) {
    this.trained = trained;
    this.coder = trained.coder();
    this.blocks = trained.blocks();
    this.decider = trained.decider();
    this.groups = new Groups(links, blocks, trained.judge(), trained.clusters(), newGroup);
    this.ids = ids;
    this.size = ids.length;
  }

  /** Takes over the groups that a run found, by record. */
  void group(int[] names) {
    groups.takeOver(names);
  }

  /** Takes over what a run found. */
  void link(int a, int b, float weight) {
    links.add(a, b, weight);
  }

  String id(int record) {
    return ids[record];
  }

  int group(int record) {
    return groups.name(record);
  }

  int[] members(int record) {
    return groups.members(record);
  }

  Map<String, Float> links(int record) {
    Map<String, Float> weights = new HashMap<>();
    for (int link = 0; link < links.count(record); link++) {
      weights.put(ids[links.other(record, link)], links.weight(record, link));
    }
    return weights;
  }

  RecordReader.Read read(int source, UnaryOperator<String> valueOfColumn) {
    return coder.reader().read(source, valueOfColumn);
  }

  /** Looks for the matches of a record that is not there, and leaves no trace of it. */
  List<Met> find(RecordReader.Read read) {
    return asStranger(
        read,
        stranger -> {
          List<Met> found = new ArrayList<>();
          blocks.meet(stranger, false, MOST_MET, other -> decide(stranger, other, found));
          return found;
        });
  }

  LiveExplanation explain(RecordReader.Read read, int record) {
    return asStranger(read, stranger -> explain(stranger, "", record, ids[record]));
  }

  private interface Look<T> {
    T at(int stranger);
  }

  private <T> T asStranger(RecordReader.Read read, Look<T> look) {
    int stranger = frees > 0 ? free[frees - 1] : size;
    coder.mark();
    try {
      coder.put(stranger, read);
      blocks.look(stranger, read.order(), coder.atoms(stranger));
      return look.at(stranger);
    } finally {
      coder.forget();
    }
  }

  LiveExplanation explain(int a, int b) {
    return explain(a, ids[a], b, ids[b]);
  }

  private LiveExplanation explain(int a, String idOfA, int b, String idOfB) {
    int made = blocks.rulesOf(a, b);
    return blocks.before(a, b)
        ? new LiveExplanation(idOfA, idOfB, trained.explain(a, b, made))
        : new LiveExplanation(idOfB, idOfA, trained.explain(b, a, made));
  }

  /** Returns the matches of a record that is there. */
  List<Met> matches(int record) {
    return matches(record, MOST_MET);
  }

  /** Those that a rule finds, at most so many, and those of which somebody said something. */
  private List<Met> matches(int record, int most) {
    List<Met> found = new ArrayList<>();
    blocks.meet(record, true, most, other -> decide(record, other, found));
    for (int other : trained.judged(record)) {
      if (!blocks.makes(record, other)) {
        decide(record, other, found);
      }
    }
    return found;
  }

  /** Follows what somebody says of two records; null takes back what was said. */
  Groups.Regrouped judge(int a, int b, @Nullable Boolean same) {
    if (same == null) {
      trained.withdraw(a, b);
    } else {
      trained.judge(a, b, same);
    }
    Set<Integer> touched = new LinkedHashSet<>(List.of(a, b));
    if (links.has(a, b)) {
      links.remove(a, b);
    }
    link(a, b, touched);
    return groups.regroup(touched);
  }

  Outcome add(String id, RecordReader.Read read) {
    int record = frees > 0 ? free[--frees] : size++;
    ids = record < ids.length ? ids : Arrays.copyOf(ids, record + (record >> 2) + 16);
    ids[record] = id;
    return put(record, read, false);
  }

  Outcome change(int record, RecordReader.Read read) {
    return put(record, read, true);
  }

  private Outcome put(int record, RecordReader.Read read, boolean known) {
    Set<Integer> touched = new LinkedHashSet<>();
    touched.add(record);
    part(record, touched);
    coder.put(record, read);
    List<Atom> atoms = coder.atoms(record);
    BlockChanges changes = new BlockChanges();
    if (known) {
      blocks.change(record, read.order(), atoms, changes);
    } else {
      blocks.add(record, read.order(), atoms, changes);
    }
    follow(changes, touched);
    List<Met> found = matches(record, Integer.MAX_VALUE);
    for (Met met : found) {
      if (met.verdict() == Verdict.DUPLICATE) {
        links.add(record, met.record(), PairDecider.link(met.rule(), met.weight()));
        touched.add(met.record());
      }
    }
    return new Outcome(record, found, groups.regroup(touched));
  }

  Groups.Regrouped remove(int record) {
    Set<Integer> touched = new LinkedHashSet<>();
    part(record, touched);
    BlockChanges changes = new BlockChanges();
    blocks.remove(record, changes);
    follow(changes, touched);
    trained.withdraw(record);
    ids[record] = "";
    free = frees == free.length ? Arrays.copyOf(free, 2 * frees) : free;
    free[frees++] = record;
    return groups.remove(record, touched);
  }

  Groups.Regrouped settle() {
    return groups.settle();
  }

  /** Takes the links of a record away. */
  private void part(int record, Set<Integer> touched) {
    while (links.count(record) > 0) {
      int other = links.other(record, links.count(record) - 1);
      links.remove(record, other);
      touched.add(other);
    }
  }

  /** Makes good what a record that came or went changes for pairs of others. */
  private void follow(BlockChanges changes, Set<Integer> touched) {
    changes.pairs(
        (a, b) -> {
          if (links.has(a, b)) {
            unlink(a, b, touched);
          } else {
            link(a, b, touched);
          }
        });
    for (int[] block : changes.closed()) {
      for (int record : block) {
        for (int link = links.count(record) - 1; link >= 0; link--) {
          if (record < links.other(record, link)) { // the other is in the block too, if it matters
            unlink(record, links.other(record, link), touched);
          }
        }
      }
    }
    for (int[] block : changes.opened()) {
      for (int i = 0; i < block.length; i++) {
        for (int j = i + 1; j < block.length; j++) {
          if (!links.has(block[i], block[j])) {
            link(block[i], block[j], touched);
          }
        }
      }
    }
  }

  private void unlink(int a, int b, Set<Integer> touched) {
    if (!isCandidate(a, b)) {
      links.remove(a, b);
      touched.add(a);
      touched.add(b);
    }
  }

  private void link(int a, int b, Set<Integer> touched) {
    if (decide(a, b) && decider.verdict() == Verdict.DUPLICATE && isCandidate(a, b)) {
      links.add(a, b, decider.link());
      touched.add(a);
      touched.add(b);
    }
  }

  private boolean isCandidate(int a, int b) {
    return blocks.makes(a, b) || trained.isJudged(a, b);
  }

  private boolean decide(int a, int b) {
    return blocks.before(a, b) ? decider.decide(a, b) : decider.decide(b, a);
  }

  private void decide(int record, int other, List<Met> found) {
    if (decide(record, other)) {
      found.add(new Met(other, decider.weight(), decider.verdict(), decider.rule()));
    }
  }
}
