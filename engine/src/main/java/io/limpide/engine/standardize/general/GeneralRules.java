package io.limpide.engine.standardize.general;

import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.finding.Severity;
import java.util.List;

/** The rules and reasons of the family. */
final class GeneralRules {
  static final Rule SPACES = new Rule("text.spaces", Level.SAFE);
  static final Rule TAGS = new Rule("tags.form", Level.SAFE);
  static final Rule COUNTRY = new Rule("country.name", Level.SAFE);
  static final List<Rule> ALL = List.of(SPACES, TAGS, COUNTRY);

  static final Reason UNKNOWN_COUNTRY = warning("country.unknown");
  static final Reason NOT_A_NUMBER = warning("number.unreadable");
  static final Reason AMBIGUOUS_NUMBER = warning("number.ambiguous");
  static final Reason NOT_A_FLAG = warning("flag.unreadable");
  static final List<Reason> REASONS =
      List.of(UNKNOWN_COUNTRY, NOT_A_NUMBER, AMBIGUOUS_NUMBER, NOT_A_FLAG);

  private GeneralRules() {}

  private static Reason warning(String code) {
    return new Reason(code, Severity.WARNING, Dimension.VALIDITY);
  }

  /** Returns a value short enough to be shown. */
  static String shown(String value) {
    return value.length() <= 60 ? value : value.substring(0, 60) + "…";
  }
}
