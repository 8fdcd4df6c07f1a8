package io.limpide.engine.score;

import io.limpide.engine.compare.FieldRole;

/**
 * A way in which two different parties are related, and so agree on some fields more often than
 * chance. On all other fields they are taken to agree as strangers do: that is what tells them from
 * duplicates, and leaving it free would let the class take true duplicates over.
 */
public enum RelatedClass {
  /** Persons of one family or address. */
  HOUSEHOLD,
  /** Persons of one employer. */
  COLLEAGUES,
  /** Companies at one address. */
  SAME_SITE,
  /** Sites of one company, shops of one chain. */
  SAME_GROUP;

  /**
   * Returns whether related parties agree on such fields otherwise than strangers: where they share
   * them, and, a little, on e-mail addresses that couples share.
   */
  boolean differsFromChance(FieldRole role) {
    return shares(role) || leaks(role);
  }

  /** Whether agreement is known to occur, at a rate that is assumed and not learned. */
  boolean leaks(FieldRole role) {
    return role == FieldRole.PERSONAL && this == HOUSEHOLD;
  }

  /** Returns whether related parties share such fields more often than chance. */
  public boolean shares(FieldRole role) {
    return switch (this) {
      case HOUSEHOLD ->
          role == FieldRole.SHARED_NAME || role == FieldRole.MOBILE || isContact(role);
      case COLLEAGUES -> isContact(role) || role == FieldRole.EMPLOYER;
      case SAME_SITE -> isContact(role);
      case SAME_GROUP -> role == FieldRole.SHARED_NAME || role == FieldRole.PERSONAL;
    };
  }

  /**
   * Whether they share such fields by definition, and so agree on them as the records of one party
   * do: who lives together has one address, written as well or as badly each time. Left free, the
   * class would turn to namesakes who live anywhere.
   */
  boolean sharesByDefinition(FieldRole role) {
    return role == FieldRole.PLACE && (this == HOUSEHOLD || this == SAME_SITE);
  }

  private static boolean isContact(FieldRole role) {
    return role == FieldRole.PLACE || role == FieldRole.CONTACT;
  }
}
