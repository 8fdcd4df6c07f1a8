package io.limpide.connect.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.connect.Reading;
import io.limpide.connect.Rejection;
import io.limpide.connect.SourceRead;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a file: each record is a row or a rejection, once. */
class ConservationTest {
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.limpide.engine.Seeds#hundred")
  void no_record_is_lost_and_none_comes_twice(long seed) throws Exception {
    Random random = new Random(seed);
    char delimiter = ",;\t|".charAt(random.nextInt(4));
    int rows = 5 + random.nextInt(200);
    int damageEvery = 2 + random.nextInt(20);
    List<String> tokens = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    if (random.nextInt(4) == 0) {
      text.append("Liste des clients\n\n");
    }
    text.append(String.join(String.valueOf(delimiter), "id", "nom", "ville", "email", "note"));
    text.append('\n');
    for (int row = 0; row < rows; row++) {
      String token = "R%05d".formatted(row);
      tokens.add(token);
      String line =
          String.join(
              String.valueOf(delimiter),
              token,
              random.nextBoolean() ? "\"Société \"\"Le Bon\"\"\"" : "Dupont",
              random.nextInt(5) == 0 ? "" : "Lyon",
              "x" + row + "@exemple.fr",
              random.nextInt(6) == 0 ? "\"deux\nlignes\"" : "ok");
      text.append(random.nextInt(damageEvery) == 0 ? damaged(line, delimiter, random) : line);
      text.append(random.nextInt(30) == 0 ? "\r\n" : "\n");
    }
    text.append(random.nextInt(4) == 0 ? "\nTotal" + delimiter + rows + "\n\u001a" : "");
    SourceRead read = Reading.read(text.toString());
    for (String token : tokens) {
      assertThat(occurrences(read, token)).as("%s in:%n%s", token, text).isEqualTo(1);
    }
  }

  private static String damaged(String line, char delimiter, Random random) {
    int at = 6 + random.nextInt(line.length() - 6); // the token itself stays whole
    String begin = line.substring(0, at);
    String end = line.substring(at);
    return switch (random.nextInt(9)) {
      case 0 -> begin + '"' + end;
      case 1 -> begin + delimiter + end;
      case 2 -> begin;
      case 3 -> begin + '\r' + end;
      case 4 -> begin + '\n' + end;
      case 5 -> begin + '\0' + end;
      case 6 -> line + delimiter + delimiter;
      case 7 -> line + delimiter + "x" + delimiter + "y";
      default -> begin + delimiter + '"' + end;
    };
  }

  private static int occurrences(SourceRead read, String token) {
    int found = 0;
    for (List<String> row : Reading.rows(read)) {
      found += count(String.join("\u0000", row), token);
    }
    for (Rejection rejection : read.rejections()) {
      found += count(rejection.raw(), token);
    }
    return found;
  }

  private static int count(String text, String token) {
    int count = 0;
    for (int at = text.indexOf(token); at >= 0; at = text.indexOf(token, at + 1)) {
      count++;
    }
    return count;
  }
}
