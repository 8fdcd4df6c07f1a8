package io.limpide.server.party;

import io.limpide.server.account.Caller;
import io.limpide.server.account.Visibility;
import io.limpide.server.journal.Journal;
import io.limpide.server.party.InteractionTargets.Target;
import io.limpide.server.recipe.Recipes;
import io.limpide.server.web.Json;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened with parties, by any channel. It hangs on a source record, so that it goes with the
 * record wherever that goes: on the one that is named, or on the leading one of the party.
 */
@Service
public class Interactions {
  private final JdbcClient database;
  private final JdbcTemplate template;
  private final InteractionTargets targets;
  private final InteractionRows rows;
  private final PartyAssembly assembly;
  private final Recipes recipes;
  private final Journal journal;

  Interactions(
      JdbcClient database,
      JdbcTemplate template,
      PartyAssembly assembly,
      Recipes recipes,
      Journal journal) {
    this.database = database;
    this.template = template;
    this.targets = new InteractionTargets(database);
    this.rows = new InteractionRows(database, template);
    this.assembly = assembly;
    this.recipes = recipes;
    this.journal = journal;
  }

  /**
   * Something that happened.
   *
   * @param party with which; null where a record is named
   * @param source with {@code key}: the record, by which a source knows it
   * @param channel one of {@link #channels()}
   * @param kind one of {@link #kinds}
   * @param externalKey by which another system knows it: it is taken once
   */
  public record Happened(
      @Nullable Long party,
      @Nullable Long source,
      @Nullable String key,
      String channel,
      String kind,
      Instant at,
      String subject,
      @Nullable BigDecimal amount,
      @Nullable String currency,
      Map<String, Object> detail,
      @Nullable String externalKey) {
    /** Without what it is about: records print themselves into logs. */
    @Override
    public String toString() {
      return channel + "." + kind;
    }
  }

  /** What became of something that was to be kept. */
  public sealed interface Outcome {
    /** It is kept. */
    record Added(long id) implements Outcome {}

    /** It was kept before, under the same external key. */
    record Known(long id) implements Outcome {}

    /** There is no such party or record, or it is not the caller's to see. */
    record Nobody() implements Outcome {}

    /** The external key is that of something that happened with another record. */
    record OtherKey() implements Outcome {}
  }

  /** Returns the channels there are. */
  public static Set<String> channels() {
    return Acts.channels();
  }

  /** Returns what may happen by a channel. */
  public static Set<String> kinds(String channel) {
    return Acts.kinds(channel);
  }

  /** Returns whether it is an act of the person, which restarts how long it may be held. */
  public static boolean byPerson(String channel, String kind) {
    return Acts.byPerson(channel, kind);
  }

  /**
   * Keeps what happened, each thing or not, in one transaction.
   *
   * @param happened by any number of the caller's
   * @return what became of each, by the same numbers
   */
  @Transactional
  public Map<Integer, Outcome> add(Map<Integer, Happened> happened, Caller by) {
    Map<Integer, Outcome> outcomes = new TreeMap<>();
    Map<Integer, Target> targets = this.targets.of(happened, by);
    Map<Integer, Happened> good = new TreeMap<>();
    happened.forEach(
        (at, each) -> {
          if (targets.containsKey(at)) {
            good.put(at, each);
          } else {
            outcomes.put(at, new Outcome.Nobody());
          }
        });
    if (good.isEmpty()) {
      return outcomes;
    }
    Set<Long> inserted = rows.insert(good, targets, by, outcomes);
    rows.known(good, targets, outcomes);
    Map<Long, LocalDate> acts = new HashMap<>();
    Set<Long> parties = new HashSet<>();
    good.forEach(
        (at, each) -> {
          if (outcomes.get(at) instanceof Outcome.Added) {
            long party = Objects.requireNonNull(targets.get(at)).party();
            parties.add(party);
            if (Acts.byPerson(each.channel(), each.kind())) {
              acts.merge(
                  party,
                  LocalDate.ofInstant(each.at(), ZoneId.systemDefault()),
                  (one, other) -> one.isAfter(other) ? one : other);
            }
          }
        });
    refresh(later(acts));
    if (!inserted.isEmpty()) {
      journal.append(
          Journal.Deed.of(
              by.actor(),
              "interactions.added",
              parties.size() == 1 ? "party:" + parties.iterator().next() : "interactions",
              Map.of(
                  "interactions", inserted.size(),
                  "parties", parties.size(),
                  "acts", acts.size())));
    }
    return outcomes;
  }

  /** Returns the parties for which something is later than what is known of them. */
  private List<Long> later(Map<Long, LocalDate> acts) {
    if (acts.isEmpty()) {
      return List.of();
    }
    List<Long> ids = List.copyOf(acts.keySet());
    return database
        .sql(
            """
            select p.id from unnest(:ids, :days) w (id, day)
              join party p on p.id = w.id where p.last_activity < w.day
            """)
        .param("ids", ids.toArray(Long[]::new))
        .param(
            "days",
            ids.stream()
                .map(id -> java.sql.Date.valueOf(acts.get(id)))
                .toArray(java.sql.Date[]::new))
        .query(Long.class)
        .list();
  }

  private void refresh(Collection<Long> parties) {
    if (!parties.isEmpty()) {
      Recipes.Active recipe = recipes.active();
      template.execute(
          (ConnectionCallback<Integer>)
              connection -> assembly.recompute(parties, recipe, Edits.today(), connection));
    }
  }

  /** Something that happened, as it is kept. */
  public record Interaction(
      long id,
      long recordId,
      long sourceId,
      String source,
      String channel,
      String kind,
      boolean byPerson,
      Instant at,
      String subject,
      @Nullable BigDecimal amount,
      @Nullable String currency,
      Map<String, Object> detail,
      @Nullable String externalKey,
      @Nullable Long accountId,
      @Nullable String account,
      Instant createdAt) {}

  /** Where a page of what happened begins. */
  public record Place(Instant at, long id) {
    /** Returns the place as a word of an address. */
    public String text() {
      return at.getEpochSecond() + "." + at.getNano() + "." + id;
    }

    /** Reads a place; nothing where the word is none. */
    public static Optional<Place> of(String text) {
      String[] parts = text.split("\\.", -1);
      try {
        return parts.length == 3
            ? Optional.of(
                new Place(
                    Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1])),
                    Long.parseLong(parts[2])))
            : Optional.empty();
      } catch (NumberFormatException | java.time.DateTimeException | ArithmeticException e) {
        return Optional.empty();
      }
    }
  }

  /**
   * Returns what happened with a party, the newest first.
   *
   * @param channel only by this; by any when empty
   */
  public List<Interaction> list(long party, String channel, Optional<Place> after, int most) {
    Place place = after.orElse(new Place(Instant.EPOCH, 0));
    return database
        .sql(
            """
            select i.*, s.id as source_id, s.name as source, a.name as account
            from interaction i join record r on r.id = i.record_id
              join source s on s.id = r.source_id left join account a on a.id = i.account_id
            where r.party_id = :party and (:channel = '' or i.channel = :channel)
              and (:first or (i.at, i.id) < (:at, :id))
            order by i.at desc, i.id desc limit :most
            """)
        .param("party", party)
        .param("channel", channel)
        .param("first", after.isEmpty())
        .param("at", Timestamp.from(place.at()))
        .param("id", place.id())
        .param("most", most)
        .query(
            (row, number) ->
                new Interaction(
                    row.getLong("id"),
                    row.getLong("record_id"),
                    row.getLong("source_id"),
                    row.getString("source"),
                    row.getString("channel"),
                    row.getString("kind"),
                    row.getBoolean("by_person"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("subject"),
                    row.getBigDecimal("amount"),
                    row.getString("currency"),
                    Json.map(row.getString("detail")),
                    row.getString("external_key"),
                    (Long) row.getObject("account_id"),
                    row.getString("account"),
                    row.getTimestamp("created_at").toInstant()))
        .list();
  }

  /** What became of something that was to be deleted. */
  public enum Deleted {
    DONE,
    UNKNOWN,
    /** Somebody else kept it. */
    NOT_ONES_OWN
  }

  /** Deletes what the caller kept; with {@code dry} only tells whether it could be. */
  @Transactional
  public Deleted delete(long id, boolean dry, Caller by) {
    List<String> parts = new ArrayList<>(List.of("i.id = :id"));
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", id);
    Visibility.narrow(by, parts, values);
    record Found(long party, @Nullable Long account, boolean act) {}
    Optional<Found> found =
        database
            .sql(
                """
                select r.party_id, i.account_id, i.by_person from interaction i
                  join record r on r.id = i.record_id join party p on p.id = r.party_id
                where
                """
                    + String.join(" and ", parts)
                    + " for update of i")
            .params(values)
            .query(
                (row, number) ->
                    new Found(
                        row.getLong("party_id"),
                        (Long) row.getObject("account_id"),
                        row.getBoolean("by_person")))
            .optional();
    if (found.isEmpty()) {
      return Deleted.UNKNOWN;
    }
    if (!Objects.equals(found.get().account(), by.id())) {
      return Deleted.NOT_ONES_OWN;
    }
    if (!dry) {
      database.sql("delete from interaction where id = ?").param(id).update();
      if (found.get().act()) {
        refresh(Arrays.asList(found.get().party()));
      }
      journal.append(
          Journal.Deed.of(
              by.actor(),
              "interaction.deleted",
              "party:" + found.get().party(),
              Map.of("interaction", id)));
    }
    return Deleted.DONE;
  }
}
