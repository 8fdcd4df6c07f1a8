package io.limpide.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CombinationsTest {
  private static final int ROWS = 1_000;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void rows_have_one_number_where_they_have_the_same_values(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Column> columns = new ArrayList<>();
    for (int column = 0; column <= 1 + random.nextInt(3); column++) {
      columns.add(column(random, 1 + random.nextInt(80)));
    }
    int[] rows = random.ints(ROWS / 2, 0, ROWS).toArray();

    Combinations combinations = new Combinations(columns, rows);

    Map<List<String>, Integer> seen = new HashMap<>();
    seen.put(columns.stream().map(column -> "").toList(), 0);
    for (int i = 0; i < rows.length; i++) {
      int row = rows[i];
      List<String> values = columns.stream().map(column -> column.value(row)).toList();
      int number = combinations.numbers()[i];
      assertThat(combinations.values(number)).containsExactly(values.toArray(new String[0]));
      assertThat(seen.merge(values, number, (before, now) -> before)).isEqualTo(number);
      assertThat(number).isBetween(0, combinations.size() - 1);
    }
    assertThat(seen.values()).doesNotHaveDuplicates();
  }

  private static Column column(SplittableRandom random, int values) {
    Dictionary dictionary = new Dictionary();
    int[] codes = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      int value = random.nextInt(values);
      codes[row] = dictionary.encode(value == 0 ? "" : "v" + value);
    }
    return new Column("c", "c", dictionary, codes);
  }
}
