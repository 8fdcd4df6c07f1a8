package io.limpide.engine.standardize.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Agreement with libphonenumber's own examples and tests. */
class PhoneConformityTest {
  @Test
  void takes_all_1128_example_numbers_and_gives_them_back() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> lines = rows("hostile/phone/example_numbers.tsv");
    for (String line : lines) {
      String[] cells = line.split("\t", -1);
      String e164 = "+" + cells[1] + cells[3];
      for (String home : List.of("FR", cells[0].equals("001") ? "ZZ" : cells[0])) {
        PhoneNumber number = PhoneNumber.parse(e164, home, "");
        PhoneNumber again = PhoneNumber.parse(number.display(), home, "");
        if (!number.isValid() || !number.e164().equals(e164) || !again.e164().equals(e164)) {
          wrong.add(line + " at " + home + ": " + number + " " + again);
        }
      }
    }
    assertThat(lines).hasSize(1128);
    assertThat(wrong).isEmpty();
  }

  @Test
  void reads_what_libphonenumber_reads() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> lines = rows("hostile/phone/parse_cases.tsv");
    for (String line : lines) {
      String[] cells = line.split("\t", -1);
      PhoneNumber number = PhoneNumber.parse(unescape(cells[0]), cells[1], "");
      String e164 = number.e164().isEmpty() ? "ERROR" : number.e164();
      if (!e164.equals(cells[2]) || number.isValid() != Boolean.parseBoolean(cells[3])) {
        wrong.add(line + " -> " + e164 + " " + number.isValid());
      }
    }
    assertThat(lines).hasSize(76);
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void judges_french_numbers_by_their_block_as_the_library_does_by_the_whole(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 1000; i++) {
      String number = Integer.toString(random.nextInt(100_000_000, 1_000_000_000));
      PhoneNumber read = PhoneNumber.parse("0" + number);
      if (FrenchPlan.isFiction(number)) {
        continue; // ours by exception
      }
      PhoneReader.Line line = PhoneReader.line(read.e164());
      assertThat(read.isValid()).as(number).isEqualTo(line != null);
      if (line != null) {
        assertThat(read.type()).as(number).isEqualTo(line.type());
        assertThat(read.region()).as(number).isEqualTo(line.region());
      }
    }
  }

  private static List<String> rows(String file) throws IOException {
    List<String> lines = Files.readAllLines(Shared.path(file));
    return lines.subList(1, lines.size());
  }

  /** Takes a JSON string out of its quotes. */
  private static String unescape(String json) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < json.length() - 1; i++) {
      char c = json.charAt(i);
      if (c == '\\' && json.charAt(i + 1) == 'u') {
        text.append((char) Integer.parseInt(json.substring(i + 2, i + 6), 16));
        i += 5;
      } else if (c == '\\') {
        text.append(json.charAt(++i));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
