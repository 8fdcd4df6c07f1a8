package io.limpide.engine.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of e-mail domains. All domains are lower case; international ones in their ASCII
 * form ({@code xn--...}).
 *
 * <p>Sources: disposable domains from npm disposable-email-domains-js 1.26.0 (CC0-1.0) with French
 * services added; top-level domains from npm tlds 1.261.0 (the IANA root zone); the lists of
 * providers and slips are our own.
 */
public final class EmailDomains {
  private static final int FREQUENT = 60;

  private static final Set<String> DISPOSABLE = union("disposable.txt", "disposable-fr.txt");
  private static final Set<String> CLOSED = Set.copyOf(EmailTables.words("closed.txt"));
  private static final Set<String> RELAYS = Set.copyOf(EmailTables.words("relays.txt"));
  private static final List<String> FREQUENT_PROVIDERS =
      EmailTables.words("personal.txt").stream()
          .filter(domain -> !CLOSED.contains(domain))
          .limit(FREQUENT)
          .toList();
  private static final Set<String> PERSONAL = union("personal.txt", "closed.txt", "relays.txt");
  private static final Map<String, String> LOOKALIKES =
      Map.copyOf(EmailTables.valueByKey("lookalikes.txt"));
  private static final Map<String, String> DOMAIN_SLIPS =
      Map.copyOf(EmailTables.keysByValue("domains-typos.csv"));
  private static final Map<String, String> NAME_SLIPS =
      Map.copyOf(EmailTables.keysByValue("names-typos.csv"));
  private static final Map<String, String> TOP_LEVEL_SLIPS =
      Map.copyOf(EmailTables.keysByValue("tlds-typos.csv"));
  private static final Set<String> TOP_LEVEL =
      Set.copyOf(EmailTables.words("top-level-domains.txt"));

  private EmailDomains() {}

  private static Set<String> union(String... tables) {
    Set<String> union = new java.util.HashSet<>();
    for (String table : tables) {
      union.addAll(EmailTables.words(table));
    }
    return Set.copyOf(union);
  }

  /** Returns whether the domain, or one that it belongs to, gives throw-away addresses. */
  public static boolean isDisposable(String domain) {
    return within(DISPOSABLE, domain);
  }

  /** Returns whether people have their own mailboxes there: providers, closed ones, relays. */
  public static boolean isPersonal(String domain) {
    return PERSONAL.contains(domain);
  }

  /** Returns whether the service forwards to an address that the person does not show. */
  public static boolean isRelay(String domain) {
    return within(RELAYS, domain);
  }

  /** Returns whether the provider has closed, so that nobody can be reached there. */
  public static boolean isClosed(String domain) {
    return CLOSED.contains(domain);
  }

  /** Returns whether the label is a top-level domain of the Internet. */
  public static boolean isTopLevel(String label) {
    return TOP_LEVEL.contains(label);
  }

  /** Returns the providers most used in France, the most frequent first. */
  public static List<String> frequentProviders() {
    return FREQUENT_PROVIDERS;
  }

  /** Returns whether the domain is known to exist although it looks like a provider's. */
  public static boolean isLookalike(String domain) {
    return LOOKALIKES.containsKey(domain);
  }

  /** Returns the provider that may have been meant by a real domain that looks like it. */
  public static Optional<String> behindLookalike(String domain) {
    return Optional.ofNullable(LOOKALIKES.get(domain)).filter(provider -> !provider.isEmpty());
  }

  /**
   * Returns the provider that was meant beyond doubt by a domain that nobody but a slip produces.
   */
  public static Optional<String> behindSlip(String domain) {
    if (PERSONAL.contains(domain) || LOOKALIKES.containsKey(domain)) {
      return Optional.empty();
    }
    String whole = DOMAIN_SLIPS.get(domain);
    if (whole != null) {
      return Optional.of(whole);
    }
    int dot = domain.lastIndexOf('.');
    if (dot <= 0) {
      return Optional.empty();
    }
    String name = domain.substring(0, dot);
    String top = domain.substring(dot + 1);
    String meantName = NAME_SLIPS.get(name);
    String meantTop = TOP_LEVEL_SLIPS.get(top);
    if (meantName == null && meantTop == null) {
      return Optional.empty(); // nearly always
    }
    String meant =
        (meantName == null ? name : meantName) + "." + (meantTop == null ? top : meantTop);
    if (PERSONAL.contains(meant)) {
      return Optional.of(meant);
    }
    return Optional.ofNullable(DOMAIN_SLIPS.get(meant));
  }

  /** Returns the top-level domain that was meant by one that does not exist. */
  public static Optional<String> behindTopLevelSlip(String label) {
    return isTopLevel(label) ? Optional.empty() : Optional.ofNullable(TOP_LEVEL_SLIPS.get(label));
  }

  private static boolean within(Set<String> domains, String domain) {
    for (int at = 0; at >= 0; at = domain.indexOf('.', at) + 1) {
      if (domains.contains(domain.substring(at))) {
        return true;
      }
      if (domain.indexOf('.', at) < 0) {
        return false;
      }
    }
    return false;
  }
}
