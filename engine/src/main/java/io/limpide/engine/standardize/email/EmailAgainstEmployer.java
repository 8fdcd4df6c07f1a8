package io.limpide.engine.standardize.email;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.reference.DomainNames;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.standardize.RecordRule;
import java.util.Locale;
import java.util.Set;

/**
 * Doubts whether a person still works for the company of the record: the company's web site bears
 * its name, the e-mail address belongs to another domain that does not.
 */
final class EmailAgainstEmployer implements RecordRule {
  @Override
  public Set<FieldType> fields() {
    return Set.of(
        FieldType.EMAIL, FieldType.WEB_SITE, FieldType.COMPANY_NAME, FieldType.TRADE_NAME);
  }

  @Override
  public void apply(RecordEdit record) {
    String url = record.get(FieldType.WEB_SITE);
    String site = url.isEmpty() ? "" : siteDomain(url);
    if (site.isEmpty()) {
      return;
    }
    String company = glue(record.get(FieldType.COMPANY_NAME) + record.get(FieldType.TRADE_NAME));
    if (company.length() < 4) {
      return;
    }
    String siteName = name(site);
    if (!akin(siteName, company)) {
      return; // the site does not bear the company's name, so it is no witness
    }
    for (int index = 0; index < record.count(FieldType.EMAIL); index++) {
      String value = record.get(FieldType.EMAIL, index);
      EmailAddress address = EmailAddress.parse(value.indexOf('@') > 0 ? value : "");
      if (address.identifiesPerson() && !address.isPersonalProvider()) {
        String domain = DomainNames.registrable(address.domain());
        String name = name(domain);
        if (!domain.equals(site) && !akin(name, company) && !akin(name, siteName)) {
          record.remark(FieldType.EMAIL, index, EmailReasons.OTHER_EMPLOYER, domain, site);
        }
      }
    }
  }

  /** Two names that share a beginning, a whole, or initials may be of one house. */
  private static boolean akin(String a, String b) {
    String shorter = a.length() <= b.length() ? a : b;
    String longer = a.length() <= b.length() ? b : a;
    int common = 0;
    while (common < shorter.length() && shorter.charAt(common) == longer.charAt(common)) {
      common++;
    }
    return common >= 3 || longer.contains(shorter);
  }

  private static String siteDomain(String site) {
    String host = site.strip().toLowerCase(Locale.ROOT);
    int scheme = host.indexOf("://");
    host = scheme >= 0 ? host.substring(scheme + 3) : host;
    int end = 0;
    while (end < host.length() && "/?#: ".indexOf(host.charAt(end)) < 0) {
      end++;
    }
    host = host.substring(0, end);
    return host.indexOf('.') > 0 && host.length() < 254 && host.indexOf('@') < 0
        ? DomainNames.registrable(host)
        : "";
  }

  private static String name(String domain) {
    int dot = domain.indexOf('.');
    return glue(dot < 0 ? domain : domain.substring(0, dot));
  }

  private static String glue(String text) {
    String shortened = text.length() > 200 ? text.substring(0, 200) : text;
    String folded = EmailText.fold(shortened);
    StringBuilder glued = null;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        if (glued != null) {
          glued.append(c);
        }
      } else if (glued == null) {
        glued = new StringBuilder(folded.length()).append(folded, 0, i);
      }
    }
    return glued == null ? folded : glued.toString();
  }
}
