package io.limpide.server.account;

import io.limpide.server.journal.Journal;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each role sees only in part: see {@link Mask}. */
@Service
public class FieldMasks {
  /** What may be masked; each stands for every field of its kind. */
  static final List<String> FIELDS =
      List.of("email", "phone", "mobile", "fax", "birth_date", "address_line");

  /** The roles for which they may be; an administrator could lift it himself. */
  static final List<Role> ROLES = List.of(Role.STEWARD, Role.CONTRIBUTOR, Role.DPO, Role.READER);

  /** How long another server may go on with what was decided before. */
  private static final Duration KEPT = Duration.ofSeconds(5);

  private record Held(Map<String, Set<String>> byRole, long nanos) {}

  private final JdbcClient database;
  private final Journal journal;
  private final MaskedBy fields;
  private volatile @Nullable Held held;

  FieldMasks(JdbcClient database, Journal journal, MaskedBy fields) {
    this.database = database;
    this.journal = journal;
    this.fields = fields;
  }

  /** Returns what a caller sees only in part. */
  public Mask of(Caller caller) {
    Set<String> kinds = kinds(caller.role());
    return kinds.isEmpty() ? Mask.NONE : new Mask(kinds, fields.kinds());
  }

  private Set<String> kinds(Role role) {
    Held now = held;
    if (now == null || System.nanoTime() - now.nanos() > KEPT.toNanos()) {
      now = new Held(read(), System.nanoTime());
      held = now;
    }
    return now.byRole().getOrDefault(role.word(), Set.of());
  }

  private Map<String, Set<String>> read() {
    Map<String, Set<String>> byRole = new HashMap<>();
    database
        .sql("select role, field from field_mask")
        .query(
            (row, number) ->
                byRole
                    .computeIfAbsent(row.getString("role"), role -> new HashSet<>())
                    .add(row.getString("field")))
        .list();
    byRole.replaceAll((role, fields) -> Set.copyOf(fields));
    return byRole;
  }

  /** Returns what is masked, as {@code role:field}, as it stands in the database now. */
  Set<String> all() {
    Set<String> all = new HashSet<>();
    read().forEach((role, fields) -> fields.forEach(field -> all.add(role + ":" + field)));
    return all;
  }

  /**
   * Masks these fields and no others.
   *
   * @param wanted as {@code role:field}
   */
  @Transactional(rollbackFor = Accounts.Refused.class)
  void set(Caller by, Set<String> wanted) throws Accounts.Refused {
    Set<String> possible = new HashSet<>();
    ROLES.forEach(role -> FIELDS.forEach(field -> possible.add(role.word() + ":" + field)));
    if (!possible.containsAll(wanted)) {
      throw new Accounts.Refused("account.unknown_choice");
    }
    database.sql("delete from field_mask").update();
    Map<String, Integer> counts = new TreeMap<>();
    for (String each : wanted) {
      String[] parts = each.split(":", 2);
      database
          .sql("insert into field_mask (role, field) values (?, ?)")
          .params(parts[0], parts[1])
          .update();
      counts.merge(parts[0], 1, Integer::sum);
    }
    journal.append(Journal.Deed.of(by.actor(), "settings.masks", "settings", counts));
  }

  /** Forgets what is held: called after a change is committed. */
  void forget() {
    held = null;
  }
}
