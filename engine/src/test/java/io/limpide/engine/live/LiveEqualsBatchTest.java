package io.limpide.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.block.BlockingSettings;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.match.MatchInput;
import io.limpide.engine.match.MatchProgress;
import io.limpide.engine.match.MatchResult;
import io.limpide.engine.match.MatchSettings;
import io.limpide.engine.match.Matcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The law of the index: whatever was added, changed, removed and said of pairs, its links and
 * groups are those that a run over the same records finds with the same model.
 */
class LiveEqualsBatchTest {
  private static final int RECORDS = 350;
  private static final int STEPS = 160;
  private static final int SAID = 6; // judgements at the start

  /** Blocks of more than ten are windowed, so that many of them come to be so and cease. */
  private static final BlockingSettings LOW = new BlockingSettings(60, 1, 10, 3, 14, List.of());

  static Stream<Arguments> seeds() {
    return Stream.of(PartyKind.PERSON, PartyKind.COMPANY)
        .flatMap(
            kind ->
                Stream.of(LOW, BlockingSettings.DEFAULT)
                    .flatMap(
                        settings ->
                            Stream.of(1L, 2L, 3L)
                                .filter(seed -> settings.equals(LOW) || seed == 1)
                                .map(seed -> Arguments.of(kind, settings, seed))));
  }

  @ParameterizedTest(name = "{0}, {1}, seed {2}")
  @MethodSource("seeds")
  void has_the_links_and_groups_of_a_run(PartyKind kind, BlockingSettings blocking, long seed) {
    Crowd crowd = new Crowd(seed, kind, RECORDS);
    for (int said = 0; said < SAID; said++) {
      crowd.judgements.put(crowd.pair(), crowd.random.nextBoolean());
    }
    MatchSettings settings =
        MatchSettings.DEFAULT.withBlocking(blocking).withThreads(1).withThresholds(0.5, 0.2);
    MatchInput input = crowd.input();
    List<String> ids = crowd.ids();
    LiveIndex live = LiveIndex.of(input, match(input, settings), ids::get);
    hold(live, crowd, match(input, settings), blocking);
    for (int step = 1; step <= STEPS; step++) {
      change(live, crowd, step);
      if (step % 80 == 0) {
        live.settle();
        hold(live, crowd, match(input, settings), blocking);
      }
    }
  }

  private static MatchResult match(MatchInput input, MatchSettings settings) {
    return Matcher.match(input, settings, MatchProgress.NONE);
  }

  private static void change(LiveIndex live, Crowd crowd, int step) {
    String known = crowd.any(List.copyOf(crowd.records.keySet()));
    switch (crowd.random.nextInt(6)) {
      case 0 -> {
        LiveRecord record = crowd.record();
        crowd.records.put("new" + step, record);
        live.put("new" + step, record);
      }
      case 1 -> {
        LiveRecord record = crowd.record();
        if (record.kind() != crowd.kind(known)) {
          crowd.remove(known);
        }
        crowd.records.put(known, record);
        live.put(known, record);
      }
      case 2 -> {
        crowd.remove(known);
        assertThat(live.remove(known)).isPresent();
      }
      case 3 -> {
        List<String> pair = crowd.pair();
        boolean same = crowd.random.nextBoolean();
        if (live.judge(pair.get(0), pair.get(1), same).isPresent()) {
          crowd.judgements.put(pair, same);
        }
      }
      case 4 -> {
        if (!crowd.judgements.isEmpty()) {
          List<String> pair = crowd.any(List.copyOf(crowd.judgements.keySet()));
          crowd.judgements.remove(pair);
          assertThat(live.withdraw(pair.get(0), pair.get(1))).isPresent();
        }
      }
      default -> {
        int size = live.size();
        live.find(crowd.record(), 10);
        assertThat(live.size()).isEqualTo(size);
      }
    }
  }

  private static void hold(
      LiveIndex live, Crowd crowd, MatchResult learned, BlockingSettings blocking) {
    Map<String, Map<String, Float>> links = new TreeMap<>();
    Set<Set<String>> groups = new HashSet<>();
    List<String> order = new ArrayList<>(crowd.records.keySet());
    for (String id : order) {
      Map<String, Float> weights = live.links(id).map(LiveIndex.Links::weights).orElse(Map.of());
      if (!weights.isEmpty()) {
        links.put(id, new TreeMap<>(weights));
      }
      groups.add(new TreeSet<>(live.group(id).orElseThrow().ids()));
    }
    order.sort(
        Comparator.comparingInt(id -> live.links(id).map(LiveIndex.Links::number).orElse(0)));

    Batch batch = new Batch(learned, crowd, order, blocking);

    assertThat(links).isEqualTo(batch.links);
    assertThat(groups).isEqualTo(batch.groups);
  }
}
