package io.limpide.engine.standardize.email;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.reference.DomainNames;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.standardize.RecordRule;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Doubts whether a person still works for the company of the record: the company's web site bears
 * its name, the e-mail address belongs to another domain that does not.
 */
final class EmailAgainstEmployer implements RecordRule {
  private static final Pattern NO_NAME = Pattern.compile("[^a-z0-9]+");

  @Override
  public Set<FieldType> fields() {
    return Set.of(
        FieldType.EMAIL, FieldType.WEB_SITE, FieldType.COMPANY_NAME, FieldType.TRADE_NAME);
  }

  @Override
  public void apply(RecordEdit record) {
    String site = siteDomain(record.get(FieldType.WEB_SITE));
    String company = glue(record.get(FieldType.COMPANY_NAME) + record.get(FieldType.TRADE_NAME));
    if (site.isEmpty() || company.length() < 4) {
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
    return NO_NAME.matcher(EmailText.fold(shortened)).replaceAll("");
  }
}
