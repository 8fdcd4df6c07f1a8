package io.limpide.server.account;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which parties somebody sees: their own, those of their team, or all. */
public enum Visibility {
  OWN,
  TEAM,
  ALL;

  /** Returns the word that the database and the interface use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the visibility of a word, if there is one. */
  static Optional<Visibility> find(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /**
   * Narrows a query over {@code party p} to what a caller may see.
   *
   * @param parts the conditions of the query
   * @param values what fills them, by name
   */
  public static void narrow(Caller caller, List<String> parts, Map<String, Object> values) {
    switch (caller.visibility()) {
      case OWN -> {
        parts.add("p.owner_id = :me");
        values.put("me", caller.id());
      }
      case TEAM -> {
        parts.add(
            "(p.owner_id = :me or p.owner_id in (select id from account where team_id = :team))");
        values.put("me", caller.id());
        values.put("team", caller.team().orElse(-1));
      }
      case ALL -> {
        // nothing is left out
      }
    }
  }

  static Visibility of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
