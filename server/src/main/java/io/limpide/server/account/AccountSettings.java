package io.limpide.server.account;

import io.limpide.server.journal.Journal;
import io.limpide.server.web.Json;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator decides about everybody: how sessions end, who needs a second factor. */
@Service
class AccountSettings {
  static final int LIFE_HOURS = 12;
  static final int IDLE_MINUTES = 120;
  static final int LONGEST_LIFE_HOURS = 24 * 7;
  static final int SHORTEST_IDLE_MINUTES = 5;

  private static final String SESSION = "session";
  private static final String SECOND_FACTOR = "second_factor";

  private final JdbcClient database;
  private final Journal journal;

  AccountSettings(JdbcClient database, Journal journal) {
    this.database = database;
    this.journal = journal;
  }

  /**
   * How long sessions last.
   *
   * @param lifeHours after which a session ends in any case
   * @param idleMinutes without a request after which it ends
   */
  record Sessions(int lifeHours, int idleMinutes) {
    Duration life() {
      return Duration.ofHours(lifeHours);
    }
  }

  Sessions sessions() {
    Map<String, Object> held = read(SESSION);
    return new Sessions(
        number(held, "life_hours", LIFE_HOURS), number(held, "idle_minutes", IDLE_MINUTES));
  }

  private static int number(Map<String, Object> held, String name, int otherwise) {
    return held.get(name) instanceof Number number ? number.intValue() : otherwise;
  }

  @Transactional(rollbackFor = Accounts.Refused.class)
  void sessions(Caller by, Sessions wanted) throws Accounts.Refused {
    boolean possible =
        wanted.lifeHours() >= 1
            && wanted.lifeHours() <= LONGEST_LIFE_HOURS
            && wanted.idleMinutes() >= SHORTEST_IDLE_MINUTES
            && wanted.idleMinutes() <= wanted.lifeHours() * 60;
    if (!possible) {
      throw new Accounts.Refused("settings.sessions_impossible");
    }
    Map<String, Integer> value =
        new TreeMap<>(
            Map.of("life_hours", wanted.lifeHours(), "idle_minutes", wanted.idleMinutes()));
    write(SESSION, value);
    journal.append(Journal.Deed.of(by.actor(), "settings.sessions", "settings", value));
  }

  /** Returns the roles that need a second factor. */
  Set<Role> secondFactor() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (read(SECOND_FACTOR).get("roles") instanceof List<?> words) {
      words.forEach(word -> roles.add(Role.of(String.valueOf(word))));
    }
    return roles;
  }

  @Transactional
  void secondFactor(Caller by, Set<Role> roles) {
    List<String> words = roles.stream().sorted().map(Role::word).toList();
    write(SECOND_FACTOR, Map.of("roles", words));
    journal.append(
        Journal.Deed.of(by.actor(), "settings.second_factor", "settings", Map.of("roles", words)));
  }

  private Map<String, Object> read(String name) {
    return Json.map(
        database
            .sql("select value::text from setting where name = ?")
            .param(name)
            .query(String.class)
            .optional()
            .orElse(null));
  }

  private void write(String name, Map<String, ?> value) {
    database
        .sql(
            """
            insert into setting (name, value) values (?, ?::jsonb)
            on conflict (name) do update set value = excluded.value
            """)
        .params(name, Json.text(value))
        .update();
  }
}
