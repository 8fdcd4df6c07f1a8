package io.limpide.engine.standardize.phone;

import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Rule;
import java.util.List;

/** Every correction of phone numbers. */
final class PhoneRules {
  // Right beyond reasonable doubt.
  static final Rule PLACEHOLDER = new Rule("phone.placeholder", Level.SAFE);
  static final Rule SPREADSHEET = new Rule("phone.spreadsheet", Level.SAFE);
  static final Rule LABEL = new Rule("phone.label", Level.SAFE);
  static final Rule LETTERS = new Rule("phone.letters", Level.SAFE);
  static final Rule LEADING_ZERO = new Rule("phone.leading_zero", Level.SAFE);
  static final Rule OVERSEAS = new Rule("phone.overseas", Level.SAFE);
  static final Rule FORMAT = new Rule("phone.format", Level.SAFE);
  static final Rule LIST = new Rule("phone.list", Level.SAFE);
  static final Rule MOVE = new Rule("phone.move", Level.SAFE);
  static final Rule SWAP = new Rule("phone.swap", Level.SAFE);
  static final Rule COUNTRY = new Rule("phone.country", Level.SAFE);

  // Probable.
  static final Rule DUMMY = new Rule("phone.dummy", Level.SUGGESTED);
  static final Rule ALTERNATE = new Rule("phone.alternate", Level.SUGGESTED);
  static final Rule EXTRACT = new Rule("phone.extract", Level.SUGGESTED);
  static final Rule FIRST = new Rule("phone.first", Level.SUGGESTED);
  static final Rule COUNTRY_DOUBT = new Rule("phone.country.doubt", Level.SUGGESTED);

  static final List<Rule> ALL =
      List.of(
          PLACEHOLDER,
          SPREADSHEET,
          LABEL,
          LETTERS,
          LEADING_ZERO,
          OVERSEAS,
          FORMAT,
          LIST,
          MOVE,
          SWAP,
          COUNTRY,
          DUMMY,
          ALTERNATE,
          EXTRACT,
          FIRST,
          COUNTRY_DOUBT);

  private PhoneRules() {}
}
