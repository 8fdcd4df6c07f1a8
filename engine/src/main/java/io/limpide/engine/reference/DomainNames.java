package io.limpide.engine.reference;

import java.util.Set;

/**
 * Where, in the name of a host, the part begins that somebody has registered.
 *
 * <p>A short stand-in for the Public Suffix List: the second levels under which French and the most
 * frequent foreign names are registered, and the platforms whose subdomains belong to customers.
 */
public final class DomainNames {
  /** Source: Afnic naming charter (sector domains), and what other registries offer alike. */
  private static final Set<String> SECOND_LEVELS =
      Set.of(
          "co", "com", "org", "net", "gov", "ac", "edu", "gob", "or", "ne", "go", "gv", "ltd",
          "plc", "sch", "nhs", "me");

  private static final Set<String> SUFFIXES =
      Set.of(
          "asso.fr",
          "com.fr",
          "gouv.fr",
          "nom.fr",
          "prd.fr",
          "tm.fr",
          "aeroport.fr",
          "avocat.fr",
          "avoues.fr",
          "cci.fr",
          "chambagri.fr",
          "chirurgiens-dentistes.fr",
          "experts-comptables.fr",
          "geometre-expert.fr",
          "greta.fr",
          "huissier-justice.fr",
          "medecin.fr",
          "notaires.fr",
          "pharmacien.fr",
          "port.fr",
          "presse.fr",
          "veterinaire.fr",
          "e-monsite.com",
          "jimdo.com",
          "jimdosite.com",
          "wixsite.com",
          "wordpress.com",
          "blogspot.com",
          "blogspot.fr",
          "over-blog.com",
          "pagesperso-orange.fr",
          "monsite-orange.fr",
          "business.site",
          "webnode.fr",
          "weebly.com",
          "github.io",
          "netlify.app",
          "vercel.app",
          "myshopify.com",
          "sharepoint.com",
          "onmicrosoft.com",
          "free.fr",
          "canalblog.com",
          "site-solocal.com",
          "sitew.com",
          "sitew.fr",
          "wifeo.com",
          "eklablog.com",
          "fr.nf");

  private static final Set<String> RESERVED_TOP_LEVELS =
      Set.of("example", "test", "invalid", "localhost", "local", "lan", "internal");
  private static final Set<String> RESERVED = Set.of("example.com", "example.net", "example.org");

  private DomainNames() {}

  /**
   * Returns the registered part of a host name: {@code exemple.co.uk} of {@code www.exemple.co.uk}.
   *
   * @param host lower case, without a trailing dot
   */
  public static String registrable(String host) {
    int last = host.lastIndexOf('.');
    if (last <= 0) {
      return host;
    }
    int second = host.lastIndexOf('.', last - 1);
    if (second < 0) {
      return host;
    }
    String suffix = host.substring(second + 1);
    boolean shared =
        SUFFIXES.contains(suffix)
            || (host.length() - last == 3
                && !host.endsWith(".fr")
                && SECOND_LEVELS.contains(host.substring(second + 1, last)));
    if (!shared) {
      return suffix;
    }
    return host.substring(host.lastIndexOf('.', second - 1) + 1);
  }

  /** Returns whether a domain can belong to nobody: kept for examples and local nets (RFC 2606). */
  public static boolean isReserved(String domain) {
    String topLevel = domain.substring(domain.lastIndexOf('.') + 1);
    return RESERVED_TOP_LEVELS.contains(topLevel) || RESERVED.contains(registrable(domain));
  }
}
