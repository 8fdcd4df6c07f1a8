package io.limpide.engine.profile.scan;

import java.util.Locale;

/** Why a piece of free text must not be kept; worded under {@code scan.<word>}. */
public enum Category {
  HEALTH,
  RELIGION,
  POLITICS,
  UNION,
  SEXUAL,
  ORIGIN,
  OFFENCE,
  HARDSHIP,
  INSULT,
  /** French social security number with a valid key. */
  NIR,
  IBAN,
  /** Payment card number. */
  CARD,
  PASSWORD,
  /** Key or token of a computer system. */
  SECRET;

  /** Returns the word that reports and messages use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
