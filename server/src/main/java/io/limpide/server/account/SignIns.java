package io.limpide.server.account;

import io.limpide.server.journal.Journal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs people in: password, lockout, second factor. */
@Service
class SignIns {
  /** Wrong passwords in a row, after which an account rests. */
  static final int FAILURES = 10;

  private static final String REST = "15 minutes";

  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final Callers callers;
  private final SecondFactors factors;
  private final PasswordEncoder passwords;
  private final Journal journal;
  private final CompletableFuture<String> nobodysPassword;

  SignIns(
      JdbcClient database,
      PlatformTransactionManager transactions,
      Callers callers,
      SecondFactors factors,
      PasswordEncoder passwords,
      Journal journal) {
    this.database = database;
    this.transaction = new TransactionTemplate(transactions);
    this.callers = callers;
    this.factors = factors;
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

  private static final String KNOWN =
      """
      select id, password, coalesce(locked_until > now(), false) as rests,
             totp_secret is not null as factor
      from account where disabled_at is null and
      """;

  /**
   * Tries a password. The answer and the time it takes are the same whether nobody has the name,
   * the password is wrong, or the account rests.
   *
   * @param agent the name of the browser, see {@link Agents}
   */
  Outcome attempt(String login, String password, String agent) {
    Optional<Known> known =
        database
            .sql(KNOWN + " lower(login) = ?")
            .param(login.strip().toLowerCase(Locale.ROOT))
            .query(Known.class)
            .optional();
    String held = known.map(Known::password).orElse(nobodysPassword.join());
    boolean right = passwords.matches(password, held); // long, and so outside of the transaction
    if (known.isEmpty()) {
      return Outcome.REFUSED;
    }
    return transaction.execute(status -> attempt(known.get(), right, agent));
  }

  private Outcome attempt(Known asked, boolean right, String agent) {
    Optional<Known> now =
        database
            .sql(KNOWN + " id = ? and password is not distinct from ? for update")
            .params(java.util.Arrays.asList(asked.id(), asked.password()))
            .query(Known.class)
            .optional();
    if (now.isEmpty()) { // changed while the password was being checked
      return Outcome.REFUSED;
    }
    if (!right || now.get().password() == null || now.get().rests()) {
      failed(asked.id());
      return Outcome.REFUSED;
    }
    return begin(now.get().id(), now.get().factor(), agent);
  }

  /** Opens the door to somebody whom another has vouched for; a second factor is still asked. */
  @Transactional
  Outcome vouched(long account, String agent) {
    return database
        .sql(KNOWN + " id = ? for update")
        .param(account)
        .query(Known.class)
        .optional()
        .map(known -> begin(known.id(), known.factor(), agent))
        .orElse(Outcome.REFUSED);
  }

  private Outcome begin(long account, boolean factor, String agent) {
    String secret = callers.begin(account, !factor, agent);
    if (!factor) {
      signedIn(account); // with one the failures stand until it was given, too
    }
    return new Outcome(Optional.of(secret), factor);
  }

  private void failed(long account) {
    int failures =
        database
            .sql("update account set failures = failures + 1 where id = ? returning failures")
            .param(account)
            .query(Integer.class)
            .single();
    if (failures % FAILURES == 0) {
      database
          .sql("update account set locked_until = now() + ?::interval where id = ?")
          .params(REST, account)
          .update();
      journal.append(
          Journal.Deed.of(
              "system", "account.locked", "account:" + account, Map.of("failures", failures)));
    }
  }

  /**
   * Gives the second factor, or a recovery code, to a session that waits for it; returns the
   * session that follows.
   */
  @Transactional
  Optional<String> second(String waiting, String code, String agent) {
    Optional<Long> account =
        database
            .sql(
                """
                select a.id from session s join account a on a.id = s.account_id
                where s.digest = ? and not s.complete and s.expires_at > now()
                  and s.created_at > now() - interval '10 minutes'
                  and a.disabled_at is null and a.totp_secret is not null
                  and coalesce(a.locked_until < now(), true)
                for update of a
                """)
            .param(Secrets.digest(waiting))
            .query(Long.class)
            .optional();
    if (account.isEmpty()) {
      return Optional.empty();
    }
    if (!factors.take(account.get(), code)) {
      failed(account.get());
      return Optional.empty();
    }
    callers.end(waiting);
    String secret = callers.begin(account.get(), true, agent);
    signedIn(account.get());
    return Optional.of(secret);
  }

  private void signedIn(long account) {
    database
        .sql("update account set failures = 0, locked_until = null where id = ?")
        .param(account)
        .update();
    journal.append(
        Journal.Deed.of("account:" + account, "account.signed_in", "account:" + account, Map.of()));
  }
}
