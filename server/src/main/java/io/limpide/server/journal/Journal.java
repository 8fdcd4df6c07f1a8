package io.limpide.server.journal;

import io.limpide.server.web.Json;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who did what, when and why: appended in the transaction of the deed, chained by digests, and not
 * to be altered by the server itself.
 */
@Repository
public class Journal {
  private final JdbcClient database;

  Journal(JdbcClient database) {
    this.database = database;
  }

  /**
   * What happened.
   *
   * @param actor {@code account:12}, {@code token:3} or {@code system}
   * @param action dotted, such as {@code party.edited}; worded as {@code action.<action>}
   * @param subject what it happened to, such as {@code party:41}
   * @param run the run it belongs to
   * @param reason why, in the words of whoever did it; may be empty
   * @param detail figures and codes; never a person's values
   * @param value a person's values, which an erasure may delete without breaking the chain
   */
  public record Deed(
      String actor,
      String action,
      String subject,
      OptionalLong run,
      String reason,
      Map<String, ?> detail,
      Map<String, ?> value) {
    /** Returns a deed without a person's values. */
    public static Deed of(String actor, String action, String subject, Map<String, ?> detail) {
      return new Deed(actor, action, subject, OptionalLong.empty(), "", detail, Map.of());
    }

    /** Returns the same deed as part of a run. */
    public Deed in(long runId) {
      return new Deed(actor, action, subject, OptionalLong.of(runId), reason, detail, value);
    }

    /** Returns the same deed with a person's values. */
    public Deed with(Map<String, ?> values) {
      return new Deed(actor, action, subject, run, reason, detail, values);
    }

    /** Returns the same deed with the reason that was given. */
    public Deed because(String why) {
      return new Deed(actor, action, subject, run, why, detail, value);
    }
  }

  /**
   * Appends an entry. Its number is taken when the transaction ends, one transaction at a time: so
   * it comes last in one.
   *
   * @return the number of the entry
   */
  public long append(Deed deed) {
    @Nullable Long run = deed.run().isPresent() ? deed.run().getAsLong() : null;
    @Nullable String value = deed.value().isEmpty() ? null : Json.text(deed.value());
    return database
        .sql("select journal_append(?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)")
        .params(
            java.util.Arrays.asList(
                deed.actor(),
                deed.action(),
                deed.subject(),
                run,
                deed.reason(),
                Json.text(deed.detail()),
                value))
        .query(Long.class)
        .single();
  }
}
