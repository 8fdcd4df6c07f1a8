package io.limpide.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.Spec;
import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.table.TableBuilder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NameLevelsTest {
  private static final String OTHERS = "Ysolde Quemeneur"; // a field takes two records that have it
  private static final int[] ROWS = {0, 1, 2, 3};

  static Stream<Arguments> pairs() {
    return Spec.cases("match/name-levels.csv", 5);
  }

  @ParameterizedTest(name = "{0}: {1} and {2}")
  @MethodSource("pairs")
  void finds_the_level_of_two_names(String kind, String a, String b, String level, String source) {
    PatternCoder coder = coder(kind, List.of(a, b, OTHERS, OTHERS));

    assertThat(levels(coder, 0, 1)).isEqualTo(level);
    assertThat(levels(coder, 1, 0)).isEqualTo(level);
  }

  private static String levels(PatternCoder coder, int a, int b) {
    long pattern = coder.worker().pattern(a, b);
    return IntStream.range(0, coder.fields().size())
        .mapToObj(at -> coder.fields().get(at).levels().name(PatternCoder.level(pattern, at)))
        .collect(Collectors.joining(" "));
  }

  private static PatternCoder coder(String kind, List<String> names) {
    TableBuilder table = new TableBuilder("names", List.of("name"));
    for (int row = 0; row < names.size(); row++) {
      table.cell(0, names.get(row));
      table.endRow(row + 2);
    }
    FieldType type =
        switch (kind) {
          case "given" -> FieldType.GIVEN_NAME;
          case "family" -> FieldType.FAMILY_NAME;
          case "whole" -> FieldType.FULL_NAME;
          default -> FieldType.COMPANY_NAME;
        };
    RecordSet records =
        new RecordSet(
            List.of(table.build()), List.of(List.of(new Field("name", type, 1))), List.of(ROWS));
    return (kind.equals("company") ? Fields.ofCompanies(records) : Fields.ofPersons(records))
        .coder(ROWS);
  }
}
