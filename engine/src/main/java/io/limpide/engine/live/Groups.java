package io.limpide.engine.live;

import io.limpide.engine.block.LiveBlocks;
import io.limpide.engine.cluster.ClusterSettings;
import io.limpide.engine.cluster.Clusterer;
import io.limpide.engine.cluster.Links;
import io.limpide.engine.cluster.PairJudge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * The groups of a population. Records that no chain of duplicates connects do not know of each
 * other, so only what is connected with a change is grouped anew, as a run would.
 *
 * <p>What is connected with more than {@value #AT_ONCE} records waits until {@link #settle}: a
 * record that comes joins the group of its surest match in the meantime.
 */
final class Groups {
  private static final int AT_ONCE = 500;

  private final LinkTable links;
  private final LiveBlocks order;
  private final PairJudge judge;
  private final ClusterSettings settings;
  private final IntSupplier newName;
  private final Map<Integer, Integer> sizes = new HashMap<>(); // of groups of two and more
  private final Set<Integer> waiting = new LinkedHashSet<>();
  private int[] names = new int[1024]; // by record; 0: no such record
  private int[] local = new int[1024]; // by record: its number among those connected

  Groups(
      LinkTable links,
      LiveBlocks order,
      PairJudge judge,
      ClusterSettings settings,
      IntSupplier newName) {
    this.links = links;
    this.order = order;
    this.judge = judge;
    this.settings = settings;
    this.newName = newName;
  }

  /**
   * What changed.
   *
   * @param changed groups that are new or have other records than before: name and records
   * @param vanished names that no group has any more
   * @param settled whether nothing waits to be grouped
   */
  record Regrouped(Map<Integer, int[]> changed, List<Integer> vanished, boolean settled) {}

  int name(int record) {
    return record < names.length ? names[record] : 0;
  }

  /** Takes over groups, whatever is known of links; by record, named from 1. */
  void takeOver(int[] taken) {
    names = taken;
    int[] counts = new int[Arrays.stream(taken).max().orElse(0) + 1];
    for (int name : taken) {
      counts[name]++;
    }
    for (int name = 1; name < counts.length; name++) {
      resize(name, counts[name]);
    }
  }

  private void put(int record, int name) {
    if (record >= names.length) {
      names = Arrays.copyOf(names, record + (record >> 2) + 16);
    }
    names[record] = name;
  }

  private void resize(int name, int size) {
    if (size > 1) {
      sizes.put(name, size);
    } else {
      sizes.remove(name);
    }
  }

  private int size(int name) {
    return sizes.getOrDefault(name, 1);
  }

  /** Takes a record without links away, and groups anew what was connected with it. */
  Regrouped remove(int record, Set<Integer> touched) {
    int name = name(record);
    int left = size(name) - 1;
    resize(name, left);
    put(record, 0);
    return named(parts(touched), name, left);
  }

  /** Groups anew what is connected with some records. */
  Regrouped regroup(Set<Integer> touched) {
    return named(parts(touched), 0, 0);
  }

  private List<int[]> parts(Set<Integer> touched) {
    Set<Integer> large = new HashSet<>();
    Set<Integer> seen = new HashSet<>();
    List<int[]> parts = new ArrayList<>();
    for (int record : touched) {
      if (!seen.contains(record)) {
        int[] connected = connected(record, AT_ONCE, large);
        if (connected.length > 0) {
          Arrays.stream(connected).forEach(seen::add);
          parts.addAll(parts(connected));
        } else {
          waiting.add(record);
          if (name(record) == 0) {
            joinSurest(record);
          }
        }
      }
    }
    return parts;
  }

  /** Groups what waited for it. */
  Regrouped settle() {
    Set<Integer> seen = new HashSet<>();
    List<int[]> parts = new ArrayList<>();
    for (int record : waiting) {
      if (name(record) != 0 && !seen.contains(record)) {
        int[] connected = connected(record, Integer.MAX_VALUE, Set.of());
        Arrays.stream(connected).forEach(seen::add);
        parts.addAll(parts(connected));
      }
    }
    waiting.clear();
    return named(parts, 0, 0);
  }

  private Regrouped named(List<int[]> parts, int goneFrom, int left) {
    Map<Integer, Integer> elsewhere = new HashMap<>(); // records of old groups in none of the parts
    for (int[] part : parts) {
      for (int record : part) {
        if (name(record) != 0) {
          elsewhere.merge(name(record), -1, Integer::sum);
        }
      }
    }
    elsewhere.replaceAll((name, known) -> (name == goneFrom ? left : size(name)) + known);
    if (goneFrom != 0) {
      elsewhere.putIfAbsent(goneFrom, left);
    }
    int[] now =
        GroupNames.of(
            parts,
            record -> elsewhere.getOrDefault(name(record), 0) > 0 ? 0 : name(record),
            newName);
    Map<Integer, int[]> changed = new HashMap<>();
    for (int part = 0; part < now.length; part++) {
      if (!isAsBefore(parts.get(part), now[part]) || now[part] == goneFrom) {
        changed.put(now[part], parts.get(part));
      }
    }
    for (int part = 0; part < now.length; part++) {
      for (int record : parts.get(part)) {
        put(record, now[part]);
      }
    }
    elsewhere.forEach(this::resize);
    for (int part = 0; part < now.length; part++) {
      resize(now[part], parts.get(part).length);
      elsewhere.remove(now[part]);
    }
    List<Integer> vanished =
        elsewhere.entrySet().stream()
            .filter(group -> group.getValue() == 0)
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return new Regrouped(changed, vanished, waiting.isEmpty());
  }

  private boolean isAsBefore(int[] part, int name) {
    return size(name) == part.length
        && Arrays.stream(part).allMatch(record -> name(record) == name);
  }

  private void joinSurest(int record) {
    int surest = -1;
    for (int link = 0; link < links.count(record); link++) {
      boolean better = surest < 0 || links.weight(record, link) > links.weight(record, surest);
      surest =
          better
                  && name(links.other(record, link)) != 0
                  && !judge.conflict(record, links.other(record, link))
              ? link
              : surest;
    }
    if (surest < 0) {
      put(record, newName.getAsInt());
    } else {
      int name = name(links.other(record, surest));
      put(record, name);
      resize(name, size(name) + 1);
    }
  }

  /**
   * The records that a chain of duplicates connects with one; none if there are more than so many.
   *
   * @param large records known to be connected with too many; those found to be join them
   */
  private int[] connected(int record, int most, Set<Integer> large) {
    int[] found = new int[16];
    Set<Integer> known = new HashSet<>();
    int size = 0;
    found[size++] = record;
    known.add(record);
    for (int at = 0; at < size; at++) {
      if (size > most || large.contains(found[at])) {
        large.addAll(known);
        return new int[0];
      }
      for (int link = 0; link < links.count(found[at]); link++) {
        int other = links.other(found[at], link);
        if (known.add(other)) {
          found = size == found.length ? Arrays.copyOf(found, 2 * size) : found;
          found[size++] = other;
        }
      }
    }
    return Arrays.copyOf(found, size);
  }

  /** Groups connected records, in the order in which a run numbers them. */
  private List<int[]> parts(int[] connected) {
    if (connected.length == 1) {
      return List.of(connected);
    }
    int[] records =
        Arrays.stream(connected)
            .boxed()
            .sorted((a, b) -> a.equals(b) ? 0 : order.before(a, b) ? -1 : 1)
            .mapToInt(Integer::intValue)
            .toArray();
    Links among = new Links();
    int most = Arrays.stream(records).max().orElse(0);
    local = most < local.length ? local : Arrays.copyOf(local, most + (most >> 2) + 16);
    for (int at = 0; at < records.length; at++) {
      local[records[at]] = at;
    }
    for (int at = 0; at < records.length; at++) {
      for (int link = 0; link < links.count(records[at]); link++) {
        int other = local[links.other(records[at], link)];
        if (at < other) {
          among.add(at, other, links.weight(records[at], link));
        }
      }
    }
    int[] groups = Clusterer.cluster(records.length, among, among(records), settings).groups();
    Map<Integer, List<Integer>> parts = new HashMap<>();
    for (int at = 0; at < groups.length; at++) {
      parts.computeIfAbsent(groups[at], group -> new ArrayList<>()).add(records[at]);
    }
    return parts.values().stream()
        .map(part -> part.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  private PairJudge among(int[] records) {
    return new PairJudge() {
      @Override
      public double weight(int a, int b) {
        return judge.weight(records[a], records[b]);
      }

      @Override
      public boolean conflict(int a, int b) {
        return judge.conflict(records[a], records[b]);
      }
    };
  }

  /** Returns the records of the group of a record: links between them hold a group together. */
  int[] members(int record) {
    int[] found = new int[16];
    Set<Integer> known = new HashSet<>();
    int size = 0;
    found[size++] = record;
    known.add(record);
    for (int at = 0; at < size; at++) {
      for (int link = 0; link < links.count(found[at]); link++) {
        int other = links.other(found[at], link);
        if (name(other) == name(record) && known.add(other)) {
          found = size == found.length ? Arrays.copyOf(found, 2 * size) : found;
          found[size++] = other;
        }
      }
    }
    return Arrays.copyOf(found, size);
  }
}
