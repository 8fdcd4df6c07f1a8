package io.limpide.engine.standardize.company;

import io.limpide.engine.standardize.Cleaning;

/** What every column of the family has in common. */
final class CellText {
  private static final int SHOWN = 60;

  private CellText() {}

  /**
   * Returns the tidied text without what spreadsheets put around numbers: quotes, {@code ="..."}, a
   * leading apostrophe.
   */
  static String bare(String raw) {
    String text = NameText.tidy(raw);
    int from = 0;
    int to = text.length();
    while (from < to && "'\"= ".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && "'\" ".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }

  /**
   * Empties a cell that says that there is nothing to say, and remarks why.
   *
   * @return whether it was such a cell
   */
  static boolean emptied(Cleaning cleaning, String text) {
    if (text.isEmpty()) {
      cleaning.change(CompanyRules.TEXT_SPACES, "", 1);
      return true;
    }
    if (IdentifierText.isMasked(text)) {
      cleaning.remark(CompanyReasons.MASKED);
      cleaning.part("opposition", "true");
      cleaning.change(CompanyRules.MASKED, "", 1, text);
      return true;
    }
    if (IdentifierText.saysNothing(text)) {
      cleaning.remark(CompanyReasons.ID_PLACEHOLDER, text);
      cleaning.change(CompanyRules.ID_PLACEHOLDER, "", 0.99, text);
      return true;
    }
    return false;
  }

  /** Returns a value short enough for a message. */
  static String shown(String value) {
    return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
  }
}
