package io.limpide.engine.run;

import io.limpide.engine.finding.Rule;
import io.limpide.engine.standardize.Family;
import io.limpide.engine.standardize.address.Addresses;
import io.limpide.engine.standardize.company.Companies;
import io.limpide.engine.standardize.date.Dates;
import io.limpide.engine.standardize.email.Emails;
import io.limpide.engine.standardize.general.Generals;
import io.limpide.engine.standardize.person.Persons;
import io.limpide.engine.standardize.phone.Phones;
import io.limpide.engine.standardize.web.WebSites;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every family of standardizers, in the order in which their record rules run. */
public final class Families {
  private static final List<Family> ALL =
      List.of(
          new Companies(),
          new Emails(),
          new Persons(), // after e-mails: an address is evidence for the order of names
          new Addresses(),
          new Phones(), // after addresses: a postcode tells where a number is
          new WebSites(),
          new Dates(),
          new Generals());

  private Families() {}

  /** Returns every family. */
  public static List<Family> all() {
    return ALL;
  }

  /** Returns every correction rule. */
  public static List<Rule> rules() {
    return ALL.stream().flatMap(family -> family.rules().stream()).toList();
  }

  /** Returns the codes of every correction rule. */
  public static Set<String> ruleCodes() {
    return rules().stream().map(Rule::code).collect(Collectors.toUnmodifiableSet());
  }
}
