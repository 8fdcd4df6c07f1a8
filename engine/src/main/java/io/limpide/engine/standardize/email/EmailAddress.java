package io.limpide.engine.standardize.email;

import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Severity;
import io.limpide.engine.reference.EmailDomains;
import io.limpide.engine.reference.EmailLocalParts;
import io.limpide.engine.standardize.email.EmailSyntax.Diagnosis;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An e-mail address taken apart, lower case, and what is to be said against it. Whatever the text,
 * there is an answer; {@link #isValid} says whether mail can be sent.
 *
 * @param local what stands before the "@", lower case; all of the text when it is no address
 * @param domain what stands after it, lower case, in ASCII form ({@code xn--...}); empty when the
 *     text is no address
 * @param reasons what is wrong or worth knowing, the worst first; empty for a plain person's
 *     address
 */
public record EmailAddress(String local, String domain, List<Reason> reasons) {
  /** Providers that deliver {@code name+anything} to {@code name}. Source: their help pages. */
  private static final Set<String> TAGGING =
      Set.of(
          "gmail.com",
          "googlemail.com",
          "outlook.com",
          "outlook.fr",
          "outlook.be",
          "hotmail.com",
          "hotmail.fr",
          "hotmail.be",
          "hotmail.co.uk",
          "live.com",
          "live.fr",
          "live.be",
          "msn.com",
          "icloud.com",
          "me.com",
          "mac.com",
          "proton.me",
          "protonmail.com",
          "protonmail.ch",
          "pm.me",
          "fastmail.com",
          "fastmail.fm");

  public EmailAddress {
    reasons = List.copyOf(reasons);
  }

  /**
   * Takes an address apart. White space around it and capitals are forgiven; nothing else is
   * repaired.
   */
  public static EmailAddress parse(String text) {
    PlainAddress plain = PlainAddress.read(text);
    if (plain != null) {
      return of(plain.capitals() ? text.toLowerCase(Locale.ROOT) : text, plain);
    }
    String address = text.strip().toLowerCase(Locale.ROOT);
    Diagnosis diagnosis = EmailSyntax.diagnose(address);
    if (diagnosis.code().equals("email.empty")) {
      return new EmailAddress("", "", List.of());
    }
    List<Reason> reasons = new ArrayList<>(2);
    if (!diagnosis.code().equals("email.valid")) {
      reasons.add(EmailReasons.of(diagnosis.code()));
    }
    int at = address.lastIndexOf('@');
    if (!diagnosis.deliverable() || at < 0) {
      return new EmailAddress(address, "", reasons);
    }
    String local = address.substring(0, at);
    String domain = ascii(address.substring(at + 1));
    judge(local, domain, reasons);
    return new EmailAddress(local, domain, EmailReasons.worstFirst(reasons));
  }

  /** Takes a plain address apart that is in lower case. */
  static EmailAddress of(String address, PlainAddress plain) {
    MailDomain domain = MailDomain.of(address, plain);
    String local = address.substring(0, plain.at());
    List<Reason> known = domain.reasons(local, plain);
    if (known != null) {
      return new EmailAddress(local, domain.name(), known);
    }
    List<Reason> reasons = new ArrayList<>(2);
    judge(local, domain.name(), reasons);
    return new EmailAddress(local, domain.name(), EmailReasons.worstFirst(reasons));
  }

  private static void judge(String local, String domain, List<Reason> reasons) {
    if (!isAscii(local)) {
      reasons.add(EmailReasons.ACCENTS);
    }
    MailDomain.reasons(domain, reasons);
    if (EmailDummies.isSender(local)) {
      reasons.add(EmailReasons.NO_REPLY);
    } else if (EmailDummies.isDummy(local, domain)) {
      reasons.add(EmailReasons.DUMMY);
    } else if (EmailLocalParts.isRole(local)) {
      reasons.add(EmailReasons.ROLE);
    }
  }

  /** Returns the ASCII form of a domain; the domain itself when it has none. */
  static String ascii(String domain) {
    if (isAscii(domain)) {
      return domain;
    }
    try {
      return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return domain; // a label that is too long or holds what no domain may hold
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether there is no error: mail may be sent, however odd the address looks. */
  public boolean isValid() {
    for (Reason reason : reasons) {
      if (reason.severity() == Severity.ERROR) {
        return false;
      }
    }
    return !domain.isEmpty();
  }

  /** Returns whether it names a function, such as {@code compta@}: not one person's address. */
  public boolean isRole() {
    return has(EmailReasons.ROLE) || has(EmailReasons.NO_REPLY);
  }

  /** Returns whether it was typed to get past a mandatory field. */
  public boolean isDummy() {
    return has(EmailReasons.DUMMY);
  }

  /** Returns whether it is a throw-away address. */
  public boolean isDisposable() {
    return has(EmailReasons.DISPOSABLE);
  }

  /** Returns whether it forwards to an address that the person does not show. */
  public boolean isRelay() {
    return has(EmailReasons.RELAY);
  }

  /** Returns whether the provider has closed. */
  public boolean isClosed() {
    return has(EmailReasons.CLOSED);
  }

  /** Returns whether it is a mailbox at a provider for private persons, not at a company. */
  public boolean isPersonalProvider() {
    return EmailDomains.isPersonal(domain);
  }

  /**
   * Returns whether it can stand for one person: valid, and neither a function, nor a throw-away,
   * nor a dummy address.
   */
  public boolean identifiesPerson() {
    return isValid() && !isRole() && !isDisposable() && !isDummy();
  }

  /**
   * Returns the form in which addresses of the same mailbox agree, for matching only: without
   * {@code +tag} where the provider ignores it, at Gmail without dots.
   */
  public String canonical() {
    if (domain.isEmpty()) {
      return local;
    }
    String box = local;
    if (TAGGING.contains(domain)) {
      int tag = box.indexOf('+');
      box = tag > 0 ? box.substring(0, tag) : box;
    }
    if (domain.equals("gmail.com") || domain.equals("googlemail.com")) {
      String undotted = box.replace(".", "");
      return (undotted.isEmpty() ? box : undotted) + "@gmail.com";
    }
    return box + "@" + domain;
  }

  /** Returns whether {@link #canonical} is the address itself. */
  boolean isCanonical() {
    return domain.isEmpty()
        || !((local.indexOf('+') > 0 && TAGGING.contains(domain))
            || (domain.equals("gmail.com") && local.indexOf('.') >= 0)
            || domain.equals("googlemail.com"));
  }

  /** Returns the address: lower case, the domain in ASCII form. */
  @Override
  public String toString() {
    return domain.isEmpty() ? local : local + "@" + domain;
  }

  private boolean has(Reason reason) {
    return reasons.contains(reason);
  }
}
