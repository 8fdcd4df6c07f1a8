package io.limpide.server.account;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Whoever asks: a person signed in, or a program with a person's token.
 *
 * @param id the account
 * @param login by which the person signs in
 * @param name by which people know the person
 * @param role what the person is
 * @param visibility which parties the person sees
 * @param team the team of the person, if any
 * @param language {@code fr} or {@code en}
 * @param theme {@code auto}, {@code light} or {@code dark}
 * @param rights what may be done: of the role, and of the token's scopes where there is one
 * @param token the token, if the call came with one
 */
public record Caller(
    long id,
    String login,
    String name,
    Role role,
    Visibility visibility,
    OptionalLong team,
    String language,
    String theme,
    Set<Right> rights,
    OptionalLong token) {
  public Caller {
    rights = Set.copyOf(rights);
  }

  /** Returns whether something is allowed. */
  public boolean may(Right right) {
    return rights.contains(right);
  }

  /** Returns whether something is allowed, by the name of the right; for templates. */
  public boolean may(String right) {
    return may(Right.valueOf(right));
  }

  /** Returns the same caller, to whom nothing is allowed. */
  Caller withoutRights() {
    return new Caller(id, login, name, role, visibility, team, language, theme, Set.of(), token);
  }

  /** Returns the name under which the journal knows the caller. */
  public String actor() {
    return token.isPresent() ? "token:" + token.getAsLong() : "account:" + id;
  }

  /** Returns the language of the caller. */
  public Locale locale() {
    return language.equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
  }

  /** Without name and login: records print themselves into logs. */
  @Override
  public String toString() {
    return actor();
  }
}
