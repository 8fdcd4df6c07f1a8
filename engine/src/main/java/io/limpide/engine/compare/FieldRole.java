package io.limpide.engine.compare;

/**
 * What agreement on a field says of two parties: what relatives share, and what sets them apart.
 */
public enum FieldRole {
  /** Tells two parties of one household or group apart: given name, birth date, company number. */
  IDENTITY,
  /** Personal, but couples and colleagues are known to share it: e-mail. */
  PERSONAL,
  /** A name that relatives or branches share: family name; for companies, the company's name. */
  SHARED_NAME,
  /** Where they are: address, town. */
  PLACE,
  /** How to call them: phone, which a household or a switchboard may share. */
  CONTACT,
  /** A phone that a person keeps in a move, though a household may give one for all. */
  MOBILE,
  /** The company that a person works for, and what follows from it: colleagues share it. */
  EMPLOYER,
  /** Says something of a party but sets nobody apart by itself: a category, a job title. */
  ATTRIBUTE;

  /**
   * Returns whether it changes all at once when a person moves or takes another job: address,
   * landline, employer.
   */
  public boolean isLeftBehind() {
    return this == PLACE || this == CONTACT || this == EMPLOYER;
  }
}
