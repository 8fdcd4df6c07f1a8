package io.limpide.server.account;

import io.limpide.server.journal.Journal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of people. */
@Service
public class Accounts {
  /** The fewest characters of a password. Source: NIST SP 800-63B, section 5.1.1.2, and more. */
  static final int SHORTEST_PASSWORD = 10;

  private static final int LONGEST_PASSWORD = 200; // hashing costs by length

  private final JdbcClient database;
  private final PasswordEncoder passwords;
  private final Callers callers;
  private final Journal journal;

  Accounts(JdbcClient database, PasswordEncoder passwords, Callers callers, Journal journal) {
    this.database = database;
    this.passwords = passwords;
    this.callers = callers;
    this.journal = journal;
  }

  /** An account as administrators see it. */
  public record Account(
      long id,
      String login,
      String name,
      String role,
      String visibility,
      @Nullable Long teamId,
      @Nullable String team,
      boolean secondFactor,
      @Nullable Instant disabledAt,
      @Nullable Instant lockedUntil,
      Instant createdAt,
      int version) {}

  /** Says why an account cannot be as wanted, by the code of the text. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;

    Refused(String code) {
      super(code);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  private static final String SELECT =
      """
      select a.id, a.login, a.name, a.role, a.visibility, a.team_id, t.name as team,
             a.totp_secret is not null as second_factor, a.disabled_at, a.locked_until,
             a.created_at, a.version
      from account a left join team t on t.id = a.team_id
      """;

  /** Returns whether there is nobody yet: then the first to come makes the administrator. */
  @Transactional(readOnly = true)
  public boolean none() {
    return database.sql("select not exists (select from account)").query(Boolean.class).single();
  }

  /** Returns every account, by name. */
  @Transactional(readOnly = true)
  public List<Account> all() {
    return database.sql(SELECT + "order by lower(a.name), a.id").query(Account.class).list();
  }

  /** Returns one account. */
  @Transactional(readOnly = true)
  public Optional<Account> find(long id) {
    return database.sql(SELECT + "where a.id = ?").param(id).query(Account.class).optional();
  }

  /** Makes the administrator of a base without accounts; once, whoever else tries at the time. */
  @Transactional(rollbackFor = Refused.class)
  long first(String login, String name, String password, String language) throws Refused {
    database.sql("lock table account in exclusive mode").update();
    if (!none()) {
      throw new Refused("account.not_first");
    }
    return make(
        "system", login, name, Role.ADMINISTRATOR, Visibility.ALL, null, password, language);
  }

  /** Makes an account. */
  @Transactional(rollbackFor = Refused.class)
  public long create(
      Caller by,
      String login,
      String name,
      Role role,
      Visibility visibility,
      @Nullable Long team,
      String password,
      String language)
      throws Refused {
    return make(by.actor(), login, name, role, visibility, team, password, language);
  }

  private long make(
      String actor,
      String login,
      String name,
      Role role,
      Visibility visibility,
      @Nullable Long team,
      String password,
      String language)
      throws Refused {
    String key = login.strip().toLowerCase(Locale.ROOT);
    if (key.isEmpty() || key.length() > 200 || name.isBlank() || name.length() > 200) {
      throw new Refused("account.name_missing");
    }
    check(password, key);
    try {
      long id =
          database
              .sql(
                  """
                  insert into account (login, name, role, visibility, team_id, password, language)
                  values (?, ?, ?, ?, ?, ?, ?) returning id
                  """)
              .params(
                  java.util.Arrays.asList(
                      key,
                      name.strip(),
                      role.word(),
                      visibility.word(),
                      team,
                      passwords.encode(password),
                      language))
              .query(Long.class)
              .single();
      journal.append(
          Journal.Deed.of(actor, "account.created", "account:" + id, Map.of("role", role.word())));
      return id;
    } catch (DuplicateKeyException e) {
      throw new Refused("account.login_taken");
    }
  }

  private static void check(String password, String login) throws Refused {
    if (password.length() < SHORTEST_PASSWORD) {
      throw new Refused("account.password_short");
    }
    if (password.length() > LONGEST_PASSWORD) {
      throw new Refused("account.password_long");
    }
    boolean one = password.chars().distinct().count() < 5;
    if (one || password.toLowerCase(Locale.ROOT).contains(login)) {
      throw new Refused("account.password_weak");
    }
  }

  /** Changes what an account is and sees; the last administrator stays one. */
  @Transactional(rollbackFor = Refused.class)
  public void change(
      Caller by, long id, String name, Role role, Visibility visibility, @Nullable Long team)
      throws Refused {
    if (name.isBlank()) {
      throw new Refused("account.name_missing");
    }
    database
        .sql(
            """
            update account set name = ?, role = ?, visibility = ?, team_id = ?,
              version = version + 1
            where id = ?
            """)
        .params(java.util.Arrays.asList(name.strip(), role.word(), visibility.word(), team, id))
        .update();
    keepAdministrator();
    journal.append(
        Journal.Deed.of(
            by.actor(), "account.changed", "account:" + id, Map.of("role", role.word())));
  }

  /** Disables an account, or enables it again. Its sessions and tokens end at once. */
  @Transactional(rollbackFor = Refused.class)
  public void disable(Caller by, long id, boolean disabled) throws Refused {
    database
        .sql(
            """
            update account set version = version + 1, failures = 0, locked_until = null,
              disabled_at = case when ? then now() end
            where id = ?
            """)
        .params(disabled, id)
        .update();
    keepAdministrator();
    if (disabled) {
      callers.endAll(id);
    }
    journal.append(
        Journal.Deed.of(
            by.actor(),
            disabled ? "account.disabled" : "account.enabled",
            "account:" + id,
            Map.of()));
  }

  private void keepAdministrator() throws Refused {
    boolean left =
        database
            .sql(
                """
                select exists (select from account
                  where role = 'administrator' and disabled_at is null)
                """)
            .query(Boolean.class)
            .single();
    if (!left) {
      throw new Refused("account.last_administrator");
    }
  }

  /** Gives an account a new password; its other sessions end. */
  @Transactional(rollbackFor = Refused.class)
  public void password(Caller by, long id, String password) throws Refused {
    Account account = find(id).orElseThrow(() -> new Refused("account.unknown"));
    check(password, account.login());
    database
        .sql("update account set password = ?, failures = 0, locked_until = null where id = ?")
        .params(passwords.encode(password), id)
        .update();
    callers.endAll(id);
    journal.append(Journal.Deed.of(by.actor(), "account.password", "account:" + id, Map.of()));
  }

  /** Keeps how a person wants the interface. */
  @Transactional
  public void prefer(Caller by, String language, String theme) {
    database
        .sql("update account set language = ?, theme = ? where id = ?")
        .params(language, theme, by.id())
        .update();
  }
}
