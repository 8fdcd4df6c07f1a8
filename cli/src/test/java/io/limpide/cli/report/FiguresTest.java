package io.limpide.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.cli.Limpide;
import io.limpide.engine.message.Messages;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static Figures figures(Locale locale) {
    return new Figures(new Texts(Messages.of(locale, Limpide.class), UnaryOperator.identity()));
  }

  @Test
  void writes_the_first_of_a_month_as_its_language_does() {
    LocalDate first = LocalDate.of(2026, 11, 1);

    assertThat(figures(Locale.FRENCH).date(first)).isEqualTo("1er novembre 2026");
    assertThat(figures(Locale.FRENCH).date(first.plusDays(10))).isEqualTo("11 novembre 2026");
    assertThat(figures(Locale.ENGLISH).date(first)).isEqualTo("November 1, 2026");
  }
}
