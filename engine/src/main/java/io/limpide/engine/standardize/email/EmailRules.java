package io.limpide.engine.standardize.email;

import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Rule;
import java.util.List;

/** Every correction of e-mail addresses. */
final class EmailRules {
  // Right beyond reasonable doubt.
  static final Rule PLACEHOLDER = safe("email.placeholder");
  static final Rule SPACES = safe("email.spaces");
  static final Rule LABEL = safe("email.label");
  static final Rule DISPLAY_NAME = safe("email.display_name");
  static final Rule NOTE = safe("email.note");
  static final Rule PUNCTUATION = safe("email.punctuation");
  static final Rule AT_SIGN = safe("email.at_sign");
  static final Rule DOT = safe("email.dot");
  static final Rule WWW = safe("email.www");
  static final Rule LOWER_CASE = safe("email.lower_case");
  static final Rule DOMAIN_ACCENTS = safe("email.domain.accents");
  static final Rule DOMAIN_TYPO = safe("email.domain.typo");
  static final Rule LIST = safe("email.list");
  static final Rule MOVE = safe("email.move");

  // Probable.
  static final Rule DUMMY = suggested("email.dummy");
  static final Rule TOP_LEVEL = suggested("email.domain.top_level");
  static final Rule DOMAIN_GUESS = suggested("email.domain.guess");
  static final Rule DOMAIN_LOOKALIKE = suggested("email.domain.lookalike");
  static final Rule MISSING_AT = suggested("email.missing_at");
  static final Rule LOCAL_ACCENTS = suggested("email.local.accents");
  static final Rule LOCAL_DOTS = suggested("email.local.dots");
  static final Rule INNER_SPACE = suggested("email.inner_space");
  static final Rule EXTRACT = suggested("email.extract");
  static final Rule FIRST = suggested("email.first");

  static final List<Rule> ALL =
      List.of(
          PLACEHOLDER,
          SPACES,
          LABEL,
          DISPLAY_NAME,
          NOTE,
          PUNCTUATION,
          AT_SIGN,
          DOT,
          WWW,
          LOWER_CASE,
          DOMAIN_ACCENTS,
          DOMAIN_TYPO,
          LIST,
          MOVE,
          DUMMY,
          TOP_LEVEL,
          DOMAIN_GUESS,
          DOMAIN_LOOKALIKE,
          MISSING_AT,
          LOCAL_ACCENTS,
          LOCAL_DOTS,
          INNER_SPACE,
          EXTRACT,
          FIRST);

  private EmailRules() {}

  private static Rule safe(String code) {
    return new Rule(code, Level.SAFE);
  }

  private static Rule suggested(String code) {
    return new Rule(code, Level.SUGGESTED);
  }
}
