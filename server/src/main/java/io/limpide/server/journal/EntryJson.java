package io.limpide.server.journal;

import io.limpide.engine.message.Messages;
import io.limpide.server.account.Caller;
import io.limpide.server.account.Mask;
import io.limpide.server.account.Right;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the journal as callers read it.
 *
 * @param words what was done, in the caller's language
 * @param values a person's values, for those who may read the journal
 */
public record EntryJson(
    long id,
    Instant at,
    String actor,
    @Nullable String actorName,
    String action,
    String words,
    String subject,
    @Nullable Long run,
    String reason,
    Map<String, Object> detail,
    @Nullable Map<String, Object> values) {
  /** Returns an entry as a caller may read it. */
  public static EntryJson of(Entries.Entry entry, Caller caller, Mask mask, Messages messages) {
    String code = "action." + entry.action();
    return new EntryJson(
        entry.id(),
        entry.at(),
        entry.actor(),
        entry.actorName(),
        entry.action(),
        messages.has(code) ? messages.text(code) : entry.action(),
        entry.subject(),
        entry.run(),
        entry.reason(),
        entry.detail(),
        caller.may(Right.READ_JOURNAL) && !entry.values().isEmpty()
            ? masked(entry.values(), mask)
            : null);
  }

  /** Values by field, or lists of what was before and after. */
  private static Map<String, Object> masked(Map<String, Object> values, Mask mask) {
    Map<String, Object> masked = new LinkedHashMap<>();
    values.forEach(
        (field, value) ->
            masked.put(
                field,
                value instanceof List<?> several
                    ? several.stream().map(each -> mask.show(field, String.valueOf(each))).toList()
                    : value instanceof String text ? mask.show(field, text) : value));
    return masked;
  }

  /** Without values: records print themselves into logs. */
  @Override
  public String toString() {
    return "entry " + id;
  }
}
