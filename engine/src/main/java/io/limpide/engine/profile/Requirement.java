package io.limpide.engine.profile;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.field.PartyKind;
import java.util.List;
import java.util.Set;

/**
 * Something that every record of a kind should have: any one of some fields. It is asked only where
 * the table has a column for it.
 *
 * @param code the name under which reports and messages know it
 * @param anyOf one of these filled is enough
 * @param kinds the kinds of records that should have it
 * @param weight how much of the completeness score it is worth, against the others; 1 or more
 */
public record Requirement(String code, Set<FieldType> anyOf, Set<PartyKind> kinds, int weight) {
  private static final Set<PartyKind> ALL = Set.of(PartyKind.values());
  private static final Set<PartyKind> PERSONS = Set.of(PartyKind.PERSON);
  private static final Set<PartyKind> COMPANIES =
      Set.of(PartyKind.COMPANY, PartyKind.ESTABLISHMENT);

  /** What a record of a customer base needs: see docs/methods/quality-score.md. */
  public static final List<Requirement> DEFAULT =
      List.of(
          new Requirement(
              "family_name", Set.of(FieldType.FAMILY_NAME, FieldType.FULL_NAME), PERSONS, 4),
          new Requirement(
              "given_name", Set.of(FieldType.GIVEN_NAME, FieldType.FULL_NAME), PERSONS, 3),
          new Requirement(
              "company_name",
              Set.of(FieldType.COMPANY_NAME, FieldType.FULL_NAME, FieldType.TRADE_NAME),
              COMPANIES,
              4),
          new Requirement(
              "company_id",
              Set.of(FieldType.SIREN, FieldType.SIRET, FieldType.VAT, FieldType.RNA),
              COMPANIES,
              3),
          new Requirement("email", Set.of(FieldType.EMAIL), ALL, 4),
          new Requirement("phone", Set.of(FieldType.PHONE, FieldType.MOBILE), ALL, 3),
          new Requirement("address", Set.of(FieldType.ADDRESS, FieldType.ADDRESS_LINE), ALL, 2),
          new Requirement("postcode", Set.of(FieldType.ADDRESS, FieldType.POSTCODE), ALL, 2),
          new Requirement("city", Set.of(FieldType.ADDRESS, FieldType.CITY), ALL, 2),
          new Requirement("created", Set.of(FieldType.CREATED), ALL, 1));

  public Requirement {
    anyOf = Set.copyOf(anyOf);
    kinds = Set.copyOf(kinds);
    if (weight < 1) {
      throw new IllegalArgumentException("weight must be 1 or more, but is " + weight);
    }
  }
}
