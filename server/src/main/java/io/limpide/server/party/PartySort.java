package io.limpide.server.party;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * By what a list is ordered, each with an index of its own, and where a page begins: after the row
 * that the page before ended with, so that the hundredth page costs what the first does.
 */
public enum PartySort {
  NAME("sort_key", "text"),
  COMPANY("company collate \"C\"", "text"),
  CITY("city collate \"C\"", "text"),
  SCORE("score", "smallint"),
  ACTIVITY("last_activity", "date"),
  UPDATED("updated_at", "timestamptz");

  private final String column;
  private final String type;

  PartySort(String column, String type) {
    this.column = column;
    this.type = type;
  }

  /** Returns the word that addresses use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static PartySort of(String word) {
    for (PartySort sort : values()) {
      if (sort.word().equals(word)) {
        return sort;
      }
    }
    return NAME;
  }

  /**
   * Returns the order of rows.
   *
   * @param of the name by which the query calls the table that has the column
   */
  String order(String of, boolean descending) {
    String direction = descending ? " desc" : "";
    return of + "." + column + direction + ", " + of + ".id" + direction;
  }

  String key(String of) {
    return "(" + of + "." + column + ")::text";
  }

  /** Returns the condition that rows come after {@code :after_value} and {@code :after_id}. */
  String after(String of, boolean descending) {
    return "(%1$s.%2$s, %1$s.id) %3$s (cast(:after_value as %4$s), :after_id)"
        .formatted(of, column, descending ? "<" : ">", type);
  }

  /** Where a page begins: after the row of that value and number. */
  record Cursor(String value, long id) {
    String text() {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString((id + ":" + value).getBytes(StandardCharsets.UTF_8));
    }

    static Optional<Cursor> of(String text) {
      try {
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        int colon = plain.indexOf(':');
        return colon < 1
            ? Optional.empty()
            : Optional.of(
                new Cursor(plain.substring(colon + 1), Long.parseLong(plain.substring(0, colon))));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
