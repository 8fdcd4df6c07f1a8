package io.limpide.cli.result;

import io.limpide.engine.match.DoubtfulGroup;
import io.limpide.engine.match.GroupPath;
import io.limpide.engine.match.Join;
import io.limpide.engine.match.PairDecision;
import io.limpide.engine.message.Messages;
import io.limpide.engine.run.CleanResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a group came together, as text and as JSON. */
public final class GroupText {
  private static final int SHOWN = 50;

  private final GroupStory story;
  private final GroupPath path;
  private final CleanResult result;
  private final Messages messages;

  /** Makes the texts of a group. */
  public GroupText(GroupStory story, CleanResult result, Messages messages) {
    this.story = story;
    this.path = story.path();
    this.result = result;
    this.messages = messages;
  }

  /** Returns the sentence that sums it up. */
  public static String sentence(GroupStory story, CleanResult result, Messages messages) {
    Optional<Join> weakest = story.path().weakest();
    return weakest.isEmpty()
        ? messages.text("explain.group.alone", result.ids().id(story.record()))
        : messages.text(
            "explain.group.sentence",
            result.ids().id(story.record()),
            story.path().records().size(),
            result.ids().id(weakest.get().a()),
            result.ids().id(weakest.get().b()),
            percent(story.probability(weakest.get().a(), weakest.get().b()), messages));
  }

  /** What is not certain is not shown as such. */
  private static String percent(double probability, Messages messages) {
    boolean almost = probability < 1 && probability > 0.9999;
    return (almost ? "> " : "")
        + String.format(messages.locale(), "%.2f", almost ? 99.99 : 100 * probability);
  }

  /** Prints it: the sentence, the records, the path, what is doubtful, who almost belonged. */
  public void print(PrintWriter out) {
    out.println(sentence(story, result, messages));
    out.println();
    Originals originals = new Originals(result);
    List<Integer> records = path.records();
    for (int record : records.subList(0, Math.min(SHOWN, records.size()))) {
      out.println("  %-16s %s".formatted(id(record), originals.label(record)).stripTrailing());
    }
    more(out, records.size());
    joins(out);
    for (DoubtfulGroup doubt : path.doubts()) {
      out.println();
      out.println(
          messages.text("explain.group.doubt", messages.text("doubt." + doubt.reason()))
              + (doubt.a() == doubt.b() ? "" : " " + pair(doubt.a(), doubt.b())));
    }
    if (!story.outside().isEmpty()) {
      out.println();
      out.println(messages.text("explain.group.outside"));
      for (PairDecision pair : story.outside()) {
        out.println(
            "  %s  %s  %s"
                .formatted(
                    pair(pair.a(), pair.b()),
                    bits(pair.weight()),
                    story.why(pair.a(), pair.b(), messages)));
      }
    }
    out.flush();
  }

  private void joins(PrintWriter out) {
    List<Join> joins = path.joins();
    if (joins.isEmpty()) {
      return;
    }
    out.println();
    out.println(messages.text("explain.group.path"));
    Join weakest = path.weakest().orElseThrow();
    int skipped = Math.max(0, joins.size() - SHOWN);
    if (skipped > 0) {
      out.println("  " + messages.text("explain.group.surer", skipped));
    }
    for (int at = skipped; at < joins.size(); at++) {
      Join join = joins.get(at);
      out.println(
          "  %d. %s  %s  (%d + %d)%s"
              .formatted(
                  at + 1,
                  pair(join.a(), join.b()),
                  bits(story.weight(join.a(), join.b())),
                  join.sizeA(),
                  join.sizeB(),
                  join.equals(weakest) ? "  <- " + messages.text("explain.group.weakest") : ""));
      out.println("     " + story.why(join.a(), join.b(), messages));
      if (join.sizeA() + join.sizeB() > 2) {
        out.println("     " + messages.text("explain.group.support", bits(join.support())));
      }
    }
  }

  private void more(PrintWriter out, int all) {
    if (all > SHOWN) {
      out.println("  " + messages.text("explain.group.more", all - SHOWN));
    }
  }

  private String pair(int a, int b) {
    return id(a) + " - " + id(b);
  }

  private String id(int record) {
    return result.ids().id(record);
  }

  private String bits(double bits) {
    return String.format(messages.locale(), "%+.2f", bits);
  }

  /** Returns it as a tree for JSON. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("id", id(story.record()));
    tree.put("cluster_id", id(path.records().get(0)));
    tree.put("sentence", sentence(story, result, messages));
    tree.put("records", path.records().stream().map(this::id).toList());
    tree.put("joins", path.joins().stream().map(this::join).toList());
    path.weakest().ifPresent(weakest -> tree.put("weakest", join(weakest)));
    List<Map<String, Object>> doubts = new ArrayList<>();
    for (DoubtfulGroup doubt : path.doubts()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("reason", doubt.reason());
      one.put("id_a", id(doubt.a()));
      one.put("id_b", id(doubt.b()));
      one.put("weight", doubt.weight());
      doubts.add(one);
    }
    tree.put("doubts", doubts);
    List<Map<String, Object>> outside = new ArrayList<>();
    for (PairDecision pair : story.outside()) {
      Map<String, Object> one = pairTree(pair.a(), pair.b());
      one.put("verdict", pair.verdict().word());
      outside.add(one);
    }
    tree.put("outside", outside);
    return tree;
  }

  private Map<String, Object> join(Join join) {
    Map<String, Object> one = pairTree(join.a(), join.b());
    one.put("records_a", join.sizeA());
    one.put("records_b", join.sizeB());
    one.put("support", join.support());
    return one;
  }

  private Map<String, Object> pairTree(int a, int b) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id_a", id(a));
    one.put("id_b", id(b));
    one.put("weight", story.weight(a, b));
    one.put("probability", story.probability(a, b));
    one.put("rule", story.rule(a, b));
    one.put("why", story.why(a, b, messages));
    return one;
  }
}
