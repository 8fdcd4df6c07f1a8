package io.limpide.engine.profile;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.recognize.Dates;
import io.limpide.engine.recognize.FoldedText;
import io.limpide.engine.table.Dictionary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what is worth a remark while a column's values are read. */
final class ColumnObserver {
  private static final int EXAMPLES = 10;
  private static final double FAR = 6;
  private static final double FAR_LENGTH = 8;
  private static final int MIN_ROWS = 30;
  private static final Set<FieldType> PERSONAL =
      Set.of(
          FieldType.EMAIL,
          FieldType.PHONE,
          FieldType.MOBILE,
          FieldType.BIRTH_DATE,
          FieldType.NATIONAL_ID);
  private static final Set<FieldType> DATES =
      Set.of(
          FieldType.BIRTH_DATE,
          FieldType.CREATED,
          FieldType.UPDATED,
          FieldType.LAST_ACTIVITY,
          FieldType.DATE);
  private static final Set<FieldType> WORDED =
      Set.of(
          FieldType.GIVEN_NAME,
          FieldType.FAMILY_NAME,
          FieldType.FULL_NAME,
          FieldType.BIRTH_NAME,
          FieldType.COMPANY_NAME,
          FieldType.TRADE_NAME,
          FieldType.JOB_TITLE,
          FieldType.CITY,
          FieldType.ADDRESS,
          FieldType.ADDRESS_LINE,
          FieldType.CIVILITY,
          FieldType.COUNTRY);
  private static final Set<FieldType> FORMAL =
      Set.of(
          FieldType.SIREN,
          FieldType.SIRET,
          FieldType.VAT,
          FieldType.NAF,
          FieldType.RNA,
          FieldType.PHONE,
          FieldType.MOBILE,
          FieldType.FAX,
          FieldType.POSTCODE,
          FieldType.NATIONAL_ID);

  private final FieldType type;
  private final Dictionary values;
  private final Map<String, Noted> noted = new LinkedHashMap<>();
  private final long[] styles = new long[3];
  private final List<double[]> measured = new ArrayList<>();
  private final List<Observation> wholes = new ArrayList<>();

  private record Noted(Reason reason, List<String> arguments, Tally tally) {}

  ColumnObserver(FieldType type, Dictionary values) {
    this.type = type;
    this.values = values;
  }

  void see(ValueScan scan, int code, long count, boolean placeholder) {
    if (placeholder) {
      note(Reasons.PLACEHOLDER, "", code, count);
      return;
    }
    if (scan.garbled) {
      note(Reasons.ENCODING, "", code, count);
    }
    if (scan.edgeSpace) {
      note(Reasons.EDGE_SPACE, "", code, count);
    }
    FieldType other = Misplaced.type(type, scan);
    if (other != null) {
      note(Reasons.MISPLACED, other.word(), code, count);
    }
    if (WORDED.contains(type) && scan.uppers + scan.lowers >= 2) {
      styles[scan.style()] += count;
    }
    if (type == FieldType.NUMBER || type == FieldType.AMOUNT) {
      double number = scan.letters == 0 ? number(values.value(code)) : Double.NaN;
      if (!Double.isNaN(number)) {
        measured.add(new double[] {number, code});
      }
    } else if (DATES.contains(type) && scan.size <= 40) {
      int year = Dates.year(FoldedText.fold(values.value(code).strip()));
      if (year > 0) {
        measured.add(new double[] {year, code});
      }
    }
  }

  /** Looks for values far from the others, once all are known. */
  void outliers(ColumnSummary summary, int[] lengths, long filled) {
    if (filled < MIN_ROWS) {
      return;
    }
    double[] numbers = new double[measured.size()];
    long[] weights = new long[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = measured.get(i)[0];
      weights[i] = summary.count((int) measured.get(i)[1]);
    }
    Reason reason = DATES.contains(type) ? Reasons.OUTLIER_DATE : Reasons.OUTLIER_NUMBER;
    double[] scores = Tally.robustScores(numbers, weights);
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > FAR) {
        int code = (int) measured.get(i)[1];
        note(reason, "", code, summary.count(code));
      }
    }
    if (type != FieldType.FREE_TEXT && type != FieldType.TAGS) {
      outlyingLengths(summary, lengths);
    }
    if (PERSONAL.contains(type)) {
      frequent(summary, filled);
    }
  }

  private void outlyingLengths(ColumnSummary summary, int[] lengths) {
    Map<Integer, Long> rows = new HashMap<>();
    for (int code = 1; code < summary.codes(); code++) {
      if (summary.count(code) > 0) {
        rows.merge(lengths[code], summary.count(code), Long::sum);
      }
    }
    List<Integer> sizes = rows.keySet().stream().sorted().toList();
    double[] sorted = sizes.stream().mapToDouble(Integer::doubleValue).toArray();
    long[] weights = sizes.stream().mapToLong(size -> rows.getOrDefault(size, 0L)).toArray();
    double[] scores = Tally.robustScores(sorted, weights);
    Map<Integer, Double> far = new HashMap<>();
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > FAR_LENGTH) {
        far.put(sizes.get(i), scores[i]);
      }
    }
    for (int code = 1; code < summary.codes() && !far.isEmpty(); code++) {
      if (summary.count(code) > 0 && far.containsKey(lengths[code])) {
        note(Reasons.OUTLIER_LENGTH, "", code, summary.count(code));
      }
    }
  }

  /** A personal value that many rows share, far more than share any other, stands for none. */
  private void frequent(ColumnSummary summary, long filled) {
    long distinct = 0;
    for (int code = 1; code < summary.codes(); code++) {
      distinct += summary.count(code) > 0 ? 1 : 0;
    }
    double usual = filled / (double) Math.max(1, distinct);
    for (int code = 1; code < summary.codes(); code++) {
      long count = summary.count(code);
      if (count >= 10 && count >= 0.005 * filled && count >= 20 * usual) {
        if (!Placeholders.contains(type, values.value(code))) {
          note(Reasons.FREQUENT, "", code, count);
        }
      }
    }
  }

  /** Looks at how the values are written, once that is known of all. */
  void patterns(
      ColumnSummary summary, int[] patternOf, long[] rows, Dictionary patterns, long filled) {
    if (filled < MIN_ROWS) {
      return;
    }
    long most = 0;
    for (int pattern = 0; pattern < patterns.size(); pattern++) {
      most = Math.max(most, rows[pattern]);
    }
    if (FORMAL.contains(type) && most >= 0.9 * filled) {
      for (int code = 1; code < summary.codes(); code++) {
        if (patternOf[code] >= 0 && rows[patternOf[code]] < 0.01 * filled) {
          note(Reasons.RARE_PATTERN, "", code, summary.count(code));
        }
      }
    }
    if (DATES.contains(type)) {
      dateFormats(summary, patternOf, rows, patterns, filled);
    }
  }

  private void dateFormats(
      ColumnSummary summary, int[] patternOf, long[] rows, Dictionary patterns, long filled) {
    Map<String, Long> formats = new HashMap<>();
    String[] formatOf = new String[patterns.size()];
    for (int pattern = 0; pattern < formatOf.length; pattern++) {
      // One digit or two make no difference: 1/2/2020 and 11/12/2020 are one format.
      formatOf[pattern] = patterns.value(pattern).replaceAll("(?<!9)99?(?!9)", "9");
      formats.merge(formatOf[pattern], rows[pattern], Long::sum);
    }
    String usual = "";
    long most = -1;
    for (Map.Entry<String, Long> format : formats.entrySet()) {
      boolean before = format.getValue() == most && format.getKey().compareTo(usual) < 0;
      if (format.getValue() > most || before) {
        usual = format.getKey();
        most = format.getValue();
      }
    }
    for (int code = 1; code < summary.codes(); code++) {
      if (patternOf[code] >= 0 && !formatOf[patternOf[code]].equals(usual)) {
        long share = formats.getOrDefault(formatOf[patternOf[code]], 0L);
        if (share >= 0.005 * filled) {
          note(Reasons.DATE_FORMATS, "", code, summary.count(code));
        }
      }
    }
  }

  /** Looks at the column as a whole. */
  void columns(long rows, long filled, long distinct) {
    if (filled == 0) {
      whole(Reasons.EMPTY_COLUMN, rows, 0);
    } else if (distinct == 1 && rows > 1 && filled == rows) {
      whole(Reasons.CONSTANT_COLUMN, rows, 1);
    }
    long cased = styles[0] + styles[1] + styles[2];
    long main = Math.max(styles[0], Math.max(styles[1], styles[2]));
    if (cased >= MIN_ROWS && cased - main >= 0.05 * cased) {
      whole(Reasons.MIXED_CASE, cased - main, 0);
    }
  }

  private void whole(Reason reason, long rows, long distinct) {
    if (rows > 0) {
      wholes.add(new Observation(reason, List.of(), rows, distinct, List.of()));
    }
  }

  private void note(Reason reason, String argument, int code, long count) {
    noted
        .computeIfAbsent(
            reason.code() + '/' + argument,
            key ->
                new Noted(
                    reason,
                    argument.isEmpty() ? List.of() : List.of(argument),
                    new Tally(EXAMPLES)))
        .tally
        .add(values, code, count);
  }

  List<Observation> observations() {
    List<Observation> all = new ArrayList<>(wholes);
    for (Noted each : noted.values()) {
      all.add(
          new Observation(
              each.reason,
              each.arguments,
              each.tally.rows(),
              each.tally.values(),
              each.tally.commonest()));
    }
    all.sort(
        Comparator.comparingInt((Observation each) -> Reasons.ALL.indexOf(each.reason()))
            .thenComparing(each -> String.join("", each.arguments())));
    return all;
  }

  private static double number(String value) {
    String bare = value.strip().replace("\u00a0", "").replace("\u202f", "").replace(" ", "");
    bare = bare.replace("€", "").replace("$", "").replace("£", "");
    int comma = bare.lastIndexOf(',');
    int point = bare.lastIndexOf('.');
    if (comma > point) {
      bare = bare.replace(".", "").replace(',', '.');
    } else {
      bare = bare.replace(",", "");
    }
    if (bare.isEmpty() || bare.length() > 18) {
      return Double.NaN;
    }
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (!(c >= '0' && c <= '9') && c != '.' && !(i == 0 && (c == '-' || c == '+'))) {
        return Double.NaN;
      }
    }
    if (bare.indexOf('.') != bare.lastIndexOf('.')
        || !Character.isDigit(bare.charAt(bare.length() - 1))) {
      return Double.NaN;
    }
    return Double.parseDouble(bare);
  }
}
