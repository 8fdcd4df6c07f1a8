package io.limpide.engine.recognize;

import io.limpide.engine.field.FieldType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds a birth date spread over neighbouring columns of numbers: year, month and day. */
final class DateColumns {
  private static final double NEARLY_ALL = 0.95;
  private static final int ADULT = 16;
  private static final List<FieldType> PARTS =
      List.of(FieldType.BIRTH_YEAR, FieldType.BIRTH_MONTH, FieldType.BIRTH_DAY);

  private DateColumns() {}

  /** Returns the part of a birth date that a column holds, by the number of the column. */
  static Map<Integer, FieldType> find(List<ColumnGuess> guesses) {
    Map<Integer, FieldType> parts = new HashMap<>();
    for (int first = 0; first + 2 < guesses.size(); first++) {
      Map<Integer, FieldType> three = three(guesses, first);
      if (three.size() == 3) {
        if (isBirth(guesses, three)) {
          parts.putAll(three);
        }
        first += 2;
      }
    }
    return parts;
  }

  private static Map<Integer, FieldType> three(List<ColumnGuess> guesses, int first) {
    Map<Integer, FieldType> three = new HashMap<>();
    for (int column = first; column < first + 3; column++) {
      for (FieldType part : PARTS) {
        if (!three.containsValue(part) && holds(guesses.get(column), part)) {
          three.put(column, part);
          break;
        }
      }
    }
    return three;
  }

  private static boolean holds(ColumnGuess guess, FieldType part) {
    ColumnSample sample = guess.sample();
    return switch (part) {
      case BIRTH_YEAR -> sample.rowShare(Sign.YEAR) > NEARLY_ALL && sample.distinct > 2;
      case BIRTH_MONTH ->
          sample.rowShare(Sign.MONTH) > NEARLY_ALL
              && sample.distinct > 6
              && (guess.headerMeans("month") || !guess.hasHeader());
      default ->
          sample.rowShare(Sign.DAY) > NEARLY_ALL
              && sample.distinct > 12
              && (guess.headerMeans("day") || !guess.hasHeader());
    };
  }

  /** Whether a header says so, or the years lie too far back and apart for anything else. */
  private static boolean isBirth(List<ColumnGuess> guesses, Map<Integer, FieldType> three) {
    int latest = 0;
    int middle = 0;
    boolean told = false;
    for (Map.Entry<Integer, FieldType> entry : three.entrySet()) {
      ColumnGuess guess = guesses.get(entry.getKey());
      told |= guess.headerMeans("birth");
      if (entry.getValue() == FieldType.BIRTH_YEAR) {
        middle = guess.sample().yearAt(0.5);
        latest = guess.sample().yearAt(0.99);
      }
    }
    return told || latest - middle > ADULT;
  }
}
