package io.limpide.server;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What stands for the variables of paths: something that exists, made anew each time it is asked
 * for, and something that does not. A variable is known as {@code segment/name}, by the segment of
 * the path before it, or else by its name alone.
 */
final class Samples {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String NUMBERED_OFF = "987654321";
  private static final String SOURCE =
      "insert into source (name, kind) values (?, 'file') returning id";
  private static final String RUN =
      """
      insert into run (kind, state, title, account_id, finished_at)
      values ('correction', 'done', ?, null, now()) returning id
      """;
  private static final String PARTY =
      """
      with s as (insert into source (name, kind) values (?, 'file') returning id),
        r as (insert into record (id, source_id, key, party_id, version, digest)
          select nextval('record_id'), id, 'k', nextval('party_id'), 1, gen_random_uuid() from s
          returning id, party_id, source_id)
      insert into party
        (id, kind, source_id, leader_id, name, sort_key, search, lost, whole, golden)
      select party_id, 'person', source_id, id, 'Sample', 'sample', 'sample', '{0,0,0,0,0}',
        '{1,1,1,1,1}', '{}' from r
      returning id
      """;
  private static final String RECIPE = "insert into recipe (text) values (?) returning id";
  private static final String UPLOAD = "insert into upload (name) values (?) returning id";
  private static final String SCHEDULE =
      """
      insert into schedule (kind, every, next_at, first_on, active)
      values (?, 'year', now() + interval '1 year', current_date + 365, false) returning id
      """;

  /**
   * How to make one.
   *
   * @param sql takes a name that nothing else has, and the account where it has an owner
   * @param owned whether only its owner may touch it: in anybody else's hands it does not exist
   * @param absent what nothing is known by
   */
  record Sample(String sql, boolean owned, String absent) {}

  private static final Map<String, Sample> SAMPLES = new HashMap<>();

  private static void open(String sql, String absent, String... variables) {
    for (String variable : variables) {
      SAMPLES.put(variable, new Sample(sql, false, absent));
    }
  }

  private static void owned(String sql, String... variables) {
    for (String variable : variables) {
      SAMPLES.put(variable, new Sample(sql, true, NUMBERED_OFF));
    }
  }

  static {
    open(
        "insert into account (login, name, role) values (?, 'Sample', 'reader') returning id",
        NUMBERED_OFF,
        "account");
    open("insert into team (name) values (?) returning id", NUMBERED_OFF, "team");
    open(PARTY, NUMBERED_OFF, "party", "parties/id");
    open(SOURCE, NUMBERED_OFF, "source", "sources/id");
    open(RUN, NUMBERED_OFF, "run", "runs/id", "jobs/id", "job");
    open(RUN, NUMBERED_OFF, "imports/run", "imports/id");
    open(RECIPE, NUMBERED_OFF, "recipe", "recipes/id", "recipe/id");
    open(
        "insert into mark (kind, field, code) values ('suggestion', 'email', ?) returning id",
        NUMBERED_OFF,
        "marks/id");
    open(
        """
        with s as (insert into source (name, kind) values (?, 'file') returning id),
          r as (insert into record (id, source_id, key, party_id, version, digest)
            select nextval('record_id'), id, 'k', nextval('party_id'), 1, gen_random_uuid() from s
            returning id)
        insert into interaction (record_id, channel, kind, by_person, at)
        select id, 'phone', 'called', false, now() from r returning id
        """,
        NUMBERED_OFF,
        "interactions/id");
    open("select 'pause' from (select ?::text) as of", "pause", "order"); // a word, not an id
    open("select ?::text", "nothing", "contact-points/point", "preferences/name");
    open(
        """
        insert into segment (name, filter) values (?, '{"kind": "person"}') returning id
        """,
        NUMBERED_OFF,
        "segments/id");
    open(SCHEDULE, NUMBERED_OFF, "schedule", "schedules/id");
    open(UPLOAD, "00000000-0000-4000-8000-000000000000", "upload", "uploads/id");
    owned(
        """
        insert into token (name, account_id, digest, scopes)
        values (?, ?, sha256(gen_random_uuid()::text::bytea), '{read}') returning id
        """,
        "token",
        "tokens/id");
    owned(
        "insert into view (name, account_id, query) values (?, ?, '') returning id",
        "view",
        "views/id");
  }

  private Samples() {}

  /** Returns what is known of a variable. */
  static Optional<Sample> of(String segment, String variable) {
    Sample exact = SAMPLES.get(segment + "/" + variable);
    return Optional.ofNullable(exact == null ? SAMPLES.get(variable) : exact);
  }

  /** Makes one, owned by an account where it has an owner, and returns what it is known by. */
  static String make(JdbcClient owner, Sample sample, long account) {
    JdbcClient.StatementSpec statement =
        owner.sql(sample.sql()).param("sample-" + NUMBER.incrementAndGet());
    if (sample.owned()) {
      statement = statement.param(account);
    }
    return String.valueOf(statement.query().singleValue());
  }
}
