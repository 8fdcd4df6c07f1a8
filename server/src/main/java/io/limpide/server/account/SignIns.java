package io.limpide.server.account;

import io.limpide.server.journal.Journal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs people in: password, lockout, second factor. */
@Service
class SignIns {
  /** Wrong passwords in a row, after which an account rests. */
  static final int FAILURES = 10;

  private static final String REST = "15 minutes";

  private final JdbcClient database;
  private final Callers callers;
  private final PasswordEncoder passwords;
  private final Journal journal;
  private final CompletableFuture<String> nobodysPassword;

  SignIns(JdbcClient database, Callers callers, PasswordEncoder passwords, Journal journal) {
    this.database = database;
    this.callers = callers;
    this.passwords = passwords;
    this.journal = journal;
    // takes as long as a sign-in: the first page does not wait for it
    this.nobodysPassword = CompletableFuture.supplyAsync(() -> passwords.encode(Secrets.random()));
  }

  /** What became of an attempt: the secret of a session, or none. */
  record Outcome(Optional<String> session, boolean secondFactor) {
    static final Outcome REFUSED = new Outcome(Optional.empty(), false);
  }

  private record Known(long id, @Nullable String password, boolean rests, boolean factor) {}

  /**
   * Tries a password. The answer and the time it takes are the same whether nobody has the name,
   * the password is wrong, or the account rests.
   */
  @Transactional
  Outcome attempt(String login, String password) {
    Optional<Known> known =
        database
            .sql(
                """
                select id, password, coalesce(locked_until > now(), false) as rests,
                       totp_secret is not null as factor
                from account where lower(login) = ? and disabled_at is null
                """)
            .param(login.strip().toLowerCase(Locale.ROOT))
            .query(Known.class)
            .optional();
    String held = known.map(Known::password).orElse(nobodysPassword.join());
    boolean right = passwords.matches(password, held) && known.isPresent();
    if (known.isEmpty()) {
      return Outcome.REFUSED;
    }
    if (!right || known.get().rests()) {
      failed(known.get());
      return Outcome.REFUSED;
    }
    database
        .sql("update account set failures = 0, locked_until = null where id = ?")
        .param(known.get().id())
        .update();
    boolean factor = known.get().factor();
    String secret = callers.begin(known.get().id(), !factor);
    if (!factor) {
      signedIn(known.get().id());
    }
    return new Outcome(Optional.of(secret), factor);
  }

  private void failed(Known account) {
    int failures =
        database
            .sql("update account set failures = failures + 1 where id = ? returning failures")
            .param(account.id())
            .query(Integer.class)
            .single();
    if (failures % FAILURES == 0) {
      database
          .sql("update account set locked_until = now() + ?::interval where id = ?")
          .params(REST, account.id())
          .update();
      journal.append(
          Journal.Deed.of(
              "system", "account.locked", "account:" + account.id(), Map.of("failures", failures)));
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Factor(long id, byte[] secret, long step) {}

  /** Gives the second factor to a session that waits for it; returns the session that follows. */
  @Transactional
  Optional<String> second(String waiting, String code) {
    Optional<Factor> factor =
        database
            .sql(
                """
                select a.id, a.totp_secret as secret, a.totp_step as step
                from session s join account a on a.id = s.account_id
                where s.digest = ? and not s.complete and s.expires_at > now()
                  and s.created_at > now() - interval '10 minutes'
                  and a.disabled_at is null and a.totp_secret is not null
                  and coalesce(a.locked_until < now(), true)
                for update of a
                """)
            .param(Secrets.digest(waiting))
            .query(Factor.class)
            .optional();
    if (factor.isEmpty()) {
      return Optional.empty();
    }
    OptionalLong step = Totp.step(factor.get().secret(), code, Instant.now(), factor.get().step());
    if (step.isEmpty()) {
      failed(new Known(factor.get().id(), null, false, true));
      return Optional.empty();
    }
    database
        .sql("update account set totp_step = ?, failures = 0 where id = ?")
        .params(step.getAsLong(), factor.get().id())
        .update();
    callers.end(waiting);
    signedIn(factor.get().id());
    return Optional.of(callers.begin(factor.get().id(), true));
  }

  private void signedIn(long account) {
    journal.append(
        Journal.Deed.of("account:" + account, "account.signed_in", "account:" + account, Map.of()));
  }
}
