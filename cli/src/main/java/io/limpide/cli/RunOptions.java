package io.limpide.cli;

import io.limpide.cli.result.Results;
import io.limpide.connect.write.CsvStyle;
import io.limpide.connect.write.OutputFolder;
import io.limpide.connect.write.TableWriter;
import io.limpide.engine.message.Messages;
import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.recipe.RecipeException;
import io.limpide.engine.recipe.RecipeReader;
import io.limpide.engine.run.Families;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a person may say about a run and its results. */
final class RunOptions {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final int LARGEST_RECIPE = 4 << 20;

  @Option(names = "--recipe", paramLabel = "FILE", descriptionKey = "recipe")
  private Optional<Path> recipe = Optional.empty();

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "out")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--format", paramLabel = "csv|xlsx", descriptionKey = "format")
  private Format format = Format.CSV;

  @Option(names = "--exact", descriptionKey = "exact")
  private boolean exact;

  @Option(names = "--today", paramLabel = "DATE", descriptionKey = "today")
  private Optional<String> today = Optional.empty();

  /** How tables are written. */
  enum Format {
    CSV,
    XLSX
  }

  /** For a command that writes no files. */
  static RunOptions of(Optional<Path> recipe, Optional<String> today) {
    RunOptions options = new RunOptions();
    options.recipe = recipe;
    options.today = today;
    return options;
  }

  Optional<Path> out() {
    return out;
  }

  Optional<Path> recipeFile() {
    return recipe;
  }

  /** Returns where results go: where they were asked to, else beside the first input. */
  Path folder(List<String> inputs) {
    return out.orElseGet(
        () -> {
          String first = inputs.get(0);
          if (first.equals(InputOptions.STANDARD_INPUT)) {
            return Path.of("limpide-results");
          }
          Path input = Path.of(first).toAbsolutePath();
          String name = String.valueOf(input.getFileName()).replaceFirst("(?<=.)\\.[^.]*$", "");
          return input.resolveSibling(name + "-limpide");
        });
  }

  /** Returns what begins tables of the results, in the format asked for. */
  Results.Tables tables(OutputFolder folder, Locale locale) {
    return new Results.Tables() {
      @Override
      public TableWriter open(String name, Optional<Character> delimiter) throws IOException {
        return format == Format.XLSX
            ? folder.xlsx(fileName(name))
            : folder.csv(
                fileName(name),
                exact ? CsvStyle.exact(delimiter, locale) : CsvStyle.forPeople(delimiter, locale));
      }

      @Override
      public String fileName(String name) {
        return RunOptions.this.fileName(name);
      }
    };
  }

  /** Returns the file name of a table of the results. */
  String fileName(String name) {
    return name + (format == Format.XLSX ? ".xlsx" : ".csv");
  }

  /** Reads the recipe; the empty one when none was named. */
  Recipe recipe(Messages messages) throws Failure {
    Recipe read = recipe.isEmpty() ? Recipe.EMPTY : read(recipe.get(), messages);
    // What is said on the command line goes before what the recipe says.
    return today.isPresent() ? read.judgedOn(today(read, messages)) : read;
  }

  static Recipe read(Path file, Messages messages) throws Failure {
    try {
      if (Files.size(file) > LARGEST_RECIPE) {
        throw new Failure(ExitCode.RECIPE, messages.text("recipe.large", file.toString()));
      }
      return RecipeReader.read(Files.readString(file), Families.ruleCodes());
    } catch (NoSuchFileException e) {
      throw new Failure(ExitCode.RECIPE, messages.text("recipe.missing", file.toString()));
    } catch (CharacterCodingException e) {
      throw new Failure(ExitCode.RECIPE, messages.text("recipe.encoding", file.toString()));
    } catch (IOException e) {
      throw new Failure(ExitCode.RECIPE, messages.text("recipe.unreadable", file.toString()));
    } catch (RecipeException e) {
      throw new Failure(ExitCode.RECIPE, e.describe(file.toString(), messages));
    }
  }

  /** Returns the day of judgement: asked for, else the recipe's, else today in Paris. */
  LocalDate today(Recipe recipe, Messages messages) throws Failure {
    if (today.isPresent()) {
      try {
        return LocalDate.parse(today.get());
      } catch (DateTimeParseException e) {
        throw new Failure(ExitCode.USAGE, messages.text("today.wrong", today.get()));
      }
    }
    return recipe.retention().asOf().orElseGet(() -> LocalDate.now(PARIS));
  }
}
