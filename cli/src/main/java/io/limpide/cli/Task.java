package io.limpide.cli;

import io.limpide.connect.SourceRead;
import io.limpide.connect.UnreadableSourceException;
import io.limpide.engine.message.Messages;
import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.table.Table;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What every run begins with: the inputs, read, and the recipe, understood.
 *
 * @param today the day of judgement
 * @param recipeFile where the recipe comes from; what is wrong with it is told of that file
 */
record Task(
    Messages messages,
    Console console,
    Recipe recipe,
    Optional<Path> recipeFile,
    LocalDate today,
    List<SourceRead> reads) {
  /** Reads the recipe first: its mistakes are told at once, a large input takes time. */
  static Task begin(
      List<String> inputs, RunOptions run, InputOptions reading, TalkOptions talk, Locale locale)
      throws Failure, UnreadableSourceException {
    Messages messages = Language.messages(locale);
    Console console = talk.console(messages);
    Recipe recipe = run.recipe(messages);
    LocalDate today = run.today(recipe, messages);
    List<SourceRead> reads = reading.read(inputs, messages, console);
    return new Task(messages, console, recipe, run.recipeFile(), today, reads);
  }

  /** Has the engine work on what was read, and words what can stop it. */
  <T> T work(Function<List<Table>, T> engine) throws Failure {
    List<Table> tables = reads.stream().map(SourceRead::table).toList();
    return Guarded.run(recipeFile, messages, () -> engine.apply(tables));
  }
}
