package io.limpide.engine.message;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Texts for people, in French or English, looked up by dotted code.
 *
 * <p>Every package that has something to say keeps its texts beside its code: {@code
 * messages.properties} (English) and {@code messages_fr.properties}, in UTF-8, in {@link
 * MessageFormat} syntax (so a lone apostrophe is written twice in patterns that take arguments).
 */
public final class Messages {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final List<ResourceBundle> bundles;
  private final Map<String, Wording> wordings = new ConcurrentHashMap<>(); // of codes used so far

  private Messages(Locale locale, List<ResourceBundle> bundles) {
    this.locale = locale;
    this.bundles = bundles;
  }

  /**
   * Returns the texts of some packages.
   *
   * @param locale French gives French, anything else English
   * @param homes any class or interface of each package whose texts are wanted
   * @throws MissingResourceException when a package has no texts
   */
  public static Messages of(Locale locale, Class<?>... homes) {
    Locale language = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ROOT;
    List<ResourceBundle> bundles = new ArrayList<>();
    for (Class<?> home : homes) {
      bundles.add(
          ResourceBundle.getBundle(
              home.getPackageName() + ".messages", language, home.getClassLoader(), NO_FALLBACK));
    }
    Locale format = locale.getLanguage().equals("fr") ? Locale.FRANCE : Locale.US;
    return new Messages(format, List.copyOf(bundles));
  }

  /** Returns the locale in which numbers and dates are written. */
  public Locale locale() {
    return locale;
  }

  /** Returns whether there is a text for the code. */
  public boolean has(String code) {
    return of(code) != Wording.NONE;
  }

  /** Returns the text of a code with its arguments filled in; the code itself when unknown. */
  public String text(String code, Object... arguments) {
    Wording wording = of(code);
    return wording == Wording.NONE ? code : wording.with(arguments, locale);
  }

  private Wording of(String code) {
    Wording known = wordings.get(code); // computing may lock
    return known != null ? known : wordings.computeIfAbsent(code, this::find);
  }

  private Wording find(String code) {
    for (ResourceBundle bundle : bundles) {
      if (bundle.containsKey(code)) {
        return Wording.of(bundle.getString(code), locale);
      }
    }
    return Wording.NONE;
  }
}
