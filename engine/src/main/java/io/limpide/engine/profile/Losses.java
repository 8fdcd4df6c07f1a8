package io.limpide.engine.profile;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns counts into points lost, for each dimension of a {@link QualityScore}. */
final class Losses {
  static final double ERROR = 1;
  static final double WARNING = 0.4;
  private static final double UNDATED = 0.5;
  static final int RECORD_WEIGHT = 3;

  private final ScoreInput input;
  private final double rows;

  /** What a reason costs before limits: {@code loss} in units of rows or weighted values. */
  private record Loss(String code, String column, long rows, double loss) {}

  Losses(ScoreInput input) {
    this.input = input;
    this.rows = input.profile().rows();
  }

  boolean judges(Dimension dimension) {
    return switch (dimension) {
      case COMPLETENESS ->
          input.presence().shares().stream().anyMatch(share -> share.expected() > 0);
      case FRESHNESS -> input.undated() < input.profile().rows();
      default -> rows > 0;
    };
  }

  List<Deduction> deductions(Dimension dimension) {
    return switch (dimension) {
      case COMPLETENESS -> completeness();
      case VALIDITY -> validity();
      case CONSISTENCY -> consistency();
      case UNIQUENESS ->
          cut(List.of(new Loss("duplicate", "", input.duplicates(), input.duplicates())), rows);
      case FRESHNESS ->
          cut(
              List.of(
                  new Loss("stale", "", input.stale(), input.stale()),
                  new Loss("undated", "", input.undated(), UNDATED * input.undated())),
              rows);
    };
  }

  /** Every requirement weighs what it says; a record that lacks it loses that. */
  private List<Deduction> completeness() {
    List<Loss> losses = new ArrayList<>();
    double whole = 0;
    for (Presence.Share share : input.presence().shares()) {
      if (share.expected() > 0) {
        int weight = share.requirement().weight();
        whole += (double) weight * share.expected();
        losses.add(
            new Loss(
                share.requirement().code(),
                "",
                share.missing(),
                (double) weight * share.missing()));
      }
    }
    for (RemarkCount count : counted(Dimension.COMPLETENESS)) {
      if (!count.reason().equals(Reasons.PLACEHOLDER)) { // counted above as missing
        double loss = gravity(count) * count.rows();
        losses.add(new Loss(count.reason().code(), count.column(), count.rows(), loss));
      }
    }
    return cut(losses, whole);
  }

  /** Every filled value weighs what its type does; a wrong one is lost, a doubtful one in part. */
  private List<Deduction> validity() {
    Map<String, Double> weights = new HashMap<>();
    Map<String, Double> filled = new HashMap<>();
    double whole = RECORD_WEIGHT * rows;
    weights.put("", (double) RECORD_WEIGHT);
    filled.put("", rows);
    for (ColumnProfile column : input.profile().columns()) {
      double weight = weight(column.field().type());
      weights.put(column.field().column(), weight);
      filled.put(column.field().column(), (double) column.fill().filled());
      whole += weight * column.fill().filled();
    }
    List<RemarkCount> counts = counted(Dimension.VALIDITY);
    Map<String, Double> charged = new HashMap<>();
    for (RemarkCount count : counts) {
      charged.merge(count.column(), gravity(count) * count.rows(), Double::sum);
    }
    List<Loss> losses = new ArrayList<>();
    for (RemarkCount count : counts) {
      double most = filled.getOrDefault(count.column(), 0.0);
      // Several remarks on a value: they share its loss, for it can be lost but once.
      double limit = Math.min(1, most / charged.getOrDefault(count.column(), 1.0));
      double weight = weights.getOrDefault(count.column(), 0.0);
      losses.add(
          new Loss(
              count.reason().code(),
              count.column(),
              count.rows(),
              weight * limit * gravity(count) * count.rows()));
    }
    return cut(losses, whole);
  }

  /** Every record weighs the same; one that contradicts itself is lost, or in part. */
  private List<Deduction> consistency() {
    List<Loss> losses = new ArrayList<>();
    for (RemarkCount count : counted(Dimension.CONSISTENCY)) {
      double loss = gravity(count) * count.rows();
      losses.add(new Loss(count.reason().code(), count.column(), count.rows(), loss));
    }
    return cut(losses, rows);
  }

  private List<RemarkCount> counted(Dimension dimension) {
    return input.remarks().stream()
        .filter(count -> count.reason().dimension() == dimension)
        .filter(count -> count.reason().severity() != Severity.INFO && count.rows() > 0)
        .toList();
  }

  private static double gravity(RemarkCount count) {
    return count.reason().severity() == Severity.ERROR ? ERROR : WARNING;
  }

  /**
   * Returns the losses in thousandths of the dimension's points, each rounded down: so together
   * they never pass the full score, and the score is exactly what they leave.
   */
  private static List<Deduction> cut(List<Loss> losses, double whole) {
    List<Deduction> deductions = new ArrayList<>();
    double all = Math.max(whole, losses.stream().mapToDouble(Loss::loss).sum());
    for (Loss loss : losses) {
      if (loss.rows > 0) {
        long millis = (long) Math.floor(DimensionScore.FULL * (loss.loss / all));
        deductions.add(new Deduction(loss.code, loss.column, loss.rows, millis));
      }
    }
    deductions.sort(
        Comparator.comparingLong(Deduction::millis)
            .reversed()
            .thenComparing(Deduction::column)
            .thenComparing(Deduction::code));
    return deductions;
  }

  /** What a value of a type is worth to whoever works with the base. */
  static double weight(FieldType type) {
    return switch (type) {
      case EMAIL -> 4;
      case PHONE, MOBILE, SIREN, SIRET, GIVEN_NAME, FAMILY_NAME, FULL_NAME, COMPANY_NAME -> 3;
      case VAT, RNA, ADDRESS, ADDRESS_LINE, POSTCODE, CITY, OPT_IN, OPT_OUT -> 2;
      case UNKNOWN, FREE_TEXT, TAGS -> 0;
      default -> 1;
    };
  }
}
