package io.limpide.engine.recipe;

import java.util.List;

/**
 * One mistake in a recipe. The wording is in the message bundle of this package under {@code
 * problem.<code>}.
 *
 * @param line counted from 1; 0 when the mistake has no line
 * @param path where it is, such as {@code match.merge_at}
 * @param code the end of the message's key
 * @param arguments for the wording
 * @param hint the word that was probably meant; empty when there is none
 */
public record RecipeProblem(
    int line, String path, String code, List<String> arguments, String hint) {
  public RecipeProblem {
    arguments = List.copyOf(arguments);
  }
}
