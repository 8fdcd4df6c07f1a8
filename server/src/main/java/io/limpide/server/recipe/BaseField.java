package io.limpide.server.recipe;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.field.PartyKind;
import java.util.Locale;
import java.util.Set;

/**
 * A field of the base.
 *
 * @param code by which recipes, imports and the API name it
 * @param type what it means
 * @param kinds the kinds of parties that have it
 * @param part where it stands on a page
 * @param custom whether it is one of the base's own
 */
public record BaseField(
    String code, FieldType type, Set<PartyKind> kinds, Part part, boolean custom) {
  public BaseField {
    kinds = Set.copyOf(kinds);
  }

  /** A part of a party's page. */
  public enum Part {
    IDENTITY,
    CONTACT,
    COMPANY,
    PREFERENCES,
    OTHER;

    /** Returns the word that texts use. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
