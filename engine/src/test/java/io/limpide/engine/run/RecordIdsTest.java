package io.limpide.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.recognize.Tables;
import io.limpide.engine.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordIdsTest {
  private static RecordIds ids(Optional<String> asked, String... lines) {
    Table table = Tables.of(lines);
    List<Field> fields =
        IntStream.range(0, table.columns().size())
            .mapToObj(
                at ->
                    new Field(
                        table.columns().get(at).name(),
                        at == 0 ? FieldType.RECORD_ID : FieldType.CITY,
                        1))
            .toList();
    return RecordIds.of(Union.of(List.of(table), List.of(fields)), asked);
  }

  private static List<String> names(RecordIds ids, int rows) {
    return IntStream.range(0, rows).mapToObj(ids::id).toList();
  }

  @Test
  void adds_the_row_only_where_an_id_is_shared_or_missing() {
    RecordIds ids = ids(Optional.empty(), "id;city", "A;Pau", "B;Pau", "A;Pau", "C;Nice", ";Nice");
    List<String> names = List.of("A#2", "B", "A#4", "C", "#6");

    // Two of five have an id of their own: too few to be named by.
    assertThat(names(ids, 5)).containsExactly("2", "3", "4", "5", "6");
    assertThat(names(ids(Optional.of("id"), lines("")), 5)).isEqualTo(names);
    RecordIds more = ids(Optional.empty(), lines("D;Lyon"));
    assertThat(names(more, 5)).isEqualTo(names);
    assertThat(more.byColumnAlone()).isFalse();
    assertThat(more.sharing("A")).containsExactly("A#2", "A#4");
    assertThat(more.sharing("B")).isEmpty();
    assertThat(IntStream.range(0, 6).mapToObj(row -> more.row(more.id(row)).orElseThrow()))
        .containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(more.row("test:4")).contains(2);
  }

  private static String[] lines(String last) {
    List<String> lines = List.of("id;city", "A;Pau", "B;Pau", "A;Pau", "C;Nice", ";Nice");
    return last.isEmpty()
        ? lines.toArray(String[]::new)
        : IntStream.range(0, lines.size() + 1)
            .mapToObj(at -> at < lines.size() ? lines.get(at) : last)
            .toArray(String[]::new);
  }

  @Test
  void never_makes_a_name_that_is_another_records_id() {
    RecordIds ids = ids(Optional.empty(), "id;city", "A;Pau", "A;Pau", "A#2;Nice", "B;Nice");

    assertThat(names(ids, 4)).containsExactly("A##2", "A##3", "A#2", "B");
    RecordIds asked =
        ids(Optional.of("id"), "id;city", "A;Pau", "A;Pau", "A#2;Nice", "A##2;Nice", "B;Nice");
    assertThat(names(asked, 5)).containsExactly("A###2", "A###3", "A#2", "A##2", "B");
  }
}
