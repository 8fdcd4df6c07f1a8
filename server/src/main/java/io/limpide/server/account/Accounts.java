package io.limpide.server.account;

import io.limpide.server.journal.Journal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
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

  /** The code of the refusal of a change that did not see the one before it. */
  static final String CONFLICT = "account.changed_meanwhile";

  private static final int LONGEST_PASSWORD = 200; // hashing costs by length
  private static final int LONGEST_NAME = 200;
  private static final Set<String> LANGUAGES = Set.of("fr", "en");
  private static final Set<String> THEMES = Set.of("auto", "light", "dark");

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
      boolean rests,
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
             a.totp_secret is not null as second_factor, a.disabled_at,
             coalesce(a.locked_until > now(), false) as rests, a.created_at, a.version
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

  /**
   * Makes an account of somebody who signs in elsewhere.
   *
   * @return its number
   */
  @Transactional(rollbackFor = Refused.class)
  long foreign(String login, String name, Role role, String language) throws Refused {
    return make("system", login, name, role, Visibility.ALL, null, null, language);
  }

  private long make(
      String actor,
      String login,
      String name,
      Role role,
      Visibility visibility,
      @Nullable Long team,
      @Nullable String password,
      String language)
      throws Refused {
    String key = login.strip().toLowerCase(Locale.ROOT);
    if (key.isEmpty() || key.length() > LONGEST_NAME) {
      throw new Refused("account.name_missing");
    }
    checkName(name);
    if (password != null) {
      check(password, key);
    }
    try {
      long id =
          database
              .sql(
                  """
                  insert into account (login, name, role, visibility, team_id, password, language)
                  values (?, ?, ?, ?, ?, ?, ?) returning id
                  """)
              .params(
                  Arrays.asList(
                      key,
                      name.strip(),
                      role.word(),
                      visibility.word(),
                      team,
                      password == null ? null : passwords.encode(password),
                      language))
              .query(Long.class)
              .single();
      journal.append(
          Journal.Deed.of(actor, "account.created", "account:" + id, Map.of("role", role.word())));
      return id;
    } catch (DuplicateKeyException e) {
      throw new Refused("account.login_taken");
    } catch (DataIntegrityViolationException e) { // the team is gone
      throw new Refused("team.unknown");
    }
  }

  private static void checkName(String name) throws Refused {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new Refused("account.name_missing");
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

  /**
   * Changes what an account is and sees; the last administrator stays one, and nobody changes his
   * own role. Where it changes what somebody may or sees, that person signs in anew.
   *
   * @param version the one that was seen: a change on top of another's is refused
   */
  @Transactional(rollbackFor = Refused.class)
  public void change(
      Caller by,
      long id,
      String name,
      Role role,
      Visibility visibility,
      @Nullable Long team,
      int version)
      throws Refused {
    checkName(name);
    lockAdministrators();
    Account before = lock(id, version);
    boolean worth =
        !before.role().equals(role.word()) || !before.visibility().equals(visibility.word());
    if (id == by.id() && !before.role().equals(role.word())) {
      throw new Refused("account.own_role");
    }
    try {
      database
          .sql(
              """
              update account set name = ?, role = ?, visibility = ?, team_id = ?,
                version = version + 1
              where id = ?
              """)
          .params(Arrays.asList(name.strip(), role.word(), visibility.word(), team, id))
          .update();
    } catch (DataIntegrityViolationException e) { // the team is gone
      throw new Refused("team.unknown");
    }
    keepAdministrator();
    if (worth && id != by.id()) {
      callers.endAll(id);
    }
    journal.append(
        Journal.Deed.of(
            by.actor(),
            "account.changed",
            "account:" + id,
            Map.of("role", role.word(), "visibility", visibility.word())));
  }

  /** Two who take the role from each other at the same time wait for one another here. */
  private void lockAdministrators() {
    database
        .sql("select id from account where role = 'administrator' order by id for update")
        .query(Long.class)
        .list();
  }

  private Account lock(long id, int version) throws Refused {
    Account account =
        database
            .sql(SELECT + "where a.id = ? for update of a")
            .param(id)
            .query(Account.class)
            .optional()
            .orElseThrow(() -> new Refused("account.unknown"));
    if (account.version() != version) {
      throw new Refused(CONFLICT);
    }
    return account;
  }

  /** Disables an account, or enables it again. Its sessions end, its tokens hold no longer. */
  @Transactional(rollbackFor = Refused.class)
  public void disable(Caller by, long id, boolean disabled, int version) throws Refused {
    if (id == by.id()) {
      throw new Refused("account.own_disable");
    }
    lockAdministrators();
    lock(id, version);
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

  /** Lets somebody try again who gave too many wrong passwords. */
  @Transactional(rollbackFor = Refused.class)
  public void unlock(Caller by, long id) throws Refused {
    int found =
        database
            .sql("update account set failures = 0, locked_until = null where id = ?")
            .param(id)
            .update();
    if (found == 0) {
      throw new Refused("account.unknown");
    }
    journal.append(Journal.Deed.of(by.actor(), "account.unlocked", "account:" + id, Map.of()));
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

  /** Gives an account a new password; its sessions end. */
  @Transactional(rollbackFor = Refused.class)
  public void password(Caller by, long id, String password) throws Refused {
    setPassword(id, password);
    callers.endAll(id);
    journal.append(Journal.Deed.of(by.actor(), "account.password", "account:" + id, Map.of()));
  }

  private void setPassword(long id, String password) throws Refused {
    Account account = find(id).orElseThrow(() -> new Refused("account.unknown"));
    check(password, account.login());
    database
        .sql(
            """
            update account set password = ?, failures = 0, locked_until = null where id = ?
            """)
        .params(passwords.encode(password), id)
        .update();
  }

  /** Gives the caller a new password; the caller's other sessions end. */
  @Transactional(rollbackFor = Refused.class)
  void ownPassword(Caller by, String password, String session) throws Refused {
    setPassword(by.id(), password);
    callers.endOthers(by.id(), session);
    journal.append(Journal.Deed.of(by.actor(), "account.password", "account:" + by.id(), Map.of()));
  }

  /** Returns whether somebody signs in with a password; else it happens elsewhere. */
  @Transactional(readOnly = true)
  boolean hasPassword(long id) {
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
        .map(held -> passwords.matches(password, held))
        .orElse(false);
  }

  /** Keeps the caller's own name, language and theme. */
  @Transactional(rollbackFor = Refused.class)
  void profile(Caller by, String name, String language, String theme) throws Refused {
    checkName(name);
    if (!LANGUAGES.contains(language) || !THEMES.contains(theme)) {
      throw new Refused("account.unknown_choice");
    }
    database
        .sql(
            """
            update account set name = ?, language = ?, theme = ?, version = version + 1
            where id = ?
            """)
        .params(name.strip(), language, theme, by.id())
        .update();
    journal.append(
        Journal.Deed.of(
            by.actor(),
            "account.profile",
            "account:" + by.id(),
            Map.of("language", language, "theme", theme)));
  }

  /** Keeps light or dark; as light a deed as turning a lamp, so not in the journal. */
  @Transactional(rollbackFor = Refused.class)
  void theme(Caller by, String theme) throws Refused {
    if (!THEMES.contains(theme)) {
      throw new Refused("account.unknown_choice");
    }
    database.sql("update account set theme = ? where id = ?").params(theme, by.id()).update();
  }
}
