package io.limpide.connect.xlsx;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds where the table of a sheet begins, and whether its first row holds the names of columns.
 *
 * <p>People put titles, dates and groups of columns above a table: rows with clearly fewer cells
 * than the rows below. The first row about as wide as the others begins the table. It is a header
 * if it reads like names: texts, not numbers, dates, addresses of mail or the like, none of which
 * is also a value below.
 */
final class HeaderFinder {
  private static final double WIDE_ENOUGH = 0.6;
  private static final Pattern VALUE =
      Pattern.compile(
          "\\S+@\\S+\\.\\S+|https?://.*|www\\..*|\\+?[0-9(][0-9 ./()\\u00A0\\u202F-]{4,}");
  private static final int LONG = 120;

  private HeaderFinder() {}

  /**
   * @param first the index of the table's first row, header included
   * @param header whether that row holds names
   */
  record Found(int first, boolean header) {}

  static Found find(List<Row> rows, SharedStrings strings, Optional<Boolean> told) {
    int first = first(rows);
    boolean header = told.orElseGet(() -> isHeader(rows, first, strings));
    return new Found(first, header);
  }

  private static int first(List<Row> rows) {
    int[] sizes = rows.stream().mapToInt(Row::size).sorted().toArray();
    int usual = rows.size() <= 3 ? sizes[sizes.length - 1] : sizes[sizes.length / 2];
    int enough = Math.max(Math.min(2, usual), (int) Math.ceil(usual * WIDE_ENOUGH));
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).size() >= enough) {
        return i;
      }
    }
    return 0;
  }

  private static boolean isHeader(List<Row> rows, int first, SharedStrings strings) {
    Row row = rows.get(first);
    int typed = 0;
    int repeated = 0;
    int often = 0;
    Set<String> names = new HashSet<>();
    for (int cell = 0; cell < row.size(); cell++) {
      String text = row.text(cell, strings).strip();
      if (isValue(text) || text.length() > LONG) {
        return false;
      }
      names.add(text);
      typed += row.isTyped(cell) ? 1 : 0;
      int again = countBelow(rows, first, row.column(cell), text, strings);
      repeated += again > 0 ? 1 : 0;
      often += again > 1 ? 1 : 0;
    }
    boolean distinct = names.size() * 2 > row.size();
    boolean words = typed * 2 <= row.size() && typed < row.size();
    return distinct && words && often == 0 && repeated < 2;
  }

  /** Returns whether a text has the form of a value, which no name has. */
  static boolean isValue(String text) {
    return VALUE.matcher(text).matches();
  }

  private static int countBelow(
      List<Row> rows, int first, int column, String text, SharedStrings strings) {
    int count = 0;
    String[] names = texts(rows.get(first), strings);
    for (Row row : rows.subList(first + 1, rows.size())) {
      if (row.textAt(column, strings).strip().equals(text)
          && !Arrays.equals(names, texts(row, strings))) {
        count++;
      }
    }
    return count;
  }

  private static String[] texts(Row row, SharedStrings strings) {
    String[] texts = new String[row.size()];
    for (int cell = 0; cell < texts.length; cell++) {
      texts[cell] = row.text(cell, strings);
    }
    return texts;
  }
}
