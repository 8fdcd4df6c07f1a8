package io.limpide.engine.standardize.person;

import io.limpide.engine.reference.FirstNames;
import io.limpide.engine.reference.Nicknames;
import io.limpide.engine.text.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A person's name in the form in which names are compared. All words are folded ({@link Fold}): no
 * case, no accents.
 *
 * @param given the given names one by one; {@code Jean-Pierre} and {@code Jeanpierre} are two
 * @param initials the first letters of the given names; {@code JP} has initials and no given name
 * @param family the words of the family name without particles: {@code gall} for {@code Le Gall}
 * @param particles the particles before and between them, such as {@code de la}
 * @param birthName the family name before marriage, as {@link Fold#key}; empty if not known
 * @param alias the name after "dit", as {@link Fold#key}; empty if none
 * @param ordered whether it is known which is the given and which the family name
 */
public record PersonName(
    List<String> given,
    String initials,
    List<String> family,
    String particles,
    String birthName,
    String alias,
    boolean ordered) {
  private static final int LONGEST = 300;
  private static final PersonName NONE = new PersonName(List.of(), "", List.of(), "", "", "", true);

  public PersonName {
    given = List.copyOf(given);
    family = List.copyOf(family);
  }

  /**
   * Reads a name that is split already.
   *
   * @param given cell of given names; may be empty, may hold a civility
   * @param family cell of the family name; may be empty, may hold "née ..." or "épouse ..."
   * @param birthName cell of the name before marriage; may be empty
   */
  public static PersonName parse(String given, String family, String birthName) {
    NameCell givenCell = NameCell.parse(clean(given));
    NameCell familyCell = NameCell.parse(clean(family));
    String birth = birthName.isBlank() ? familyCell.birthName() : birthName;
    String alias = familyCell.alias().isEmpty() ? givenCell.alias() : familyCell.alias();
    return of(givenCell.name(), familyCell.name(), birth, alias, true);
  }

  /**
   * Reads a name from one cell. If given and family name cannot be told apart, the usual order is
   * assumed, given name first, and {@link #ordered} is false.
   */
  public static PersonName parse(String fullName) {
    String text = clean(fullName);
    if (text.isEmpty()) {
      return NONE;
    }
    NameCell cell = NameCell.parse(text);
    FullName name = FullName.parse(cell.name());
    if (name.isSplit()) {
      return of(name.given(), name.family(), cell.birthName(), cell.alias(), name.isClear());
    }
    int cut = cell.name().lastIndexOf(' ');
    String given = cut < 0 ? "" : cell.name().substring(0, cut);
    String family = cell.name().substring(cut + 1);
    return of(given, family, cell.birthName(), cell.alias(), false);
  }

  private static String clean(String cell) {
    String text = cell.length() > LONGEST ? cell.substring(0, LONGEST) : cell;
    return NameText.hyphens(NameText.apostrophes(NameText.spaced(NameText.composed(text))));
  }

  private static PersonName of(
      String given, String family, String birthName, String alias, boolean ordered) {
    List<String> givenWords = new ArrayList<>();
    StringBuilder initials = new StringBuilder();
    for (String word : given.split(" ", -1)) {
      given(word, givenWords, initials);
    }
    List<String> core = new ArrayList<>();
    StringBuilder particles = new StringBuilder();
    List<String> words = Fold.tokens(family);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (Particles.isWeak(word) && i < words.size() - 1) {
        particles.append(particles.length() == 0 ? "" : " ").append(word);
      } else {
        core.add(word);
      }
    }
    return new PersonName(
        givenWords,
        initials.toString(),
        core,
        particles.toString(),
        Fold.key(birthName),
        Fold.key(alias),
        ordered);
  }

  /** One word of the given names: a name, several run together, or initials. */
  private static void given(String word, List<String> names, StringBuilder initials) {
    if (NameCase.isInitials(word, NameCase.lower(word))) {
      initials.append(Fold.key(word));
      return;
    }
    String spelling = FirstNames.spelling(Fold.key(word)).orElse(word);
    for (String name : Fold.tokens(spelling.indexOf('-') > 0 ? spelling : word)) {
      initials.append(name, 0, Character.charCount(name.codePointAt(0)));
      if (name.length() > 1) {
        names.add(name);
      }
    }
  }

  /** Returns the given names run together: {@code jeanpierre}. */
  public String givenKey() {
    return String.join("", given);
  }

  /** Returns the family name run together, particles included: {@code legall}. */
  public String familyKey() {
    return particles.replace(" ", "") + String.join("", family);
  }

  /**
   * Returns every full name, in its usual spelling, that the given name may stand for, in
   * alphabetical order: {@code alexandra}, {@code alexandre}, {@code alexis} and {@code alex} for
   * Alex. Empty if there is no given name or only a letter of it.
   */
  public Set<String> canonicalGiven() {
    Set<String> all = new TreeSet<>();
    if (!given.isEmpty()) {
      all.addAll(Nicknames.canonical(givenKey()));
    } else if (initials.length() > 1) {
      all.addAll(Nicknames.canonical(initials));
      all.remove(initials);
    }
    return all;
  }

  /** Returns whether there is nothing to compare. */
  public boolean isEmpty() {
    return initials.isEmpty() && family.isEmpty();
  }
}
