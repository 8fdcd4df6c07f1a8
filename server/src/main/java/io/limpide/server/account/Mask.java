package io.limpide.server.account;

import java.util.Map;
import java.util.Set;

/**
 * What somebody sees only in part. Whoever has a mask sees also in part whatever may hold anything:
 * the columns of a source that go to no field, its keys, and fields that the base no longer has.
 *
 * @param kinds what is masked, of {@link FieldMasks#FIELDS}
 * @param kindOf by field, what masks it; empty where nothing does
 */
public record Mask(Set<String> kinds, Map<String, String> kindOf) {
  /** Whoever sees everything whole. */
  public static final Mask NONE = new Mask(Set.of(), Map.of());

  /** What has no field: see {@link #show}. */
  private static final String ANYTHING = "";

  public Mask {
    kinds = Set.copyOf(kinds);
    kindOf = Map.copyOf(kindOf);
  }

  /** Returns whether everything is seen whole. */
  public boolean isEmpty() {
    return kinds.isEmpty();
  }

  /** Returns whether a kind of value is masked, such as {@code email}. */
  public boolean hides(String kind) {
    return kinds.contains(kind);
  }

  /** Returns whether a field is masked. */
  public boolean covers(String field) {
    String kind = kindOf.get(field);
    return !isEmpty() && (kind == null || kinds.contains(kind)) && !field.startsWith("@");
  }

  /**
   * Returns a value as it is seen.
   *
   * @param field whose it is; empty for what may be anything
   */
  public String show(String field, String value) {
    return covers(field) ? Masking.mask(kindOf.getOrDefault(field, ANYTHING), value) : value;
  }

  /** Returns what may hold anything as it is seen: a cell without a field, the key of a record. */
  public String show(String value) {
    return show(ANYTHING, value);
  }
}
