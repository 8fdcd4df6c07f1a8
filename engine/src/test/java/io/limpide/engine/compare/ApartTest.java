package io.limpide.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApartTest {
  private static final List<Function<FieldValues, FieldComparison>> COMPARISONS =
      List.of(
          values -> NameComparison.given("given_name", values),
          values -> NameComparison.family("family_name", values),
          values -> new CompanyComparison("company_name", FieldRole.EMPLOYER, values),
          values -> new EmailComparison("email", FieldRole.PERSONAL, values),
          values -> new PhoneComparison("phone", FieldRole.CONTACT, values),
          values -> new IdentifierComparison("id", FieldRole.IDENTITY, values, false),
          values -> new StreetComparison("address", values),
          values -> new PlaceComparison("place", values),
          values -> new TextComparison("text", FieldRole.ATTRIBUTE, values));
  private static final String LETTERS = "aabcdemrt 12|@";
  private static final List<String> NAMES = List.of("alex", "alexandre", "jp", "jean pierre", "m");

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void calls_only_those_apart_at_a_glance_that_reading_finds_different(long seed) {
    Random random = new Random(seed);
    List<String> texts = new ArrayList<>(NAMES);
    while (texts.size() < 40) {
      texts.add(random.nextBoolean() ? random(random) : damaged(random, texts));
    }
    for (Function<FieldValues, FieldComparison> comparison : COMPARISONS) {
      hold(comparison.apply(values(texts)));
    }
    hold(new DateComparison("birth_date", values(dates(random))));
  }

  private static void hold(FieldComparison comparison) {
    for (int a = 1; a < comparison.values.size(); a++) {
      for (int b = 1; b < comparison.values.size(); b++) {
        if (a != b && comparison.apart(a, b)) {
          assertThat(comparison.levelOf(a, b))
              .as("%s: %s, %s", comparison.name(), text(comparison, a), text(comparison, b))
              .isEqualTo(Levels.DIFFERENT);
        }
      }
    }
  }

  private static String text(FieldComparison comparison, int code) {
    return comparison.values.value(code);
  }

  private static FieldValues values(List<String> texts) {
    Dictionary dictionary = new Dictionary();
    int[] codes = texts.stream().mapToInt(dictionary::encode).toArray();
    FieldValues.Builder values = new FieldValues.Builder(codes.length, 1);
    int[] rows = IntStream.range(0, codes.length).toArray();
    values.take(0, new Column("c", "c", dictionary, codes), rows, 0, text -> text);
    return values.build();
  }

  private static String random(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = 1 + random.nextInt(14); length > 0; length--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString().replaceAll(" +", " ").strip();
  }

  private static String damaged(Random random, List<String> texts) {
    StringBuilder text = new StringBuilder(texts.get(random.nextInt(texts.size())));
    int at = random.nextInt(text.length() + 1);
    text.insert(at, LETTERS.charAt(random.nextInt(LETTERS.length())));
    return text.toString().replaceAll(" +", " ").strip();
  }

  private static List<String> dates(Random random) {
    List<String> dates = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int year = 1980 + random.nextInt(4);
      dates.add(String.valueOf(year * 10_000 + random.nextInt(14) * 100 + random.nextInt(14)));
    }
    return dates;
  }
}
