package io.limpide.engine.standardize.web;

import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.finding.Severity;
import java.util.List;

/** Every correction of web sites, and everything there may be to say against them. */
final class WebRules {
  static final Rule PLACEHOLDER = new Rule("web.placeholder", Level.SAFE);
  static final Rule SPACES = new Rule("web.spaces", Level.SAFE);
  static final Rule SCHEME = new Rule("web.scheme", Level.SAFE);
  static final Rule WWW = new Rule("web.www", Level.SAFE);
  static final Rule DOT = new Rule("web.dot", Level.SAFE);
  static final Rule FORM = new Rule("web.form", Level.SAFE);
  static final Rule MOVE = new Rule("web.move", Level.SAFE);

  static final List<Rule> RULES = List.of(PLACEHOLDER, SPACES, SCHEME, WWW, DOT, FORM, MOVE);

  static final Reason INVALID = new Reason("web.invalid", Severity.ERROR, Dimension.VALIDITY);
  static final Reason TOP_LEVEL = new Reason("web.top_level", Severity.ERROR, Dimension.VALIDITY);
  static final Reason RESERVED = new Reason("web.reserved", Severity.INFO, Dimension.VALIDITY);
  static final Reason EMAIL = new Reason("web.email", Severity.ERROR, Dimension.VALIDITY);
  static final Reason DUMMY = new Reason("web.dummy", Severity.WARNING, Dimension.COMPLETENESS);
  static final Reason PROVIDER = new Reason("web.provider", Severity.WARNING, Dimension.VALIDITY);
  static final Reason SOCIAL = new Reason("web.social", Severity.INFO, Dimension.CONSISTENCY);
  static final Reason IP_ADDRESS =
      new Reason("web.ip_address", Severity.WARNING, Dimension.VALIDITY);

  static final List<Reason> REASONS =
      List.of(INVALID, TOP_LEVEL, RESERVED, EMAIL, DUMMY, PROVIDER, SOCIAL, IP_ADDRESS);

  private WebRules() {}
}
