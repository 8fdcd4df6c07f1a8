package io.limpide.engine.recipe;

import io.limpide.engine.block.BlockingSettings;
import io.limpide.engine.field.FieldType;
import io.limpide.engine.field.PartyKind;
import io.limpide.engine.finding.Level;
import io.limpide.engine.merge.Strategy;
import io.limpide.engine.merge.Survivorship;
import io.limpide.engine.recipe.Yaml.Entry;
import io.limpide.engine.standardize.Settings;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a recipe and gathers every mistake before it complains. */
public final class RecipeReader {
  private static final List<String> TOP =
      List.of(
          "version",
          "country",
          "surnames",
          "fields",
          "sources",
          "rules",
          "checks",
          "match",
          "survivorship",
          "retention",
          "custom",
          "stages");
  private static final List<FieldType> TYPES = List.of(FieldType.values());

  private final Set<String> ruleCodes;
  private final Yaml yaml = new Yaml();

  private RecipeReader(Set<String> ruleCodes) {
    this.ruleCodes = ruleCodes;
  }

  /**
   * Reads a recipe.
   *
   * @param text the document, YAML 1.2
   * @param ruleCodes the codes of every correction rule there is
   * @throws RecipeException with every mistake found
   */
  public static Recipe read(String text, Set<String> ruleCodes) {
    RecipeReader reader = new RecipeReader(ruleCodes);
    Recipe recipe = reader.recipe(text);
    if (!reader.yaml.problems().isEmpty()) {
      throw new RecipeException(
          reader.yaml.problems().stream()
              .sorted(Comparator.comparingInt(RecipeProblem::line))
              .toList());
    }
    return recipe;
  }

  private Recipe recipe(String text) {
    Map<String, Entry> top = yaml.document(text, TOP);
    Entry version = top.get("version");
    if (version != null) {
      yaml.oneOf(version, List.of("1"), word -> word);
    }
    return new Recipe(
        country(top.get("country")),
        surnames(top.get("surnames")),
        fields(top.get("fields")),
        sources(top.get("sources")),
        rules(top.get("rules")),
        new CheckReader(yaml).checks(top.get("checks")),
        matching(top.get("match")),
        survivorship(top.get("survivorship")),
        retention(top.get("retention")),
        new Recipe.Parties(custom(top.get("custom")), stages(top.get("stages"))));
  }

  private Map<PartyKind, Map<String, FieldType>> custom(@Nullable Entry entry) {
    Map<PartyKind, Map<String, FieldType>> custom = new EnumMap<>(PartyKind.class);
    if (entry != null) {
      Map<String, Entry> kinds =
          yaml.map(entry, Arrays.stream(PartyKind.values()).map(RecipeReader::word).toList());
      for (PartyKind kind : PartyKind.values()) {
        Entry fields = kinds.get(word(kind));
        if (fields != null) {
          custom.put(kind, fields(fields));
        }
      }
    }
    return custom;
  }

  private static String word(PartyKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private Map<String, List<String>> stages(@Nullable Entry entry) {
    Map<String, List<String>> stages = new LinkedHashMap<>();
    if (entry != null) {
      yaml.map(entry).forEach((stage, fields) -> stages.put(stage, yaml.texts(fields)));
    }
    return stages;
  }

  private String country(@Nullable Entry entry) {
    if (entry == null) {
      return Recipe.EMPTY.country();
    }
    String country = yaml.text(entry);
    if (!Set.of(Locale.getISOCountries()).contains(country)) {
      yaml.problem(entry, "country", country);
      return Recipe.EMPTY.country();
    }
    return country;
  }

  private Settings.SurnameStyle surnames(@Nullable Entry entry) {
    if (entry == null) {
      return Recipe.EMPTY.surnames();
    }
    return yaml.oneOf(entry, List.of(Settings.SurnameStyle.values()), Settings.SurnameStyle::word)
        .orElse(Recipe.EMPTY.surnames());
  }

  private Map<String, FieldType> fields(@Nullable Entry entry) {
    Map<String, FieldType> fields = new LinkedHashMap<>();
    if (entry != null) {
      yaml.map(entry)
          .forEach(
              (column, type) ->
                  yaml.oneOf(type, TYPES, FieldType::word)
                      .ifPresent(named -> fields.put(column, named)));
    }
    return fields;
  }

  private Map<String, Map<String, FieldType>> sources(@Nullable Entry entry) {
    Map<String, Map<String, FieldType>> sources = new LinkedHashMap<>();
    if (entry != null) {
      yaml.map(entry).forEach((source, columns) -> sources.put(source, fields(columns)));
    }
    return sources;
  }

  private Map<String, Level> rules(@Nullable Entry entry) {
    Map<String, Level> rules = new LinkedHashMap<>();
    if (entry != null) {
      yaml.map(entry)
          .forEach(
              (code, level) -> {
                Optional<Level> named =
                    yaml.oneOf(
                        level,
                        List.of(Level.values()),
                        value -> value.name().toLowerCase(Locale.ROOT));
                if (ruleCodes.contains(code)) {
                  named.ifPresent(value -> rules.put(code, value));
                } else {
                  yaml.suggest(level, yaml.nearest(code, ruleCodes), "rule", code);
                }
              });
    }
    return rules;
  }

  private Recipe.Matching matching(@Nullable Entry entry) {
    if (entry == null) {
      return Recipe.Matching.DEFAULT;
    }
    Map<String, Entry> map =
        yaml.map(entry, List.of("enabled", "merge_at", "review_at", "ignore", "blocking"));
    Optional<Double> mergeAt = probability(map.get("merge_at"));
    Optional<Double> reviewAt = probability(map.get("review_at"));
    if (mergeAt.isPresent() && reviewAt.isPresent() && !(reviewAt.get() <= mergeAt.get())) {
      yaml.problem(
          java.util.Objects.requireNonNull(map.get("review_at")),
          "match.order",
          String.valueOf(mergeAt.get()),
          String.valueOf(reviewAt.get()));
    }
    Entry enabled = map.get("enabled");
    return new Recipe.Matching(
        enabled == null || yaml.oneOf(enabled, List.of(true, false), String::valueOf).orElse(true),
        mergeAt,
        reviewAt,
        yaml.texts(map.get("ignore")),
        blocking(map.get("blocking")));
  }

  private List<String> blocking(@Nullable Entry entry) {
    List<String> rules = yaml.texts(entry);
    if (entry != null && rules.size() > BlockingSettings.MOST_RULES) {
      String most = String.valueOf(BlockingSettings.MOST_RULES);
      yaml.problem(entry, "match.blocking", most, String.valueOf(rules.size()));
      return List.of();
    }
    return rules;
  }

  private Optional<Double> probability(@Nullable Entry entry) {
    if (entry == null) {
      return Optional.empty();
    }
    try {
      double probability = Double.parseDouble(yaml.text(entry));
      if (probability > 0 && probability <= 1) {
        return Optional.of(probability);
      }
    } catch (NumberFormatException e) {
      // worded below, like a number that is out of range
    }
    yaml.problem(entry, "probability", yaml.text(entry));
    return Optional.empty();
  }

  private Survivorship survivorship(@Nullable Entry entry) {
    if (entry == null) {
      return Survivorship.DEFAULT;
    }
    Map<FieldType, List<Strategy>> byType = new EnumMap<>(FieldType.class);
    Map<String, List<Strategy>> byColumn = new HashMap<>();
    List<String> trust = new ArrayList<>();
    yaml.map(entry)
        .forEach(
            (key, value) -> {
              if (key.equals("trust")) {
                trust.addAll(yaml.texts(value));
              } else if (key.equals("columns")) {
                yaml.map(value).forEach((column, list) -> byColumn.put(column, strategies(list)));
              } else {
                TYPES.stream()
                    .filter(type -> type.word().equals(key))
                    .findFirst()
                    .ifPresentOrElse(
                        type -> byType.put(type, strategies(value)),
                        () ->
                            yaml.suggest(
                                value,
                                yaml.nearest(key, TYPES.stream().map(FieldType::word).toList()),
                                "unknown",
                                key));
              }
            });
    return new Survivorship(byType, byColumn, trust);
  }

  private List<Strategy> strategies(Entry entry) {
    List<Strategy> strategies = new ArrayList<>();
    for (Entry item : yaml.list(entry)) {
      yaml.oneOf(item, List.of(Strategy.values()), Strategy::word).ifPresent(strategies::add);
    }
    return strategies;
  }

  private Recipe.Retention retention(@Nullable Entry entry) {
    if (entry == null) {
      return Recipe.Retention.DEFAULT;
    }
    Map<String, Entry> map =
        yaml.map(entry, List.of("as_of", "inactive_months", "retention_years", "contact_columns"));
    return new Recipe.Retention(
        date(map.get("as_of")),
        number(map.get("inactive_months"), Recipe.Retention.DEFAULT.inactiveMonths(), 600),
        number(map.get("retention_years"), Recipe.Retention.DEFAULT.retentionYears(), 100),
        yaml.texts(map.get("contact_columns")));
  }

  private Optional<LocalDate> date(@Nullable Entry entry) {
    if (entry == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(yaml.text(entry)));
    } catch (DateTimeParseException e) {
      yaml.problem(entry, "date", yaml.text(entry));
      return Optional.empty();
    }
  }

  private int number(@Nullable Entry entry, int otherwise, int most) {
    if (entry == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(yaml.text(entry));
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // worded below, like a number that is out of range
    }
    yaml.problem(entry, "number", yaml.text(entry), "1", String.valueOf(most));
    return otherwise;
  }
}
