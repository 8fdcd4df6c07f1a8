package io.limpide.server.account;

import java.util.Map;

/** Knows the fields of the base, for masks: the recipe does. */
public interface MaskedBy {
  /** Returns of every field what masks it: one of {@link FieldMasks#FIELDS}, or nothing. */
  Map<String, String> kinds();
}
