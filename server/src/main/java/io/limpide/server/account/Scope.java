package io.limpide.server.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a personal token is good for; never more than its owner may. */
public enum Scope {
  READ(
      EnumSet.of(
          Right.READ_PARTIES,
          Right.READ_QUALITY,
          Right.READ_RECIPE,
          Right.READ_RUNS,
          Right.READ_JOURNAL)),
  WRITE(EnumSet.of(Right.EDIT_PARTIES, Right.CORRECT, Right.UNDO_RUNS, Right.EDIT_SCHEDULES)),
  IMPORT(EnumSet.of(Right.IMPORT, Right.EDIT_SOURCES, Right.READ_RUNS)),
  EXPORT(EnumSet.of(Right.EXPORT)),
  ADMIN(EnumSet.allOf(Right.class));

  @SuppressWarnings("ImmutableEnumChecker") // copied
  private final Set<Right> rights;

  Scope(EnumSet<Right> rights) {
    this.rights = Set.copyOf(rights);
  }

  /** Returns what a token of this scope may be used for. */
  public Set<Right> rights() {
    return rights;
  }

  /** Returns the word that the database and the interface use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the scope of a word, if there is one. */
  static Optional<Scope> find(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }

  /** Returns the rights of several scopes, by their words. */
  static Set<Right> rights(Iterable<String> words) {
    Set<Right> rights = EnumSet.noneOf(Right.class);
    for (String word : words) {
      rights.addAll(valueOf(word.toUpperCase(Locale.ROOT)).rights);
    }
    return rights;
  }
}
