package io.limpide.engine.standardize.email;

import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything there may be to say against an e-mail address. */
final class EmailReasons {
  private static final Map<String, Reason> ALL = new LinkedHashMap<>();

  static {
    for (String broken :
        List.of(
            "email.domain.missing",
            "email.local.missing",
            "email.local.dot",
            "email.local.length",
            "email.local.quote.open",
            "email.domain.dot",
            "email.domain.hyphen",
            "email.domain.length",
            "email.domain.character",
            "email.domain.numeric",
            "email.domain.dotless",
            "email.domain.literal.invalid",
            "email.length",
            "email.character",
            "email.comment.open",
            "email.at.several")) {
      add(broken, Severity.ERROR, Dimension.VALIDITY);
    }
    for (String odd : List.of("email.local.quoted", "email.domain.literal", "email.comment")) {
      add(odd, Severity.WARNING, Dimension.VALIDITY);
    }
  }

  static final Reason CLOSED = add("email.domain.closed", Severity.ERROR, Dimension.FRESHNESS);
  static final Reason ACCENTS = add("email.local.accents", Severity.WARNING, Dimension.VALIDITY);
  static final Reason TOP_LEVEL = add("email.domain.top_level", Severity.ERROR, Dimension.VALIDITY);
  static final Reason DOUBTFUL_DOMAIN =
      add("email.domain.doubtful", Severity.WARNING, Dimension.VALIDITY);
  static final Reason RESERVED = add("email.domain.reserved", Severity.INFO, Dimension.VALIDITY);
  static final Reason DISPOSABLE = add("email.disposable", Severity.WARNING, Dimension.VALIDITY);
  static final Reason DUMMY = add("email.dummy", Severity.WARNING, Dimension.COMPLETENESS);
  static final Reason NO_REPLY = add("email.no_reply", Severity.WARNING, Dimension.VALIDITY);
  static final Reason ROLE = add("email.role", Severity.INFO, Dimension.CONSISTENCY);
  static final Reason RELAY = add("email.relay", Severity.INFO, Dimension.CONSISTENCY);
  static final Reason SEVERAL = add("email.several", Severity.WARNING, Dimension.VALIDITY);
  static final Reason OTHER_PERSON =
      add("email.other_person", Severity.INFO, Dimension.CONSISTENCY);
  static final Reason RELATIVE = add("email.relative", Severity.INFO, Dimension.CONSISTENCY);
  static final Reason OTHER_EMPLOYER =
      add("email.other_employer", Severity.INFO, Dimension.CONSISTENCY);
  static final Reason REPEATED = add("email.repeated", Severity.INFO, Dimension.UNIQUENESS);

  private EmailReasons() {}

  private static Reason add(String code, Severity severity, Dimension dimension) {
    Reason reason = new Reason(code, severity, dimension);
    ALL.put(code, reason);
    return reason;
  }

  static List<Reason> all() {
    return new ArrayList<>(ALL.values());
  }

  static List<Reason> worstFirst(List<Reason> reasons) {
    if (reasons.size() < 2) {
      return List.copyOf(reasons);
    }
    List<Reason> sorted = new ArrayList<>(reasons);
    sorted.sort((a, b) -> b.severity().compareTo(a.severity()));
    return List.copyOf(sorted);
  }

  static Reason of(String code) {
    Reason reason = ALL.get(code);
    if (reason == null) {
      throw new IllegalArgumentException("no reason " + code);
    }
    return reason;
  }
}
