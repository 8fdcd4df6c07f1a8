package io.limpide.server.account;

import io.limpide.server.journal.Journal;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Passwords: what they have to be, and whose they are. */
@Service
class Passwords {
  /** The fewest characters of a password. Source: NIST SP 800-63B, section 5.1.1.2, and more. */
  static final int SHORTEST = 10;

  private static final int LONGEST = 200; // hashing costs by length
  private static final int FEWEST_DIFFERENT = 5;

  private final JdbcClient database;
  private final PasswordEncoder encoder;
  private final Callers callers;
  private final Journal journal;

  Passwords(JdbcClient database, PasswordEncoder encoder, Callers callers, Journal journal) {
    this.database = database;
    this.encoder = encoder;
    this.callers = callers;
    this.journal = journal;
  }

  /** Returns a password as it is kept, if it will do for a login. */
  String encoded(String password, String login) throws Accounts.Refused {
    if (password.length() < SHORTEST) {
      throw new Accounts.Refused("account.password_short");
    }
    if (password.length() > LONGEST) {
      throw new Accounts.Refused("account.password_long");
    }
    boolean one = password.chars().distinct().count() < FEWEST_DIFFERENT;
    if (one || password.toLowerCase(Locale.ROOT).contains(login)) {
      throw new Accounts.Refused("account.password_weak");
    }
    return encoder.encode(password);
  }

  /** Gives somebody else a new password; that person's sessions end. */
  @Transactional(rollbackFor = Accounts.Refused.class)
  void give(Caller by, long id, String password) throws Accounts.Refused {
    if (id == by.id()) { // there the present one is asked
      throw new Accounts.Refused("account.own_elsewhere");
    }
    set(id, password);
    callers.endAll(id);
    note(by, id);
  }

  /** Gives the caller a new password; the caller's other sessions end. */
  @Transactional(rollbackFor = Accounts.Refused.class)
  void change(Caller by, String password, String session) throws Accounts.Refused {
    set(by.id(), password);
    callers.endOthers(by.id(), session);
    note(by, by.id());
  }

  private void set(long id, String password) throws Accounts.Refused {
    String login =
        database
            .sql("select login from account where id = ?")
            .param(id)
            .query(String.class)
            .optional()
            .orElseThrow(() -> new Accounts.Refused("account.unknown"));
    database
        .sql("update account set password = ?, failures = 0, locked_until = null where id = ?")
        .params(encoded(password, login), id)
        .update();
  }

  private void note(Caller by, long id) {
    journal.append(Journal.Deed.of(by.actor(), "account.password", "account:" + id, Map.of()));
  }

  /** Returns whether somebody signs in with a password; else it happens elsewhere. */
  @Transactional(readOnly = true)
  boolean has(long id) {
    return database
        .sql("select password is not null from account where id = ?")
        .param(id)
        .query(Boolean.class)
        .single();
  }

  /** Returns whether this is the password of an account. It takes long, on purpose. */
  boolean knows(long id, String password) {
    return database
        .sql("select password from account where id = ? and password is not null")
        .param(id)
        .query(String.class)
        .optional()
        .map(held -> encoder.matches(password, held))
        .orElse(false);
  }
}
