package io.limpide.server.account;

import io.limpide.server.journal.Journal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second factor of accounts: begun, confirmed by a code before it counts, ended. */
@Service
class SecondFactors {
  private static final int SECRET_BYTES = 20; // RFC 4226, section 4: the length of SHA-1
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient database;
  private final SecretKeeper keeper;
  private final RecoveryCodes codes;
  private final Callers callers;
  private final AccountSettings settings;
  private final Journal journal;

  SecondFactors(
      JdbcClient database,
      SecretKeeper keeper,
      RecoveryCodes codes,
      Callers callers,
      AccountSettings settings,
      Journal journal) {
    this.database = database;
    this.keeper = keeper;
    this.codes = codes;
    this.callers = callers;
    this.settings = settings;
    this.journal = journal;
  }

  /**
   * How it stands with an account.
   *
   * @param on whether there is a second factor
   * @param required whether the role needs one
   * @param codes how many recovery codes are left
   * @param pending the secret that waits for its first code, as people copy it
   * @param address the same for an application
   * @param qr the same for a camera
   */
  record State(
      boolean on,
      boolean required,
      int codes,
      @Nullable String pending,
      @Nullable String address,
      @Nullable QrCode qr) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Held(byte @Nullable [] secret, byte @Nullable [] pending, long step) {}

  private Held held(long account, String lock) {
    return database
        .sql(
            """
            select totp_secret as secret, totp_pending as pending, totp_step as step
            from account where id = ?
            """
                + lock)
        .param(account)
        .query(Held.class)
        .single();
  }

  @Transactional(readOnly = true)
  State state(Caller caller) {
    Held held = held(caller.id(), "");
    boolean on = held.secret() != null;
    Optional<byte[]> pending =
        on || held.pending() == null
            ? Optional.empty()
            : keeper.open(held.pending(), purpose(caller.id()));
    String address = pending.map(secret -> address(caller.login(), secret)).orElse(null);
    return new State(
        on,
        settings.secondFactor().contains(caller.role()),
        codes.left(caller.id()),
        pending.map(Totp::base32).orElse(null),
        address,
        address == null ? null : QrCode.of(address));
  }

  /** Source: the key URI format that applications of second factors agree on. */
  private static String address(String login, byte[] secret) {
    String name = URLEncoder.encode(login, StandardCharsets.UTF_8).replace("+", "%20");
    return "otpauth://totp/Limpide:" + name + "?secret=" + Totp.base32(secret) + "&issuer=Limpide";
  }

  private static String purpose(long account) {
    return "totp:" + account; // one account's secret put into another's row opens nothing
  }

  /** Makes a secret that counts once a code of it was given. */
  @Transactional(rollbackFor = Accounts.Refused.class)
  void begin(Caller caller) throws Accounts.Refused {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    int begun =
        database
            .sql("update account set totp_pending = ? where id = ? and totp_secret is null")
            .params(keeper.seal(secret, purpose(caller.id())), caller.id())
            .update();
    if (begun == 0) {
      throw new Accounts.Refused("second_factor.on_already");
    }
  }

  /**
   * Takes the first code, from which on the second factor counts; the account's other sessions end.
   *
   * @return the recovery codes, which nobody sees again
   */
  @Transactional(rollbackFor = Accounts.Refused.class)
  List<String> confirm(Caller caller, String code, String session) throws Accounts.Refused {
    Held held = held(caller.id(), "for update");
    if (held.secret() != null) {
      throw new Accounts.Refused("second_factor.on_already");
    }
    Optional<byte[]> pending =
        Optional.ofNullable(held.pending()).flatMap(p -> keeper.open(p, purpose(caller.id())));
    OptionalLong step =
        pending.isEmpty() ? OptionalLong.empty() : Totp.step(pending.get(), code, Instant.now(), 0);
    if (step.isEmpty()) {
      throw new Accounts.Refused("sign_in.code_refused");
    }
    database
        .sql(
            """
            update account set totp_secret = totp_pending, totp_pending = null, totp_step = ?
            where id = ?
            """)
        .params(step.getAsLong(), caller.id())
        .update();
    callers.endOthers(caller.id(), session);
    List<String> made = codes.renew(caller.id());
    note(caller.actor(), "account.second_factor_on", caller.id());
    return made;
  }

  /** Makes new recovery codes. */
  @Transactional(rollbackFor = Accounts.Refused.class)
  List<String> newCodes(Caller caller) throws Accounts.Refused {
    if (held(caller.id(), "for update").secret() == null) {
      throw new Accounts.Refused("second_factor.off_already");
    }
    List<String> made = codes.renew(caller.id());
    note(caller.actor(), "account.recovery_codes", caller.id());
    return made;
  }

  /** Ends the caller's own second factor, unless the role needs one. */
  @Transactional(rollbackFor = Accounts.Refused.class)
  void end(Caller caller, String session) throws Accounts.Refused {
    if (settings.secondFactor().contains(caller.role())) {
      throw new Accounts.Refused("second_factor.required");
    }
    forget(caller.id());
    callers.endOthers(caller.id(), session);
    note(caller.actor(), "account.second_factor_off", caller.id());
  }

  /** Ends that of somebody who lost it; that person has to sign in anew. */
  @Transactional(rollbackFor = Accounts.Refused.class)
  void reset(Caller by, long account) throws Accounts.Refused {
    if (account == by.id()) { // there the present one is asked
      throw new Accounts.Refused("account.own_elsewhere");
    }
    if (forget(account) == 0) {
      throw new Accounts.Refused("account.unknown");
    }
    callers.endAll(account);
    note(by.actor(), "account.second_factor_reset", account);
  }

  private int forget(long account) {
    codes.forget(account);
    return database
        .sql(
            """
            update account set totp_secret = null, totp_pending = null, totp_step = 0 where id = ?
            """)
        .param(account)
        .update();
  }

  /**
   * Takes a code, or a recovery code, of an account that has a second factor.
   *
   * @return whether it held; it does not a second time
   */
  @Transactional
  boolean take(long account, String code) {
    Held held = held(account, "for update");
    if (held.secret() == null) {
      return false;
    }
    OptionalLong step =
        keeper
            .open(held.secret(), purpose(account))
            .map(secret -> Totp.step(secret, code, Instant.now(), held.step()))
            .orElse(OptionalLong.empty());
    if (step.isPresent()) {
      database
          .sql("update account set totp_step = ? where id = ?")
          .params(step.getAsLong(), account)
          .update();
      return true;
    }
    if (!codes.use(account, code)) {
      return false;
    }
    journal.append(
        Journal.Deed.of(
            "account:" + account,
            "account.recovery_code",
            "account:" + account,
            Map.of("left", codes.left(account))));
    return true;
  }

  private void note(String actor, String action, long account) {
    journal.append(Journal.Deed.of(actor, action, "account:" + account, Map.of()));
  }
}
