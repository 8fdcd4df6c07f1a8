package io.limpide.engine.standardize.email;

import io.limpide.engine.reference.EmailDomains;
import io.limpide.engine.standardize.email.EmailSyntax.Category;
import java.util.Locale;

/** The safe repairs of one address, in the order in which they make each other possible. */
final class EmailRepair {
  /** Rounds after which nothing moves any more; each repair takes something away. */
  private static final int ROUNDS = 6;

  private EmailRepair() {}

  /** Repairs what can be; returns the display name that stood beside the address, if any. */
  static String repair(Trial trial) {
    String name = "";
    for (int round = 0; round < ROUNDS; round++) {
      String before = trial.value();
      trial.change(EmailRules.SPACES, EmailText.plain(trial.value()), 0.99);
      String[] nameAndAddress = EmailText.nameAndAddress(trial.value());
      if (nameAndAddress.length == 2) {
        trial.change(EmailRules.DISPLAY_NAME, nameAndAddress[1], 0.99, nameAndAddress[0]);
        name = name.isEmpty() ? nameAndAddress[0] : name;
      }
      trial.change(EmailRules.LABEL, EmailText.withoutLabel(trial.value()), 0.99);
      trial.change(EmailRules.AT_SIGN, EmailText.withAtSign(trial.value()), 0.97);
      trial.change(EmailRules.AT_SIGN, withKeyboardAt(trial.value()), 0.97);
      trial.change(EmailRules.NOTE, EmailText.withoutNote(trial.value()), 0.97);
      punctuation(trial);
      trial.change(EmailRules.SPACES, EmailText.withoutSpaces(trial.value()), 0.97);
      trial.change(EmailRules.DOT, EmailText.withDots(trial.value()), 0.97);
      domain(trial);
      if (trial.value().equals(before)) {
        break;
      }
    }
    if (EmailSyntax.diagnose(trial.value()).category() != Category.INVALID) {
      trial.change(EmailRules.LOWER_CASE, trial.value().toLowerCase(Locale.ROOT), 0.99);
    }
    return name;
  }

  private static void punctuation(Trial trial) {
    String value = trial.value();
    // An apostrophe before the address is allowed there, but is the text mark of a spreadsheet.
    if (value.startsWith("'") || !EmailSyntax.diagnose(value).deliverable()) {
      trial.change(EmailRules.PUNCTUATION, EmailText.withoutPunctuation(value), 0.99);
    }
  }

  /** On a French keyboard "@" is a second meaning of the key "à": {@code jeanàfree.fr}. */
  private static String withKeyboardAt(String text) {
    int key = text.indexOf('à');
    if (key <= 0 || text.indexOf('@') >= 0 || text.indexOf('à', key + 1) >= 0) {
      return text;
    }
    String domain = text.substring(key + 1).strip().toLowerCase(Locale.ROOT);
    return EmailDomains.isPersonal(DomainTypos.meant(domain))
        ? text.substring(0, key) + "@" + domain
        : text;
  }

  private static void domain(Trial trial) {
    String value = trial.value();
    int at = value.indexOf('@');
    if (at <= 0 || at != value.lastIndexOf('@') || value.indexOf(' ', at) == at + 1) {
      return;
    }
    String local = value.substring(0, at + 1);
    String domain = value.substring(at + 1).toLowerCase(Locale.ROOT);
    if (domain.startsWith("www.") && domain.indexOf('.', 4) > 0) {
      trial.change(EmailRules.WWW, local + domain.substring(4), 0.98);
      return;
    }
    String joined = domain.replace(" ", "");
    if (!joined.equals(domain) && EmailDomains.isPersonal(DomainTypos.meant(joined))) {
      trial.change(EmailRules.SPACES, local + joined, 0.97);
      return;
    }
    String folded = EmailText.fold(domain);
    if (!folded.equals(domain)
        && (EmailDomains.isPersonal(folded) || EmailDomains.behindSlip(folded).isPresent())) {
      trial.change(EmailRules.DOMAIN_ACCENTS, local + folded, 0.99);
      return;
    }
    String meant = DomainTypos.meant(domain);
    if (!meant.equals(domain)) {
      trial.change(EmailRules.DOMAIN_TYPO, local + meant, 0.99, domain);
    }
  }
}
