package io.limpide.engine.run;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.standardize.Accents;
import io.limpide.engine.standardize.Family;
import io.limpide.engine.standardize.RecordRule;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.standardize.address.Addresses;
import io.limpide.engine.standardize.company.Companies;
import io.limpide.engine.standardize.date.Dates;
import io.limpide.engine.standardize.email.Emails;
import io.limpide.engine.standardize.general.Generals;
import io.limpide.engine.standardize.person.Persons;
import io.limpide.engine.standardize.phone.Phones;
import io.limpide.engine.standardize.web.WebSites;
import io.limpide.engine.table.Column;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** Returns every family, the checks that need to know which day it is, and the one of notes. */
  static List<Family> all(LocalDate today) {
    List<Family> families = new ArrayList<>(ALL);
    families.add(new Checks(today));
    return families;
  }

  /** Rules that only look, and need more than the families have. */
  private record Checks(LocalDate today) implements Family {
    @Override
    public List<Rule> rules() {
      return List.of();
    }

    @Override
    public List<Reason> reasons() {
      return List.of();
    }

    @Override
    public Optional<Standardizer> standardizer(FieldType type, Column column, Settings settings) {
      return Optional.empty();
    }

    @Override
    public List<RecordRule> recordRules(Settings settings) {
      List<RecordRule> rules = new ArrayList<>(Dates.checks(today));
      rules.add(new FreeTextRule());
      return rules;
    }
  }

  /** Returns every correction rule. */
  public static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    rules.add(Accents.REPAIR);
    ALL.forEach(family -> rules.addAll(family.rules()));
    return rules;
  }

  /** Returns the codes of every correction rule. */
  public static Set<String> ruleCodes() {
    return rules().stream().map(Rule::code).collect(Collectors.toUnmodifiableSet());
  }
}
