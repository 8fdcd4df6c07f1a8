package io.limpide.engine.recipe;

import io.limpide.engine.message.Messages;
import java.util.List;

/** A recipe that cannot be used; holds every mistake found, not only the first. */
public final class RecipeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<RecipeProblem> problems;

  /** Makes the exception. */
  public RecipeException(List<RecipeProblem> problems) {
    super(problems.size() + " problem(s) in the recipe");
    this.problems = List.copyOf(problems);
  }

  /** Returns the mistakes in the order of the document. */
  public List<RecipeProblem> problems() {
    return problems;
  }

  /** Returns the mistakes in words, one a line, under a first line that names the recipe. */
  public String describe(String recipe, Messages messages) {
    StringBuilder text =
        new StringBuilder(messages.text("recipe.problems", recipe, problems.size()));
    for (RecipeProblem problem : problems) {
      text.append("\n  ")
          .append(
              problem.line() == 0
                  ? messages.text("recipe.path", problem.path())
                  : messages.text("recipe.place", String.valueOf(problem.line()), problem.path()))
          .append(messages.text("problem." + problem.code(), problem.arguments().toArray()));
      if (!problem.hint().isEmpty()) {
        text.append(messages.text("recipe.hint", problem.hint()));
      }
    }
    return text.toString();
  }
}
