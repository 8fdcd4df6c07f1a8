package io.limpide.engine.standardize.date;

import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.finding.Severity;
import java.util.List;

/** The rules and reasons of the family. */
final class DateRules {
  static final Rule FORMAT = new Rule("date.format", Level.SAFE);
  static final Rule ORDER = new Rule("date.order", Level.SUGGESTED);
  static final Rule SERIAL = new Rule("date.serial", Level.SAFE);
  static final Rule EPOCH = new Rule("date.epoch", Level.SAFE);
  static final Rule CENTURY = new Rule("date.century", Level.SUGGESTED);
  static final Rule MIDNIGHT = new Rule("date.midnight", Level.SAFE);
  static final List<Rule> ALL = List.of(FORMAT, ORDER, SERIAL, EPOCH, CENTURY, MIDNIGHT);

  static final Reason IMPOSSIBLE = error("date.impossible", Dimension.VALIDITY);
  static final Reason UNREADABLE = error("date.unreadable", Dimension.VALIDITY);
  static final Reason PLACEHOLDER = warning("date.placeholder", Dimension.COMPLETENESS);
  static final Reason INCOMPLETE =
      new Reason("date.incomplete", Severity.INFO, Dimension.COMPLETENESS);
  static final Reason ASSUMED = warning("date.order.assumed", Dimension.VALIDITY);
  static final Reason MIXED = warning("date.order.mixed", Dimension.VALIDITY);
  static final Reason FUTURE = error("date.future", Dimension.VALIDITY);
  static final Reason TOO_OLD = warning("date.birth.too_old", Dimension.VALIDITY);
  static final Reason MINOR = new Reason("date.birth.minor", Severity.INFO, Dimension.VALIDITY);
  static final Reason UPDATED_BEFORE_CREATED =
      warning("date.updated.before_created", Dimension.CONSISTENCY);
  static final Reason ACTIVE_BEFORE_CREATED =
      warning("date.activity.before_created", Dimension.CONSISTENCY);
  static final Reason CREATED_BEFORE_BIRTH =
      error("date.created.before_birth", Dimension.CONSISTENCY);
  static final List<Reason> REASONS =
      List.of(
          IMPOSSIBLE,
          UNREADABLE,
          PLACEHOLDER,
          INCOMPLETE,
          ASSUMED,
          MIXED,
          FUTURE,
          TOO_OLD,
          MINOR,
          UPDATED_BEFORE_CREATED,
          ACTIVE_BEFORE_CREATED,
          CREATED_BEFORE_BIRTH);

  private DateRules() {}

  private static Reason error(String code, Dimension dimension) {
    return new Reason(code, Severity.ERROR, dimension);
  }

  private static Reason warning(String code, Dimension dimension) {
    return new Reason(code, Severity.WARNING, dimension);
  }
}
