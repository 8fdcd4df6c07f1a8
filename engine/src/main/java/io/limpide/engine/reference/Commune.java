package io.limpide.engine.reference;

import java.util.List;

/**
 * A place of France that has an official name.
 *
 * @param code INSEE code: five characters, {@code 2A004} in Corsica; for a {@link Kind#LOCALITY}
 *     that of the commune in which it lies
 * @param name as the code officiel géographique writes it; capitals without accents for a {@link
 *     Kind#LOCALITY}
 * @param kind what it is
 * @param parent INSEE code of the commune of today to which it belongs; its own for a commune
 * @param population inhabitants, 0 when not known
 * @param postcodes of five digits, ascending; empty when only those of the parent are known
 */
public record Commune(
    String code, String name, Kind kind, String parent, int population, List<String> postcodes) {
  /** What a place is. */
  public enum Kind {
    /** A commune of today. */
    COMMUNE,
    /** An arrondissement of Paris, Lyon or Marseille. */
    ARRONDISSEMENT,
    /** A former commune that still is a commune déléguée. */
    DELEGATED,
    /** A former commune that still is a commune associée. */
    ASSOCIATED,
    /** A locality that La Poste serves under a name of its own, such as {@code LES MILLES}. */
    LOCALITY
  }

  public Commune {
    postcodes = List.copyOf(postcodes);
  }

  /**
   * Returns the code of the département or overseas territory, such as {@code 2A} or {@code 971}.
   */
  public String department() {
    return Communes.departmentOfCode(code);
  }
}
