package io.limpide.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.field.PartyKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Input that would be quadratic if nobody took care; ends, with a report of what was given up. */
class AdversarialTest {
  private static final int MANY = 12_000;

  @Test
  void holds_records_together_that_are_all_equal() {
    Map<String, String> one =
        Map.of("given_name", "Jean", "family_name", "Dupont", "email", "jean.dupont@orange.fr");

    MatchResult result =
        Sample.match(Sample.of(PartyKind.PERSON, java.util.Collections.nCopies(MANY, one)));

    assertThat(result.warnings()).contains("large_blocks");
    assertThat(compared(result)).isLessThan(250L * MANY);
  }

  @Test
  void windows_one_giant_block() {
    Random random = new Random(1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      rows.add(
          Map.of(
              "family_name", "Martin", "phone", "06%08d".formatted(random.nextInt(100_000_000))));
    }

    MatchResult result = Sample.match(Sample.of(PartyKind.PERSON, rows));

    assertThat(compared(result)).isLessThan(250L * MANY);
  }

  @Test
  void has_nothing_to_say_of_empty_records() {
    MatchResult result =
        Sample.match(
            Sample.of(
                PartyKind.PERSON,
                java.util.Collections.nCopies(MANY, Map.of("family_name", "", "email", ""))));

    assertThat(result.warnings()).containsExactly("no_fields");
    assertThat(result.pairCount()).isZero();
  }

  @Test
  void matches_on_one_column_and_says_so() {
    Random random = new Random(2);
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      rows.add(Map.of("family_name", "nom" + random.nextInt(1500)));
    }

    MatchResult result = Sample.match(Sample.of(PartyKind.PERSON, rows));

    assertThat(result.warnings()).contains("one_field");
  }

  @Test
  void compares_the_most_telling_of_two_hundred_columns() {
    Random random = new Random(3);
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Map<String, String> row = new HashMap<>();
      row.put("family_name", "nom" + random.nextInt(300));
      row.put("given_name", "prenom" + random.nextInt(300));
      rows.add(row);
    }
    MatchSource few = Sample.of(PartyKind.PERSON, rows);
    MatchSource wide = Wide.of(few, 200, random);

    MatchResult result = Sample.match(wide);

    assertThat(result.reports().get(0).model().fields()).hasSizeBetween(2, 16);
  }

  @Test
  void takes_values_of_any_kind_and_length() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (String odd :
        List.of("x".repeat(100_000), "\u0000", "@", "|", "\u001f", "  ", "٣٤", "😀", "-")) {
      for (int copy = 0; copy < 2; copy++) {
        Map<String, String> row = new HashMap<>();
        for (String type :
            List.of(
                "given_name",
                "family_name",
                "full_name",
                "birth_date",
                "email",
                "phone",
                "address",
                "address_line",
                "postcode",
                "city",
                "company_name",
                "national_id",
                "civility",
                "siret",
                "web_site",
                "unknown",
                "job_title")) {
          row.put(type, odd);
        }
        rows.add(row);
      }
    }

    for (PartyKind kind : PartyKind.values()) {
      assertThat(Sample.match(Sample.of(kind, rows)).records()).isEqualTo(18);
    }
  }

  @Test
  void takes_no_record_and_one_record() {
    assertThat(Sample.match(Sample.of(PartyKind.PERSON, List.of())).records()).isZero();
    assertThat(
            Sample.match(Sample.of(PartyKind.COMPANY, List.of(Map.of("company_name", "Acier"))))
                .clusters())
        .containsExactly(0);
  }

  private static long compared(MatchResult result) {
    return result.reports().stream().mapToLong(report -> report.expectation().candidates()).sum();
  }
}
