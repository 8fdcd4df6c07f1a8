package io.limpide.engine.standardize.company;

import static io.limpide.engine.field.FieldType.RNA;
import static io.limpide.engine.field.FieldType.SIREN;
import static io.limpide.engine.field.FieldType.SIRET;
import static io.limpide.engine.field.FieldType.VAT;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.standardize.RecordRule;
import java.util.Set;

/**
 * The identifiers of one company: each into its own column, then held against each other.
 *
 * <p>A SIRET begins with the SIREN and a French VAT number ends with it, so an empty SIREN can be
 * filled from either without doubt; a VAT number can only be proposed, since a company may have
 * none.
 */
final class IdentifierAgreement implements RecordRule {
  @Override
  public Set<FieldType> fields() {
    return Set.of(SIREN, SIRET, VAT, RNA);
  }

  @Override
  public void apply(RecordEdit record) {
    if (isFilled(record)) {
      exchange(record);
      sirenColumn(record);
      siretColumn(record);
      vatColumn(record);
      fill(record);
      compare(record);
      propose(record);
    }
  }

  private static boolean isFilled(RecordEdit record) {
    return !record.get(SIREN).isEmpty()
        || !record.get(SIRET).isEmpty()
        || !record.get(VAT).isEmpty()
        || record.count(SIRET) > 1
        || record.count(VAT) > 1;
  }

  /** SIREN and SIRET the other way round. */
  private static void exchange(RecordEdit record) {
    String siren = record.get(SIREN);
    String siret = record.get(SIRET);
    if (Siren.isValid(siret) && Siret.isValid(siren) && siren.startsWith(siret)) {
      record.change(SIREN, 0, CompanyRules.ID_MOVED, siret, 0.99, SIRET.word());
      record.change(SIRET, 0, CompanyRules.ID_MOVED, siren, 0.99, SIREN.word());
    }
  }

  private static void sirenColumn(RecordEdit record) {
    String value = record.get(SIREN);
    if (value.length() < 10) {
      return;
    }
    if (Siret.isValid(value)) {
      if (holds(record, SIRET, value, SIREN)) {
        record.change(
            SIREN, 0, CompanyRules.SIREN_FROM_SIRET, Siret.siren(value), 0.99, SIRET.word());
      } else {
        record.change(SIREN, 0, CompanyRules.SIREN_CUT, Siret.siren(value), 0.9, value);
      }
    } else if (Vat.isValid(value)) {
      if (holds(record, VAT, value, SIREN)) {
        record.change(SIREN, 0, CompanyRules.ID_MOVED, Vat.siren(value), 0.99, VAT.word());
      } else if (!Vat.siren(value).isEmpty()) {
        record.change(SIREN, 0, CompanyRules.SIREN_CUT, Vat.siren(value), 0.9, value);
      }
    } else if (Rna.isValid(value)) {
      move(record, SIREN, RNA, value);
    }
  }

  private static void siretColumn(RecordEdit record) {
    String value = record.get(SIRET);
    if (value.isEmpty() || Siret.syntax(value) == Syntax.UNVERIFIABLE) {
      return;
    }
    if (Siren.isValid(value)) {
      move(record, SIRET, SIREN, value);
    } else if (Rna.isValid(value)) {
      move(record, SIRET, RNA, value);
    } else if (value.length() != 14 && Vat.isValid(value)) {
      move(record, SIRET, VAT, value);
    }
  }

  private static void vatColumn(RecordEdit record) {
    String value = record.get(VAT);
    if (value.length() == 13) {
      return; // a French number, as nearly always
    }
    if (Siren.isValid(value)) {
      move(record, VAT, SIREN, value);
    } else if (Siret.isValid(value)) {
      move(record, VAT, SIRET, value);
    }
  }

  private static void move(RecordEdit record, FieldType from, FieldType to, String value) {
    if (holds(record, to, value, from)) {
      record.change(from, 0, CompanyRules.ID_MOVED, "", 0.99, to.word());
    }
  }

  /** Returns whether the value is in its own column now, putting it there if that is empty. */
  private static boolean holds(RecordEdit record, FieldType to, String value, FieldType from) {
    if (record.count(to) == 0) {
      return false;
    }
    if (record.get(to).isEmpty()) {
      return record.change(to, 0, CompanyRules.ID_MOVED, value, 0.99, from.word());
    }
    return record.get(to).equals(value);
  }

  private static void fill(RecordEdit record) {
    if (record.count(SIREN) == 0 || !record.get(SIREN).isEmpty()) {
      return;
    }
    String ofSiret = sirenOf(record, SIRET);
    String ofVat = sirenOf(record, VAT);
    if (!ofSiret.isEmpty() && (ofVat.isEmpty() || ofVat.equals(ofSiret))) {
      record.change(SIREN, 0, CompanyRules.SIREN_FROM_SIRET, ofSiret, 0.99, record.get(SIRET));
    } else if (ofSiret.isEmpty() && !ofVat.isEmpty()) {
      record.change(SIREN, 0, CompanyRules.SIREN_FROM_VAT, ofVat, 0.99, record.get(VAT));
    }
  }

  /** Returns the one SIREN in the columns of a type; empty when there is none or they differ. */
  private static String sirenOf(RecordEdit record, FieldType type) {
    String found = "";
    for (int i = 0; i < record.count(type); i++) {
      String siren = Siren.in(record.get(type, i));
      if (!found.isEmpty() && !siren.isEmpty() && !siren.equals(found)) {
        return "";
      }
      found = found.isEmpty() ? siren : found;
    }
    return found;
  }

  private static void compare(RecordEdit record) {
    String siren = record.get(SIREN);
    if (record.get(SIRET).isEmpty()
        && record.get(VAT).isEmpty()
        && record.count(SIRET) < 2
        && record.count(VAT) < 2) {
      return;
    }
    String reference = Siren.isValid(siren) ? siren : sirenOf(record, SIRET);
    if (reference.isEmpty()) {
      return;
    }
    for (int i = 0; i < record.count(SIRET); i++) {
      String other = Siret.siren(record.get(SIRET, i));
      if (!other.isEmpty() && !other.equals(reference)) {
        record.remark(
            SIRET,
            i,
            CompanyReasons.SIRET_OTHER_SIREN,
            Siren.spaced(other),
            Siren.spaced(reference));
      }
    }
    for (int i = 0; i < record.count(VAT); i++) {
      String other = Vat.siren(record.get(VAT, i));
      if (!other.isEmpty() && !other.equals(reference)) {
        record.remark(
            VAT, i, CompanyReasons.VAT_OTHER_SIREN, Siren.spaced(other), Siren.spaced(reference));
      }
    }
  }

  private static void propose(RecordEdit record) {
    String siren = record.get(SIREN);
    if (Siren.syntax(siren) == Syntax.CHECKSUM_KO) {
      String likely = sirenOf(record, SIRET);
      likely = likely.isEmpty() ? sirenOf(record, VAT) : likely;
      if (!likely.isEmpty() && isSlip(siren, likely)) {
        record.change(SIREN, 0, CompanyRules.SIREN_REPAIRED, likely, 0.9, siren);
      }
    }
    if (record.count(VAT) == 0 || !record.get(VAT).isEmpty()) {
      return;
    }
    String known = Siren.isValid(siren) ? siren : sirenOf(record, SIRET);
    if (!known.isEmpty()) {
      record.change(VAT, 0, CompanyRules.VAT_FROM_SIREN, Vat.ofSiren(known), 0.6, known);
    }
  }

  /** Whether one digit differs or two neighbours are exchanged. */
  private static boolean isSlip(String a, String b) {
    int differ = 0;
    int first = -1;
    for (int i = 0; i < a.length(); i++) {
      if (a.charAt(i) != b.charAt(i)) {
        differ++;
        first = first < 0 ? i : first;
      }
    }
    return differ == 1
        || (differ == 2
            && first + 1 < a.length()
            && a.charAt(first) == b.charAt(first + 1)
            && a.charAt(first + 1) == b.charAt(first));
  }

  @Override
  public String toString() {
    return "agreement of company identifiers";
  }
}
