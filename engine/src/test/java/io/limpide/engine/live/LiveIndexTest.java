package io.limpide.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limpide.engine.block.BlockingSettings;
import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.match.MatchInput;
import io.limpide.engine.match.MatchProgress;
import io.limpide.engine.match.MatchSettings;
import io.limpide.engine.match.MatchSource;
import io.limpide.engine.match.Matcher;
import io.limpide.engine.match.Verdict;
import io.limpide.engine.table.TableBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LiveIndexTest {
  private static final List<String> COLUMNS =
      List.of("given_name", "family_name", "birth_date", "phone", "postcode");
  private static final int STRANGERS = 320;

  private final Random random = new Random(4);

  @Test
  void finds_whom_a_form_repeats_and_leaves_no_trace_of_the_form() {
    LiveIndex index = index(strangers(STRANGERS));
    index.put("anne", person("Anne", "Le Quellec", "1971-03-12", "0612345678", "29000"));

    LiveRecord form = person("anne", "LEQUELLEC", "1971-03-12", "", "29000");
    List<LiveMatch> found = index.find(form, 5);

    assertThat(found.get(0).id()).isEqualTo("anne");
    assertThat(found.get(0).verdict()).isEqualTo(Verdict.DUPLICATE);
    assertThat(index.find(form, 5)).isEqualTo(found);
    assertThat(index.size()).isEqualTo(STRANGERS + 1);
    assertThat(index.explain(form, "anne").orElseThrow().explanation().weight())
        .isEqualTo(found.get(0).weight());
  }

  @Test
  void says_which_groups_a_change_touches() {
    LiveIndex index = index(strangers(STRANGERS));
    LiveRecord anne = person("Anne", "Le Quellec", "1971-03-12", "0612345678", "29000");

    LiveChange first = index.put("anne", anne);
    LiveChange second = index.put("anna", anne);
    LiveChange parted = index.put("anna", person("Yves", "Morvan", "1950-01-01", "", "75001"));
    Optional<LiveChange> gone = index.remove("anna");

    int group = first.changed().get(0).number();
    int other = group + 1; // names count up
    assertThat(first.changed()).containsExactly(new LiveGroup(group, List.of("anne")));
    assertThat(second.changed()).containsExactly(new LiveGroup(group, List.of("anna", "anne")));
    assertThat(second.matches()).extracting(LiveMatch::id).containsExactly("anne");
    assertThat(parted.changed())
        .containsExactly(
            new LiveGroup(group, List.of("anne")), new LiveGroup(other, List.of("anna")));
    assertThat(gone.orElseThrow().vanished()).containsExactly(other);
    assertThat(index.remove("anna")).isEmpty();
    assertThat(index.group("anne")).contains(new LiveGroup(group, List.of("anne")));
    assertThat(index.matches("anne", 5)).contains(List.of());
    assertThat(index.matches("anna", 5)).isEmpty();
  }

  @Test
  void holds_to_what_people_say_of_two_records_until_they_take_it_back() {
    LiveIndex index = index(strangers(STRANGERS));
    LiveRecord anne = person("Anne", "Le Quellec", "1971-03-12", "0612345678", "29000");
    index.put("anne", anne);
    index.put("anna", anne);
    index.put("yves", person("Yves", "Morvan", "1950-01-01", "", "75001"));

    LiveChange parted = index.judge("anna", "anne", false).orElseThrow();
    LiveChange joined = index.judge("yves", "anne", true).orElseThrow();
    LiveChange corrected = index.put("yves", person("Yves", "Morvan", "1950-01-02", "", "75002"));
    LiveChange back = index.withdraw("anna", "anne").orElseThrow();

    assertThat(parted.changed())
        .extracting(LiveGroup::ids)
        .containsExactlyInAnyOrder(List.of("anna"), List.of("anne"));
    assertThat(joined.changed())
        .extracting(LiveGroup::ids)
        .containsExactly(List.of("anne", "yves"));
    assertThat(corrected.matches()).extracting(LiveMatch::id).containsExactly("anne");
    assertThat(back.changed())
        .extracting(LiveGroup::ids)
        .containsExactly(List.of("anna", "anne", "yves"));
    assertThat(index.judge("anne", "anne", true)).isEmpty();
    assertThat(index.judge("anne", "nobody", true)).isEmpty();
  }

  @Test
  void forgets_what_was_said_of_a_record_that_is_gone() {
    LiveIndex index = index(strangers(STRANGERS));
    LiveRecord anne = person("Anne", "Le Quellec", "1971-03-12", "0612345678", "29000");
    index.put("anne", anne);
    index.put("anna", anne);
    index.judge("anna", "anne", false);

    index.remove("anna");
    index.put("another", anne);

    assertThat(index.group("another").orElseThrow().ids()).containsExactly("anne", "another");
  }

  @Test
  void holds_records_of_a_kind_that_nothing_was_learned_of() {
    LiveIndex index = index(strangers(STRANGERS));
    LiveRecord company = new LiveRecord(0, PartyKind.COMPANY, Map.of("phone", "0298000000"));

    index.put("a", company);
    index.put("b", company);

    assertThat(index.knows(PartyKind.COMPANY)).isFalse();
    assertThat(index.find(company, 5)).isEmpty();
    assertThat(index.group("a").orElseThrow().ids()).containsExactly("a");
    assertThat(index.explain("a", "b")).isEmpty();
    assertThat(index.put("a", person("Anne", "Morvan", "", "", "")).vanished()).hasSize(1);
    assertThat(index.remove("a")).isPresent();
  }

  @Test
  void refuses_a_record_of_a_source_that_is_not_there() {
    LiveIndex index = index(strangers(STRANGERS));

    assertThatThrownBy(() -> index.find(new LiveRecord(1, PartyKind.PERSON, Map.of()), 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there are 1 sources, but a record of source 1");
  }

  @Test
  void holds_together_very_many_records_that_are_all_equal() {
    LiveIndex index = index(strangers(STRANGERS));
    LiveRecord same = person("Anne", "Le Quellec", "1971-03-12", "0612345678", "29000");

    for (int copy = 0; copy < 700; copy++) {
      index.put("copy" + copy, same);
    }
    for (int copy = 0; copy < 50; copy++) {
      index.remove("copy" + copy);
    }

    assertThat(index.put("late", same).settled()).isFalse();
    assertThat(index.settle().settled()).isTrue();
    assertThat(index.group("late").orElseThrow().ids()).hasSize(651);
  }

  @Test
  void serves_threads_one_after_another() throws InterruptedException {
    LiveIndex index = index(strangers(STRANGERS));
    LiveRecord anne = person("Anne", "Le Quellec", "1971-03-12", "0612345678", "29000");
    index.put("anne", anne);
    AtomicInteger right = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(3);
    for (int thread = 0; thread < 3; thread++) {
      int number = thread;
      new Thread(
              () -> {
                for (int i = 0; i < 100; i++) {
                  index.put(number + "-" + i, stranger(new Random(1000L * number + i)));
                  right.addAndGet(index.find(anne, 1).get(0).id().equals("anne") ? 1 : 0);
                }
                done.countDown();
              })
          .start();
    }
    done.await();

    assertThat(right).hasValue(300);
    assertThat(index.size()).isEqualTo(STRANGERS + 301);
  }

  private static LiveRecord person(String... values) {
    Map<String, String> byColumn = new java.util.HashMap<>();
    for (int column = 0; column < values.length; column++) {
      byColumn.put(COLUMNS.get(column), values[column]);
    }
    return new LiveRecord(0, PartyKind.PERSON, byColumn);
  }

  private List<LiveRecord> strangers(int count) {
    List<LiveRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(stranger(random));
    }
    return records;
  }

  private static LiveRecord stranger(Random random) {
    return person(
        word(random, 2),
        word(random, 3),
        "%d-%02d-%02d"
            .formatted(1940 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28)),
        "06%08d".formatted(random.nextInt(100_000_000)),
        "%05d".formatted(1000 + 10 * random.nextInt(300)));
  }

  private static String word(Random random, int syllables) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append(
          List.of("ma", "ri", "lo", "ten", "bar", "du", "vel", "gon").get(random.nextInt(8)));
    }
    return word.toString();
  }

  private static LiveIndex index(List<LiveRecord> records) {
    TableBuilder builder = new TableBuilder("base", COLUMNS);
    for (int row = 0; row < records.size(); row++) {
      for (int column = 0; column < COLUMNS.size(); column++) {
        builder.cell(column, records.get(row).values().getOrDefault(COLUMNS.get(column), ""));
      }
      builder.endRow(row + 2);
    }
    List<Field> fields =
        COLUMNS.stream()
            .map(column -> new Field(column, FieldType.valueOf(column.toUpperCase(Locale.ROOT)), 1))
            .toList();
    MatchInput input =
        new MatchInput(
            Collections.singletonList(MatchSource.of(builder.build(), fields, PartyKind.PERSON)),
            MatchInput.Mode.DEDUPE);
    MatchSettings settings =
        MatchSettings.DEFAULT
            .withBlocking(new BlockingSettings(60, 1, 60, 8, 14, List.of()))
            .withThreads(1);
    return LiveIndex.of(
        input, Matcher.match(input, settings, MatchProgress.NONE), record -> "base" + record);
  }
}
