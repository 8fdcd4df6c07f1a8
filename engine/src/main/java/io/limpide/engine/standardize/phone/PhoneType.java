package io.limpide.engine.standardize.phone;

import java.util.Locale;

/** What kind of line a number belongs to. */
public enum PhoneType {
  LANDLINE,
  MOBILE,
  /** Countries such as the United States, where the number does not tell. */
  LANDLINE_OR_MOBILE,
  VOIP,
  /** Free of charge, such as 0800. */
  TOLL_FREE,
  SHARED_COST,
  PREMIUM,
  /** Follows its holder from line to line. */
  PERSONAL,
  PAGER,
  /** A company's own number at normal price, such as 0806. */
  COMPANY,
  /** Between machines, such as 0700: nobody answers. */
  MACHINE,
  /** Short or emergency number, such as 3639 or 112. */
  SHORT,
  UNKNOWN;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** Returns the word for it in parts of a value. */
  String word() {
    return word;
  }
}
