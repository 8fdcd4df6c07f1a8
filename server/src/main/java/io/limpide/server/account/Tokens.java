package io.limpide.server.account;

import io.limpide.server.journal.Journal;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tokens by which programs act for a person. */
@Service
class Tokens {
  /** How long tokens may hold, in days; 0 is until they are revoked. */
  static final List<Integer> DAYS = List.of(30, 90, 365, 0);

  /** So that a secret that was published is known for what it is. */
  static final String PREFIX = "lmp_";

  private static final int MOST = 50;
  private static final int LONGEST_NAME = 100;

  private final JdbcClient database;
  private final Journal journal;

  Tokens(JdbcClient database, Journal journal) {
    this.database = database;
    this.journal = journal;
  }

  /** A token as its owner sees it: never the secret. */
  record Token(
      long id,
      String name,
      List<String> scopes,
      Instant createdAt,
      @Nullable Instant seenAt,
      @Nullable Instant expiresAt,
      boolean expired) {}

  /** Returns the token that a call of the caller came with; none for a person signed in. */
  Optional<Token> present(Caller caller) {
    return of(caller.id()).stream()
        .filter(token -> caller.token().isPresent() && token.id() == caller.token().getAsLong())
        .findFirst();
  }

  /** Returns the tokens of an account that were not revoked, the newest first. */
  @Transactional(readOnly = true)
  List<Token> of(long account) {
    return database
        .sql(
            """
            select id, name, scopes, created_at, seen_at, expires_at,
                   coalesce(expires_at <= now(), false) as expired
            from token where account_id = ? and revoked_at is null order by id desc
            """)
        .param(account)
        .query(
            (row, number) -> {
              java.sql.Timestamp seen = row.getTimestamp("seen_at");
              java.sql.Timestamp expires = row.getTimestamp("expires_at");
              return new Token(
                  row.getLong("id"),
                  row.getString("name"),
                  List.of((String[]) row.getArray("scopes").getArray()),
                  row.getTimestamp("created_at").toInstant(),
                  seen == null ? null : seen.toInstant(),
                  expires == null ? null : expires.toInstant(),
                  row.getBoolean("expired"));
            })
        .list();
  }

  /** Returns the scopes that are good for something in the hands of a caller. */
  static Set<Scope> offered(Caller caller) {
    Set<Scope> offered = EnumSet.allOf(Scope.class);
    offered.removeIf(scope -> Collections.disjoint(scope.rights(), caller.rights()));
    if (!caller.may(Right.EDIT_ACCOUNTS)) {
      offered.remove(Scope.ADMIN); // it would say more than it may
    }
    return offered;
  }

  /** Makes a token and returns its secret, which nobody sees again. */
  @Transactional(rollbackFor = Accounts.Refused.class)
  String create(Caller by, String name, Set<Scope> scopes, int days) throws Accounts.Refused {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new Accounts.Refused("token.name_missing");
    }
    if (scopes.isEmpty()) {
      throw new Accounts.Refused("token.scope_missing");
    }
    if (!DAYS.contains(days) || !offered(by).containsAll(scopes)) {
      throw new Accounts.Refused("account.unknown_choice");
    }
    if (of(by.id()).size() >= MOST) {
      throw new Accounts.Refused("token.too_many");
    }
    String secret = PREFIX + Secrets.random();
    List<String> words = scopes.stream().sorted().map(Scope::word).toList();
    long id =
        database
            .sql(
                """
                insert into token (account_id, name, digest, scopes, expires_at)
                values (?, ?, ?, ?, case when ? > 0 then now() + make_interval(days => ?) end)
                returning id
                """)
            .params(
                by.id(),
                name.strip(),
                Secrets.digest(secret),
                words.toArray(String[]::new),
                days,
                days)
            .query(Long.class)
            .single();
    journal.append(
        Journal.Deed.of(
            by.actor(), "token.created", "token:" + id, Map.of("scopes", words, "days", days)));
    return secret;
  }

  /** Revokes a token of the caller's own. */
  @Transactional(rollbackFor = Accounts.Refused.class)
  void revoke(Caller by, long id) throws Accounts.Refused {
    int found =
        database
            .sql(
                """
                update token set revoked_at = now()
                where id = ? and account_id = ? and revoked_at is null
                """)
            .params(id, by.id())
            .update();
    if (found == 0) {
      throw new Accounts.Refused("token.unknown");
    }
    journal.append(Journal.Deed.of(by.actor(), "token.revoked", "token:" + id, Map.of()));
  }
}
