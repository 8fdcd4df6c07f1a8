package io.limpide.server.account;

/** One thing that may be allowed. Every page and call names the one that it needs. */
public enum Right {
  READ_PARTIES,
  EDIT_PARTIES,
  READ_QUALITY,
  /** Corrections in bulk, and leaving findings be. */
  CORRECT,
  IMPORT,
  EDIT_SOURCES,
  /** Giving a filter a name for everybody. */
  EDIT_SEGMENTS,
  READ_RECIPE,
  EDIT_RECIPE,
  READ_RUNS,
  UNDO_RUNS,
  EDIT_SCHEDULES,
  READ_JOURNAL,
  EXPORT,
  EDIT_ACCOUNTS,
  EDIT_SETTINGS
}
