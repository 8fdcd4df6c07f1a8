package io.limpide.engine.live;

import io.limpide.engine.compare.RecordReader;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.match.MatchInput;
import io.limpide.engine.match.MatchResult;
import io.limpide.engine.match.PairDecider;
import io.limpide.engine.match.PairDecision;
import io.limpide.engine.match.Trained;
import io.limpide.engine.match.Verdict;
import io.limpide.engine.score.PairWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the matches of one record, and keeps groups up to date while records are added, changed and
 * removed, with what a run over many records learned. Pairs and groups are at any time those that a
 * run over the records at hand would find with the same model.
 *
 * <p>The model is frozen: what agreement means, which rules find candidates, how common a value is.
 * A value that was not there counts as the value of one record. So a run should be made anew now
 * and then, such as every night, and an index of what it finds. What people said of records is held
 * to from then on, and goes with the record; they may say more at any time.
 *
 * <p>Any number of threads may call; they take turns, in the order in which they came, so that who
 * looks something up waits for one step of an import and not for its end. A record, once read, is
 * held in the index in the forms in which it is compared.
 */
public final class LiveIndex {
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Map<String, Place> places;
  private final List<LivePopulation> populations = new ArrayList<>();
  private final int persons; // which of the populations; -1 if none
  private final int companies;
  private final int sources;
  private int groups; // the last name given

  /**
   * Where a record is.
   *
   * @param number in its population
   * @param population -1 if there is none of its kind: too few were there to learn from
   * @param group its group, where there is no population
   */
  private record Place(int population, int number, int group) {}

  private LiveIndex(MatchInput input, MatchResult result, IntFunction<String> ids) {
    List<Trained> trained = result.trained();
    int records = result.records();
    sources = input.sources().size();
    groups = records;
    places = new HashMap<>(2 * records);
    int[] population = new int[records];
    int[] number = new int[records];
    Arrays.fill(population, -1);
    int ofPersons = -1;
    int ofCompanies = -1;
    for (int at = 0; at < trained.size(); at++) {
      if (trained.get(at).links()) {
        throw new IllegalArgumentException("an index is of duplicates, not of links");
      }
      if (trained.get(at).persons()) {
        ofPersons = at;
      } else {
        ofCompanies = at;
      }
      int[] inputs = trained.get(at).records();
      String[] names = new String[inputs.length];
      int[] clusters = new int[inputs.length];
      for (int local = 0; local < inputs.length; local++) {
        names[local] = ids.apply(inputs[local]);
        clusters[local] = result.cluster(inputs[local]) + 1;
        population[inputs[local]] = at;
        number[inputs[local]] = local;
      }
      LivePopulation live = new LivePopulation(trained.get(at), names, this::newGroup);
      live.group(clusters);
      populations.add(live);
    }
    persons = ofPersons;
    companies = ofCompanies;
    for (int pair = 0; pair < result.pairCount(); pair++) {
      PairDecision decision = result.pair(pair);
      if (decision.verdict() == Verdict.DUPLICATE) {
        populations
            .get(population[decision.a()])
            .link(
                number[decision.a()],
                number[decision.b()],
                PairDecider.link(decision.rule(), decision.weight()));
      }
    }
    for (int record = 0; record < records; record++) {
      Place place = new Place(population[record], number[record], record + 1);
      if (places.put(ids.apply(record), place) != null) {
        throw new IllegalArgumentException("two records have one name: " + ids.apply(record));
      }
    }
  }

  /**
   * Takes over what a run found. The result explains what is in the index from then on; make one
   * index of it.
   *
   * @param input what was matched; duplicates, not links between sources
   * @param ids the name of each record, different for every one
   */
  public static LiveIndex of(MatchInput input, MatchResult result, IntFunction<String> ids) {
    return new LiveIndex(input, result, ids);
  }

  /** The links of a record by the name of the other, and its number in the order of coming. */
  record Links(int number, Map<String, Float> weights) {}

  Optional<Links> links(String id) {
    return inTurn(
        () ->
            Optional.ofNullable(places.get(id))
                .filter(place -> place.population() >= 0)
                .map(
                    place ->
                        new Links(
                            place.number(),
                            populations.get(place.population()).links(place.number()))));
  }

  private int newGroup() {
    return ++groups;
  }

  private <T> T inTurn(Supplier<T> work) {
    turn.lock();
    try {
      return work.get();
    } finally {
      turn.unlock();
    }
  }

  /** Returns the number of records. */
  public int size() {
    return inTurn(places::size);
  }

  /** Returns whether there is a record of that name. */
  public boolean contains(String id) {
    return inTurn(() -> places.containsKey(id));
  }

  /** Returns whether records of a kind can be matched: whether there were enough to learn from. */
  public boolean knows(PartyKind kind) {
    return population(kind) >= 0;
  }

  private int population(PartyKind kind) {
    return kind == PartyKind.PERSON ? persons : companies;
  }

  private RecordReader.Read read(LiveRecord record) {
    if (record.source() < 0 || record.source() >= sources) {
      throw new IllegalArgumentException(
          "there are %d sources, but a record of source %d".formatted(sources, record.source()));
    }
    return populations
        .get(population(record.kind()))
        .read(record.source(), column -> record.values().getOrDefault(column, ""));
  }

  /**
   * Returns what a record that is not there matches, best first.
   *
   * @param most at most so many
   */
  public List<LiveMatch> find(LiveRecord record, int most) {
    int population = population(record.kind());
    return population < 0
        ? List.of()
        : inTurn(
            () -> {
              LivePopulation live = populations.get(population);
              return matches(live, live.find(read(record)), most);
            });
  }

  /**
   * Returns what a record that is there matches, best first; nothing if it is not there.
   *
   * @param most at most so many
   */
  public Optional<List<LiveMatch>> matches(String id, int most) {
    return inTurn(
        () ->
            Optional.ofNullable(places.get(id))
                .map(
                    place -> {
                      if (place.population() < 0) {
                        return List.of();
                      }
                      LivePopulation live = populations.get(place.population());
                      return matches(live, live.matches(place.number()), most);
                    }));
  }

  /** Adds a record, or changes the one of that name. */
  public LiveChange put(String id, LiveRecord record) {
    return inTurn(
        () -> {
          Place before = places.get(id);
          int population = population(record.kind());
          if (before != null && before.population() != population) {
            LiveChange gone = removed(id, before);
            return both(gone, put(id, record, null));
          }
          return put(id, record, before);
        });
  }

  private LiveChange put(String id, LiveRecord record, @Nullable Place before) {
    int population = population(record.kind());
    if (population < 0) {
      Place alone = before == null ? new Place(-1, 0, newGroup()) : before;
      places.put(id, alone);
      List<LiveGroup> changed =
          before == null ? List.of(new LiveGroup(alone.group(), List.of(id))) : List.of();
      return new LiveChange(List.of(), changed, List.of(), true);
    }
    LivePopulation live = populations.get(population);
    RecordReader.Read read = read(record);
    LivePopulation.Outcome outcome =
        before == null ? live.add(id, read) : live.change(before.number(), read);
    places.put(id, new Place(population, outcome.record(), 0));
    return change(live, matches(live, outcome.matches(), Integer.MAX_VALUE), outcome.groups());
  }

  /** What one change and then another did, in different populations. */
  private static LiveChange both(LiveChange first, LiveChange then) {
    List<LiveGroup> changed = new ArrayList<>(first.changed());
    changed.addAll(then.changed());
    List<Integer> vanished = new ArrayList<>(first.vanished());
    vanished.addAll(then.vanished());
    return new LiveChange(then.matches(), changed, vanished, first.settled() && then.settled());
  }

  /**
   * Takes down what somebody said of two records: that they are one party, or that they are not.
   * The last word counts. Nothing if one is not there, if they are of different kinds or one and
   * the same.
   */
  public Optional<LiveChange> judge(String id, String other, boolean same) {
    return judged(id, other, same);
  }

  /** Takes back what was said of two records, so that they are decided of as any others. */
  public Optional<LiveChange> withdraw(String id, String other) {
    return judged(id, other, null);
  }

  private Optional<LiveChange> judged(String id, String other, @Nullable Boolean same) {
    return inTurn(
        () ->
            pair(id, other)
                .filter(pair -> pair.a() != pair.b())
                .map(
                    pair ->
                        change(
                            pair.live(), List.of(), pair.live().judge(pair.a(), pair.b(), same))));
  }

  /** Two records of one population. */
  private record Pair(LivePopulation live, int a, int b) {}

  private Optional<Pair> pair(String id, String other) {
    Place a = places.get(id);
    Place b = places.get(other);
    if (a == null || b == null || a.population() < 0 || a.population() != b.population()) {
      return Optional.empty();
    }
    return Optional.of(new Pair(populations.get(a.population()), a.number(), b.number()));
  }

  /** Removes a record; nothing if it is not there. */
  public Optional<LiveChange> remove(String id) {
    return inTurn(() -> Optional.ofNullable(places.get(id)).map(place -> removed(id, place)));
  }

  private LiveChange removed(String id, Place place) {
    places.remove(id);
    if (place.population() < 0) {
      return new LiveChange(List.of(), List.of(), List.of(place.group()), true);
    }
    LivePopulation live = populations.get(place.population());
    return change(live, List.of(), live.remove(place.number()));
  }

  /** Returns the group of a record; nothing if it is not there. */
  public Optional<LiveGroup> group(String id) {
    return inTurn(
        () ->
            Optional.ofNullable(places.get(id))
                .map(
                    place -> {
                      if (place.population() < 0) {
                        return new LiveGroup(place.group(), List.of(id));
                      }
                      LivePopulation live = populations.get(place.population());
                      int name = live.group(place.number());
                      return group(live, name, live.members(place.number()));
                    }));
  }

  /** Explains what is concluded of two records; nothing if one is not there, or of another kind. */
  public Optional<LiveExplanation> explain(String id, String other) {
    return inTurn(() -> pair(id, other).map(pair -> pair.live().explain(pair.a(), pair.b())));
  }

  /** Explains a record that is not there and one that is; nothing if they are not of one kind. */
  public Optional<LiveExplanation> explain(LiveRecord record, String id) {
    return inTurn(
        () -> {
          Place place = places.get(id);
          int population = population(record.kind());
          if (place == null || population < 0 || place.population() != population) {
            return Optional.empty();
          }
          return Optional.of(populations.get(population).explain(read(record), place.number()));
        });
  }

  /**
   * Groups what waits for it: records connected with more than a few hundred others are not grouped
   * anew at each change. To be called at the end of an import.
   */
  public LiveChange settle() {
    return inTurn(
        () -> {
          LiveChange all = new LiveChange(List.of(), List.of(), List.of(), true);
          for (LivePopulation live : populations) {
            all = both(all, change(live, List.of(), live.settle()));
          }
          return all;
        });
  }

  private static List<LiveMatch> matches(
      LivePopulation live, List<LivePopulation.Met> found, int most) {
    return found.stream()
        .sorted(
            Comparator.comparingDouble(LivePopulation.Met::weight)
                .reversed()
                .thenComparing(met -> live.id(met.record())))
        .limit(most)
        .map(
            met ->
                new LiveMatch(
                    live.id(met.record()),
                    live.group(met.record()),
                    met.weight(),
                    PairWeights.probability(met.weight()),
                    met.verdict(),
                    met.rule()))
        .toList();
  }

  private static LiveChange change(
      LivePopulation live, List<LiveMatch> matches, Groups.Regrouped groups) {
    List<LiveGroup> changed = new ArrayList<>();
    groups.changed().forEach((name, records) -> changed.add(group(live, name, records)));
    changed.sort(Comparator.comparingInt(LiveGroup::number));
    return new LiveChange(matches, changed, groups.vanished(), groups.settled());
  }

  private static LiveGroup group(LivePopulation live, int name, int[] records) {
    return new LiveGroup(name, Arrays.stream(records).mapToObj(live::id).sorted().toList());
  }
}
