package io.limpide.engine.merge;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.standardize.date.ColumnDays;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Chooses among the records of one party by strategies. */
final class Choice {
  private static final String BETWEEN = " | ";

  private static final Comparator<Integer> UNDECIDED = Comparator.comparingInt(row -> 0);

  private final Members members;

  private final Comparator<Integer> leading;

  Choice(Members members) {
    this.members = members;
    this.leading = leading();
  }

  /** Returns the leading record: the one most recently touched, then the fullest. */
  int leader(int[] rows) {
    int best = rows[0];
    for (int row : rows) {
      if (leading.compare(row, best) < 0) {
        best = row;
      }
    }
    return best;
  }

  /** Returns the golden value of a column; empty when no record has one. */
  String value(int[] rows, int column, int leader, List<Strategy> strategies) {
    List<Integer> filled = new ArrayList<>();
    for (int row : rows) {
      if (members.filled(row, column)) {
        filled.add(row);
      }
    }
    if (filled.isEmpty()) {
      return "";
    }
    if (!strategies.contains(Strategy.UNION) && agree(filled, column)) {
      return members.value(filled.get(0), column);
    }
    if (strategies.contains(Strategy.ANY_TRUE)) {
      return flag(filled, column, true);
    }
    if (strategies.contains(Strategy.ALL_TRUE)) {
      return flag(filled, column, false);
    }
    if (strategies.contains(Strategy.UNION)) {
      return union(filled, column);
    }
    return members.value(Collections.min(filled, order(rows, column, leader, strategies)), column);
  }

  /** Returns whether records hold the same in a column: the usual case, with nothing to choose. */
  private boolean agree(List<Integer> rows, int column) {
    int code = members.code(rows.get(0), column);
    for (int row : rows) {
      if (members.code(row, column) != code) {
        return false;
      }
    }
    return true;
  }

  /** Returns the record that a group of columns is taken from. */
  int record(int[] rows, List<Integer> columns, int leader, List<Strategy> strategies) {
    List<Integer> candidates = new ArrayList<>();
    for (int row : rows) {
      candidates.add(row);
    }
    if (agree(candidates, columns)) {
      return rows[0]; // whichever: it tells the same
    }
    Comparator<Integer> faults =
        Comparator.comparingInt(row -> count(columns, column -> members.faulty(row, column)));
    Comparator<Integer> fullest =
        Comparator.comparingInt(row -> -count(columns, column -> members.filled(row, column)));
    Comparator<Integer> chosen = fullest.thenComparing(faults);
    for (Strategy strategy : strategies) {
      chosen =
          chosen.thenComparing(
              switch (strategy) {
                case MOST_FREQUENT -> Comparator.comparingInt(row -> -agreeing(rows, row, columns));
                case MOST_COMPLETE -> Comparator.comparingInt(row -> -length(row, columns));
                default -> step(rows, columns.get(0), leader, strategy);
              });
    }
    return Collections.min(candidates, chosen.thenComparing(members::compareContent));
  }

  private boolean agree(List<Integer> rows, List<Integer> columns) {
    for (int column : columns) {
      if (!agree(rows, column)) {
        return false;
      }
    }
    return true;
  }

  private Comparator<Integer> order(int[] rows, int column, int leader, List<Strategy> strategies) {
    Comparator<Integer> order = UNDECIDED;
    for (Strategy strategy : strategies) {
      order = order.thenComparing(step(rows, column, leader, strategy));
    }
    return order
        .thenComparing(row -> members.value(row, column))
        .thenComparing(members::compareContent);
  }

  private Comparator<Integer> step(int[] rows, int column, int leader, Strategy strategy) {
    return switch (strategy) {
      case VERIFIED_FIRST -> Comparator.comparing(row -> members.faulty(row, column));
      case MOST_TRUSTED -> Comparator.comparingInt(members::trust);
      case MOST_RECENT -> mostRecent();
      case MOST_COMPLETE -> Comparator.comparingInt(row -> -fullness(members.value(row, column)));
      case MOST_FREQUENT -> Comparator.comparingInt(row -> -agreeing(rows, row, List.of(column)));
      case LEADING -> Comparator.comparing(row -> row != leader);
      case EARLIEST ->
          Comparator.comparingLong(
              row ->
                  members.day(row, column) == ColumnDays.NONE
                      ? Long.MAX_VALUE
                      : members.day(row, column));
      case LATEST ->
          Comparator.comparing(row -> members.day(row, column), Comparator.reverseOrder());
      case ANY_TRUE, ALL_TRUE, UNION -> UNDECIDED;
    };
  }

  /** Without a date a record counts as the oldest. */
  private Comparator<Integer> mostRecent() {
    return Comparator.comparing(members::recency, Comparator.reverseOrder());
  }

  private Comparator<Integer> leading() {
    return Comparator.<Integer>comparingInt(members::trust)
        .thenComparing(mostRecent())
        .thenComparingInt(row -> -members.filledCells(row))
        .thenComparing(members::compareContent);
  }

  private int agreeing(int[] rows, int with, List<Integer> columns) {
    int agreeing = 0;
    for (int row : rows) {
      if (columns.stream().allMatch(c -> members.code(row, c) == members.code(with, c))) {
        agreeing++;
      }
    }
    return agreeing;
  }

  private int length(int row, List<Integer> columns) {
    return columns.stream().mapToInt(column -> fullness(members.value(row, column))).sum();
  }

  /** Its length, an accent counting as one more sign: Léa says more than Lea. */
  private static int fullness(String value) {
    return value.length() + (int) value.codePoints().filter(sign -> sign > 0x7f).count();
  }

  private static int count(List<Integer> columns, java.util.function.IntPredicate predicate) {
    return (int) columns.stream().filter(predicate::test).count();
  }

  /** Returns a value that says {@code wanted} if any record does, else the first that says not. */
  private String flag(List<Integer> filled, int column, boolean wanted) {
    Set<String> values = new java.util.TreeSet<>();
    filled.forEach(row -> values.add(members.value(row, column)));
    for (String value : values) {
      if (members.says(column, value, wanted)) {
        return value;
      }
    }
    return values.iterator().next();
  }

  private String union(List<Integer> filled, int column) {
    List<Integer> ordered = new ArrayList<>(filled);
    ordered.sort(mostRecent().thenComparing(row -> members.value(row, column)));
    boolean tags = members.type(column) == FieldType.TAGS;
    String between = tags ? tagSign(ordered, column) : BETWEEN;
    Map<String, String> values = new LinkedHashMap<>();
    for (int row : ordered) {
      for (String piece :
          Splitting.at(members.value(row, column), tags ? between.strip() : between)) {
        values.putIfAbsent(tags ? piece.toLowerCase(Locale.ROOT) : piece, piece);
      }
    }
    return String.join(between, values.values());
  }

  /** What stands between tags, as the records write it. */
  private String tagSign(List<Integer> rows, int column) {
    for (String sign : List.of(";", "|", ",")) {
      for (int row : rows) {
        String list = members.value(row, column);
        int at = list.indexOf(sign);
        if (at >= 0) {
          return at + 1 < list.length() && list.charAt(at + 1) == ' ' ? sign + " " : sign;
        }
      }
    }
    return ", ";
  }
}
