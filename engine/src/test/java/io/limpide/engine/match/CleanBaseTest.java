package io.limpide.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.field.PartyKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A base that is clean already stays as it is: where hardly a duplicate is left, relatives are not
 * taken for them, many as they may be.
 */
class CleanBaseTest {
  private static final int HOUSEHOLDS = 300;
  private static final int SINGLES = 1_500;

  private static final List<String> GIVEN =
      List.of(
          "Anne", "Bruno", "Chloé", "Denis", "Élodie", "Fabrice", "Gisèle", "Hugo", "Inès", "Jules",
          "Karine", "Lucas", "Manon", "Nadia", "Oscar", "Pauline", "Quentin", "Rachid", "Sophie",
          "Thomas", "Ursule", "Victor", "Wendy", "Xavier", "Yvonne", "Zoé");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void merges_no_relatives_where_no_duplicate_is_left(long seed) {
    Random random = new Random(seed);
    List<Map<String, String>> rows = new ArrayList<>();
    for (int household = 0; household < HOUSEHOLDS; household++) {
      Map<String, String> shared = person(random);
      int members = 2 + random.nextInt(3);
      for (int member = 0; member < members; member++) {
        Map<String, String> one = person(random);
        for (String column : List.of("family_name", "phone", "address_line", "postcode", "city")) {
          one.put(column, shared.getOrDefault(column, ""));
        }
        if (random.nextInt(8) == 0) { // twins, and those whom a form took for their parents
          one.put("birth_date", shared.getOrDefault("birth_date", ""));
        }
        rows.add(one);
      }
    }
    for (int single = 0; single < SINGLES; single++) {
      rows.add(person(random));
    }

    MatchResult result =
        Matcher.match(
            MatchInput.dedupe(Sample.of(PartyKind.PERSON, rows)),
            MatchSettings.DEFAULT,
            MatchProgress.NONE);

    long merged = 0;
    for (int record = 0; record < rows.size(); record++) {
      merged += result.cluster(record) == record ? 0 : 1;
    }
    assertThat(merged).isLessThan(HOUSEHOLDS / 100);
  }

  private static Map<String, String> person(Random random) {
    Map<String, String> person = new LinkedHashMap<>();
    person.put("given_name", GIVEN.get(random.nextInt(GIVEN.size())));
    person.put("family_name", word(random, 3));
    person.put(
        "birth_date",
        "%d-%02d-%02d"
            .formatted(1940 + random.nextInt(65), 1 + random.nextInt(12), 1 + random.nextInt(28)));
    person.put("phone", "02%08d".formatted(random.nextInt(100_000_000)));
    person.put("address_line", (1 + random.nextInt(120)) + " rue " + word(random, 3));
    person.put("postcode", "%05d".formatted(1000 + 10 * random.nextInt(400)));
    person.put("city", word(random, 3));
    return person;
  }

  private static String word(Random random, int syllables) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append(
          List.of("ma", "ri", "lo", "ten", "bar", "du", "vel", "gon", "pi", "sau", "chet", "no")
              .get(random.nextInt(12)));
    }
    return word.toString();
  }
}
