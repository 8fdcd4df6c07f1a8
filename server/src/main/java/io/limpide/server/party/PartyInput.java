package io.limpide.server.party;

import io.limpide.server.api.Problem;
import io.limpide.server.api.Problem.FieldError;
import io.limpide.server.recipe.Recipes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at what callers send of parties before anything is done with it. */
@Component
class PartyInput {
  private static final int LONGEST_WHY = 1_000;

  private final Recipes recipes;
  private final JdbcClient database;

  PartyInput(Recipes recipes, JdbcClient database) {
    this.recipes = recipes;
    this.database = database;
  }

  /** Returns what is wrong with a party that is to be made; null for nothing. */
  @Nullable Problem look(PartyJson.Draft draft) {
    List<FieldError> errors = new ArrayList<>();
    Map<String, @Nullable String> values = new HashMap<>();
    if (draft.values() != null) {
      values.putAll(draft.values());
    }
    values(values, errors);
    if (values.values().stream().allMatch(value -> value == null || value.isBlank())) {
      errors.add(FieldError.of("values", "missing"));
    }
    place(draft.owner(), draft.stage(), errors);
    return errors.isEmpty() ? null : Problem.invalid(errors);
  }

  /** Refuses a change that cannot be. */
  void check(PartyJson.Change change) {
    List<FieldError> errors = new ArrayList<>();
    Map<String, @Nullable String> values = new HashMap<>();
    if (change.values() != null) {
      values.putAll(change.values());
    }
    if (values.isEmpty() && change.owner() == null && change.stage() == null) {
      errors.add(FieldError.of("values", "missing"));
    }
    values(values, errors);
    Long owner = change.owner();
    place(owner == null || owner == 0 ? null : owner, change.stage(), errors);
    why(change.why(), errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  /** Looks at the reason that somebody gives. */
  static void why(@Nullable String why, List<FieldError> errors) {
    if (why != null && why.length() > LONGEST_WHY) {
      errors.add(FieldError.of("why", "too_long", LONGEST_WHY));
    }
  }

  private void values(Map<String, @Nullable String> values, List<FieldError> errors) {
    Set<String> known = new HashSet<>();
    recipes.active().catalogue().fields().forEach(field -> known.add(field.code()));
    values.forEach(
        (field, value) -> {
          String place = "values." + (field.length() > 100 ? field.substring(0, 100) : field);
          if (!known.contains(field)) {
            errors.add(FieldError.of(place, "unknown_field"));
          } else if (value != null && value.length() > Edits.LONGEST) {
            errors.add(FieldError.of(place, "too_long", Edits.LONGEST));
          }
        });
  }

  private void place(@Nullable Long owner, @Nullable String stage, List<FieldError> errors) {
    if (owner != null
        && !database
            .sql("select exists (select from account where id = ? and disabled_at is null)")
            .param(owner)
            .query(Boolean.class)
            .single()) {
      errors.add(FieldError.of("owner", "unknown_owner"));
    }
    if (stage != null && !stage.isEmpty()) {
      Set<String> stages = recipes.active().recipe().parties().stages().keySet();
      if (!stages.contains(stage)) {
        errors.add(FieldError.of("stage", "unknown_stage", String.join(", ", stages)));
      }
    }
  }
}
