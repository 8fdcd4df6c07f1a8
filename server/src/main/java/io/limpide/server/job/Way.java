package io.limpide.server.job;

import io.limpide.server.account.Caller;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** By which way a run brings values into the base: where to look when many of them are wrong. */
public enum Way {
  /** The form that makes a record. */
  FORM_NEW,
  /** The form that changes one. */
  FORM_EDIT,
  /** A file, by the page of imports. */
  FILE,
  /** A file that was put into the inbox. */
  FOLDER,
  /** A file, by the command line. */
  COMMAND,
  /** A program, with a token. */
  API,
  /** One value for many records. */
  BULK,
  /** A rule's proposal that somebody accepted. */
  CORRECTION,
  /** What was there before something was taken back. */
  UNDO;

  /** Returns the word that the database and texts use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns this way, or the programs' where it is one that asks. */
  public Way of(@Nullable Caller by) {
    return by != null && by.token().isPresent() ? API : this;
  }
}
