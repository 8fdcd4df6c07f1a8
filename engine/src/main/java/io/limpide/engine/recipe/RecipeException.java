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
          .append(place(problem, messages))
          .append(messages.text("problem." + problem.code(), problem.arguments().toArray()));
      if (!problem.hint().isEmpty()) {
        text.append(messages.text("recipe.hint", problem.hint()));
      }
    }
    return text.toString();
  }

  private static String place(RecipeProblem problem, Messages messages) {
    String line = String.valueOf(problem.line());
    if (problem.path().isEmpty()) {
      return problem.line() == 0 ? "" : messages.text("recipe.line", line);
    }
    return problem.line() == 0
        ? messages.text("recipe.path", problem.path())
        : messages.text("recipe.place", line, problem.path());
  }
}
