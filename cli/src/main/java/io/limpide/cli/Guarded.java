package io.limpide.cli;

import io.limpide.engine.message.Messages;
import io.limpide.engine.recipe.RecipeException;
import io.limpide.engine.table.TableTooLargeException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs the engine, and words what can stop it. */
final class Guarded {
  private Guarded() {}

  static <T> T run(Optional<Path> recipe, Messages messages, Supplier<T> work) throws Failure {
    try {
      return work.get();
    } catch (RecipeException e) {
      throw new Failure(
          ExitCode.RECIPE, e.describe(recipe.map(Path::toString).orElse("recipe.yaml"), messages));
    } catch (TableTooLargeException | OutOfMemoryError e) {
      throw new Failure(ExitCode.FAULT, messages.text("fault.memory"));
    }
  }
}
