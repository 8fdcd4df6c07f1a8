package io.limpide.engine.standardize.email;

import io.limpide.engine.reference.EmailDomains;

/** Slips in a domain that are beyond doubt. */
final class DomainTypos {
  private static final String[] TOP_LEVELS = {"fr", "com", "net"};

  private DomainTypos() {}

  /** Returns the domain that was meant; the domain itself when it is none of those slips. */
  static String meant(String domain) {
    if (EmailDomains.isPersonal(domain)) {
      return domain;
    }
    String slip = EmailDomains.behindSlip(domain).orElse(null);
    if (slip != null) {
      return slip;
    }
    int dot = domain.lastIndexOf('.');
    if (dot < 0) {
      return withDot(domain);
    }
    String before = domain.substring(0, dot);
    String last = domain.substring(dot + 1);
    // free.fr.fr, gmail.com.fr: nothing can be registered under a provider's own name
    if (EmailDomains.isPersonal(before) && (last.equals("fr") || last.equals("com"))) {
      return before;
    }
    return domain;
  }

  /** {@code orangefr}, {@code gmail-com}, {@code free_fr}. */
  private static String withDot(String domain) {
    for (String topLevel : TOP_LEVELS) {
      if (domain.endsWith(topLevel) && domain.length() > topLevel.length() + 2) {
        String name = domain.substring(0, domain.length() - topLevel.length());
        char last = name.charAt(name.length() - 1);
        if (last == '-' || last == '_') {
          name = name.substring(0, name.length() - 1);
        }
        String dotted = name + "." + topLevel;
        if (EmailDomains.isPersonal(dotted)) {
          return dotted;
        }
      }
    }
    return domain;
  }
}
