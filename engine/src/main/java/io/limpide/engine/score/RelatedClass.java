package io.limpide.engine.score;

import io.limpide.engine.compare.FieldRole;
import java.util.EnumSet;
import java.util.Set;

/**
 * A way in which two different parties are related, and so agree on some fields more often than
 * chance. On all other fields they are taken to agree as strangers do: that is what tells them from
 * duplicates, and leaving it free would let the class take true duplicates over.
 */
public enum RelatedClass {
  /** Persons of one family or address. */
  HOUSEHOLD(FieldRole.SHARED_NAME, FieldRole.CONTACT),
  /** Persons of one employer. */
  COLLEAGUES(FieldRole.CONTACT, FieldRole.EMPLOYER),
  /** Companies at one address. */
  SAME_SITE(FieldRole.CONTACT),
  /** Sites of one company, shops of one chain. */
  SAME_GROUP(FieldRole.SHARED_NAME, FieldRole.PERSONAL);

  private final Set<FieldRole> shared;

  RelatedClass(FieldRole first, FieldRole... others) {
    this.shared = EnumSet.of(first, others);
  }

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
    return shared.contains(role);
  }
}
