package io.limpide.engine.reference;

/**
 * A kind of French way.
 *
 * @param code in capitals without accents, such as {@code ALLEE}: the same for all spellings
 * @param name as written out, such as {@code Allée}
 * @param abbreviation that La Poste uses where a line is too long, such as {@code ALL}; never
 *     longer than the name
 */
public record WayType(String code, String name, String abbreviation) {}
