package io.limpide.engine.standardize.email;

import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Remark;
import io.limpide.engine.reference.DomainNames;
import io.limpide.engine.reference.EmailDomains;
import io.limpide.engine.reference.EmailLocalParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of an address because of its domain, decided once: few domains have most of
 * the addresses.
 *
 * @param name lower case, in ASCII form
 * @param dummy whether it is nobody's
 * @param personal whether it belongs to a provider for private persons
 * @param doubt whether it may be a slip for another
 * @param ofPerson what is to be said of a person's address there
 * @param ofRole what is to be said of the address of a function there
 * @param parts the part {@code domain}
 */
record MailDomain(
    String name,
    boolean dummy,
    boolean personal,
    Doubt doubt,
    List<Reason> ofPerson,
    List<Reason> ofRole,
    Map<String, String> parts) {
  private static final int SIZE = 1 << 14;

  /** Those asked for lately. Any thread may replace an entry; whichever it finds is right. */
  private static final @Nullable MailDomain[] KNOWN = new MailDomain[SIZE];

  /** Judged when it is asked for the first time, for it costs more than all else. */
  private static final class Doubt {
    private @Nullable Boolean judged; // threads may judge twice, but always alike

    boolean about(String name) {
      Boolean known = judged;
      if (known == null) {
        known = isDoubtful(name);
        judged = known;
      }
      return known;
    }
  }

  /** Returns whether it may be a slip for another, judged by itself. */
  boolean doubtful() {
    return doubt.about(name);
  }

  /** Returns what is known of the domain of an address in lower case. */
  static MailDomain of(String address, PlainAddress plain) {
    int from = plain.at() + 1;
    int slot = (plain.domainHash() * 0x9E3779B9) >>> 18 & (SIZE - 1);
    MailDomain known = KNOWN[slot];
    if (known == null
        || known.name.length() != address.length() - from
        || !address.startsWith(known.name, from)) {
      known = judge(address.substring(from));
      KNOWN[slot] = known;
    }
    return known;
  }

  /**
   * Returns what is to be said of a plain address there; null when it may be a dummy or a sender.
   */
  @Nullable List<Reason> reasons(String local, PlainAddress plain) {
    if (dummy || EmailDummies.mayBe(local, plain.localHash())) {
      return null;
    }
    boolean role =
        EmailLocalParts.mayBeRole(plain.localHash(), plain.wordHash())
            && EmailLocalParts.isRole(local);
    return role ? ofRole : ofPerson;
  }

  /** Returns reasons as remarks about an address there. */
  List<Remark> remarks(List<Reason> reasons) {
    if (reasons.isEmpty()) {
      return List.of();
    }
    if (reasons.size() == 1) {
      return List.of(Remark.of(reasons.get(0), name));
    }
    List<Remark> remarks = new ArrayList<>(reasons.size());
    for (Reason reason : reasons) {
      remarks.add(Remark.of(reason, name));
    }
    return remarks;
  }

  private static MailDomain judge(String name) {
    List<Reason> reasons = new ArrayList<>(3);
    reasons(name, reasons);
    List<Reason> ofPerson = EmailReasons.worstFirst(reasons);
    reasons.add(EmailReasons.ROLE);
    return new MailDomain(
        name,
        EmailDummies.isDummyDomain(name),
        EmailDomains.isPersonal(name),
        new Doubt(),
        ofPerson,
        EmailReasons.worstFirst(reasons),
        Map.of("domain", name));
  }

  /** Adds what is to be said of any address there, after what has been said already. */
  static void reasons(String domain, List<Reason> reasons) {
    String topLevel = domain.substring(domain.lastIndexOf('.') + 1);
    if (DomainNames.isReserved(domain)) {
      reasons.add(EmailReasons.RESERVED);
    } else if (reasons.isEmpty() && !EmailDomains.isTopLevel(topLevel)) {
      reasons.add(EmailReasons.TOP_LEVEL);
    }
    if (EmailDomains.isClosed(domain)) {
      reasons.add(EmailReasons.CLOSED);
    } else if (EmailDomains.isDisposable(domain)) {
      reasons.add(EmailReasons.DISPOSABLE);
    } else if (EmailDomains.isRelay(domain)) {
      reasons.add(EmailReasons.RELAY);
    }
  }

  private static boolean isDoubtful(String name) {
    return name.startsWith("www.")
        || !DomainTypos.meant(name).equals(name)
        || EmailDomains.behindLookalike(name).isPresent()
        || EmailDomains.behindTopLevelSlip(name.substring(name.lastIndexOf('.') + 1)).isPresent();
  }
}
