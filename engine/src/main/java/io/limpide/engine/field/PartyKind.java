package io.limpide.engine.field;

/** What a record is about. */
public enum PartyKind {
  /** A human being. */
  PERSON,
  /** A legal unit; in France known by its SIREN. */
  COMPANY,
  /** A site of a company; in France known by its SIRET. */
  ESTABLISHMENT
}
