package io.limpide.server.api;

import io.limpide.server.account.Caller;
import io.limpide.server.web.Json;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Answers to calls that came with a key, so that a call that comes twice is done once. */
@Repository
class Idempotency {
  private static final int DAYS_KEPT = 7;
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final JdbcClient database;

  Idempotency(JdbcClient database) {
    this.database = database;
  }

  /** An answer that was given. */
  record Answer(int status, Map<String, String> headers, String body) {}

  @SuppressWarnings("ArrayRecordComponent") // compared by Arrays.equals where it is
  private record Kept(byte[] request, Answer answer) {
    @Override
    public String toString() {
      return "an answer of status " + answer.status();
    }
  }

  /**
   * Takes a key for the rest of the transaction.
   *
   * @return whether nobody else is about it
   */
  boolean lock(Caller by, String key) {
    return database
        .sql("select pg_try_advisory_xact_lock(hashtextextended(?, ?))")
        .params(key, by.id())
        .query(Boolean.class)
        .single();
  }

  /**
   * Returns the answer that was given to a call with this key.
   *
   * @throws Problem when the key belongs to another call
   */
  Optional<Answer> find(Caller by, String key, byte[] request) {
    Optional<Kept> kept =
        database
            .sql(
                """
                select request, status, headers::text as headers, body from idempotency
                where account_id = ? and key = ? and at > now() - make_interval(days => ?)
                """)
            .params(by.id(), key, DAYS_KEPT)
            .query(
                (row, number) ->
                    new Kept(
                        row.getBytes("request"),
                        new Answer(
                            row.getInt("status"),
                            Json.read(row.getString("headers"), HEADERS),
                            row.getString("body"))))
            .optional();
    if (kept.isPresent() && !Arrays.equals(kept.get().request(), request)) {
      throw Problem.of(422, "key_of_another_call");
    }
    return kept.map(Kept::answer);
  }

  /** Keeps an answer, in the transaction of the deed. */
  void keep(Caller by, String key, byte[] request, Answer answer) {
    database
        .sql(
            """
            delete from idempotency i using (
              select account_id, key from idempotency
              where at <= now() - make_interval(days => ?) limit 200 for update skip locked) old
            where i.account_id = old.account_id and i.key = old.key
            """)
        .param(DAYS_KEPT)
        .update();
    database
        .sql(
            """
            insert into idempotency (account_id, key, request, status, headers, body)
            values (?, ?, ?, ?, ?::jsonb, ?)
            on conflict (account_id, key) do update set request = excluded.request,
              status = excluded.status, headers = excluded.headers, body = excluded.body, at = now()
            """)
        .params(by.id(), key, request, answer.status(), Json.text(answer.headers()), answer.body())
        .update();
  }
}
