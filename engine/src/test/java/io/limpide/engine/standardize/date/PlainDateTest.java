package io.limpide.engine.standardize.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlainDateTest {
  @Test
  void reads_days_with_and_without_a_time() {
    long day = LocalDate.of(1984, 6, 15).toEpochDay();
    assertThat(PlainDate.of("15/06/1984", DateOrder.DAY_FIRST)).isEqualTo(day);
    assertThat(PlainDate.of("06.15.1984 16:12", DateOrder.DAY_FIRST)).isEqualTo(day);
    assertThat(PlainDate.of("1984-06-15T16:12:30", DateOrder.MONTH_FIRST)).isEqualTo(day);
    assertThat(PlainDate.iso("15/06/1984 16:12")).isEqualTo("1984-06-15");
  }

  @Test
  void leaves_what_is_not_plain_to_the_reader() {
    for (String text :
        new String[] {"", "31/02/2020", "1/6/1984", "15/06/84", "15/06/1984 25:00"}) {
      assertThat(PlainDate.of(text, DateOrder.DAY_FIRST)).isEqualTo(PlainDate.NONE);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void reads_nothing_but_what_the_reader_reads(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      String text = random(random);
      for (DateOrder order : DateOrder.values()) {
        long day = PlainDate.of(text, order);
        if (day != PlainDate.NONE) {
          DateText read = new DateReader(order, Century.EVENT).read(text);
          assertThat(read.date()).as(text).contains(LocalDate.ofEpochDay(day));
        }
      }
    }
  }

  private static String random(SplittableRandom random) {
    char sign = "/-. ".charAt(random.nextInt(4));
    int first = random.nextInt(34);
    int second = random.nextInt(34);
    int year = 1890 + random.nextInt(200);
    String day =
        random.nextBoolean()
            ? "%02d%c%02d%c%04d".formatted(first, sign, second, sign, year)
            : "%04d%c%02d%c%02d".formatted(year, sign, first, sign, second);
    String time = "%02d:%02d".formatted(random.nextInt(26), random.nextInt(62));
    return switch (random.nextInt(4)) {
      case 0 -> day;
      case 1 -> day + " " + time;
      case 2 -> day + "T" + time + ":" + (10 + random.nextInt(50));
      default -> day + " " + time + "x";
    };
  }
}
