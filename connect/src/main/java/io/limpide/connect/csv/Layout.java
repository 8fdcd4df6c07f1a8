package io.limpide.connect.csv;

import io.limpide.connect.gather.ColumnNames;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the table is in a text: what stands above it, and whether its first record names columns.
 *
 * @param first the index of the first record of the table, its header if it has one; blank lines
 *     count
 * @param header whether that record is a header
 * @param certain whether the content decided about the header
 * @param columns how many columns the table has
 * @param below how many records between the header and the data tell of the columns, too
 */
record Layout(int first, boolean header, boolean certain, int columns, int below) {
  /** Lines above a table. */
  static final int MAX_PREAMBLE = 30;

  private static final int LOOKED_AT = 200;
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "[a-z][a-z0-9]*(?:[_.][A-Za-z0-9]+)+|[a-z]+(?:[A-Z][a-z0-9]+)+|[A-Z]+(?:_[A-Z0-9]+)+");
  private static final Pattern NUMBERED = Pattern.compile("[\\p{L} _-]{1,30}[0-9]{1,3}");

  /** Finds the table among the first records of a text. */
  static Layout of(List<Sample.Line> lines, int usual, Optional<Boolean> said) {
    int first = belowGroups(lines, first(lines, usual));
    List<Sample.Line> data =
        lines.subList(Math.min(first + 1, lines.size()), Math.min(lines.size(), first + LOOKED_AT));
    if (first >= lines.size()) {
      return new Layout(0, said.orElse(true), true, usual, 0);
    }
    List<String> names = lines.get(first).cells();
    int end = OtherTable.find(data);
    int columns = end < 0 ? Math.max(usual, trimmed(names)) : widest(names, data.subList(0, end));
    if (said.isPresent()) {
      int below = said.get() ? SecondNames.count(data, columns) : 0;
      return new Layout(first, said.get(), true, columns, below);
    }
    double evidence = evidence(names, data);
    if (evidence == 0) {
      return new Layout(first, !looksLikeItsData(names, data), false, columns, 0);
    }
    int below = evidence > 0 ? SecondNames.count(data, columns) : 0;
    return new Layout(first, evidence > 0, Math.abs(evidence) >= 1, columns, below);
  }

  /** The width of a table above another one, whose records do not count. */
  private static int widest(List<String> names, List<Sample.Line> data) {
    return data.stream().mapToInt(line -> trimmed(line.cells())).reduce(trimmed(names), Math::max);
  }

  private static int trimmed(List<String> cells) {
    int count = cells.size();
    while (count > 1 && cells.get(count - 1).isBlank()) {
      count--;
    }
    return count;
  }

  /** Names of groups of columns leave gaps, and the names of all columns follow. */
  private static int belowGroups(List<Sample.Line> lines, int first) {
    if (first + 1 >= lines.size()) {
      return first;
    }
    List<String> groups = lines.get(first).cells();
    Sample.Line next = lines.get(first + 1);
    boolean gaps =
        next.filled() == next.cells().size() && lines.get(first).filled() < next.filled();
    boolean named =
        gaps
            && groups.stream().noneMatch(cell -> CellKind.of(cell).isData())
            && SecondNames.areNames(
                next.cells(), next.filled(), lines.subList(first + 2, lines.size()));
    return named ? first + 1 : first;
  }

  private static int first(List<Sample.Line> lines, int columns) {
    int named = named(lines, columns);
    if (named >= 0) {
      return named;
    }
    boolean padded = true;
    int begin = -1;
    for (int at = 0; at < Math.min(lines.size(), MAX_PREAMBLE); at++) {
      Sample.Line line = lines.get(at);
      if (line.blank()) {
        continue;
      }
      begin = begin < 0 ? at : begin;
      int filled = line.filled();
      boolean full =
          columns < 3 ? line.cells().size() >= columns : filled > Math.max(1, columns * 2 / 5);
      if (full && filled > 0) {
        boolean above = at > begin;
        return above && padded && evidence(line.cells(), lines.subList(at + 1, lines.size())) <= 0
            ? begin
            : at;
      }
      padded &= line.cells().size() >= columns;
    }
    return Math.max(begin, 0);
  }

  /** Returns where a record of names stands below lines that are mostly empty, or -1. */
  private static int named(List<Sample.Line> lines, int columns) {
    boolean above = false;
    for (int at = 0; at < Math.min(lines.size(), MAX_PREAMBLE); at++) {
      int filled = lines.get(at).filled();
      if (filled * 2 > columns || columns < 3) {
        return above && filled * 5 >= columns * 3 && isNamed(lines.get(at).cells()) ? at : -1;
      }
      above |= filled > 0;
    }
    return -1;
  }

  /** Returns whether a record holds words that name columns. */
  static boolean isNamed(List<String> cells) {
    int named = 0;
    for (String cell : cells) {
      if (CellKind.of(cell).isData()) {
        return false;
      }
      named += ColumnNames.isName(cell) ? 1 : 0;
    }
    return named * 3 >= cells.size() && named > 0;
  }

  /** Positive when the names are names, negative when they are data like the rest. */
  static double evidence(List<String> names, List<Sample.Line> data) {
    double evidence = 0;
    Set<String> seen = new HashSet<>();
    for (int column = 0; column < Math.min(names.size(), 500); column++) {
      String name = names.get(column).strip();
      CellKind kind = CellKind.of(name);
      if (kind == CellKind.EMPTY) {
        evidence -= 0.2;
        continue;
      }
      if (kind.isData()) {
        evidence -= 3;
      } else if (kind == CellKind.NUMBER) {
        evidence -= name.length() >= 5 ? 3 : 1;
      } else if (ColumnNames.isName(name)) {
        evidence += 2;
      } else if (IDENTIFIER.matcher(name).matches()) {
        evidence += 1;
      } else if (NUMBERED.matcher(name).matches()) {
        evidence += 0.5;
      } else if (name.length() > 80) {
        evidence -= 2;
      }
      evidence -= seen.add(name.toLowerCase(Locale.ROOT)) ? 0 : 0.5;
      evidence += against(name, kind, column, data);
    }
    return evidence;
  }

  /** Compares a name with what stands below it. */
  private static double against(String name, CellKind kind, int column, List<Sample.Line> data) {
    int filled = 0;
    int recurs = 0;
    Map<CellKind, Integer> kinds = new EnumMap<>(CellKind.class);
    for (Sample.Line line : data) {
      if (column >= line.cells().size() || line.cells().get(column).isBlank()) {
        continue;
      }
      filled++;
      String cell = line.cells().get(column);
      kinds.merge(CellKind.of(cell), 1, Integer::sum);
      recurs += cell.strip().equalsIgnoreCase(name) ? 1 : 0;
    }
    double evidence = recurs == 0 ? 0 : recurs == 1 && ColumnNames.isName(name) ? 0 : -2;
    for (CellKind typed : CellKind.values()) {
      if (typed != CellKind.TEXT
          && typed != CellKind.ODD
          && filled > 0
          && kinds.getOrDefault(typed, 0) * 10 >= filled * 7) {
        evidence += kind == CellKind.TEXT || kind == CellKind.ODD ? 2 : kind == typed ? -2 : 0;
      }
    }
    return evidence;
  }

  /** Without any other evidence: same capitals, same number of words as below. */
  private static boolean looksLikeItsData(List<String> names, List<Sample.Line> data) {
    int alike = 0;
    int compared = 0;
    for (int column = 0; column < names.size(); column++) {
      String shape = shape(names.get(column));
      int same = 0;
      int filled = 0;
      for (Sample.Line line : data) {
        if (column < line.cells().size() && !line.cells().get(column).isBlank()) {
          filled++;
          same += shape(line.cells().get(column)).equals(shape) ? 1 : 0;
        }
      }
      if (filled > 0) {
        compared++;
        alike += same * 2 >= filled ? 1 : 0;
      }
    }
    return names.size() > 1 && compared > 0 && alike == compared;
  }

  /** Runs of capitals, small letters, digits and others, each as one character. */
  static String shape(String cell) {
    StringBuilder shape = new StringBuilder();
    String value = cell.strip();
    for (int at = 0; at < Math.min(value.length(), 60); at++) {
      char c = value.charAt(at);
      char sort =
          Character.isUpperCase(c)
              ? 'A'
              : Character.isLetter(c) ? 'a' : Character.isDigit(c) ? '9' : c == '-' ? ' ' : c;
      if (shape.isEmpty() || shape.charAt(shape.length() - 1) != sort) {
        shape.append(sort);
      }
    }
    return shape.toString();
  }
}
