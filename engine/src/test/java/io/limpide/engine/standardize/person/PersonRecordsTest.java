package io.limpide.engine.standardize.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Spec;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Change;
import io.limpide.engine.standardize.FakeRecord;
import io.limpide.engine.standardize.RecordRule;
import io.limpide.engine.standardize.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PersonRecordsTest {
  static Stream<Arguments> records() {
    return Spec.cases("person/records.csv", 5);
  }

  /** A record is written {@code TYPE=value | TYPE=value}; {@code TYPE!caps} says it was shouted. */
  @ParameterizedTest(name = "{0}: {4}")
  @MethodSource("records")
  void holds_the_fields_of_a_record_against_each_other(
      String before, String after, String proposed, String reasons, String source) {
    Map<FieldType, List<String>> fields = new LinkedHashMap<>();
    Map<String, String> parts = new LinkedHashMap<>();
    for (String cell : before.split("\\|", -1)) {
      String name = cell.substring(0, cell.indexOf('=')).strip();
      String value = cell.substring(cell.indexOf('=') + 1).strip();
      FieldType type = FieldType.valueOf(name.replace("!caps", ""));
      fields.put(type, List.of(value));
      if (name.endsWith("!caps")) {
        parts.put(type + ".caps", "true");
      }
    }
    FakeRecord record = new FakeRecord(fields, parts);
    for (RecordRule rule : new Persons().recordRules(Settings.DEFAULT)) {
      rule.apply(record);
    }
    List<String> cells = new ArrayList<>();
    fields.keySet().forEach(type -> cells.add(type + "=" + record.get(type)));
    assertThat(String.join(" | ", cells)).isEqualTo(after);
    assertThat(
            record.changes().stream()
                .filter(change -> change.level() != io.limpide.engine.finding.Level.SAFE)
                .map(Change::after)
                .toList())
        .isEqualTo(proposed.isEmpty() ? List.of() : List.of(proposed.split(" \\| ", -1)));
    TreeSet<String> codes = new TreeSet<>();
    record.remarks().forEach(remark -> codes.add(remark.reason().code()));
    assertThat(String.join(" ", codes)).isEqualTo(reasons);
  }
}
