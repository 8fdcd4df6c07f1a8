package io.limpide.engine.standardize.company;

import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Rule;
import java.util.ArrayList;
import java.util.List;

/** Every correction rule of the family. */
final class CompanyRules {
  private static final List<Rule> ALL = new ArrayList<>();

  static final Rule ID_FORMAT = safe("company_id.format");
  static final Rule ID_PLACEHOLDER = safe("company_id.placeholder");
  static final Rule MASKED = safe("company_id.masked");
  static final Rule ID_LOOK_ALIKE = safe("company_id.look_alike");
  static final Rule ID_LOOK_ALIKE_DOUBTFUL = suggested("company_id.look_alike_doubtful");
  static final Rule ID_LEADING_ZERO = safe("company_id.leading_zero");
  static final Rule ID_LEADING_ZERO_DOUBTFUL = suggested("company_id.leading_zero_doubtful");
  static final Rule ID_SCIENTIFIC = safe("company_id.scientific");
  static final Rule ID_MOVED = safe("company_id.moved");
  static final Rule SIREN_FROM_SIRET = safe("siren.from_siret");
  static final Rule SIREN_FROM_VAT = safe("siren.from_vat");
  static final Rule SIREN_CUT = suggested("siren.cut");
  static final Rule SIREN_FROM_NAME = suggested("siren.from_name");
  static final Rule SIREN_REPAIRED = suggested("siren.repaired");
  static final Rule VAT_FORMAT = safe("vat.format");
  static final Rule VAT_PREFIX = safe("vat.prefix");
  static final Rule VAT_KEY = suggested("vat.key");
  static final Rule VAT_FROM_SIREN = suggested("vat.from_siren");
  static final Rule NAF_FORMAT = safe("naf.format");
  static final Rule NAF_LEADING_ZERO = safe("naf.leading_zero");
  static final Rule NAF_LABEL = suggested("naf.label");
  static final Rule NAF_COMPLETED = suggested("naf.completed");
  static final Rule RNA_FORMAT = safe("rna.format");
  static final Rule RNA_PREFIX = suggested("rna.prefix");
  static final Rule FORM_CANONICAL = safe("legal_form.canonical");
  static final Rule FORM_CATEGORY = suggested("legal_form.category");
  static final Rule FORM_PARTIAL = suggested("legal_form.partial");
  static final Rule FORM_FROM_NAME = suggested("legal_form.from_name");
  static final Rule NAME_SPACES = safe("company_name.spaces");
  static final Rule NAME_EDGES = safe("company_name.edges");
  static final Rule NAME_FORM_DOTS = safe("company_name.form_dots");
  static final Rule NAME_CASE = suggested("company_name.case");
  static final Rule NAME_SITE = suggested("company_name.site");
  static final Rule NAME_STATE = suggested("company_name.state");
  static final Rule NAME_FORMER = suggested("company_name.former");
  static final Rule NAME_PLACEHOLDER = suggested("company_name.placeholder");
  static final Rule NAME_CARE_OF = suggested("company_name.care_of");
  static final Rule TRADE_NAME_FROM_NAME = suggested("trade_name.from_name");
  static final Rule TEXT_SPACES = safe("company.spaces");

  private CompanyRules() {}

  static List<Rule> all() {
    return List.copyOf(ALL);
  }

  private static Rule safe(String code) {
    return add(new Rule(code, Level.SAFE));
  }

  private static Rule suggested(String code) {
    return add(new Rule(code, Level.SUGGESTED));
  }

  private static Rule add(Rule rule) {
    ALL.add(rule);
    return rule;
  }
}
