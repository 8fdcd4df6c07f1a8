package io.limpide.engine.recognize;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import io.limpide.engine.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the other columns make more or less probable. */
final class TableContext {
  private static final int ROWS = 20_000;

  private final Table table;
  private final List<ColumnGuess> guesses;

  private TableContext(Table table, List<ColumnGuess> guesses) {
    this.table = table;
    this.guesses = guesses;
  }

  static void apply(Table table, List<ColumnGuess> guesses) {
    TableContext context = new TableContext(table, guesses);
    context.cities();
    context.names();
    context.creation();
    context.identifiers();
    context.others();
    context.regions();
    context.shapes();
  }

  private static final List<FieldType> OF_A_PARTY =
      List.of(
          FieldType.FULL_NAME,
          FieldType.GIVEN_NAME,
          FieldType.FAMILY_NAME,
          FieldType.EMAIL,
          FieldType.PHONE,
          FieldType.MOBILE,
          FieldType.FAX);
  private static final List<FieldType> WORDED =
      List.of(
          FieldType.COUNTRY,
          FieldType.REGION,
          FieldType.CITY,
          FieldType.COMPANY_NAME,
          FieldType.TRADE_NAME,
          FieldType.FAMILY_NAME,
          FieldType.GIVEN_NAME);

  /**
   * Whoever looks after a client, or is named beside him, is not the client: taken for his, such a
   * name or number would join everyone who shares it. Called "Responsable" he may well be the
   * client, if each row has another.
   */
  private void others() {
    for (ColumnGuess guess : guesses) {
      boolean staff = guess.told(FieldType.OWNER) > 0.5 && guess.sample().uniqueness() <= 0.5;
      if (guess.headerMeans("by") || staff) {
        OF_A_PARTY.forEach(type -> guess.add(type, -12));
      }
    }
  }

  /** Provinces and départements are often called like their capital; the city stands beside. */
  private void regions() {
    for (ColumnGuess guess : guesses) {
      boolean city =
          guesses.stream()
              .anyMatch(
                  other ->
                      other != guess
                          && other.best() == FieldType.CITY
                          && other.headerMeans("city"));
      if (city && guess.headerMeans("region") && !guess.headerMeans("city")) {
        guess.add(FieldType.CITY, -8);
        guess.add(FieldType.BIRTH_PLACE, -8);
      }
    }
  }

  /** Values of a form that two meanings share: the header says which it cannot be. */
  private void shapes() {
    for (ColumnGuess guess : guesses) {
      if (guess.sample().share(Sign.FLAG) > 0.9 && !guess.headerMeans("country")) {
        WORDED.forEach(type -> guess.add(type, -9)); // "si" and "no" are countries, too
      }
      if (guess.headerMeans("birth")) {
        guess.add(FieldType.HOUSE_NUMBER, -8); // 12/05
      }
      if (guess.headerMeans("region") && guess.sample().share(Sign.NUMBER) > 0.8) {
        guess.add(FieldType.REGION, 6); // départements by their numbers
      }
      if (guess.headerMeans("postcode") && guess.headerMeans("city")) {
        guess.add(FieldType.ADDRESS, 6); // 75011 PARIS
      }
      if (guess.headerMeans("id")) { // a key of ten digits is no phone number
        guess.add(FieldType.PHONE, guess.headerMeans("phone") ? 0 : -8);
        guess.add(FieldType.MOBILE, guess.headerMeans("mobile") ? 0 : -8);
        guess.add(FieldType.FAX, guess.headerMeans("fax") ? 0 : -8);
        guess.add(FieldType.GIVEN_NAME, -6);
        guess.add(FieldType.FAMILY_NAME, -6);
      }
    }
  }

  /** Where an identifier was issued is no address, and its digits are no phone number. */
  private void identifiers() {
    for (ColumnGuess guess : guesses) {
      if (guess.headerMeans("nationalid")) {
        guess.add(FieldType.COUNTRY, -9);
        guess.add(FieldType.REGION, -9);
        guess.add(FieldType.PHONE, -5);
        guess.add(FieldType.MOBILE, -5);
      }
    }
  }

  private boolean has(FieldType type, ColumnGuess except) {
    return guesses.stream().anyMatch(guess -> guess != except && guess.best() == type);
  }

  /** A postcode settles the city: a column that it predicts, word for word, is the city. */
  private void cities() {
    for (int p = 0; p < guesses.size(); p++) {
      if (guesses.get(p).best() != FieldType.POSTCODE) {
        continue;
      }
      for (int c = 0; c < guesses.size(); c++) {
        ColumnGuess guess = guesses.get(c);
        if (c == p || guess.sample().share(Sign.WORDS) < 0.6 || guess.sample().distinct < 5) {
          continue;
        }
        double agreement = predicted(table.columns().get(p), table.columns().get(c));
        double sizes = guess.sample().distinct / (double) guesses.get(p).sample().distinct;
        if (agreement > 0.6 && sizes > 0.2 && !guess.headerMeans("birth")) {
          guess.add(FieldType.CITY, 5 * (agreement - 0.4));
        }
      }
    }
  }

  /** Returns in what share of the rows whose key occurs again the value is the key's usual one. */
  private static double predicted(Column keys, Column values) {
    int rows = Math.min(ROWS, keys.rows());
    int[] candidate = new int[keys.dictionary().size()];
    int[] lead = new int[candidate.length];
    int[] seen = new int[candidate.length];
    for (int row = 0; row < rows; row++) { // majority vote (Boyer and Moore) for each key
      int key = keys.code(row);
      int value = values.code(row);
      if (key == Dictionary.EMPTY || value == Dictionary.EMPTY) {
        continue;
      }
      seen[key]++;
      if (lead[key] == 0) {
        candidate[key] = value;
        lead[key] = 1;
      } else {
        lead[key] += candidate[key] == value ? 1 : -1;
      }
    }
    long repeated = 0;
    long usual = 0;
    for (int row = 0; row < rows; row++) {
      int key = keys.code(row);
      if (seen[key] > 1 && values.code(row) != Dictionary.EMPTY) {
        repeated++;
        usual += values.code(row) == candidate[key] ? 1 : 0;
      }
    }
    return repeated < 20 ? Double.NaN : usual / (double) repeated;
  }

  /** What a column called just "name" holds depends on whether there are given names beside it. */
  private void names() {
    Optional<ColumnGuess> given =
        guesses.stream().filter(guess -> guess.best() == FieldType.GIVEN_NAME).findFirst();
    for (ColumnGuess guess : guesses) {
      if (guess.hasHeader() && !guess.isJustName()) {
        continue;
      }
      if (given.isPresent() && given.get() != guess) {
        boolean settled = guesses.stream().anyMatch(other -> other != guess && isFamily(other));
        guess.add(FieldType.FAMILY_NAME, settled ? -2.5 : 2.5);
        guess.add(FieldType.FULL_NAME, settled ? 0 : -1.5);
        guess.add(FieldType.COMPANY_NAME, settled ? 1 : 0);
      } else if (!has(FieldType.FAMILY_NAME, guess) && given.isEmpty()) {
        guess.add(FieldType.FAMILY_NAME, guess.hasHeader() ? -1 : 0);
      }
    }
  }

  private static boolean isFamily(ColumnGuess guess) {
    return guess.best() == FieldType.FAMILY_NAME && guess.hasHeader() && !guess.isJustName();
  }

  /** Dates that grow with the rows are those of creation; nothing else is sorted so. */
  private void creation() {
    for (int c = 0; c < guesses.size(); c++) {
      ColumnGuess guess = guesses.get(c);
      if (guess.best() == FieldType.DATE && !guess.hasHeader() && guess.sample().filled > 30) {
        guess.add(FieldType.CREATED, ascends(table.columns().get(c)) ? 3 : 0);
      }
    }
  }

  private static boolean ascends(Column column) {
    int rows = Math.min(ROWS, column.rows());
    int[] years = new int[column.dictionary().size()];
    Arrays.fill(years, -1);
    int before = 0;
    int steps = 0;
    int falls = 0;
    for (int row = 0; row < rows; row++) {
      int code = column.code(row);
      if (years[code] < 0) {
        years[code] = Dates.year(FoldedText.fold(column.dictionary().value(code).strip()));
      }
      if (years[code] > 0) {
        falls += years[code] < before ? 1 : 0;
        steps += years[code] > before ? 1 : 0;
        before = years[code];
      }
    }
    return steps >= 3 && falls <= steps / 20;
  }
}
