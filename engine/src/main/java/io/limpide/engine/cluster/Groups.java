package io.limpide.engine.cluster;

/** Records held together: disjoint sets with path halving, named by their smallest record. */
final class Groups {
  private final int[] parent;
  private final int[] next; // members of a set in a ring
  private final int[] size;

  Groups(int records) {
    parent = new int[records];
    next = new int[records];
    size = new int[records];
    for (int record = 0; record < records; record++) {
      parent[record] = record;
      next[record] = record;
      size[record] = 1;
    }
  }

  int of(int record) {
    int at = record;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  int records() {
    return parent.length;
  }

  int size(int group) {
    return size[group];
  }

  /** Returns up to {@code most} members of a group. */
  int[] members(int group, int most) {
    int[] members = new int[Math.min(most, size[group])];
    int at = group;
    for (int i = 0; i < members.length; i++) {
      members[i] = at;
      at = next[at];
    }
    java.util.Arrays.sort(members);
    return members;
  }

  void join(int one, int other) {
    int a = Math.min(one, other);
    int b = Math.max(one, other);
    parent[b] = a;
    size[a] += size[b];
    int after = next[a];
    next[a] = next[b];
    next[b] = after;
  }
}
