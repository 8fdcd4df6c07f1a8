package io.limpide.server.account;

import static io.limpide.server.account.Right.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What somebody is to the base, and so what they may do in it. */
public enum Role {
  /** Does everything, people and settings included. */
  ADMINISTRATOR(EnumSet.allOf(Right.class)),
  /** Keeps the base clean. */
  STEWARD(
      EnumSet.of(
          READ_PARTIES,
          EDIT_PARTIES,
          READ_QUALITY,
          CORRECT,
          IMPORT,
          EDIT_SOURCES,
          EDIT_SEGMENTS,
          READ_RECIPE,
          EDIT_RECIPE,
          READ_RUNS,
          UNDO_RUNS,
          EDIT_SCHEDULES,
          READ_JOURNAL,
          EXPORT)),
  /** Sales and marketing: adds to the base and corrects it, one party at a time. */
  CONTRIBUTOR(EnumSet.of(READ_PARTIES, EDIT_PARTIES, READ_QUALITY, READ_RUNS)),
  /** Sees that the law is kept: reads everything, changes nothing by hand. */
  DPO(EnumSet.of(READ_PARTIES, READ_QUALITY, READ_RECIPE, READ_RUNS, READ_JOURNAL, EXPORT)),
  /** Looks. */
  READER(EnumSet.of(READ_PARTIES, READ_QUALITY));

  @SuppressWarnings("ImmutableEnumChecker") // copied
  private final Set<Right> rights;

  Role(EnumSet<Right> rights) {
    this.rights = Set.copyOf(rights);
  }

  /** Returns what somebody in this role may do. */
  public Set<Right> rights() {
    return rights;
  }

  /** Returns the word that the database and the interface use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the role of a word, if there is one. */
  static Optional<Role> find(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  static Role of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
