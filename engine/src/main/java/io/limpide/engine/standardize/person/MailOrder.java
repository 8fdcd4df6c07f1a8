package io.limpide.engine.standardize.person;

import io.limpide.engine.text.Fold;

/** What the part of an e-mail address before the @ says of the order of two names. */
final class MailOrder {
  private MailOrder() {}

  /**
   * Whether the address is made like {@code given.family@}, {@code givenfamily@}, {@code g.family@}
   * or {@code gfamily@}: the usual orders, in which an initial is never the family's.
   */
  static boolean confirms(String given, String family, String email) {
    int at = email.indexOf('@');
    if (at < 3 || at > 64 || !NameText.mayBeginAlike(email, given)) {
      return false;
    }
    String g = Fold.key(given);
    String f = Fold.key(family);
    if (g.length() < 2 || f.length() < 2 || g.equals(f)) {
      return false;
    }
    String local = email.substring(0, at);
    int plus = local.indexOf('+');
    String whole = Fold.key(plus > 0 ? local.substring(0, plus) : local);
    int end = whole.length();
    while (end > 0 && Character.isDigit(whole.charAt(end - 1))) {
      end--; // jean.dupont2@
    }
    whole = whole.substring(0, end);
    return whole.equals(g + f) || whole.equals(g.charAt(0) + f);
  }
}
