package io.limpide.cli.report;

import io.limpide.engine.match.GroupPath;
import io.limpide.engine.match.Join;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A group as a tree: records on the left, each join where the weight of its pair stands, the surest
 * nearest to the records. Of a large group the surest joins are drawn as one leaf.
 */
final class JoinTree {
  private static final int LEAVES = 40;
  private static final int WIDTH = 760;
  private static final int NAMES = 250;
  private static final int RIGHT = 30;
  private static final int ROW = 26;
  private static final int TOP = 30;
  private static final int BOTTOM = 40;
  private static final int LONGEST = 31;

  private final GroupPath path;
  private final double merge;
  private final IntFunction<String> name;
  private final Texts texts;
  private final Figures figures;
  private final Map<Integer, Node> nodeOf = new HashMap<>(); // by record
  private final Map<Node, Node> up = new HashMap<>(); // what a node has become part of
  private double low;
  private double high;

  private static final class Node {
    final List<Node> parts = new ArrayList<>();
    final int first; // its smallest record
    int records;
    double strength;
    boolean weakest;
    double x;
    double y;

    Node(int first, int records) {
      this.first = first;
      this.records = records;
    }
  }

  /**
   * @param merge the weight from which pairs are merged
   * @param name gives what a record is called
   */
  JoinTree(GroupPath path, double merge, IntFunction<String> name, Texts texts, Figures figures) {
    this.path = path;
    this.merge = merge;
    this.name = name;
    this.texts = texts;
    this.figures = figures;
  }

  String svg() {
    Node root = grow();
    List<Node> leaves = new ArrayList<>();
    gather(root, leaves);
    int height = TOP + leaves.size() * ROW;
    for (int at = 0; at < leaves.size(); at++) {
      leaves.get(at).y = TOP + at * ROW + ROW / 2.0;
      leaves.get(at).x = NAMES;
    }
    place(root);
    Svg svg =
        new Svg(
            WIDTH, height + BOTTOM, texts.text("explain.tree"), texts.text("explain.tree.text"));
    axis(svg, height);
    for (Node leaf : leaves) {
      svg.text(NAMES - 8, leaf.y + 4, "end", label(leaf));
    }
    draw(svg, root);
    svg.text((NAMES + WIDTH) / 2.0, height + 35, "middle", texts.text("explain.tree.axis"));
    return svg.end();
  }

  private Node grow() {
    for (int record : path.records()) {
      nodeOf.put(record, new Node(record, 1));
    }
    List<Join> joins = path.joins();
    Join weakest = path.weakest().orElseThrow();
    int hidden = Math.max(0, joins.size() - (LEAVES - 1));
    low = merge;
    high = merge + 1;
    Node last = node(path.records().get(0));
    for (int at = 0; at < joins.size(); at++) {
      Join join = joins.get(at);
      Node one = root(node(join.a()));
      Node other = root(node(join.b()));
      Node both = new Node(Math.min(one.first, other.first), one.records + other.records);
      if (at >= hidden) {
        both.parts.add(one);
        both.parts.add(other);
        both.parts.sort(Comparator.comparingInt((Node part) -> part.first));
        both.strength = join.strength();
        both.weakest = join.equals(weakest);
        low = Math.min(low, join.strength());
        high = Math.max(high, join.strength());
      }
      up.put(one, both);
      up.put(other, both);
      last = both;
    }
    return last;
  }

  private Node node(int record) {
    Node node = nodeOf.get(record);
    if (node == null) {
      throw new IllegalStateException("a join of another group");
    }
    return node;
  }

  private Node root(Node node) {
    Node at = node;
    for (Node next = up.get(at); next != null; next = up.get(at)) {
      at = next;
    }
    if (at != node) {
      up.put(node, at); // a shorter way for the next time
    }
    return at;
  }

  private static void gather(Node node, List<Node> leaves) {
    if (node.parts.isEmpty()) {
      leaves.add(node);
    }
    node.parts.forEach(part -> gather(part, leaves));
  }

  private void place(Node node) {
    if (!node.parts.isEmpty()) {
      node.parts.forEach(this::place);
      node.y = (node.parts.get(0).y + node.parts.get(1).y) / 2;
      node.x = x(node.strength);
    }
  }

  private void draw(Svg svg, Node node) {
    if (node.parts.isEmpty()) {
      return;
    }
    String stroke = node.weakest ? "var(--warn)" : "var(--accent)";
    Node one = node.parts.get(0);
    Node other = node.parts.get(1);
    svg.path(
        new double[] {one.x, one.y, node.x, one.y, node.x, other.y, other.x, other.y},
        stroke,
        node.weakest ? "6 4" : "");
    if (node.weakest) {
      svg.circle(node.x, node.y, 5, "var(--warn)");
    }
    node.parts.forEach(part -> draw(svg, part));
  }

  private String label(Node leaf) {
    String text = name.apply(leaf.first);
    String rest = leaf.records > 1 ? " +" + figures.count(leaf.records - 1L) : "";
    int room = LONGEST - rest.length();
    return (text.codePointCount(0, text.length()) <= room
            ? text
            : text.substring(0, text.offsetByCodePoints(0, room - 1)) + "…")
        + rest;
  }

  private void axis(Svg svg, int height) {
    double span = high - low;
    int step = span <= 12 ? 2 : span <= 30 ? 5 : span <= 70 ? 10 : 20;
    for (int bits = (int) Math.ceil(low / step) * step; bits <= high; bits += step) {
      svg.line(x(bits), TOP, x(bits), height, "var(--line)", "");
      svg.text(x(bits), height + 17, "middle", figures.signed(bits, 0));
    }
    svg.line(x(merge), TOP - 6, x(merge), height, "var(--ink)", "4 3");
    svg.strong(x(merge) - 4, TOP - 12, "end", texts.text("report.match.merge"));
  }

  /** Heavier is nearer to the records. */
  private double x(double bits) {
    return NAMES + 30 + (high - bits) / (high - low) * (WIDTH - NAMES - 30 - RIGHT);
  }
}
