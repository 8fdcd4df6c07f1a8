package io.limpide.engine.match;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import io.limpide.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Adds columns of unknown meaning to a source. */
final class Wide {
  private Wide() {}

  static MatchSource of(MatchSource source, int columns, Random random) {
    Table table = source.table();
    List<Column> all = new ArrayList<>(table.columns());
    List<Field> fields = new ArrayList<>(source.fields());
    int[] numbers = new int[table.rows()];
    for (int column = 0; column < columns; column++) {
      Dictionary dictionary = new Dictionary();
      int[] codes = new int[table.rows()];
      for (int row = 0; row < codes.length; row++) {
        codes[row] = dictionary.encode("v" + random.nextInt(50));
      }
      all.add(new Column("extra" + column, "extra" + column, dictionary, codes));
      fields.add(new Field("extra" + column, FieldType.UNKNOWN, 0.5));
    }
    return new MatchSource(new Table("wide", all, numbers), fields, source.kinds());
  }
}
