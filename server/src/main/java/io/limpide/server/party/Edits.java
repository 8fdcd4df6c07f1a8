package io.limpide.server.party;

import io.limpide.engine.field.PartyKind;
import io.limpide.engine.run.BaseRun;
import io.limpide.engine.table.TableBuilder;
import io.limpide.server.account.Caller;
import io.limpide.server.account.FieldMasks;
import io.limpide.server.account.Mask;
import io.limpide.server.job.Run;
import io.limpide.server.job.Runs;
import io.limpide.server.job.Way;
import io.limpide.server.journal.Journal;
import io.limpide.server.recipe.BaseField;
import io.limpide.server.recipe.Catalogue;
import io.limpide.server.recipe.Recipes;
import io.limpide.server.store.Sequences;
import io.limpide.server.store.Storable;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do to one party: make it, change it, leave a finding be. */
@Service
public class Edits {
  /** The longest value that can be typed. */
  static final int LONGEST = 10_000;

  private final JdbcTemplate database;
  private final Parties parties;
  private final Changes changes;
  private final HomeRecords homes;
  private final PartyAssembly assembly;
  private final Recipes recipes;
  private final Runs runs;
  private final Journal journal;
  private final Marks marks;
  private final FieldMasks masks;

  Edits(
      JdbcTemplate database,
      Parties parties,
      Changes changes,
      HomeRecords homes,
      PartyAssembly assembly,
      Recipes recipes,
      Runs runs,
      Journal journal,
      Marks marks,
      FieldMasks masks) {
    this.database = database;
    this.parties = parties;
    this.changes = changes;
    this.homes = homes;
    this.assembly = assembly;
    this.recipes = recipes;
    this.runs = runs;
    this.journal = journal;
    this.marks = marks;
    this.masks = masks;
  }

  /** What became of an edit. */
  public enum Outcome {
    DONE,
    /** There is no such party, or it is not the caller's to see. */
    UNKNOWN,
    /** Somebody changed it meanwhile. */
    CHANGED
  }

  static LocalDate today() {
    return LocalDate.now(java.time.ZoneId.systemDefault());
  }

  /**
   * Makes a party of what was typed.
   *
   * @param typed the values, by field; those the base does not have are left out
   */
  @Transactional
  public long create(Map<String, String> typed, Caller by) {
    return createAll(List.of(new NewParty(typed, null, "")), by).get(0);
  }

  /**
   * A party that is to be made.
   *
   * @param typed the values, by field; those the base does not have are left out
   * @param owner the account that is to own it; null for nobody, or for whoever sees only his own
   * @param stage the step of qualification; empty for none
   */
  public record NewParty(Map<String, String> typed, @Nullable Long owner, String stage) {
    public NewParty {
      typed = Map.copyOf(typed);
    }
  }

  /** Makes parties of what was typed, all or none, and returns their numbers in the same order. */
  @Transactional
  public List<Long> createAll(List<NewParty> parties, Caller by) {
    if (parties.isEmpty()) {
      return List.of();
    }
    Recipes.Active recipe = recipes.active();
    List<Map<String, @Nullable String>> all = new ArrayList<>();
    for (NewParty party : parties) {
      Map<String, @Nullable String> values =
          new HashMap<>(cleaned(party.typed(), recipe.catalogue()));
      values.values().removeIf(value -> value == null || value.isEmpty());
      all.add(values);
    }
    long run =
        runs.create(
            "create", Way.FORM_NEW.of(by), Run.State.DONE, "", by, recipe.id(), null, Map.of());
    List<Long> ids =
        work(
            connection -> {
              List<Long> made =
                  Arrays.stream(Sequences.take("party_id", all.size(), connection))
                      .boxed()
                      .toList();
              for (int at = 0; at < made.size(); at++) {
                homes.write(made.get(at), all.get(at), recipe.catalogue(), run, connection);
              }
              assembly.recompute(made, recipe, today(), connection);
              return made;
            });
    boolean everything = by.visibility() == io.limpide.server.account.Visibility.ALL;
    for (int at = 0; at < ids.size(); at++) {
      @Nullable Long owner = parties.get(at).owner();
      owner = owner == null && !everything ? Long.valueOf(by.id()) : owner;
      if (owner != null || !parties.get(at).stage().isEmpty()) {
        database.update(
            "update party set owner_id = ?, stage = nullif(?, '') where id = ?",
            owner,
            parties.get(at).stage(),
            ids.get(at));
      }
    }
    for (int at = 0; at < ids.size(); at++) {
      journal.append(
          Journal.Deed.of(
                  by.actor(),
                  "party.created",
                  "party:" + ids.get(at),
                  Map.of("fields", all.get(at).size()))
              .with(all.get(at))
              .in(run));
    }
    return ids;
  }

  /**
   * Changes values of a party.
   *
   * @param version the version that the caller has seen
   * @param typed the values that are to be, by field; fields that are not named stay
   */
  @Transactional
  public Outcome edit(long id, int version, Map<String, String> typed, String why, Caller by) {
    return edit(id, version, typed, Set.of(), why, Way.FORM_EDIT.of(by), by);
  }

  /** Accepts what a rule proposes for a value. */
  @Transactional
  Outcome accept(long id, int version, String field, String proposed, String rule, Caller by) {
    return edit(id, version, Map.of(field, proposed), Set.of(), rule, Way.CORRECTION.of(by), by);
  }

  /**
   * Changes values of a party, and takes back what was typed here over what its sources say.
   *
   * @param version the version that the caller has seen
   * @param typed the values that are to be, by field; fields that are not named stay
   * @param takenBack the fields for which nothing typed is to hold any more
   */
  @Transactional
  public Outcome edit(
      long id,
      int version,
      Map<String, String> typed,
      Set<String> takenBack,
      String why,
      Caller by) {
    return edit(id, version, typed, takenBack, why, Way.FORM_EDIT.of(by), by);
  }

  private Outcome edit(
      long id,
      int version,
      Map<String, String> typed,
      Set<String> takenBack,
      String why,
      Way way,
      Caller by) {
    Optional<Party> found = parties.whole(id, by);
    if (found.isEmpty()) {
      return Outcome.UNKNOWN;
    }
    Party party = found.get();
    Integer locked =
        database.queryForObject(
            "select version from party where id = ? for update", Integer.class, party.id());
    if (locked == null || locked != version) {
      return Outcome.CHANGED;
    }
    Recipes.Active recipe = recipes.active();
    Map<String, String> cleaned = cleaned(typed, recipe.catalogue());
    Mask mask = masks.of(by);
    cleaned
        .entrySet()
        .removeIf( // a form sends back what it showed
            entry ->
                mask.covers(entry.getKey())
                    && entry
                        .getValue()
                        .equals(mask.show(entry.getKey(), party.value(entry.getKey()))));
    for (String place : List.of(Changes.OWNER, Changes.STAGE)) {
      if (typed.containsKey(place)) {
        cleaned.put(place, typed.get(place));
      }
    }
    List<Changes.Edit> edits = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    cleaned.forEach(
        (field, value) -> {
          edits.add(new Changes.Edit(party.id(), field, value, Changes.TYPED));
          if (!value.equals(party.value(field))) {
            values.put(field, List.of(party.value(field), value));
          }
        });
    long run =
        runs.create("edit", way, Run.State.DONE, "#" + party.id(), by, recipe.id(), null, Map.of());
    int made =
        work(
            connection -> {
              Changes.Order order = new Changes.Order(run, by.id(), recipe, today());
              return changes.apply(edits, order, connection)
                  + changes.takeBack(party.id(), takenBack, order, connection);
            });
    if (made > 0) {
      journal.append(
          Journal.Deed.of(by.actor(), "party.edited", "party:" + party.id(), Map.of("fields", made))
              .with(values)
              .because(why)
              .in(run));
    }
    return Outcome.DONE;
  }

  private static Map<String, String> cleaned(Map<String, String> typed, Catalogue catalogue) {
    Map<String, String> cleaned = new LinkedHashMap<>();
    for (BaseField field : catalogue.fields()) {
      String value = typed.get(field.code());
      if (value != null) {
        String clean = Storable.text(value).strip();
        cleaned.put(field.code(), clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean);
      }
    }
    return cleaned;
  }

  /** Leaves a finding or suggestion be, as long as the value is the same. */
  @Transactional
  public Outcome dismiss(long id, String field, String code, String why, Caller by) {
    Optional<Party> found = parties.whole(id, by);
    if (found.isEmpty()) {
      return Outcome.UNKNOWN;
    }
    Party party = found.get();
    database.update(
        """
        insert into dismissal (party_id, field, code, value, account_id, why)
        values (?, ?, ?, ?, ?, ?)
        on conflict (party_id, field, code) do update set value = excluded.value, at = now(),
          account_id = excluded.account_id, why = excluded.why
        """,
        party.id(),
        field,
        code,
        party.value(field),
        by.id(),
        why);
    Recipes.Active recipe = recipes.active();
    work(connection -> assembly.recompute(List.of(party.id()), recipe, today(), connection));
    journal.append(
        Journal.Deed.of(
                by.actor(),
                "finding.left",
                "party:" + party.id(),
                Map.of("field", field, "code", code))
            .because(why));
    return Outcome.DONE;
  }

  /** Computes a party anew after something beside its values changed. */
  void refresh(long party) {
    Recipes.Active recipe = recipes.active();
    work(connection -> assembly.recompute(List.of(party), recipe, today(), connection));
  }

  /**
   * Judges values while they are being typed, and changes nothing.
   *
   * @return what would be said of them
   */
  public Judged judge(Map<String, String> typed) {
    Recipes.Active recipe = recipes.active();
    Catalogue catalogue = recipe.catalogue();
    Map<String, String> cleaned = cleaned(typed, catalogue);
    TableBuilder builder = new TableBuilder("form", PartyAssembly.codes(catalogue));
    for (int at = 0; at < catalogue.size(); at++) {
      builder.cell(at, cleaned.getOrDefault(catalogue.fields().get(at).code(), ""));
    }
    builder.endRow(1);
    BaseRun run = BaseRun.of(builder.build(), catalogue.engineFields(), recipe.recipe(), today());
    PartyDraft draft = new PartyDraft.Reader(run, catalogue, marks, false).read(0);
    return new Judged(draft.kind(), draft.score().overall(), PartyNote.read(draft.notes()));
  }

  /** What would be said of values that are being typed. */
  public record Judged(PartyKind kind, int score, List<PartyNote> notes) {}

  private <T> T work(SqlWork<T> work) {
    return java.util.Objects.requireNonNull(
        database.execute((ConnectionCallback<T>) connection -> work.on(connection)));
  }

  private interface SqlWork<T> {
    T on(java.sql.Connection connection) throws SQLException;
  }
}
