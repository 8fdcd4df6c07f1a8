package io.limpide.server.party;

import io.limpide.server.account.Caller;
import io.limpide.server.account.Mask;
import io.limpide.server.account.Role;
import io.limpide.server.account.Visibility;
import io.limpide.server.web.Json;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.core.type.TypeReference;

/**
 * The parties that an order is about: some by their numbers, or all that a filter means; never more
 * than whoever gave it may see. It is kept with the run.
 *
 * @param ids their numbers; none where the filter decides
 * @param filter which are meant
 * @param visibility what the giver sees
 * @param account who gave the order
 * @param team the giver's team; -1 for none
 * @param masked the kinds of values that the giver sees only in part, and finds nobody by
 */
public record Targets(
    List<Long> ids,
    Map<String, String> filter,
    String visibility,
    long account,
    long team,
    @Nullable Set<String> masked) {
  private static final TypeReference<Targets> TYPE = new TypeReference<>() {};

  public Targets {
    ids = List.copyOf(ids);
    filter = Map.copyOf(filter);
    masked = masked == null ? Set.of() : Set.copyOf(masked); // runs of older versions have none
  }

  /** Returns the targets of an order. */
  static Targets of(List<Long> ids, PartyFilter filter, Caller by, Mask mask) {
    return new Targets(
        ids,
        filter.parameters(),
        by.visibility().word(),
        by.id(),
        by.team().orElse(-1),
        mask.kinds());
  }

  static Targets read(Object kept) {
    return Json.read(Json.text(kept), TYPE);
  }

  private Caller giver() {
    return new Caller(
        account,
        "",
        "",
        Role.STEWARD,
        Visibility.valueOf(visibility.toUpperCase(Locale.ROOT)),
        team < 0 ? OptionalLong.empty() : OptionalLong.of(team),
        "en",
        "auto",
        Set.of(),
        OptionalLong.empty());
  }

  private PartyFilter.Sql sql(JdbcClient database) {
    PartyFilter.Sql sql =
        (ids.isEmpty() ? PartyFilter.of(filter) : PartyFilter.ALL)
            .sql(
                Optional.of(giver()),
                new Mask(masked == null ? Set.of() : masked, Map.of()),
                database);
    if (ids.isEmpty()) {
      return sql;
    }
    Map<String, Object> values = new LinkedHashMap<>(sql.values());
    values.put("ids", ids.toArray(Long[]::new));
    return new PartyFilter.Sql(sql.condition() + " and p.id = any(:ids)", values);
  }

  /** Returns how many parties are meant. */
  public long count(JdbcClient database) {
    PartyFilter.Sql sql = sql(database);
    return database
        .sql("select count(*) from party p where " + sql.condition())
        .params(sql.values())
        .query(Long.class)
        .single();
  }

  /** Returns the next of them in the order of their numbers, with their golden values and notes. */
  List<Party> next(long after, int most, Connection connection) {
    JdbcClient database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    PartyFilter.Sql sql = sql(database);
    Map<String, Object> values = new HashMap<>(sql.values());
    values.put("after", after);
    return Parties.read(
        database, sql.condition() + " and p.id > :after order by p.id limit " + most, values);
  }

  /** Returns some of them, as examples. */
  public List<Party> examples(JdbcClient database, int most) {
    PartyFilter.Sql sql = sql(database);
    return new ArrayList<>(
        Parties.read(database, sql.condition() + " order by p.id limit " + most, sql.values()));
  }
}
