package io.limpide.engine.recognize;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.recognize.Recognised.DatePart;
import io.limpide.engine.recognize.Recognised.Unit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds a date that is spread over neighbouring columns of numbers: year, month and day. */
final class DateColumns {
  private static final double NEARLY_ALL = 0.95;
  private static final int ADULT = 16;

  private DateColumns() {}

  /** Returns the part of a date that each column holds, by the number of the column. */
  static Map<Integer, DatePart> find(List<ColumnGuess> guesses) {
    Map<Integer, DatePart> parts = new HashMap<>();
    for (int first = 0; first + 2 < guesses.size(); first++) {
      Map<Integer, Unit> units = units(guesses, first);
      if (units.size() == 3) {
        FieldType date = kind(guesses, units);
        units.forEach((column, unit) -> parts.put(column, new DatePart(date, unit)));
        first += 2;
      }
    }
    return parts;
  }

  private static Map<Integer, Unit> units(List<ColumnGuess> guesses, int first) {
    Map<Integer, Unit> units = new HashMap<>();
    Set<Unit> taken = new HashSet<>();
    for (int column = first; column < first + 3; column++) {
      ColumnGuess guess = guesses.get(column);
      for (Unit unit : Unit.values()) {
        if (!taken.contains(unit) && holds(guess, unit)) {
          units.put(column, unit);
          taken.add(unit);
          break;
        }
      }
    }
    return units;
  }

  private static boolean holds(ColumnGuess guess, Unit unit) {
    ColumnSample sample = guess.sample();
    return switch (unit) {
      case YEAR -> sample.rowShare(Sign.YEAR) > NEARLY_ALL && sample.distinct > 2;
      case MONTH ->
          sample.rowShare(Sign.MONTH) > NEARLY_ALL
              && sample.distinct > 6
              && (guess.headerMeans("month") || !guess.hasHeader());
      case DAY ->
          sample.rowShare(Sign.DAY) > NEARLY_ALL
              && sample.distinct > 12
              && (guess.headerMeans("day") || !guess.hasHeader());
    };
  }

  private static FieldType kind(List<ColumnGuess> guesses, Map<Integer, Unit> units) {
    int latest = 0;
    int middle = 0;
    boolean told = false;
    for (Map.Entry<Integer, Unit> entry : units.entrySet()) {
      ColumnGuess guess = guesses.get(entry.getKey());
      told |= guess.headerMeans("birth");
      if (entry.getValue() == Unit.YEAR) {
        middle = guess.sample().yearAt(0.5);
        latest = guess.sample().yearAt(0.99);
      }
    }
    return told || latest - middle > ADULT ? FieldType.BIRTH_DATE : FieldType.DATE;
  }
}
