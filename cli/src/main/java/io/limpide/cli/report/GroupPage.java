package io.limpide.cli.report;

import io.limpide.cli.result.GroupStory;
import io.limpide.cli.result.GroupText;
import io.limpide.cli.result.Originals;
import io.limpide.engine.match.DoubtfulGroup;
import io.limpide.engine.match.GroupPath;
import io.limpide.engine.match.Join;
import io.limpide.engine.match.PairDecision;
import io.limpide.engine.message.Messages;
import io.limpide.engine.run.CleanResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How the group of a record came together, as one {@link Page} with a tree of its joins. */
public final class GroupPage {
  private static final int SHOWN = 60;

  private final GroupStory story;
  private final GroupPath path;
  private final CleanResult result;
  private final Originals originals;
  private final Texts texts;
  private final Figures figures;

  private GroupPage(GroupStory story, CleanResult result, Texts texts) {
    this.story = story;
    this.path = story.path();
    this.result = result;
    this.originals = new Originals(result);
    this.texts = texts;
    this.figures = new Figures(texts);
  }

  /** Returns the page. */
  public static String html(GroupStory story, CleanResult result, Messages messages) {
    Texts texts = new Texts(messages, UnaryOperator.identity());
    Map<String, Object> page = Page.begin(texts);
    new GroupPage(story, result, texts).into(page);
    return Page.html("group.html", page);
  }

  private void into(Map<String, Object> page) {
    page.put("id", id(story.record()));
    page.put("sentence", texts.set(GroupText.sentence(story, result, texts.messages())));
    List<Integer> records = path.records();
    page.put(
        "records",
        records.subList(0, Math.min(SHOWN, records.size())).stream()
            .map(
                record ->
                    Map.of(
                        "id", id(record),
                        "label", figures.cut(originals.label(record)),
                        "place", result.ids().place(record)))
            .toList());
    page.put("hasMoreRecords", records.size() > SHOWN);
    page.put(
        "moreRecords", texts.text("report.more", figures.count(records.size() - (long) SHOWN)));
    page.put("hasJoins", !path.joins().isEmpty());
    page.put("joins", joins());
    int surer = Math.max(0, path.joins().size() - SHOWN);
    page.put("hasSurer", surer > 0);
    page.put("surer", texts.text("explain.group.surer", surer));
    page.put("tree", tree());
    page.put("doubts", path.doubts().stream().map(this::doubt).toList());
    page.put("hasOutside", !story.outside().isEmpty());
    page.put("outside", story.outside().stream().map(this::outside).toList());
  }

  private String tree() {
    if (path.joins().isEmpty() || result.matching().reports().isEmpty()) {
      return "";
    }
    double merge = ThresholdSection.bits(result.matching().reports().get(0).merge());
    return new JoinTree(
            path,
            merge,
            record -> {
              String label = originals.label(record);
              return label.isEmpty() ? id(record) : id(record) + " · " + label;
            },
            texts,
            figures)
        .svg();
  }

  private List<Map<String, Object>> joins() {
    List<Map<String, Object>> rows = new ArrayList<>();
    Join weakest = path.weakest().orElse(null);
    for (int at = Math.max(0, path.joins().size() - SHOWN); at < path.joins().size(); at++) {
      Join join = path.joins().get(at);
      Map<String, Object> row = pair(join.a(), join.b());
      row.put("number", figures.count(at + 1L));
      row.put("parts", figures.count(join.sizeA()) + " + " + figures.count(join.sizeB()));
      row.put(
          "support", join.sizeA() + join.sizeB() == 2 ? "–" : figures.signed(join.support(), 1));
      row.put("used", join.equals(weakest) ? "used" : "");
      row.put("isWeakest", join.equals(weakest));
      rows.add(row);
    }
    return rows;
  }

  private Map<String, Object> pair(int a, int b) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("a", id(a));
    row.put("b", id(b));
    row.put("why", texts.set(story.why(a, b, texts.messages())));
    row.put("bits", figures.signed(story.weight(a, b), 1));
    row.put("probability", figures.share(story.probability(a, b)));
    return row;
  }

  private Map<String, Object> outside(PairDecision pair) {
    Map<String, Object> row = pair(pair.a(), pair.b());
    row.put("verdict", texts.text("verdict." + pair.verdict().word()));
    return row;
  }

  private String doubt(DoubtfulGroup doubt) {
    String what = texts.text("doubt." + doubt.reason());
    return doubt.a() == doubt.b()
        ? what
        : what + " (" + id(doubt.a()) + " – " + id(doubt.b()) + ")";
  }

  private String id(int record) {
    return figures.cut(result.ids().id(record));
  }
}
