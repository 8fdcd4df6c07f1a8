package io.limpide.engine.live;

import io.limpide.engine.block.Atom;
import io.limpide.engine.block.BatchPairs;
import io.limpide.engine.block.BlockingSettings;
import io.limpide.engine.block.CandidatePairs;
import io.limpide.engine.block.PairVisitor;
import io.limpide.engine.cluster.Clusterer;
import io.limpide.engine.cluster.Links;
import io.limpide.engine.cluster.PairJudge;
import io.limpide.engine.compare.RecordReader;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.match.MatchResult;
import io.limpide.engine.match.PairDecider;
import io.limpide.engine.match.Trained;
import io.limpide.engine.match.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a run finds in records with a model that was learned before: links and groups, by name. */
final class Batch {
  final Map<String, Map<String, Float>> links = new TreeMap<>();
  final Set<Set<String>> groups;

  /**
   * @param learned from which nothing but the model is taken; to be used once
   * @param order the names of the records in the order in which they came
   */
  Batch(MatchResult learned, Crowd crowd, List<String> order, BlockingSettings settings) {
    Map<String, Set<String>> byLeader = new HashMap<>();
    for (boolean persons : new boolean[] {true, false}) {
      List<String> ids =
          order.stream().filter(id -> (crowd.kind(id) == PartyKind.PERSON) == persons).toList();
      for (int at = 0; at < learned.trained().size(); at++) {
        if (learned.trained().get(at).persons() == persons) {
          match(
              learned.trained().get(at),
              learned.reports().get(at).blocking().rules(),
              crowd,
              ids,
              settings,
              byLeader);
          ids = List.of();
        }
      }
      ids.forEach(id -> byLeader.put(id, Set.of(id))); // nothing was learned of their kind
    }
    groups = Set.copyOf(byLeader.values());
  }

  private void match(
      Trained trained,
      List<io.limpide.engine.block.BlockingRule> rules,
      Crowd crowd,
      List<String> ids,
      BlockingSettings settings,
      Map<String, Set<String>> byLeader) {
    for (int record = 0; record < trained.records().length; record++) {
      trained.withdraw(record); // as the index, these are numbered anew
    }
    long[] places = new long[ids.size()];
    List<Integer> order = new ArrayList<>();
    for (int number = 0; number < ids.size(); number++) {
      LiveRecord record = Objects.requireNonNull(crowd.records.get(ids.get(number)));
      RecordReader.Read read =
          trained
              .coder()
              .reader()
              .read(record.source(), column -> record.values().getOrDefault(column, ""));
      trained.coder().put(number, read);
      places[number] = read.order();
      order.add(number);
    }
    order.sort((a, b) -> Long.compare(places[a], places[b]));
    CandidatePairs pairs =
        BatchPairs.of(rules, inOrder(trained.coder().atoms(), order), ids.size(), settings);
    PairDecider decider = trained.decider();
    Links found = new Links();
    PairVisitor decide =
        (a, b) -> {
          if (decider.decide(order.get(a), order.get(b))
              && decider.verdict() == Verdict.DUPLICATE) {
            found.add(a, b, decider.link());
            note(ids.get(order.get(a)), ids.get(order.get(b)), decider.link());
          }
        };
    crowd.judgements.forEach(
        (pair, same) -> {
          int a = ids.indexOf(pair.get(0));
          int b = ids.indexOf(pair.get(1));
          if (a >= 0 && b >= 0) {
            trained.judge(a, b, same);
            int first = Math.min(order.indexOf(a), order.indexOf(b));
            int second = Math.max(order.indexOf(a), order.indexOf(b));
            if (pairs.rulesOf(first, second) == 0) {
              decide.pair(first, second);
            }
          }
        });
    for (int chunk = 0; chunk < pairs.chunks(); chunk++) {
      pairs.visit(chunk, decide);
    }
    PairJudge judge = trained.judge();
    PairJudge inOrder =
        new PairJudge() {
          @Override
          public double weight(int a, int b) {
            return judge.weight(order.get(a), order.get(b));
          }

          @Override
          public boolean conflict(int a, int b) {
            return judge.conflict(order.get(a), order.get(b));
          }
        };
    int[] clusters = Clusterer.cluster(ids.size(), found, inOrder, trained.clusters()).groups();
    for (int at = 0; at < clusters.length; at++) {
      byLeader
          .computeIfAbsent(ids.get(order.get(clusters[at])), leader -> new TreeSet<>())
          .add(ids.get(order.get(at)));
    }
  }

  private void note(String a, String b, float weight) {
    links.computeIfAbsent(a, id -> new TreeMap<>()).put(b, weight);
    links.computeIfAbsent(b, id -> new TreeMap<>()).put(a, weight);
  }

  private static List<Atom> inOrder(List<Atom> atoms, List<Integer> order) {
    return atoms.stream()
        .map(
            atom ->
                new Atom(
                    atom.name(),
                    atom.field(),
                    atom.codes().stream()
                        .map(codes -> order.stream().mapToInt(number -> codes[number]).toArray())
                        .toList(),
                    atom.whenClose(),
                    atom.certain()))
        .toList();
  }
}
