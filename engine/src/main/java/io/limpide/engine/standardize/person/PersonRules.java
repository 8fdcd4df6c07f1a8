package io.limpide.engine.standardize.person;

import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** Every rule and reason of the family. */
final class PersonRules {
  static final List<Rule> RULES = new ArrayList<>();
  static final List<Reason> REASONS = new ArrayList<>();

  static final Rule CHARACTERS = safe("person.name.unicode");
  static final Rule SPACES = safe("person.name.spaces");
  static final Rule APOSTROPHE = safe("person.name.apostrophe");
  static final Rule HYPHEN = safe("person.name.hyphen");
  static final Rule PUNCTUATION = safe("person.name.punctuation");
  static final Rule PLACEHOLDER = safe("person.name.placeholder");
  static final Rule PERHAPS_PLACEHOLDER = suggested("person.name.perhaps_placeholder");
  static final Rule CASE = safe("person.name.case");
  static final Rule CAPS_LOCK = suggested("person.name.caps_lock");
  static final Rule DOUBLE_HYPHEN = suggested("person.name.double_hyphen");
  static final Rule COMPOUND = suggested("person.given.compound");
  static final Rule ACCENT = suggested("person.given.accent");

  static final Rule CIVILITY_FORM = safe("person.civility.form");
  static final Rule MADEMOISELLE = safe("person.civility.mademoiselle");
  static final Rule CIVILITY_PLACEHOLDER = safe("person.civility.placeholder");
  static final Rule CIVILITY_MS = suggested("person.civility.ms");
  static final Rule GENDER_FORM = safe("person.gender.form");

  static final Rule CIVILITY_MOVED = safe("person.civility.moved");
  static final Rule CIVILITY_IN_NAME = suggested("person.civility.in_name");
  static final Rule CIVILITY_FROM_GIVEN = suggested("person.civility.from_given");
  static final Rule SPLIT = safe("person.name.split");
  static final Rule PERHAPS_SPLIT = suggested("person.name.perhaps_split");
  static final Rule FROM_FULL_NAME = safe("person.name.from_full");
  static final Rule SWAPPED = safe("person.name.swapped");
  static final Rule PERHAPS_SWAPPED = suggested("person.name.perhaps_swapped");
  static final Rule REPEATED_IN_FAMILY = suggested("person.name.repeated_in_family");
  static final Rule BIRTH_NAME_MOVED = safe("person.birth_name.moved");
  static final Rule USUAL_NAME = suggested("person.family.usual");

  static final Rule JOB_TEXT = safe("person.job.spaces");
  static final Rule JOB_PLACEHOLDER = safe("person.job.placeholder");
  static final Rule JOB_CASE = suggested("person.job.case");

  static final Reason ODD_CHARACTERS = reason("person.name.characters", Severity.WARNING);
  static final Reason GENERIC = reason("person.name.generic", Severity.WARNING);
  static final Reason COMPANY = reason("person.name.company", Severity.WARNING);
  static final Reason COUPLE = reason("person.name.couple", Severity.WARNING);
  static final Reason INITIAL = reason("person.given.initial", Severity.INFO);
  static final Reason UNSPLIT = reason("person.name.unsplit", Severity.INFO);
  static final Reason SAME_TWICE = consistency("person.name.same_twice");
  static final Reason SAME_AS_COMPANY = consistency("person.name.same_as_company");
  static final Reason HOUSEHOLD = reason("person.civility.household", Severity.INFO);
  static final Reason CIVILITY_OF_COMPANY = reason("person.civility.company", Severity.INFO);
  static final Reason CIVILITY_UNKNOWN = reason("person.civility.unknown", Severity.WARNING);
  static final Reason CIVILITY_DOUBT = consistency("person.civility.doubt");
  static final Reason CIVILITY_CONFLICT = consistency("person.civility.conflict");
  static final Reason GENDER_UNKNOWN = reason("person.gender.unknown", Severity.WARNING);
  static final Reason GENDER_CONFLICT = consistency("person.gender.conflict");

  private PersonRules() {}

  private static Rule safe(String code) {
    return add(new Rule(code, Level.SAFE));
  }

  private static Rule suggested(String code) {
    return add(new Rule(code, Level.SUGGESTED));
  }

  private static Rule add(Rule rule) {
    RULES.add(rule);
    return rule;
  }

  private static Reason reason(String code, Severity severity) {
    Reason reason = new Reason(code, severity, Dimension.VALIDITY);
    REASONS.add(reason);
    return reason;
  }

  private static Reason consistency(String code) {
    Reason reason = new Reason(code, Severity.WARNING, Dimension.CONSISTENCY);
    REASONS.add(reason);
    return reason;
  }
}
