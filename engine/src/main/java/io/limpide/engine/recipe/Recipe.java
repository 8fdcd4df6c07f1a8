package io.limpide.engine.recipe;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.RulePolicy;
import io.limpide.engine.merge.Survivorship;
import io.limpide.engine.standardize.Settings;
import io.limpide.engine.validate.Check;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The document that says what the columns mean and what is done with them.
 *
 * @param country ISO 3166 code of the country of values that name none
 * @param surnames how family names are written
 * @param fields the meaning of columns by name, in every source
 * @param sources the meaning of columns by name, for single sources by their name; wins over {@code
 *     fields}
 * @param rules what single correction rules may do, by code
 * @param checks what must hold
 * @param matching how duplicates are found
 * @param survivorship which value survives
 * @param retention how long parties may be held
 * @param parties which fields of its own a base has, and which each stage asks for
 */
public record Recipe(
    String country,
    Settings.SurnameStyle surnames,
    Map<String, FieldType> fields,
    Map<String, Map<String, FieldType>> sources,
    Map<String, Level> rules,
    List<Check> checks,
    Matching matching,
    Survivorship survivorship,
    Retention retention,
    Parties parties) {

  /** A recipe that leaves everything to recognition and defaults. */
  public static final Recipe EMPTY =
      new Recipe(
          "FR",
          Settings.SurnameStyle.CAPITALISED,
          Map.of(),
          Map.of(),
          Map.of(),
          List.of(),
          Matching.DEFAULT,
          Survivorship.DEFAULT,
          Retention.DEFAULT,
          Parties.DEFAULT);

  public Recipe {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    checks = List.copyOf(checks);
  }

  /**
   * How duplicates are found.
   *
   * @param enabled whether they are looked for at all
   * @param mergeAt probability (0 to 1) from which records become one party by themselves; empty
   *     leaves it to the cost of a wrong merge
   * @param reviewAt probability from which a pair is shown to a person; below {@code mergeAt}
   * @param ignored columns that must not be compared
   * @param blocking rules by which candidates are found, each the names of derived values joined by
   *     {@code +}; empty leaves them to the engine
   */
  public record Matching(
      boolean enabled,
      Optional<Double> mergeAt,
      Optional<Double> reviewAt,
      List<String> ignored,
      List<String> blocking) {
    /** Everything by default. */
    public static final Matching DEFAULT =
        new Matching(true, Optional.empty(), Optional.empty(), List.of(), List.of());

    public Matching {
      ignored = List.copyOf(ignored);
      blocking = List.copyOf(blocking);
    }
  }

  /**
   * How long parties may be held.
   *
   * @param asOf the day of judgement; today when empty
   * @param inactiveMonths months without a sign of life
   * @param retentionYears years after collection or last contact
   * @param contactColumns the columns that hold contacts coming from the person
   */
  public record Retention(
      Optional<LocalDate> asOf,
      int inactiveMonths,
      int retentionYears,
      List<String> contactColumns) {
    /** Six months, three years, today. */
    public static final Retention DEFAULT = new Retention(Optional.empty(), 6, 3, List.of());

    public Retention {
      contactColumns = List.copyOf(contactColumns);
    }
  }

  /**
   * What a base holds of its parties beyond the fields that every base has.
   *
   * @param custom fields of the base's own, by the kind of party that has them
   * @param stages the steps of qualification in their order, each with the fields it asks for
   */
  public record Parties(
      Map<PartyKind, Map<String, FieldType>> custom, Map<String, List<String>> stages) {
    /** No fields beyond the usual ones, no stages. */
    public static final Parties DEFAULT = new Parties(Map.of(), Map.of());

    public Parties {
      Map<PartyKind, Map<String, FieldType>> kinds = new EnumMap<>(PartyKind.class);
      custom.forEach(
          (kind, fields) ->
              kinds.put(kind, Collections.unmodifiableMap(new LinkedHashMap<>(fields))));
      custom = Collections.unmodifiableMap(kinds);
      Map<String, List<String>> ordered = new LinkedHashMap<>();
      stages.forEach((stage, fields) -> ordered.put(stage, List.copyOf(fields)));
      stages = Collections.unmodifiableMap(ordered);
    }
  }

  /** Returns the meaning that the recipe gives to a column, if it names it. */
  public Optional<FieldType> type(String source, String column) {
    FieldType special = sources.getOrDefault(source, Map.of()).get(column);
    return Optional.ofNullable(special == null ? fields.get(column) : special);
  }

  /** Returns the same recipe with its day of judgement. */
  public Recipe judgedOn(LocalDate day) {
    return new Recipe(
        country,
        surnames,
        fields,
        sources,
        rules,
        checks,
        matching,
        survivorship,
        new Retention(
            Optional.of(day),
            retention.inactiveMonths(),
            retention.retentionYears(),
            retention.contactColumns()),
        parties);
  }

  /** Returns what each rule may do. */
  public RulePolicy policy() {
    return rule -> rules.getOrDefault(rule.code(), rule.level());
  }

  /** Returns what standardizers need to know. */
  public Settings settings() {
    return new Settings(policy(), country, surnames);
  }
}
