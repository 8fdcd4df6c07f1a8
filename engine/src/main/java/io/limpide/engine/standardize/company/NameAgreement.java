package io.limpide.engine.standardize.company;

import static io.limpide.engine.field.FieldType.COMPANY_NAME;
import static io.limpide.engine.field.FieldType.LEGAL_FORM;
import static io.limpide.engine.field.FieldType.SIREN;
import static io.limpide.engine.field.FieldType.STATUS;
import static io.limpide.engine.field.FieldType.TRADE_NAME;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.reference.CompanyStates;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.standardize.RecordRule;
import java.util.List;
import java.util.Set;

/** What a company's name says, held against the columns that say the same. */
final class NameAgreement implements RecordRule {
  /** Forms that people use for one another: an EURL is a SARL with one partner. */
  private static final List<Set<String>> KIN =
      List.of(
          Set.of("SARL", "EURL", "SELARL", "SCOP", "SCIC", "SPFPL", "SARL-S", "SARL AU"),
          Set.of("SAS", "SASU", "SELAS", "SCOP", "SCIC", "SPFPL"),
          Set.of("SA", "SE", "SAEM", "SPL", "SELAFA", "SCOP", "SCIC", "SPFPL", "SAU"),
          Set.of("SCA", "SELCA"),
          Set.of("EI", "EIRL"),
          Set.of("SC", "SCI", "SCCV", "SCPI", "SCM", "SCP", "SCEA", "SCIA", "SISA", "GFA"),
          Set.of("Association", "ASL", "ASBL"));

  @Override
  public Set<FieldType> fields() {
    return Set.of(COMPANY_NAME, TRADE_NAME, LEGAL_FORM, SIREN, STATUS);
  }

  @Override
  public void apply(RecordEdit record) {
    if (record.get(COMPANY_NAME).isEmpty()) {
      return;
    }
    form(record);
    // What the name consists of is asked last: names are many, and it takes a while.
    if (record.count(TRADE_NAME) > 0 && record.get(TRADE_NAME).isEmpty()) {
      String alias = record.part(COMPANY_NAME, 0, "alias");
      if (!alias.isEmpty()) {
        record.change(TRADE_NAME, 0, CompanyRules.TRADE_NAME_FROM_NAME, alias, 0.75, alias);
      }
    }
    if (record.count(SIREN) > 0 && record.get(SIREN).isEmpty()) {
      String siren = Siren.in(record.part(COMPANY_NAME, 0, "identifier"));
      if (!siren.isEmpty()) {
        record.change(SIREN, 0, CompanyRules.SIREN_FROM_NAME, siren, 0.9, siren);
      }
    }
    if (record.part(STATUS, 0, "state").equals("active")
        && CompanyStates.isEnded(record.part(COMPANY_NAME, 0, "statusHint"))) {
      record.remark(STATUS, 0, CompanyReasons.STATUS_OTHER, record.get(STATUS));
    }
  }

  private static void form(RecordEdit record) {
    String inName = record.count(LEGAL_FORM) == 0 ? "" : record.part(COMPANY_NAME, 0, "legalForm");
    if (inName.isEmpty()) {
      return;
    }
    if (record.get(LEGAL_FORM).isEmpty()) {
      record.change(LEGAL_FORM, 0, CompanyRules.FORM_FROM_NAME, inName, 0.9, inName);
      return;
    }
    String stated = record.part(LEGAL_FORM, 0, "form");
    if (!stated.isEmpty() && !stated.equals(inName) && !areKin(stated, inName)) {
      record.remark(LEGAL_FORM, 0, CompanyReasons.FORM_OTHER, stated, inName);
    }
  }

  private static boolean areKin(String a, String b) {
    for (Set<String> kin : KIN) {
      if (kin.contains(a) && kin.contains(b)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "agreement of a company's name";
  }
}
