package io.limpide.engine.standardize.web;

import io.limpide.engine.finding.RulePolicy;
import io.limpide.engine.reference.ContactPlaceholders;
import io.limpide.engine.reference.DomainNames;
import io.limpide.engine.reference.EmailDomains;
import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import java.net.IDN;
import java.util.Locale;
import java.util.Set;

/**
 * Brings web addresses into standard form: scheme as given, host in lower case, no slash after a
 * bare host. A scheme is not invented: whether a site answers to https only the network knows.
 *
 * <p>Part: {@code domain}, the registered domain of a site of one's own; none for pages on a social
 * network or at a provider.
 */
final class WebStandardizer implements Standardizer {
  private static final int LONGEST = 2000;

  private static final Set<String> NETWORKS =
      Set.of(
          "facebook.com",
          "fb.com",
          "instagram.com",
          "linkedin.com",
          "twitter.com",
          "x.com",
          "youtube.com",
          "tiktok.com",
          "pinterest.com",
          "pinterest.fr",
          "viadeo.com",
          "linktr.ee",
          "pagesjaunes.fr",
          "societe.com",
          "google.com",
          "google.fr",
          "goo.gl",
          "g.page",
          "tripadvisor.fr",
          "doctolib.fr",
          "planity.com",
          "houzz.fr",
          "malt.fr",
          "leboncoin.fr",
          "wa.me",
          "t.me",
          "bit.ly");

  private static final Set<String> EMPTY_FORMS =
      Set.of("http", "https", "www", "http://www", "https://www");

  private static final Set<String> DUMMIES =
      Set.of(
          "test",
          "exemple",
          "example",
          "monsite",
          "votresite",
          "xxx",
          "xxxx",
          "aaa",
          "azerty",
          "domaine",
          "domain");

  private final RulePolicy policy;

  WebStandardizer(RulePolicy policy) {
    this.policy = policy;
  }

  @Override
  public Standardized standardize(String raw) {
    if (raw.isEmpty()) {
      return Standardized.unchanged(raw);
    }
    Cleaning cleaning = new Cleaning(raw, policy);
    if (WebText.isPlainHost(raw)) {
      describe(new WebSite("", raw, ""), cleaning);
      return cleaning.done();
    }
    if (raw.length() > LONGEST) {
      cleaning.remark(WebRules.INVALID, Integer.toString(raw.length()));
      return cleaning.done();
    }
    String plain = WebText.plain(raw);
    if (ContactPlaceholders.isNothing(plain) || isEmptyForm(plain)) {
      cleaning.change(WebRules.PLACEHOLDER, "", 0.98, raw.strip());
      if (!cleaning.value().isEmpty()) {
        cleaning.remark(WebRules.DUMMY, raw.strip());
      }
      return cleaning.done();
    }
    WebSite site = WebSite.parse(repaired(plain));
    if (isEmailAddress(plain)) {
      cleaning.change(WebRules.SPACES, plain, 0.99);
      cleaning.remark(WebRules.EMAIL, plain);
    } else if (site.host().isEmpty()) {
      cleaning.change(WebRules.SPACES, raw.strip(), 0.99);
      cleaning.remark(WebRules.INVALID, raw.strip());
    } else {
      repair(plain, site, cleaning);
      describe(site, cleaning);
    }
    return cleaning.done();
  }

  /** What forms offer to be filled in: {@code http://}, {@code www.}. */
  private static boolean isEmptyForm(String plain) {
    String word = plain.toLowerCase(Locale.ROOT);
    int end = word.length();
    while (end > 0 && ":/. ".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return EMPTY_FORMS.contains(word.substring(0, end));
  }

  private static boolean isEmailAddress(String plain) {
    int at = plain.indexOf('@');
    return at > 0
        && plain.indexOf('/') < 0
        && plain.indexOf(' ') < 0
        && at == plain.lastIndexOf('@');
  }

  private static String repaired(String plain) {
    return WebText.withDots(WebText.withWww(WebText.withScheme(WebText.withoutSpaces(plain))));
  }

  /** Takes the repairs one by one, so that each is known; stops at the first held back. */
  private static void repair(String plain, WebSite site, Cleaning cleaning) {
    String close = WebText.withoutSpaces(plain);
    String schemed = WebText.withScheme(close);
    String www = WebText.withWww(schemed);
    if (cleaning.change(WebRules.SPACES, close, 0.98)
        && cleaning.change(WebRules.SCHEME, schemed, 0.98)
        && cleaning.change(WebRules.WWW, www, 0.98)
        && cleaning.change(WebRules.DOT, WebText.withDots(www), 0.97)) {
      cleaning.change(WebRules.FORM, site.toString(), 0.99);
    }
  }

  private static void describe(WebSite site, Cleaning cleaning) {
    if (site.isIpAddress()) {
      cleaning.remark(WebRules.IP_ADDRESS, site.host());
      return;
    }
    String domain = DomainNames.registrable(site.host());
    boolean coded = site.topLevel().startsWith("xn--");
    String topLevel = coded ? IDN.toUnicode(site.topLevel()) : site.topLevel();
    boolean ascii = WebText.isAscii(topLevel);
    if (DomainNames.isReserved(site.host())) {
      cleaning.remark(WebRules.RESERVED, site.host());
    } else if (ascii && !EmailDomains.isTopLevel(topLevel)) {
      cleaning.remark(WebRules.TOP_LEVEL, site.host());
    } else if (NETWORKS.contains(domain)) {
      cleaning.remark(WebRules.SOCIAL, domain);
    } else if (EmailDomains.isPersonal(withoutWww(site.host()))) {
      cleaning.remark(WebRules.PROVIDER, domain); // somebody's mail provider, not his site
    } else if (isDummy(domain)) {
      cleaning.remark(WebRules.DUMMY, domain);
    } else {
      cleaning.part("domain", domain);
    }
  }

  private static String withoutWww(String host) {
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  private static boolean isDummy(String domain) {
    int dot = domain.indexOf('.');
    String name = dot < 0 ? domain : domain.substring(0, dot);
    return DUMMIES.contains(name);
  }
}
