package io.limpide.engine.match;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.table.Table;
import java.util.List;
import java.util.function.IntFunction;

/**
 * One table to match, best after its values were standardised.
 *
 * @param table the records
 * @param fields what its columns mean; columns not named are not compared
 * @param kinds what each row is about
 */
public record MatchSource(Table table, List<Field> fields, IntFunction<PartyKind> kinds) {
  public MatchSource {
    fields = List.copyOf(fields);
  }

  /** A table whose rows are all about the same. */
  public static MatchSource of(Table table, List<Field> fields, PartyKind kind) {
    return new MatchSource(table, fields, row -> kind);
  }
}
