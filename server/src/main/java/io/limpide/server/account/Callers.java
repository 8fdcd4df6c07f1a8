package io.limpide.server.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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
  private static final String ACCOUNT =
      "a.id, a.login, a.name, a.role, a.visibility, a.team_id, a.language, a.theme";

  private static final String ENROL =
      """
      a.totp_secret is null and exists (
        select from setting f where f.name = 'second_factor'
          and jsonb_exists(f.value -> 'roles', a.role))""";

  private final JdbcClient database;
  private final AccountSettings settings;

  Callers(JdbcClient database, AccountSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  /**
   * A session.
   *
   * @param caller whose it is
   * @param complete whether the second factor was given, where there is one
   * @param enrol whether the role needs a second factor and the account has none yet
   */
  record Session(Caller caller, boolean complete, boolean enrol) {}

  /** A session as its owner sees it. */
  record Own(Instant createdAt, Instant seenAt, String agent, boolean present) {}

  /**
   * Begins a session and returns its secret.
   *
   * @param agent the name of the browser, see {@link Agents}
   */
  String begin(long account, boolean complete, String agent) {
    String secret = Secrets.random();
    database
        .sql(
            """
            insert into session (digest, account_id, expires_at, complete, agent)
            values (?, ?, now() + make_interval(hours => ?), ?, ?)
            """)
        .params(Secrets.digest(secret), account, settings.sessions().lifeHours(), complete, agent)
        .update();
    database.sql("delete from session where expires_at < now()").update();
    return secret;
  }

  /** Returns how long a new session may last. */
  Duration life() {
    return settings.sessions().life();
  }

  /**
   * Gives a session a new secret: whoever had the one before has nothing after what raised its
   * worth.
   */
  String renew(String secret) {
    String next = Secrets.random();
    database
        .sql("update session set digest = ? where digest = ?")
        .params(Secrets.digest(next), Secrets.digest(secret))
        .update();
    return next;
  }

  /** Returns the sessions of an account, the one that asks marked. */
  List<Own> sessions(long account, String present) {
    return database
        .sql(
            """
            select created_at, seen_at, agent, digest = ? as present from session
            where account_id = ? and complete and expires_at > now()
              and seen_at > now() - make_interval(mins => ?)
            order by seen_at desc, created_at desc
            """)
        .params(Secrets.digest(present), account, settings.sessions().idleMinutes())
        .query(Own.class)
        .list();
  }

  /** Ends every session of an account but one; returns how many there were. */
  int endOthers(long account, String present) {
    return database
        .sql("delete from session where account_id = ? and digest <> ?")
        .params(account, Secrets.digest(present))
        .update();
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
                    + ENROL
                    + " as enrol, "
                    + ACCOUNT
                    + """

                     from session s join account a on a.id = s.account_id
                     left join setting t on t.name = 'session'
                    where s.digest = ? and s.expires_at > now() and a.disabled_at is null
                      and s.created_at > now()
                        - make_interval(hours => coalesce((t.value ->> 'life_hours')::int, ?))
                      and s.seen_at > now()
                        - make_interval(mins => coalesce((t.value ->> 'idle_minutes')::int, ?))
                    """)
            .params(digest, AccountSettings.LIFE_HOURS, AccountSettings.IDLE_MINUTES)
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
                      row.getBoolean("complete"),
                      row.getBoolean("enrol"));
                })
            .optional();
    return found;
  }

  /** Returns whoever a token stands for, if it holds. */
  Optional<Caller> token(String secret) {
    return database
        .sql(
            "select t.id as token_id, t.scopes, "
                + "t.seen_at is null or t.seen_at < now() - interval '1 minute' as old, "
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
              if (row.getBoolean("old")) { // not at every request
                database.sql("update token set seen_at = now() where id = ?").param(token).update();
              }
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
