package io.limpide.engine.merge;

import io.limpide.engine.field.FieldType;
import java.util.Optional;
import java.util.Set;

/** Fields that make sense only together, so that a party takes them from one record. */
enum Group {
  /** A given name of one record with the family name of another would be a third person. */
  NAME(
      FieldType.FULL_NAME,
      Set.of(FieldType.GIVEN_NAME, FieldType.FAMILY_NAME, FieldType.FULL_NAME)),
  /** The day of one record with the year of another would be no birth date at all. */
  BIRTH_DATE(
      FieldType.BIRTH_DATE,
      Set.of(FieldType.BIRTH_YEAR, FieldType.BIRTH_MONTH, FieldType.BIRTH_DAY)),
  /** The street of one record with the town of another would be no place at all. */
  ADDRESS(
      FieldType.ADDRESS,
      Set.of(
          FieldType.ADDRESS,
          FieldType.ADDRESS_LINE,
          FieldType.HOUSE_NUMBER,
          FieldType.POSTCODE,
          FieldType.CITY,
          FieldType.REGION,
          FieldType.COUNTRY));

  private final FieldType speaker;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of
  private final Set<FieldType> types;

  Group(FieldType speaker, Set<FieldType> types) {
    this.speaker = speaker;
    this.types = types;
  }

  /** Returns the type whose strategies decide for the whole group. */
  FieldType speaker() {
    return speaker;
  }

  static Optional<Group> of(FieldType type) {
    for (Group group : values()) {
      if (group.types.contains(type)) {
        return Optional.of(group);
      }
    }
    return Optional.empty();
  }
}
