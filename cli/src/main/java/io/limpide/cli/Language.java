package io.limpide.cli;

import io.limpide.connect.SourceFormat;
import io.limpide.connect.write.OutputFolder;
import io.limpide.engine.match.Matcher;
import io.limpide.engine.message.Messages;
import io.limpide.engine.profile.TableProfile;
import io.limpide.engine.profile.scan.FreeTextScanner;
import io.limpide.engine.recipe.Recipe;
import io.limpide.engine.recognize.Recognition;
import io.limpide.engine.retain.Obsolescence;
import io.limpide.engine.run.Families;
import io.limpide.engine.standardize.Standardization;
import io.limpide.engine.validate.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;

/** The language of a run: {@code --lang}, else the system's. */
final class Language {
  private Language() {}

  /** Returns French or English for the arguments of a command line, before they are parsed. */
  static Locale of(String[] arguments) {
    String asked = "";
    for (int at = 0; at < arguments.length; at++) {
      if (arguments[at].startsWith("--lang=")) {
        asked = arguments[at].substring("--lang=".length());
      } else if (arguments[at].equals("--lang") && at + 1 < arguments.length) {
        asked = arguments[at + 1];
      }
    }
    if (asked.isEmpty()) {
      asked = Locale.getDefault().getLanguage();
    }
    return asked.equalsIgnoreCase("fr") ? Locale.FRENCH : Locale.ENGLISH;
  }

  /** Returns every text there is: the command line's, the engine's and the connectors'. */
  static Messages messages(Locale locale) {
    List<Class<?>> homes = new ArrayList<>();
    homes.add(Language.class);
    homes.add(SourceFormat.class);
    homes.add(OutputFolder.class);
    homes.add(Standardization.class);
    homes.add(FreeTextScanner.class);
    homes.add(Recognition.class);
    homes.add(TableProfile.class);
    homes.add(Validation.class);
    homes.add(Matcher.class);
    homes.add(Obsolescence.class);
    homes.add(Recipe.class);
    Families.all().forEach(family -> homes.add(family.getClass()));
    ServiceLoader.load(SourceFormat.class).stream()
        .map(ServiceLoader.Provider::type)
        .forEach(homes::add);
    // Not every package has something to say.
    homes.removeIf(home -> home.getResource("messages.properties") == null);
    return Messages.of(locale, homes.toArray(Class<?>[]::new));
  }
}
