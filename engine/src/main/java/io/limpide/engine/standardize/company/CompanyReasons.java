package io.limpide.engine.standardize.company;

import static io.limpide.engine.finding.Dimension.COMPLETENESS;
import static io.limpide.engine.finding.Dimension.CONSISTENCY;
import static io.limpide.engine.finding.Dimension.FRESHNESS;
import static io.limpide.engine.finding.Dimension.VALIDITY;
import static io.limpide.engine.finding.Severity.ERROR;
import static io.limpide.engine.finding.Severity.INFO;
import static io.limpide.engine.finding.Severity.WARNING;

import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** Everything the family may have to remark. */
final class CompanyReasons {
  private static final List<Reason> ALL = new ArrayList<>();

  static final Reason ID_SCIENTIFIC = add("company_id.scientific", ERROR, VALIDITY);
  static final Reason ID_PLACEHOLDER = add("company_id.placeholder", WARNING, COMPLETENESS);
  static final Reason MASKED = add("company_id.masked", INFO, COMPLETENESS);
  static final Reason SIREN_FORMAT = add("siren.format", ERROR, VALIDITY);
  static final Reason SIREN_CHECKSUM = add("siren.checksum", ERROR, VALIDITY);
  static final Reason SIREN_IS_SIRET = add("siren.is_siret", WARNING, CONSISTENCY);
  static final Reason SIREN_IS_VAT = add("siren.is_vat", WARNING, CONSISTENCY);
  static final Reason SIRET_FORMAT = add("siret.format", ERROR, VALIDITY);
  static final Reason SIRET_CHECKSUM = add("siret.checksum", ERROR, VALIDITY);
  static final Reason SIRET_IS_SIREN = add("siret.is_siren", WARNING, CONSISTENCY);
  static final Reason SIRET_IS_VAT = add("siret.is_vat", WARNING, CONSISTENCY);
  static final Reason SIRET_MONACO = add("siret.monaco", INFO, VALIDITY);
  static final Reason SIRET_OTHER_SIREN = add("siret.other_siren", ERROR, CONSISTENCY);
  static final Reason VAT_FORMAT = add("vat.format", ERROR, VALIDITY);
  static final Reason VAT_CHECKSUM = add("vat.checksum", ERROR, VALIDITY);
  static final Reason VAT_KEY_UNSURE = add("vat.key_unsure", WARNING, VALIDITY);
  static final Reason VAT_EXEMPT = add("vat.exempt", INFO, COMPLETENESS);
  static final Reason VAT_IS_SIREN = add("vat.is_siren", WARNING, CONSISTENCY);
  static final Reason VAT_IS_SIRET = add("vat.is_siret", WARNING, CONSISTENCY);
  static final Reason VAT_OTHER_SIREN = add("vat.other_siren", ERROR, CONSISTENCY);
  static final Reason NAF_FORMAT = add("naf.format", ERROR, VALIDITY);
  static final Reason NAF_UNKNOWN = add("naf.unknown", ERROR, VALIDITY);
  static final Reason NAF_OUTDATED = add("naf.outdated", WARNING, FRESHNESS);
  static final Reason RNA_FORMAT = add("rna.format", ERROR, VALIDITY);
  static final Reason FORM_UNKNOWN = add("legal_form.unknown", WARNING, VALIDITY);
  static final Reason FORM_OTHER = add("legal_form.other_than_name", WARNING, CONSISTENCY);
  static final Reason NAME_ONLY_FORM = add("company_name.only_legal_form", ERROR, COMPLETENESS);
  static final Reason NAME_PLACEHOLDER = add("company_name.placeholder", WARNING, COMPLETENESS);
  static final Reason NAME_NO_LETTERS = add("company_name.no_letters", WARNING, VALIDITY);
  static final Reason NAME_IDENTIFIER = add("company_name.identifier", WARNING, CONSISTENCY);
  static final Reason NAME_STATE = add("company_name.state", WARNING, FRESHNESS);
  static final Reason STATUS_ENDED = add("status.ended", WARNING, FRESHNESS);
  static final Reason STATUS_OTHER = add("status.other_than_name", WARNING, CONSISTENCY);

  private CompanyReasons() {}

  static List<Reason> all() {
    return List.copyOf(ALL);
  }

  private static Reason add(String code, Severity severity, Dimension dimension) {
    Reason reason = new Reason(code, severity, dimension);
    ALL.add(reason);
    return reason;
  }
}
