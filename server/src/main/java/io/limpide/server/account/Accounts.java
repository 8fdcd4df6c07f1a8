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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of people. */
@Service
public class Accounts {
  /** The code of the refusal of a change that did not see the one before it. */
  static final String CONFLICT = "account.changed_meanwhile";

  private static final int LONGEST_NAME = 200;

  /** The languages of the interface. */
  static final Set<String> LANGUAGES = Set.of("fr", "en");

  private final JdbcClient database;
  private final Passwords passwords;
  private final Administrators administrators;
  private final Callers callers;
  private final Journal journal;

  Accounts(
      JdbcClient database,
      Passwords passwords,
      Administrators administrators,
      Callers callers,
      Journal journal) {
    this.database = database;
    this.passwords = passwords;
    this.administrators = administrators;
    this.callers = callers;
    this.journal = journal;
  }

  /**
   * An account as administrators see it.
   *
   * @param rests whether it rests because of too many wrong passwords
   */
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
      String language,
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
             coalesce(a.locked_until > now(), false) as rests, a.created_at, a.language, a.version
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

  /**
   * Returns accounts, in the order they were made.
   *
   * @param after only later ones than this; 0 for the first
   */
  @Transactional(readOnly = true)
  List<Account> list(long after, int most) {
    return database
        .sql(SELECT + "where a.id > ? order by a.id limit ?")
        .params(after, most)
        .query(Account.class)
        .list();
  }

  /** What disabling an account would end: sessions that live, tokens that hold. */
  record Held(long sessions, long tokens) {}

  /** Returns what disabling an account would end. */
  @Transactional(readOnly = true)
  Held held(long id) {
    return database
        .sql(
            """
            select (select count(*) from session
                where account_id = :id and expires_at > now()) as sessions,
              (select count(*) from token where account_id = :id and revoked_at is null
                and (expires_at is null or expires_at > now())) as tokens
            """)
        .param("id", id)
        .query(Held.class)
        .single();
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

  /**
   * Makes an account.
   *
   * @param password null for somebody who signs in elsewhere
   */
  @Transactional(rollbackFor = Refused.class)
  public long create(
      Caller by,
      String login,
      String name,
      Role role,
      Visibility visibility,
      @Nullable Long team,
      @Nullable String password,
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
    String encoded = password == null ? null : passwords.encoded(password, key);
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
                      key, name.strip(), role.word(), visibility.word(), team, encoded, language))
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

  static void checkName(String name) throws Refused {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new Refused("account.name_missing");
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
    administrators.lock();
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
    administrators.keepOne();
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
    administrators.lock();
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
    administrators.keepOne();
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
}
