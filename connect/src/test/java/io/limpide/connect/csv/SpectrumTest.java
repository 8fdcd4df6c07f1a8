package io.limpide.connect.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.connect.Json;
import io.limpide.connect.Reading;
import io.limpide.connect.SourceRead;
import io.limpide.engine.Shared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The acid tests of github.com/maxogden/csv-spectrum. */
class SpectrumTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "comma_in_quotes",
        "empty",
        "empty_crlf",
        "escaped_quotes",
        "json",
        "newlines",
        "newlines_crlf",
        "quotes_and_newlines",
        "simple",
        "simple_crlf",
        "utf8"
      })
  void reads_what_the_authors_expect(String name) throws Exception {
    Path folder = Shared.path("hostile/csv-spectrum");
    SourceRead read = Reading.read(Files.readAllBytes(folder.resolve("csvs/" + name + ".csv")));
    List<Map<String, Object>> records = new ArrayList<>();
    for (List<String> row : Reading.rows(read)) {
      Map<String, Object> record = new LinkedHashMap<>();
      for (int column = 0; column < row.size(); column++) {
        record.put(Reading.header(read).get(column), row.get(column));
      }
      records.add(record);
    }
    // newlines_crlf.csv has lost its CR on its way through git, its JSON has not.
    String expected = Json.objects(folder.resolve("json/" + name + ".json")).toString();
    assertThat(records.toString()).isEqualTo(expected.replace("\r\n", "\n"));
    assertThat(read.rejections()).isEmpty();
  }
}
