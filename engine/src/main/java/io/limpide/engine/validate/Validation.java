package io.limpide.engine.validate;

import io.limpide.engine.finding.Remark;
import io.limpide.engine.standardize.date.ColumnDays;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Dictionary;
import io.limpide.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Holds the checks of the recipe against a table.
 *
 * <p>What depends on one value alone is decided once per distinct value.
 */
public final class Validation {
  private Validation() {}

  /**
   * One check's outcome.
   *
   * @param check the check
   * @param failing the rows for which it does not hold
   */
  public record Outcome(Check check, BitSet failing) {
    /** Returns the number of rows for which the check does not hold. */
    public int count() {
      return failing.cardinality();
    }

    /** Returns the remark for a failing row. */
    public Remark remark() {
      List<String> arguments = new ArrayList<>(check.columns());
      arguments.addAll(check.arguments());
      return new Remark(
          check.reason(),
          switch (check.kind()) {
            case ANY_OF -> List.of(String.join(", ", check.columns()));
            case ONE_OF -> List.of(check.columns().get(0), String.join(", ", check.arguments()));
            default -> arguments;
          });
    }
  }

  /**
   * Runs the checks. A check whose columns this table does not have is left out: with several
   * sources each has its own columns.
   */
  public static List<Outcome> run(Table table, List<Check> checks) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Check check : checks) {
      List<Column> columns =
          check.columns().stream().flatMap(name -> table.column(name).stream()).toList();
      Optional<Column> condition = check.when().flatMap(when -> table.column(when.column()));
      if (columns.size() < check.columns().size()
          || (check.when().isPresent() && condition.isEmpty())) {
        continue;
      }
      IntPredicate concerned = concerned(check, condition);
      IntPredicate holds = holds(check, columns, concerned, table.rows());
      BitSet failing = new BitSet(table.rows());
      for (int row = 0; row < table.rows(); row++) {
        if (concerned.test(row) && !holds.test(row)) {
          failing.set(row);
        }
      }
      outcomes.add(new Outcome(check, failing));
    }
    return outcomes;
  }

  private static IntPredicate concerned(Check check, Optional<Column> condition) {
    if (condition.isEmpty()) {
      return row -> true;
    }
    List<String> values =
        check.when().orElseThrow().values().stream()
            .map(value -> value.toLowerCase(Locale.ROOT))
            .toList();
    Column column = condition.get();
    BitSet codes =
        codes(
            column,
            value ->
                values.isEmpty()
                    ? !value.isEmpty()
                    : values.contains(value.strip().toLowerCase(Locale.ROOT)));
    return row -> codes.get(column.code(row));
  }

  private static IntPredicate holds(
      Check check, List<Column> columns, IntPredicate concerned, int rows) {
    Column first = columns.get(0);
    List<String> arguments = check.arguments();
    return switch (check.kind()) {
      case REQUIRED -> byValue(first, value -> !value.isBlank());
      case ANY_OF -> row -> columns.stream().anyMatch(column -> !column.value(row).isBlank());
      case UNIQUE -> unique(first, concerned, rows);
      case ONE_OF -> byFilledValue(first, arguments::contains);
      case MATCHES -> {
        Pattern pattern = Pattern.compile(arguments.get(0));
        yield byFilledValue(first, value -> Patience.matches(pattern, value));
      }
      case MAX_LENGTH -> {
        int most = Integer.parseInt(arguments.get(0));
        yield byFilledValue(first, value -> value.codePointCount(0, value.length()) <= most);
      }
      case MIN_LENGTH -> {
        int least = Integer.parseInt(arguments.get(0));
        yield byFilledValue(first, value -> value.codePointCount(0, value.length()) >= least);
      }
      case MIN -> {
        BigDecimal least = new BigDecimal(arguments.get(0));
        yield byFilledValue(first, v -> number(v).filter(n -> n.compareTo(least) >= 0).isPresent());
      }
      case MAX -> {
        BigDecimal most = new BigDecimal(arguments.get(0));
        yield byFilledValue(first, v -> number(v).filter(n -> n.compareTo(most) <= 0).isPresent());
      }
      case NOT_BEFORE -> {
        Column second = columns.get(1);
        long[] later = ColumnDays.of(first);
        long[] earlier = ColumnDays.of(second);
        yield row -> notBefore(later[first.code(row)], earlier[second.code(row)]);
      }
      case SAME_AS -> {
        Column second = columns.get(1);
        yield row -> first.value(row).equals(second.value(row));
      }
    };
  }

  private static IntPredicate unique(Column column, IntPredicate concerned, int rows) {
    int[] counts = new int[column.dictionary().size()];
    for (int row = 0; row < rows; row++) {
      if (concerned.test(row)) {
        counts[column.code(row)]++;
      }
    }
    return row -> column.code(row) == Dictionary.EMPTY || counts[column.code(row)] < 2;
  }

  private static IntPredicate byFilledValue(Column column, Predicate<String> holds) {
    return byValue(column, value -> value.isEmpty() || holds.test(value));
  }

  private static IntPredicate byValue(Column column, Predicate<String> holds) {
    BitSet codes = codes(column, holds);
    return row -> codes.get(column.code(row));
  }

  private static BitSet codes(Column column, Predicate<String> holds) {
    BitSet codes = new BitSet();
    for (int code = 0; code < column.dictionary().size(); code++) {
      codes.set(code, holds.test(column.dictionary().value(code)));
    }
    return codes;
  }

  private static boolean notBefore(long later, long earlier) {
    return later == ColumnDays.NONE || earlier == ColumnDays.NONE || later >= earlier;
  }

  /** Reads a number in French or English writing. */
  private static Optional<BigDecimal> number(String value) {
    String digits = value.replaceAll("[\\s\\u00a0\\u202f€$£%]", "");
    int comma = digits.lastIndexOf(',');
    int point = digits.lastIndexOf('.');
    if (comma > point) {
      digits = digits.replace(".", "").replace(',', '.');
    } else {
      digits = digits.replace(",", "");
    }
    try {
      return Optional.of(new BigDecimal(digits));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
