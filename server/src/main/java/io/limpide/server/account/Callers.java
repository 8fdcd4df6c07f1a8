package io.limpide.server.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Knows callers by their session or token. Both are asked of the database at every request, so a
 * disabled account, a changed role or a revoked token counts from the next one on, on every server.
 */
@Repository
class Callers {
  static final Duration LIFE = Duration.ofHours(12);
  static final Duration IDLE = Duration.ofHours(2);

  private static final String ACCOUNT =
      "a.id, a.login, a.name, a.role, a.visibility, a.team_id, a.language, a.theme";

  private final JdbcClient database;

  Callers(JdbcClient database) {
    this.database = database;
  }

  /** A session: whose it is, and whether it is complete or still waits for the second factor. */
  record Session(Caller caller, boolean complete) {}

  /** Begins a session and returns its secret. */
  String begin(long account, boolean complete) {
    String secret = Secrets.random();
    database
        .sql(
            """
            insert into session (digest, account_id, expires_at, complete)
            values (?, ?, now() + make_interval(secs => ?), ?)
            """)
        .params(Secrets.digest(secret), account, LIFE.toSeconds(), complete)
        .update();
    database.sql("delete from session where expires_at < now()").update();
    return secret;
  }

  /** Ends a session. */
  void end(String secret) {
    database.sql("delete from session where digest = ?").param(Secrets.digest(secret)).update();
  }

  /** Ends every session of an account. */
  void endAll(long account) {
    database.sql("delete from session where account_id = ?").param(account).update();
  }

  /** Returns the session of a secret, if it lives. */
  Optional<Session> session(String secret) {
    byte[] digest = Secrets.digest(secret);
    Optional<Session> found =
        database
            .sql(
                "select s.complete, s.seen_at < now() - interval '1 minute' as old, "
                    + ACCOUNT
                    + """

                     from session s join account a on a.id = s.account_id
                    where s.digest = ? and s.expires_at > now() and a.disabled_at is null
                      and s.seen_at > now() - make_interval(secs => ?)
                    """)
            .params(digest, IDLE.toSeconds())
            .query(
                (row, number) -> {
                  if (row.getBoolean("old")) { // not at every request
                    database
                        .sql("update session set seen_at = now() where digest = ?")
                        .param(digest)
                        .update();
                  }
                  return new Session(
                      caller(row, OptionalLong.empty(), EnumSet.allOf(Right.class)),
                      row.getBoolean("complete"));
                })
            .optional();
    return found;
  }

  /** Returns whoever a token stands for, if it holds. */
  Optional<Caller> token(String secret) {
    return database
        .sql(
            "select t.id as token_id, t.scopes, "
                + ACCOUNT
                + """

                 from token t join account a on a.id = t.account_id
                where t.digest = ? and t.revoked_at is null and a.disabled_at is null
                  and (t.expires_at is null or t.expires_at > now())
                """)
        .param(Secrets.digest(secret))
        .query(
            (row, number) -> {
              List<String> scopes = Arrays.asList((String[]) row.getArray("scopes").getArray());
              long token = row.getLong("token_id");
              database
                  .sql(
                      """
                      update token set seen_at = now() where id = ?
                        and (seen_at is null or seen_at < now() - interval '1 minute')
                      """)
                  .param(token)
                  .update();
              return caller(row, OptionalLong.of(token), Scope.rights(scopes));
            })
        .optional();
  }

  private static Caller caller(ResultSet row, OptionalLong token, Set<Right> within)
      throws SQLException {
    Role role = Role.of(row.getString("role"));
    Set<Right> rights = EnumSet.noneOf(Right.class);
    rights.addAll(role.rights());
    rights.retainAll(within);
    long team = row.getLong("team_id");
    return new Caller(
        row.getLong("id"),
        row.getString("login"),
        row.getString("name"),
        role,
        Visibility.of(row.getString("visibility")),
        row.wasNull() ? OptionalLong.empty() : OptionalLong.of(team),
        row.getString("language"),
        row.getString("theme"),
        rights,
        token);
  }
}
