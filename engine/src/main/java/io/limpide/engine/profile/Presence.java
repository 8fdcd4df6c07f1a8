package io.limpide.engine.profile;

import io.limpide.engine.field.Field;
import io.limpide.engine.recognize.PartyKinds;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import io.limpide.engine.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * How many rows should have what records need, and how many lack it. Placeholders count as nothing.
 *
 * @param shares one for each requirement that the table has a column for
 */
public record Presence(List<Share> shares) {
  public Presence {
    shares = List.copyOf(shares);
  }

  /**
   * How one requirement is met.
   *
   * @param expected rows of the kinds that should have it
   * @param missing those of them that lack it
   */
  public record Share(Requirement requirement, long expected, long missing) {
    Share plus(Share other) {
      if (!requirement.equals(other.requirement)) {
        throw new IllegalArgumentException("cannot merge the counts of different requirements");
      }
      return new Share(requirement, expected + other.expected, missing + other.missing);
    }
  }

  static Presence of(Table table, List<Field> fields, int from, int to) {
    PartyKinds kinds = PartyKinds.of(table, fields);
    List<Share> shares = new ArrayList<>();
    for (Requirement requirement : Requirement.DEFAULT) {
      List<Column> columns = new ArrayList<>();
      List<boolean[]> filled = new ArrayList<>();
      for (Field field : fields) {
        if (requirement.anyOf().contains(field.type())) {
          table
              .column(field.column())
              .ifPresent(
                  column -> {
                    columns.add(column);
                    filled.add(filled(column, field));
                  });
        }
      }
      if (!columns.isEmpty()) {
        shares.add(count(requirement, columns, filled, kinds, from, to));
      }
    }
    return new Presence(shares);
  }

  /** Returns the counts of the rows of both. */
  public Presence plus(Presence other) {
    if (shares.size() != other.shares.size()) {
      throw new IllegalArgumentException("cannot merge the counts of different requirements");
    }
    List<Share> sums = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      sums.add(shares.get(i).plus(other.shares.get(i)));
    }
    return new Presence(sums);
  }

  private static Share count(
      Requirement requirement,
      List<Column> columns,
      List<boolean[]> filled,
      PartyKinds kinds,
      int from,
      int to) {
    long expected = 0;
    long missing = 0;
    for (int row = from; row < to; row++) {
      if (!requirement.kinds().contains(kinds.kind(row))) {
        continue;
      }
      expected++;
      boolean there = false;
      for (int i = 0; i < filled.size() && !there; i++) {
        there = filled.get(i)[columns.get(i).code(row)];
      }
      missing += there ? 0 : 1;
    }
    return new Share(requirement, expected, missing);
  }

  static boolean[] filled(Column column, Field field) {
    Dictionary dictionary = column.dictionary();
    boolean[] filled = new boolean[dictionary.size()];
    for (int code = 1; code < filled.length; code++) {
      filled[code] = dictionary.length(code) > 60 || !isNothing(field, dictionary.value(code));
    }
    return filled;
  }

  private static boolean isNothing(Field field, String value) {
    return value.isBlank() || Placeholders.contains(field.type(), value);
  }
}
