package io.limpide.cli.report;

import io.limpide.cli.result.Words;
import io.limpide.engine.match.DoubtfulGroup;
import io.limpide.engine.match.GroupPath;
import io.limpide.engine.match.Join;
import io.limpide.engine.match.MatchResult;
import io.limpide.engine.match.PairDecision;
import io.limpide.engine.run.RecordIds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Collectors;

/** The largest groups, each with the link that holds it together the least. */
final class GroupSection {
  private static final int SHOWN = 12;

  private final MatchResult matching;
  private final RecordIds ids;
  private final Texts texts;
  private final Figures figures;

  private record Group(int name, int size) {
    static final Comparator<Group> SMALLEST_FIRST =
        Comparator.comparingInt(Group::size).thenComparing(Group::name, Comparator.reverseOrder());
  }

  GroupSection(MatchResult matching, RecordIds ids, Texts texts, Figures figures) {
    this.matching = matching;
    this.ids = ids;
    this.texts = texts;
    this.figures = figures;
  }

  void into(Map<String, Object> page) {
    int[] sizes = new int[matching.records()];
    for (int record = 0; record < sizes.length; record++) {
      sizes[matching.cluster(record)]++;
    }
    PriorityQueue<Group> largest = new PriorityQueue<>(Group.SMALLEST_FIRST);
    long groups = 0;
    long records = 0;
    for (int group = 0; group < sizes.length; group++) {
      if (sizes[group] > 1) {
        groups++;
        records += sizes[group];
        largest.add(new Group(group, sizes[group]));
        if (largest.size() > SHOWN) {
          largest.remove();
        }
      }
    }
    List<Group> shown = new ArrayList<>(largest);
    shown.sort(Group.SMALLEST_FIRST.reversed());
    page.put("hasGroups", groups > 0);
    page.put(
        "groupSentence",
        groups == 0
            ? texts.text("report.match.groups.none")
            : texts.text(
                "report.match.groups.sentence",
                figures.count(groups),
                figures.count(records),
                figures.count(shown.get(0).size())));
    page.put("groups", shown.stream().map(this::row).toList());
    page.put("hasMoreGroups", groups > shown.size());
    page.put("moreGroups", texts.text("report.more", figures.count(groups - shown.size())));
  }

  private Map<String, Object> row(Group group) {
    GroupPath path = matching.path(group.name());
    Join weakest = path.weakest().orElseThrow();
    Optional<PairDecision> pair = matching.pair(weakest.a(), weakest.b());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", figures.cut(ids.id(group.name())));
    row.put("size", figures.count(group.size()));
    row.put("a", figures.cut(ids.id(weakest.a())));
    row.put("b", figures.cut(ids.id(weakest.b())));
    row.put("parts", figures.count(weakest.sizeA()) + " + " + figures.count(weakest.sizeB()));
    row.put("probability", pair.map(of -> figures.share(of.probability())).orElse("–"));
    row.put("support", figures.signed(weakest.support(), 1));
    row.put(
        "why",
        pair.filter(of -> !of.rule().equals("weight"))
            .map(of -> texts.text("match.rule." + of.rule()))
            .orElseGet(
                () ->
                    texts.set(
                        Words.sentence(
                            matching.explainBriefly(weakest.a(), weakest.b()), texts.messages()))));
    row.put("doubts", doubts(path));
    return row;
  }

  private String doubts(GroupPath path) {
    return path.doubts().stream()
        .map(DoubtfulGroup::reason)
        .distinct()
        .map(reason -> texts.text("doubt." + reason))
        .collect(Collectors.joining(" · "));
  }
}
