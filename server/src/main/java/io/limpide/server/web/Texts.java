package io.limpide.server.web;

import io.limpide.connect.SourceFormat;
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
import io.limpide.server.LimpideServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Every text there is, in both languages: the server's, the engine's and the connectors'. */
@Component("messageSource")
public class Texts implements MessageSource {
  private static final List<Class<?>> HOMES = homes();
  private static final Messages ENGLISH = messages(Locale.ENGLISH);
  private static final Messages FRENCH = messages(Locale.FRENCH);

  /** Returns the texts of a language: French, or else English. */
  public static Messages of(@Nullable Locale locale) {
    return locale != null && locale.getLanguage().equals("fr") ? FRENCH : ENGLISH;
  }

  private static Messages messages(Locale locale) {
    return Messages.of(locale, HOMES.toArray(Class<?>[]::new));
  }

  private static List<Class<?>> homes() {
    List<Class<?>> homes =
        new ArrayList<>(
            List.of(
                LimpideServer.class,
                SourceFormat.class,
                Standardization.class,
                FreeTextScanner.class,
                Recognition.class,
                TableProfile.class,
                Validation.class,
                Matcher.class,
                Obsolescence.class,
                Recipe.class));
    for (String module :
        List.of(
            "account",
            "api",
            "database",
            "journal",
            "job",
            "party",
            "quality",
            "recipe",
            "source",
            "web")) {
      homes.add(home(module));
    }
    Families.all().forEach(family -> homes.add(family.getClass()));
    ServiceLoader.load(SourceFormat.class).stream()
        .map(ServiceLoader.Provider::type)
        .forEach(homes::add);
    homes.removeIf(home -> home.getResource("messages.properties") == null);
    return homes;
  }

  /** Any class of the module: its package-info, which every package has. */
  private static Class<?> home(String module) {
    try {
      return Class.forName("io.limpide.server." + module + ".package-info");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("no package " + module, e);
    }
  }

  @Override
  public @Nullable String getMessage(
      String code,
      Object @Nullable [] arguments,
      @Nullable String otherwise,
      @Nullable Locale locale) {
    Messages messages = of(locale);
    return messages.has(code) ? text(messages, code, arguments) : otherwise;
  }

  @Override
  public String getMessage(String code, Object @Nullable [] arguments, @Nullable Locale locale) {
    Messages messages = of(locale);
    // A forgotten text shows itself in every test that looks at pages.
    return messages.has(code) ? text(messages, code, arguments) : "??" + code + "??";
  }

  @Override
  public String getMessage(MessageSourceResolvable wanted, @Nullable Locale locale) {
    String[] codes = wanted.getCodes();
    if (codes != null) {
      for (String code : codes) {
        if (of(locale).has(code)) {
          return text(of(locale), code, wanted.getArguments());
        }
      }
    }
    String otherwise = wanted.getDefaultMessage();
    return otherwise == null ? "" : otherwise;
  }

  private static String text(Messages messages, String code, Object @Nullable [] arguments) {
    return arguments == null ? messages.text(code) : messages.text(code, arguments);
  }
}
