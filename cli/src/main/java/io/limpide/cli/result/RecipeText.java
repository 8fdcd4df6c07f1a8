package io.limpide.cli.result;

import io.limpide.engine.field.Field;
import io.limpide.engine.message.Messages;
import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.recipe.RecipeWriter;
import io.limpide.engine.recognize.Recognised;
import io.limpide.engine.run.CleanResult;
import io.limpide.engine.run.Families;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Recipes as documents: the one a run used, or the one proposed for a file. */
public final class RecipeText {
  private RecipeText() {}

  /** Returns the recipe that a run used, whole, so that it can be run again. */
  static String of(CleanResult result, Messages messages) {
    List<RecipeWriter.SourceFields> sources = new ArrayList<>();
    for (var source : result.sources()) {
      sources.add(
          fields(source.original().source(), source.fields(), source.recognised(), messages));
    }
    return of(result.recipe(), sources, messages);
  }

  /** Returns a recipe with the fields of its sources. */
  public static String of(
      Recipe recipe, List<RecipeWriter.SourceFields> sources, Messages messages) {
    return RecipeWriter.write(recipe, sources, Families.rules(), messages);
  }

  /** Says what a source's columns mean, and why. */
  public static RecipeWriter.SourceFields fields(
      String source, List<Field> fields, List<Recognised> recognised, Messages messages) {
    Map<String, String> why = new HashMap<>();
    for (int at = 0; at < fields.size(); at++) {
      Recognised of = recognised.get(at);
      if (of.field().type() == fields.get(at).type()) {
        why.put(fields.get(at).column(), why(of, messages));
      }
    }
    return new RecipeWriter.SourceFields(source, fields, why);
  }

  private static String why(Recognised recognised, Messages messages) {
    List<String> parts = new ArrayList<>();
    if (!recognised.headerWords().isEmpty()) {
      parts.add(messages.text("why.header", recognised.headerWords()));
    }
    if (!Double.isNaN(recognised.fit())) {
      parts.add(messages.text("why.fit", Math.round(recognised.fit() * 100)));
    }
    if (!recognised.others().isEmpty() && recognised.others().get(0).probability() >= 0.05) {
      Recognised.Candidate other = recognised.others().get(0);
      parts.add(
          messages.text("why.other", other.type().word(), Math.round(other.probability() * 100)));
    }
    return String.join(", ", parts);
  }
}
