package io.limpide.engine.profile.scan;

import java.util.Locale;

/** Why a piece of free text must not be kept; worded under {@code scan.<word>}. */
public enum Category {
  HEALTH(Form.WORDS),
  RELIGION(Form.WORDS),
  POLITICS(Form.WORDS),
  UNION(Form.WORDS),
  SEXUAL(Form.WORDS),
  ORIGIN(Form.WORDS),
  OFFENCE(Form.WORDS),
  HARDSHIP(Form.WORDS),
  INSULT(Form.WORDS),
  /** French social security number with a valid key. */
  NIR(Form.NUMBER),
  IBAN(Form.NUMBER),
  /** Payment card number. */
  CARD(Form.NUMBER),
  PASSWORD(Form.SECRET),
  /** Key or token of a computer system. */
  SECRET(Form.SECRET);

  /** What is found, and so how it is masked. */
  enum Form {
    WORDS,
    NUMBER,
    SECRET
  }

  private final Form form;

  Category(Form form) {
    this.form = form;
  }

  Form form() {
    return form;
  }

  /** Returns the word that reports and messages use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
