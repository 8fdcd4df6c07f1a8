package io.limpide.engine.standardize.general;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Spec;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.standardize.Family;
import io.limpide.engine.standardize.FamilyContract;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.table.TableBuilder;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GeneralsTest extends FamilyContract {
  @Override
  protected Family family() {
    return new Generals();
  }

  @Override
  protected List<String> typicalValues() {
    List<String> values = new ArrayList<>();
    countries().forEach(line -> values.add((String) line.get()[0]));
    numbers().forEach(line -> values.add((String) line.get()[1]));
    flags().forEach(line -> values.add((String) line.get()[1]));
    texts().forEach(line -> values.add((String) line.get()[1]));
    return values;
  }

  static Stream<Arguments> countries() {
    return Spec.cases("general/countries.csv", 4);
  }

  static Stream<Arguments> numbers() {
    return Spec.cases("general/numbers.csv", 5);
  }

  static Stream<Arguments> flags() {
    return Spec.cases("general/flags.csv", 4);
  }

  static Stream<Arguments> texts() {
    return Spec.cases("general/texts.csv", 4);
  }

  @ParameterizedTest(name = "{0} -> {1} ({3})")
  @MethodSource("countries")
  void names_countries_in_french(String text, String name, String iso, String source) {
    Standardized outcome = of(FieldType.COUNTRY, "Belgique", "Espagne").standardize(text);
    assertThat(outcome.value()).isEqualTo(name);
    assertThat(outcome.parts()).isEqualTo(iso.isEmpty() ? Map.of() : Map.of("iso", iso));
    assertThat(outcome.remarks()).hasSize(iso.isEmpty() ? 1 : 0);
  }

  @Test
  void writes_countries_as_most_of_the_column_does() {
    assertThat(of(FieldType.COUNTRY, "FR", "BE", "Suisse").standardize("Allemagne").value())
        .isEqualTo("DE");
    assertThat(of(FieldType.COUNTRY, "FRA", "BEL", "Suisse").standardize("de").value())
        .isEqualTo("DEU");
  }

  @ParameterizedTest(name = "{0} {1} -> {2} {3} ({4})")
  @MethodSource("numbers")
  void understands_numbers(
      String sign, String text, String number, String currency, String source) {
    String proof = sign.equals(",") ? "1,5" : sign.equals(".") ? "1.5" : "1";
    Standardized outcome =
        of(FieldType.AMOUNT, proof, text.equals("1.234") ? "2" : "3").standardize(text);
    assertThat(outcome.value()).isEqualTo(text);
    if (number.equals("ambiguous") || number.equals("unreadable")) {
      assertThat(outcome.remarks())
          .extracting(remark -> remark.reason().code())
          .containsExactly("number." + number);
      assertThat(outcome.parts()).isEmpty();
    } else {
      assertThat(outcome.parts().getOrDefault("number", "")).isEqualTo(number);
      assertThat(outcome.parts().getOrDefault("currency", "")).isEqualTo(currency);
    }
  }

  @ParameterizedTest(name = "{0} {1} -> {2} ({3})")
  @MethodSource("flags")
  void understands_flags(String type, String text, String flag, String source) {
    FieldType field = FieldType.valueOf(type.toUpperCase(Locale.ROOT));
    Standardized outcome = of(field, "x").standardize(text);
    assertThat(outcome.value()).isEqualTo(text);
    assertThat(outcome.parts().getOrDefault("flag", "unreadable")).isEqualTo(flag);
    assertThat(outcome.remarks()).hasSize(flag.equals("unreadable") ? 1 : 0);
  }

  @ParameterizedTest(name = "{0} {1} -> {2} ({3})")
  @MethodSource("texts")
  void tidies_texts(String type, String text, String expected, String source) {
    FieldType field = FieldType.valueOf(type.toUpperCase(Locale.ROOT));
    assertThat(of(field, "x").standardize(text).value()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void reads_what_the_locales_write(long seed) {
    BigDecimal amount = BigDecimal.valueOf(new SplittableRandom(seed).nextLong(10_000_000_00L), 2);
    for (Locale locale : List.of(Locale.FRANCE, Locale.US, Locale.GERMANY)) {
      NumberFormat format = NumberFormat.getInstance(locale);
      format.setMinimumFractionDigits(2);
      String text = format.format(amount);
      assertThat(
              new BigDecimal(
                  of(FieldType.AMOUNT, text)
                      .standardize(text)
                      .parts()
                      .getOrDefault("number", "-1")))
          .as(locale + " " + text)
          .isEqualByComparingTo(amount);
    }
  }

  private static Standardizer of(FieldType type, String... values) {
    TableBuilder builder = new TableBuilder("general", List.of("value"));
    for (int row = 0; row < values.length; row++) {
      builder.cell(0, values[row]);
      builder.endRow(row + 2);
    }
    return new Generals()
        .standardizer(type, builder.build().columns().get(0), Settings.DEFAULT)
        .orElseThrow();
  }
}
