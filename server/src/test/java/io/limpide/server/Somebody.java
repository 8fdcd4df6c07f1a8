package io.limpide.server;

import io.limpide.server.account.Caller;
import io.limpide.server.account.Role;
import io.limpide.server.account.Visibility;
import java.util.OptionalLong;

/** Callers for tests that go past the web. */
public final class Somebody {
  private Somebody() {}

  /** Returns somebody new in a role, who sees everything. */
  public static Caller in(Role role) {
    return in(role, Visibility.ALL);
  }

  /** Returns somebody new in a role. */
  public static Caller in(Role role, Visibility visibility) {
    return of(Running.server().account(role), role, visibility);
  }

  /** Returns the owner of an account. */
  public static Caller of(long account, Role role, Visibility visibility) {
    return new Caller(
        account,
        role.word(),
        "Somebody",
        role,
        visibility,
        OptionalLong.empty(),
        "en",
        "auto",
        role.rights(),
        OptionalLong.empty());
  }
}
