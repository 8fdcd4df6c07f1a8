package io.limpide.engine.reference;

/**
 * A country or territory of ISO 3166.
 *
 * @param code alpha-2, such as {@code BE}
 * @param alpha3 such as {@code BEL}
 * @param name in French, such as {@code Belgique}
 */
public record Country(String code, String alpha3, String name) {
  /**
   * Returns whether La Poste's five-digit postcodes and addresses hold here: France, its overseas
   * territories and Monaco.
   */
  public boolean hasFrenchAddresses() {
    return switch (code) {
      case "FR", "MC", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "NC", "PF", "WF", "TF" ->
          true;
      default -> false;
    };
  }
}
