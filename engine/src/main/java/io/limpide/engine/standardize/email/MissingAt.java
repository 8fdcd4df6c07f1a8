package io.limpide.engine.standardize.email;

import io.limpide.engine.reference.EmailDomains;

/** Finds where the "@" was in an address without one that ends in a provider's domain. */
final class MissingAt {
  private MissingAt() {}

  /** Returns the address with an "@" before the provider; empty when there is none to be found. */
  static String insert(String text) {
    if (text.indexOf('@') >= 0 || text.length() > 254 || text.indexOf('/') >= 0) {
      return "";
    }
    for (String provider : EmailDomains.frequentProviders()) {
      if (text.endsWith(provider) && text.length() > provider.length() + 1) {
        String local = text.substring(0, text.length() - provider.length());
        int end = local.length();
        while (end > 0 && " .°#&à(-_\"'".indexOf(local.charAt(end - 1)) >= 0) {
          end--;
        }
        boolean separated = end < local.length();
        local = local.substring(0, end);
        boolean common = provider.indexOf('.') < 5; // "sansfree.fr" may be a web site
        return local.isEmpty() || local.contains(" ") || (common && !separated)
            ? ""
            : local + "@" + provider;
      }
    }
    return "";
  }
}
