package io.limpide.connect.csv;

import io.limpide.connect.ReadOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the dialect of a text by trying each one on its beginning.
 *
 * <p>The right one gives records of equal length whose cells look like what people put in cells.
 * Idea: G. van den Burg, A. Nazabal, C. Sutton, "Wrangling messy CSV files by detecting row and
 * type patterns", 2019; the scores here are our own.
 */
final class DialectDetector {
  /** Delimiters and how readily each is believed, 0 to 1. */
  private record Candidate(String delimiter, double prior) {}

  private static final List<Candidate> CANDIDATES =
      List.of(
          new Candidate(";", 1),
          new Candidate(",", 1),
          new Candidate("\t", 1),
          new Candidate("|", 1),
          new Candidate(", ", 1.02), // where it fits, the comma alone would leave spaces
          new Candidate("; ", 1.02),
          new Candidate(" | ", 1.02),
          new Candidate("||", 1),
          new Candidate("~|~", 1),
          new Candidate("|~|", 1),
          new Candidate("\u0001", 1),
          new Candidate("\u0002", 1),
          new Candidate("\u001c", 1),
          new Candidate("\u001d", 1),
          new Candidate("\u001e", 1),
          new Candidate("\u001f", 1),
          new Candidate("\u00a6", 0.95),
          new Candidate("\u00ac", 0.9),
          new Candidate("\u00a7", 0.9),
          new Candidate("\u00b6", 0.9),
          new Candidate("\u00a4", 0.9),
          new Candidate("\u00fe", 0.8),
          new Candidate("~", 0.9),
          new Candidate("^", 0.9),
          new Candidate("::", 0.8),
          new Candidate(":", 0.6),
          new Candidate("#", 0.5),
          new Candidate("*", 0.5),
          new Candidate("!", 0.5),
          new Candidate("%", 0.5),
          new Candidate("$", 0.5),
          new Candidate("&", 0.4),
          new Candidate("=", 0.4),
          new Candidate("+", 0.4),
          new Candidate(" ", 0.35));

  private static final Pattern SEP_LINE =
      Pattern.compile("\\A\"?sep=(.)\"?\\1*[ \t]*(?:\r\n|\n|\r|\\z)", Pattern.CASE_INSENSITIVE);
  private static final double ONE_COLUMN = 0.12;

  private DialectDetector() {}

  /**
   * What was recognised.
   *
   * @param columns the usual number of cells in a record
   * @param from where the records begin, after a line that only names the delimiter
   */
  record Detection(Dialect dialect, int columns, int from) {}

  static Detection detect(Sample sample, ReadOptions options) {
    byte[] bytes = sample.bytes();
    String begin = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8);
    Matcher sep = SEP_LINE.matcher(begin);
    int from = 0;
    List<Candidate> candidates = CANDIDATES;
    if (sep.find()) {
      from = sep.group().getBytes(StandardCharsets.UTF_8).length;
      candidates = List.of(new Candidate(sep.group(1), 1));
    }
    if (options.delimiter().isPresent()) {
      candidates = List.of(new Candidate(options.delimiter().get().toString(), 1));
    }
    boolean said = candidates.size() == 1;
    Trial best = null;
    for (Candidate candidate : candidates) {
      if (!said && !sample.contains(candidate.delimiter().getBytes(StandardCharsets.UTF_8))) {
        continue;
      }
      Trial trial = quoteTrial(sample, from, candidate, options);
      if (best == null || trial.score() > best.score()) {
        best = trial;
      }
    }
    if (!said && (best == null || best.score() < ONE_COLUMN)) {
      // Some delimiter is needed: one that does not occur, so that every line is one cell.
      best = quoteTrial(sample, from, new Candidate(absent(sample), 1), options);
    }
    if (best == null) {
      throw new IllegalStateException("no candidate");
    }
    return new Detection(best.dialect(), best.columns(), from);
  }

  private static String absent(Sample sample) {
    for (Candidate candidate : CANDIDATES) {
      if (!sample.contains(candidate.delimiter().getBytes(StandardCharsets.UTF_8))) {
        return candidate.delimiter();
      }
    }
    return "\u0003";
  }

  /** Finds the quote and the escape that suit a delimiter best. */
  private static Trial quoteTrial(
      Sample sample, int from, Candidate candidate, ReadOptions options) {
    String delimiter = candidate.delimiter();
    char quote = options.quote().orElse('"');
    Trial trial = trial(sample, from, candidate, new Dialect(delimiter, ascii(quote), false));
    if (options.quote().isEmpty()) {
      if (trial.quoted() == 0 && sample.contains(new byte[] {'\''})) {
        Trial single = trial(sample, from, candidate, new Dialect(delimiter, '\'', false));
        if (single.quoted() >= 2 && single.damaged() * 20 <= single.quoted()) {
          trial = single;
        }
      }
      if (trial.damaged() > trial.quoted() * 4) {
        trial = trial(sample, from, candidate, new Dialect(delimiter, Dialect.NONE, false));
      }
    }
    char used = trial.dialect().quote();
    boolean mayEscape =
        sample.contains(("\\" + delimiter).getBytes(StandardCharsets.UTF_8))
            || (used != Dialect.NONE && sample.contains(new byte[] {'\\', (byte) used}))
            || sample.contains(new byte[] {'\\', '"'});
    if (mayEscape) {
      char with = used == Dialect.NONE ? '"' : used;
      for (char each : new char[] {used, with}) {
        Trial escaped = trial(sample, from, candidate, new Dialect(delimiter, each, true));
        if (escaped.flaws() < trial.flaws()) {
          trial = escaped;
        }
      }
    }
    return trial;
  }

  private static char ascii(char quote) {
    return quote < 0x80 ? quote : '"';
  }

  /** How well a dialect fits. */
  private record Trial(
      Dialect dialect, int columns, double score, int quoted, int damaged, int misfits) {
    int flaws() {
      return damaged + misfits;
    }
  }

  private static Trial trial(Sample sample, int from, Candidate candidate, Dialect dialect) {
    List<Sample.Line> lines = new ArrayList<>(sample.records(dialect, from));
    lines.removeIf(Sample.Line::blank);
    int quoted = lines.stream().mapToInt(Sample.Line::quoted).sum();
    int damaged = (int) lines.stream().filter(Sample.Line::damaged).count();
    int columns = columns(lines);
    int first = 0; // after lines above the table
    while (first < Math.min(lines.size(), Layout.MAX_PREAMBLE)
        && lines.get(first).cells().size() * 2 <= columns) {
      first++;
    }
    int equal = 0;
    int shorter = 0;
    int longer = 0;
    for (Sample.Line line : lines.subList(Math.min(first, lines.size()), lines.size())) {
      int count = line.cells().size();
      equal += count == columns ? 1 : 0;
      shorter += count < columns ? 1 : 0;
      longer += count > columns ? 1 : 0;
    }
    int all = equal + shorter + longer;
    if (all == 0 || columns < 2) {
      return new Trial(dialect, Math.max(columns, 1), 0, quoted, damaged, shorter + longer);
    }
    double share = (equal + 0.3 * shorter) / all;
    double score =
        candidate.prior()
            * share
            * share
            * all
            / lines.size() // lines above the table speak against it
            * (columns - 1)
            / columns
            * likeness(lines.subList(first, lines.size()))
            * (1 - Math.min(0.5, (double) damaged / all));
    score *= 1 - gaps(lines.get(first).cells()) / 2;
    if (first > 0 && columns <= 3 && !Layout.isNamed(lines.get(first).cells())) {
      score *= 0.1; // a list of one column, its name above it, and text in it
    }
    if (candidate.prior() < 0.6 && (share < 1 || all < 3 || (columns < 3 && quoted == 0))) {
      score *= 0.1;
    }
    return new Trial(dialect, columns, score, quoted, damaged, shorter + longer);
  }

  /** The most frequent number of cells; that of the first full record when none has more. */
  private static int columns(List<Sample.Line> lines) {
    Map<Integer, Integer> counts = new TreeMap<>();
    int most = 0;
    for (Sample.Line line : lines) {
      int count = line.cells().size();
      counts.merge(count, 1, Integer::sum);
      most = Math.max(most, count);
    }
    int columns = 1;
    int records = 0;
    for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
      if (entry.getKey() > 1 && entry.getValue() >= records) {
        columns = entry.getKey();
        records = entry.getValue();
      }
    }
    for (Sample.Line line : lines) {
      int count = line.cells().size();
      if (count * 2 > columns) {
        return count == most ? count : columns;
      }
    }
    return columns;
  }

  /** The share of cells without anything in them before the last one that has something. */
  private static double gaps(List<String> cells) {
    int empty = 0;
    int waiting = 0;
    for (String cell : cells) {
      waiting += cell.isEmpty() ? 1 : 0;
      if (!cell.isEmpty()) {
        empty += waiting;
        waiting = 0;
      }
    }
    return (double) empty / cells.size();
  }

  /** The share of cells that look like what people put in one cell. */
  private static double likeness(List<Sample.Line> lines) {
    double like = 0;
    double all = 0;
    for (Sample.Line line : lines.subList(0, Math.min(lines.size(), 200))) {
      for (String cell : line.cells().subList(0, Math.min(line.cells().size(), 100))) {
        all++;
        CellKind kind = CellKind.of(cell);
        boolean comma = kind == CellKind.TEXT && cell.indexOf(',') >= 0 && line.quoted() == 0;
        like += kind == CellKind.ODD ? 0.2 : comma ? 0.7 : 1;
      }
    }
    return all == 0 ? 0 : like / all;
  }

  /** A word for a delimiter that has one, for people; else itself or its number. */
  static String word(String delimiter) {
    return switch (delimiter) {
      case "," -> "comma";
      case ";" -> "semicolon";
      case "\t" -> "tab";
      case "|" -> "pipe";
      case ":" -> "colon";
      case " " -> "space";
      default ->
          delimiter.charAt(0) < ' '
              ? String.format(Locale.ROOT, "U+%04X", (int) delimiter.charAt(0))
              : delimiter;
    };
  }
}
