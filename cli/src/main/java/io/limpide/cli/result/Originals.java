package io.limpide.cli.result;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.run.CleanResult;
import io.limpide.engine.run.Union;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Records as they were read. Notes are left out: what is passed around to decide a case must not
 * repeat them.
 */
public final class Originals {
  private static final Set<FieldType> NAMES =
      Set.of(
          FieldType.GIVEN_NAME,
          FieldType.FAMILY_NAME,
          FieldType.FULL_NAME,
          FieldType.COMPANY_NAME,
          FieldType.CITY);

  private final CleanResult result;

  /**
   * A column and what two records have in it.
   *
   * @param column its name
   * @param a as one record was read
   * @param b as the other was read
   */
  public record Row(String column, String a, String b) {}

  /** For the records of a run. */
  public Originals(CleanResult result) {
    this.result = result;
  }

  /** Returns what two records have, column by column; columns empty in both are left out. */
  public List<Row> rows(int a, int b) {
    List<Row> rows = new ArrayList<>();
    List<Field> fields = result.union().fields();
    for (int column = 0; column < fields.size(); column++) {
      if (fields.get(column).type() != FieldType.FREE_TEXT) {
        String one = value(a, column);
        String other = value(b, column);
        if (!one.isBlank() || !other.isBlank()) {
          rows.add(new Row(fields.get(column).column(), one, other));
        }
      }
    }
    return rows;
  }

  /** Returns what a person calls a record: the names and the town in it, as they were read. */
  public String label(int record) {
    List<Field> fields = result.union().fields();
    Set<String> parts = new TreeSet<>();
    List<String> label = new ArrayList<>();
    for (int column = 0; column < fields.size(); column++) {
      if (NAMES.contains(fields.get(column).type())) {
        String value = value(record, column).strip();
        if (!value.isEmpty() && parts.add(value)) {
          label.add(value);
        }
      }
    }
    return String.join(" · ", label);
  }

  private String value(int record, int column) {
    Union union = result.union();
    int source = union.sourceOf(record);
    int[] homes = union.homes().get(source);
    for (int own = 0; own < homes.length; own++) {
      if (homes[own] == column) {
        return result
            .sources()
            .get(source)
            .original()
            .columns()
            .get(own)
            .value(record - union.firstRows()[source]);
      }
    }
    return "";
  }
}
