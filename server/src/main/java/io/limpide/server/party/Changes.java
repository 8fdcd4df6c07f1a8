package io.limpide.server.party;

import io.limpide.server.recipe.Recipes;
import io.limpide.server.store.CopyRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes values of parties, each change with author, rule, run, before and after, and takes them
 * back. What changes goes to the party's home record; what sources said stays as it was.
 */
@Component
public class Changes {
  /** The rule of what a person typed. */
  public static final String TYPED = "typed";

  /** The rule of a typed value that was taken back: what the sources say holds again. */
  public static final String TAKEN_BACK = "taken_back";

  /** The field that stands for a party's owner; its value is the number of an account. */
  public static final String OWNER = "@owner";

  /** The field that stands for a party's step of qualification. */
  public static final String STAGE = "@stage";

  private final HomeRecords homes;
  private final PartyAssembly assembly;

  Changes(HomeRecords homes, PartyAssembly assembly) {
    this.homes = homes;
    this.assembly = assembly;
  }

  /**
   * A value that is to be changed.
   *
   * @param after what it is to be; empty for nothing
   * @param rule by which; {@link #TYPED} where a person did
   */
  public record Edit(long party, String field, String after, String rule) {}

  /** A change as it is kept. */
  public record Change(
      long id,
      long runId,
      long partyId,
      String field,
      String rule,
      String before,
      String after,
      @Nullable String typedBefore) {}

  /** In whose name and under which recipe changes are made. */
  public record Order(long run, @Nullable Long account, Recipes.Active recipe, LocalDate today) {}

  /**
   * Makes changes, in the transaction of the connection. Values that are so already, and parties
   * that are gone, are left out.
   *
   * @return how many were made
   */
  public int apply(Collection<Edit> edits, Order order, Connection connection) throws SQLException {
    Map<Long, List<Edit>> byParty = new TreeMap<>(); // locked in ascending order
    for (Edit edit : edits) {
      byParty.computeIfAbsent(edit.party(), id -> new ArrayList<>()).add(edit);
    }
    Map<Long, Held> held = held(byParty.keySet(), connection);
    CopyRows changes = new CopyRows();
    List<Long> touched = new ArrayList<>();
    for (Map.Entry<Long, List<Edit>> entry : byParty.entrySet()) {
      Held party = held.get(entry.getKey());
      if (party != null && apply(party, entry.getValue(), order, changes, connection)) {
        touched.add(party.id());
      }
    }
    assembly.recompute(touched, order.recipe(), order.today(), connection);
    int made = changes.rows();
    changes.into(
        "change (run_id, party_id, record_id, field, rule, before, after, typed_before, account_id)",
        connection);
    return made;
  }

  /** A party as it stands, locked. */
  private record Held(
      long id,
      long leader,
      @Nullable String owner,
      @Nullable String stage,
      Map<String, String> golden) {
    String value(String field) {
      String value =
          switch (field) {
            case OWNER -> owner;
            case STAGE -> stage;
            default -> golden.get(field);
          };
      return value == null ? "" : value;
    }
  }

  private static Map<Long, Held> held(Collection<Long> parties, Connection connection)
      throws SQLException {
    Map<Long, Held> held = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select id, leader_id, owner_id::text, stage, golden::text from party
            where id = any(?) order by id for update
            """)) {
      select.setArray(1, connection.createArrayOf("bigint", parties.toArray(Long[]::new)));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Map<String, String> golden = new HashMap<>();
          io.limpide.server.web.Json.map(rows.getString(5))
              .forEach((field, value) -> golden.put(field, String.valueOf(value)));
          held.put(
              rows.getLong(1),
              new Held(
                  rows.getLong(1), rows.getLong(2), rows.getString(3), rows.getString(4), golden));
        }
      }
    }
    return held;
  }

  private boolean apply(
      Held party, List<Edit> edits, Order order, CopyRows changes, Connection connection)
      throws SQLException {
    Optional<HomeRecords.Home> home = homes.find(party.id(), connection);
    Map<String, @Nullable String> typed = new HashMap<>();
    home.ifPresent(known -> typed.putAll(known.typed()));
    Map<String, Edit> last = new LinkedHashMap<>();
    edits.stream()
        .filter(edit -> !party.value(edit.field()).equals(edit.after()))
        .forEach(edit -> last.put(edit.field(), edit));
    if (last.isEmpty()) {
      return false;
    }
    Map<String, @Nullable String> before = new HashMap<>(typed);
    boolean values = false;
    for (Edit edit : last.values()) {
      if (edit.field().startsWith("@")) {
        place(party.id(), edit.field(), edit.after(), connection);
      } else {
        typed.put(edit.field(), edit.after());
        values = true;
      }
    }
    long record = party.leader();
    if (values) {
      record = homes.write(party.id(), typed, order.recipe().catalogue(), order.run(), connection);
    }
    for (Edit edit : last.values()) {
      changes
          .cell(order.run())
          .cell(party.id())
          .cell(record)
          .cell(edit.field())
          .cell(edit.rule())
          .cell(party.value(edit.field()))
          .cell(edit.after())
          .cell(before.get(edit.field()))
          .cell(order.account() == null ? null : String.valueOf(order.account()))
          .end();
    }
    return true;
  }

  /**
   * Takes back what was typed here for some fields of a party, in the transaction of the
   * connection: what its sources say holds again.
   *
   * @return how many values changed by that
   */
  int takeBack(long party, Collection<String> fields, Order order, Connection connection)
      throws SQLException {
    if (fields.isEmpty()) {
      return 0;
    }
    Held before = held(List.of(party), connection).get(party);
    Optional<HomeRecords.Home> home = homes.find(party, connection);
    if (before == null || home.isEmpty()) {
      return 0;
    }
    Map<String, @Nullable String> typed = new HashMap<>(home.get().typed());
    Map<String, @Nullable String> taken = new LinkedHashMap<>();
    for (String field : fields) {
      if (typed.containsKey(field)) {
        taken.put(field, typed.remove(field));
      }
    }
    if (taken.isEmpty()) {
      return 0;
    }
    if (typed.isEmpty() && before.leader() != home.get().record()) {
      homes.withdraw(party, order.run(), connection);
    } else {
      homes.write(party, typed, order.recipe().catalogue(), order.run(), connection);
    }
    assembly.recompute(List.of(party), order.recipe(), order.today(), connection);
    Held after = held(List.of(party), connection).get(party);
    CopyRows changes = new CopyRows();
    for (Map.Entry<String, String> each : taken.entrySet()) {
      String field = each.getKey();
      String now = after == null ? "" : after.value(field);
      if (!before.value(field).equals(now)) {
        changes
            .cell(order.run())
            .cell(party)
            .cell(home.get().record())
            .cell(field)
            .cell(TAKEN_BACK)
            .cell(before.value(field))
            .cell(now)
            .cell(each.getValue())
            .cell(order.account() == null ? null : String.valueOf(order.account()))
            .end();
      }
    }
    int made = changes.rows();
    changes.into(
        "change (run_id, party_id, record_id, field, rule, before, after, typed_before, account_id)",
        connection);
    return made;
  }

  /** Owner and stage are the party's own, not values of records. */
  private static void place(long party, String field, String value, Connection connection)
      throws SQLException {
    String column =
        field.equals(OWNER) ? "owner_id = nullif(?, '')::bigint" : "stage = nullif(?, '')";
    try (PreparedStatement update =
        connection.prepareStatement(
            "update party set "
                + column
                + ", version = version + 1, updated_at = now() where id = ?")) {
      update.setString(1, value);
      update.setLong(2, party);
      update.executeUpdate();
    }
  }

  /** What became of changes that were to be taken back. */
  public record Undone(int taken, List<Long> kept) {
    public Undone {
      kept = List.copyOf(kept);
    }
  }

  /**
   * Takes changes back, in the transaction of the connection: what was there before is there again.
   * A value that was changed since is kept, and its change is named.
   *
   * @param changes the newest first
   */
  public Undone undo(List<Change> changes, Order order, Connection connection) throws SQLException {
    Map<Long, List<Change>> byParty = new TreeMap<>();
    for (Change change : changes) {
      byParty.computeIfAbsent(change.partyId(), id -> new ArrayList<>()).add(change);
    }
    Map<Long, Held> held = held(byParty.keySet(), connection);
    List<Long> touched = new ArrayList<>();
    List<Long> taken = new ArrayList<>();
    List<Long> kept = new ArrayList<>();
    for (Map.Entry<Long, List<Change>> entry : byParty.entrySet()) {
      Held party = held.get(entry.getKey());
      if (party == null) { // gone meanwhile, with an import that was taken back
        entry.getValue().forEach(change -> taken.add(change.id()));
        continue;
      }
      if (undo(party, entry.getValue(), order, taken, kept, connection)) {
        touched.add(party.id());
      }
    }
    assembly.recompute(touched, order.recipe(), order.today(), connection);
    try (PreparedStatement update =
        connection.prepareStatement("update change set undone_by = ? where id = any(?)")) {
      update.setLong(1, order.run());
      update.setArray(2, connection.createArrayOf("bigint", taken.toArray(Long[]::new)));
      update.executeUpdate();
    }
    return new Undone(taken.size(), kept);
  }

  private boolean undo(
      Held party,
      List<Change> changes,
      Order order,
      List<Long> taken,
      List<Long> kept,
      Connection connection)
      throws SQLException {
    Optional<HomeRecords.Home> home = homes.find(party.id(), connection);
    Map<String, @Nullable String> typed = new HashMap<>();
    home.ifPresent(known -> typed.putAll(known.typed()));
    Map<String, String> now = new HashMap<>();
    boolean values = false;
    boolean any = false;
    for (Change change : changes) {
      String present = now.getOrDefault(change.field(), party.value(change.field()));
      if (!present.equals(change.after())) {
        kept.add(change.id());
        continue;
      }
      if (change.field().startsWith("@")) {
        place(party.id(), change.field(), change.before(), connection);
      } else if (change.typedBefore() == null) {
        typed.remove(change.field());
        values = true;
      } else {
        typed.put(change.field(), change.typedBefore());
        values = true;
      }
      now.put(change.field(), change.before());
      taken.add(change.id());
      any = true;
    }
    if (values) {
      if (typed.isEmpty() && party.leader() != home.map(HomeRecords.Home::record).orElse(0L)) {
        homes.withdraw(party.id(), order.run(), connection);
      } else {
        homes.write(party.id(), typed, order.recipe().catalogue(), order.run(), connection);
      }
    }
    return any;
  }

  /** Returns changes of a run that were not taken back, the newest first. */
  public static List<Change> ofRun(long run, long before, int most, Connection connection)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select id, run_id, party_id, field, rule, before, after, typed_before from change
            where run_id = ? and undone_by is null and (? = 0 or id < ?)
            order by id desc limit ?
            """)) {
      select.setLong(1, run);
      select.setLong(2, before);
      select.setLong(3, before);
      select.setInt(4, most);
      List<Change> changes = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          changes.add(
              new Change(
                  rows.getLong(1),
                  rows.getLong(2),
                  rows.getLong(3),
                  rows.getString(4),
                  rows.getString(5),
                  rows.getString(6),
                  rows.getString(7),
                  rows.getString(8)));
        }
      }
      return changes;
    }
  }
}
