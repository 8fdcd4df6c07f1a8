package io.limpide.engine.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts records together along the pairs that are held to be one party, the surest pairs first.
 *
 * <p>One pair is enough to join two single records. Two groups join only if the pairs between them
 * speak for it on average and none is a conflict: a chain of look-alikes does not become one party.
 * What is left apart for that reason is reported as doubtful.
 */
public final class Clusterer {
  private static final double STRONGEST = 15;
  private static final double WEAKEST = -12;
  private static final int CONFLICTS_ASKED = 64;
  private static final int SHOWN = 20;

  private final PairJudge judge;
  private final ClusterSettings settings;
  private final Groups groups;
  private final Joins joins = new Joins();
  private final Map<Long, Doubt> doubts = new LinkedHashMap<>();

  private Clusterer(int records, PairJudge judge, ClusterSettings settings) {
    this.judge = judge;
    this.settings = settings;
    this.groups = new Groups(records);
  }

  /** The outcome. */
  public static final class Clusters {
    private final int[] groups;
    private final List<Doubt> doubts;
    private final Joins joins;

    Clusters(int[] groups, List<Doubt> doubts, Joins joins) {
      this.groups = groups;
      this.doubts = List.copyOf(doubts);
      this.joins = joins;
    }

    /** Returns for each record the smallest record of its group. */
    public int[] groups() {
      return groups;
    }

    /** Returns what a person should look at. */
    public List<Doubt> doubts() {
      return doubts;
    }

    /** Returns how the groups came together. */
    public Joins joins() {
      return joins;
    }
  }

  /** Groups the records. */
  public static Clusters cluster(
      int records, Links links, PairJudge judge, ClusterSettings settings) {
    Clusterer clusterer = new Clusterer(records, judge, settings);
    clusterer.joinAll(links);
    return clusterer.clusters();
  }

  private void joinAll(Links links) {
    for (int link : links.heaviestFirst()) {
      int a = links.a(link);
      int b = links.b(link);
      int one = groups.of(a);
      int other = groups.of(b);
      if (one == other) {
        continue;
      }
      boolean single = groups.size(one) == 1 && groups.size(other) == 1;
      if (single ? judge.conflict(one, other) : conflict(one, other)) {
        doubt("conflict", one, other, links, link);
        continue;
      }
      double support = single ? links.weight(link) : support(one, other);
      boolean sure = links.weight(link) >= Links.SURE;
      if (!single && !sure && support < settings.support()) {
        doubt("weak_bridge", one, other, links, link);
        continue;
      }
      joins.add(a, b, links.weight(link), (float) support, groups.size(one), groups.size(other));
      groups.join(one, other);
    }
  }

  private void doubt(String reason, int one, int other, Links links, int link) {
    long key = (long) Math.min(one, other) << 32 | Math.max(one, other);
    doubts.putIfAbsent(
        key, new Doubt(reason, links.a(link), links.b(link), List.of(), links.weight(link)));
  }

  private boolean conflict(int one, int other) {
    for (int a : groups.members(one, CONFLICTS_ASKED)) {
      for (int b : groups.members(other, CONFLICTS_ASKED)) {
        if (judge.conflict(a, b)) {
          return true;
        }
      }
    }
    return false;
  }

  private double support(int one, int other) {
    int side = (int) Math.sqrt(settings.pairsAsked());
    int[] as = groups.members(one, Math.max(side, settings.pairsAsked() / groups.size(other)));
    int[] bs = groups.members(other, Math.max(side, settings.pairsAsked() / as.length));
    double sum = 0;
    for (int a : as) {
      for (int b : bs) {
        sum += Math.max(WEAKEST, Math.min(STRONGEST, judge.weight(a, b)));
      }
    }
    return sum / ((double) as.length * bs.length);
  }

  private Clusters clusters() {
    int[] roots = new int[groups.records()];
    for (int record = 0; record < roots.length; record++) {
      roots[record] = groups.of(record);
    }
    List<Doubt> all = new ArrayList<>();
    for (Doubt doubt : doubts.values()) {
      int one = groups.of(doubt.a());
      int other = groups.of(doubt.b());
      if (one != other) { // else they came together another way
        all.add(shown(doubt, one, other));
      }
    }
    for (int record = 0; record < roots.length; record++) {
      if (roots[record] == record && groups.size(record) > settings.large()) {
        all.add(shown(new Doubt("over_large", record, record, List.of(), 0), record, record));
      }
    }
    return new Clusters(roots, all, joins);
  }

  private Doubt shown(Doubt doubt, int one, int other) {
    List<Integer> records = new ArrayList<>();
    for (int record : groups.members(one, SHOWN)) {
      records.add(record);
    }
    if (one != other) {
      for (int record : groups.members(other, SHOWN)) {
        records.add(record);
      }
    }
    return new Doubt(doubt.reason(), doubt.a(), doubt.b(), records, doubt.weight());
  }
}
