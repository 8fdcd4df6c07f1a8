package io.limpide.engine.run;

import io.limpide.engine.block.AskedRulesException;
import io.limpide.engine.recipe.RecipeException;
import io.limpide.engine.recipe.RecipeProblem;
import java.util.List;

/** Says where in the recipe stand the blocking rules that its records do not allow. */
final class BlockingProblems {
  private BlockingProblems() {}

  static RecipeException of(AskedRulesException asked) {
    return new RecipeException(
        asked.refused().stream()
            .map(
                rule ->
                    new RecipeProblem(
                        0,
                        "match.blocking[" + (rule.number() + 1) + "]",
                        "blocking",
                        List.of(
                            String.join(", ", rule.unknown()), String.join(", ", asked.possible())),
                        hint(rule.unknown().get(0), asked.possible())))
            .toList());
  }

  private static String hint(String unknown, List<String> possible) {
    return possible.contains(unknown) ? "" : FieldPlan.nearest(unknown, possible);
  }
}
