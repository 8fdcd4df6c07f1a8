package io.limpide.server.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.limpide.server.api.Versions;
import io.limpide.server.journal.Journal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Teams: whoever sees the records of the team sees those of everybody in it. */
@Service
class Teams {
  private static final int LONGEST_NAME = 100;

  private final JdbcClient database;
  private final Journal journal;

  Teams(JdbcClient database, Journal journal) {
    this.database = database;
    this.journal = journal;
  }

  /** A team and how many accounts are in it; programs see the version as a tag. */
  record Team(long id, String name, int members, @JsonIgnore int version) {}

  @Transactional(readOnly = true)
  List<Team> all() {
    return database
        .sql(
            """
            select t.id, t.name, count(a.id) as members, t.version
            from team t left join account a on a.team_id = t.id
            group by t.id order by lower(t.name), t.id
            """)
        .query(Team.class)
        .list();
  }

  Optional<Team> find(long id) {
    return all().stream().filter(team -> team.id() == id).findFirst();
  }

  @Transactional(rollbackFor = Accounts.Refused.class)
  long create(Caller by, String name) throws Accounts.Refused {
    try {
      long id =
          database
              .sql("insert into team (name) values (?) returning id")
              .param(checked(name))
              .query(Long.class)
              .single();
      note(by, "team.created", id);
      return id;
    } catch (DuplicateKeyException e) {
      throw new Accounts.Refused("team.name_taken");
    }
  }

  /**
   * Gives a team another name.
   *
   * @param seen the version that this is a change of, or {@link Versions#ANY}
   */
  @Transactional(rollbackFor = Accounts.Refused.class)
  void rename(Caller by, long id, String name, int seen) throws Accounts.Refused {
    try {
      int found =
          database
              .sql(
                  """
                  update team set name = ?, version = version + 1
                  where id = ? and ? in (0, version)
                  """)
              .params(checked(name), id, seen)
              .update();
      if (found == 0 && find(id).isPresent()) {
        throw new Accounts.Refused(Accounts.CONFLICT);
      }
      known(found);
      note(by, "team.renamed", id);
    } catch (DuplicateKeyException e) {
      throw new Accounts.Refused("team.name_taken");
    }
  }

  /** Deletes a team that nobody is in. */
  @Transactional(rollbackFor = Accounts.Refused.class)
  void delete(Caller by, long id) throws Accounts.Refused {
    try {
      known(database.sql("delete from team where id = ?").param(id).update());
      note(by, "team.deleted", id);
    } catch (DataIntegrityViolationException e) {
      throw new Accounts.Refused("team.not_empty");
    }
  }

  private static void known(int found) throws Accounts.Refused {
    if (found == 0) {
      throw new Accounts.Refused("team.unknown");
    }
  }

  private static String checked(String name) throws Accounts.Refused {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new Accounts.Refused("team.name_missing");
    }
    return name.strip();
  }

  private void note(Caller by, String action, long id) {
    journal.append(Journal.Deed.of(by.actor(), action, "team:" + id, Map.of()));
  }
}
