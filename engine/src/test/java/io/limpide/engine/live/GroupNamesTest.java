package io.limpide.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GroupNamesTest {
  private final AtomicInteger last = new AtomicInteger(100);

  private int[] names(List<int[]> parts, int... oldNames) {
    return GroupNames.of(parts, record -> oldNames[record], last::incrementAndGet);
  }

  @Test
  void keeps_the_name_of_the_larger_group_on_a_merge() {
    assertThat(names(List.of(new int[] {0, 1, 2}), 5, 7, 7)).containsExactly(7);
  }

  @Test
  void keeps_the_older_name_when_two_groups_of_one_size_merge() {
    assertThat(names(List.of(new int[] {0, 1}), 8, 7)).containsExactly(7);
  }

  @Test
  void leaves_the_name_with_the_larger_part_on_a_split() {
    assertThat(names(List.of(new int[] {0}, new int[] {1, 2}), 7, 7, 7)).containsExactly(101, 7);
  }

  @Test
  void names_a_record_that_had_no_group() {
    assertThat(names(List.of(new int[] {0}), 0)).containsExactly(101);
  }

  @Test
  void gives_a_name_to_one_part_only_when_groups_mix() {
    assertThat(names(List.of(new int[] {0, 1, 2}, new int[] {3, 4}), 7, 7, 8, 7, 8))
        .containsExactly(7, 8);
  }
}
