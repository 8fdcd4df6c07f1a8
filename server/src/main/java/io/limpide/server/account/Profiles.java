package io.limpide.server.account;

import io.limpide.server.journal.Journal;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people keep of themselves: name, language, light or dark. */
@Service
class Profiles {
  private static final Set<String> THEMES = Set.of("auto", "light", "dark");

  private final JdbcClient database;
  private final Journal journal;

  Profiles(JdbcClient database, Journal journal) {
    this.database = database;
    this.journal = journal;
  }

  /** Keeps the caller's own name, language and theme. */
  @Transactional(rollbackFor = Accounts.Refused.class)
  void keep(Caller by, String name, String language, String theme) throws Accounts.Refused {
    Accounts.checkName(name);
    if (!Accounts.LANGUAGES.contains(language) || !THEMES.contains(theme)) {
      throw new Accounts.Refused("account.unknown_choice");
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
  @Transactional(rollbackFor = Accounts.Refused.class)
  void theme(Caller by, String theme) throws Accounts.Refused {
    if (!THEMES.contains(theme)) {
      throw new Accounts.Refused("account.unknown_choice");
    }
    database.sql("update account set theme = ? where id = ?").params(theme, by.id()).update();
  }
}
