package io.limpide.engine.profile;

import io.limpide.engine.field.Field;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Severity;
import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What single records lose of each side of quality, by the weights of {@link QualityScore}. The
 * losses add up: {@code 100 - 100 x lost / whole} over the sums of any set of records is the score
 * of that set, so a base is scored by source, owner or segment from what each record keeps.
 *
 * <p>The whole-table score differs where remarks on one column overlap: it shares their loss over
 * the column, this one caps it record by record.
 */
public final class RecordScores {
  /** What losses are counted in: tenths of a value's weight. */
  public static final int UNIT = 10;

  private final List<Column> columns;
  private final int[] weights; // by column
  private final IntFunction<PartyKind> kinds;
  private final List<Asked> asked = new ArrayList<>();

  /** A requirement and, for each column that may meet it, which of its values do. */
  private record Asked(Requirement requirement, List<Column> columns, List<boolean[]> meets) {
    boolean metBy(int row) {
      for (int at = 0; at < columns.size(); at++) {
        if (meets.get(at)[columns.get(at).code(row)]) {
          return true;
        }
      }
      return false;
    }
  }

  private RecordScores(Table table, List<Field> fields, IntFunction<PartyKind> kinds) {
    this.columns = table.columns();
    this.kinds = kinds;
    this.weights = new int[columns.size()];
    for (int at = 0; at < weights.length; at++) {
      weights[at] = (int) Losses.weight(fields.get(at).type());
    }
    for (Requirement requirement : Requirement.DEFAULT) {
      List<Column> may = new ArrayList<>();
      List<boolean[]> meets = new ArrayList<>();
      for (int at = 0; at < weights.length; at++) {
        if (requirement.anyOf().contains(fields.get(at).type())) {
          may.add(columns.get(at));
          meets.add(Presence.filled(columns.get(at), fields.get(at)));
        }
      }
      if (!may.isEmpty()) {
        asked.add(new Asked(requirement, may, meets));
      }
    }
  }

  /**
   * Prepares a table.
   *
   * @param fields one for each column, in the order of the columns
   * @param kinds what each row is about
   */
  public static RecordScores of(Table table, List<Field> fields, IntFunction<PartyKind> kinds) {
    return new RecordScores(table, fields, kinds);
  }

  /** How old the last sign of life of a record is. */
  public enum Age {
    CURRENT,
    STALE,
    UNKNOWN
  }

  /**
   * Something that is wrong with a record.
   *
   * @param column the number of the column
   * @param reason why
   */
  public record Said(int column, Reason reason) {}

  /**
   * What a record loses.
   *
   * @param lost by {@link Dimension}, in their order: units of {@link #UNIT} to a weight of 1
   * @param whole what could be lost, likewise
   * @param missing the codes of the requirements that the record does not meet
   */
  @SuppressWarnings("ArrayRecordComponent") // one for each of a million records; never compared
  public record Score(int[] lost, int[] whole, List<String> missing) {
    /** Returns the overall score, 0 to 100, with the weights that tables are scored by. */
    public int overall() {
      double sum = 0;
      int weights = 0;
      for (Dimension dimension : Dimension.values()) {
        int at = place(dimension);
        if (whole[at] > 0) {
          int weight = QualityScore.weight(dimension);
          sum += weight * (1 - (double) lost[at] / whole[at]);
          weights += weight;
        }
      }
      return weights == 0 ? 100 : (int) Math.round(100 * sum / weights);
    }
  }

  /**
   * Scores a record. Nothing is lost for uniqueness here: that takes other records.
   *
   * @param said what is wrong with it
   */
  public Score score(int row, List<Said> said, Age age) {
    int[] lost = new int[Dimension.values().length];
    int[] whole = new int[lost.length];
    List<String> missing = completeness(row, lost, whole);
    int validity = place(Dimension.VALIDITY);
    whole[validity] = Losses.RECORD_WEIGHT * UNIT;
    for (int at = 0; at < weights.length; at++) {
      whole[validity] += columns.get(at).code(row) == 0 ? 0 : weights[at] * UNIT;
    }
    int[] gravity = new int[weights.length];
    for (Said each : said) {
      int costs = gravity(each.reason().severity());
      switch (each.reason().dimension()) {
        case VALIDITY -> gravity[each.column()] = Math.min(UNIT, gravity[each.column()] + costs);
        case CONSISTENCY ->
            lost[place(Dimension.CONSISTENCY)] =
                Math.min(UNIT, lost[place(Dimension.CONSISTENCY)] + costs);
        case COMPLETENESS -> {
          int at = place(Dimension.COMPLETENESS);
          if (!each.reason().equals(Reasons.PLACEHOLDER)) { // counted as missing
            lost[at] = Math.min(whole[at], lost[at] + costs);
          }
        }
        default -> {
          // duplicates and age come from elsewhere
        }
      }
    }
    for (int at = 0; at < weights.length; at++) {
      if (columns.get(at).code(row) != 0) {
        lost[validity] += weights[at] * gravity[at];
      }
    }
    whole[place(Dimension.CONSISTENCY)] = UNIT;
    whole[place(Dimension.UNIQUENESS)] = UNIT;
    whole[place(Dimension.FRESHNESS)] = UNIT;
    lost[place(Dimension.FRESHNESS)] =
        switch (age) {
          case CURRENT -> 0;
          case STALE -> UNIT;
          case UNKNOWN -> UNIT / 2;
        };
    return new Score(lost, whole, missing);
  }

  private List<String> completeness(int row, int[] lost, int[] whole) {
    int at = place(Dimension.COMPLETENESS);
    PartyKind kind = kinds.apply(row);
    List<String> missing = List.of();
    for (Asked each : asked) {
      if (each.requirement.kinds().contains(kind)) {
        whole[at] += each.requirement.weight() * UNIT;
        if (!each.metBy(row)) {
          lost[at] += each.requirement.weight() * UNIT;
          missing = missing.isEmpty() ? new ArrayList<>() : missing;
          missing.add(each.requirement.code());
        }
      }
    }
    return missing;
  }

  /** Where a dimension stands in the arrays of a score. */
  @SuppressWarnings("EnumOrdinal") // their order is what the arrays promise
  private static int place(Dimension dimension) {
    return dimension.ordinal();
  }

  private static int gravity(Severity severity) {
    return switch (severity) {
      case ERROR -> (int) Math.round(Losses.ERROR * UNIT);
      case WARNING -> (int) Math.round(Losses.WARNING * UNIT);
      case INFO -> 0;
    };
  }
}
