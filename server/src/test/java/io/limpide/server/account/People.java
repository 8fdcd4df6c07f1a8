package io.limpide.server.account;

import io.limpide.server.Running;
import io.limpide.server.Visitor;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** People for tests, each with the same password: hashing one takes long, on purpose. */
final class People {
  static final String PASSWORD = "a long enough sentence";

  private static @Nullable String encoded;

  private People() {}

  /** Makes an account in a role, with a password, and returns its number. */
  static synchronized long withPassword(Running server, Role role) {
    if (encoded == null) {
      encoded = server.part(PasswordEncoder.class).encode(PASSWORD);
    }
    long account = server.account(role);
    server
        .owner()
        .sql("update account set password = ? where id = ?")
        .params(encoded, account)
        .update();
    return account;
  }

  static String login(Running server, long account) {
    return server
        .owner()
        .sql("select login from account where id = ?")
        .param(account)
        .query(String.class)
        .single();
  }

  /** Returns somebody at the door, having looked at it. */
  static Visitor atTheDoor(Running server, String address) {
    Visitor visitor = server.visitor().with("X-Forwarded-For", address);
    visitor.get("/sign-in");
    return visitor;
  }

  /** Returns a caller as the server knows it from its session. */
  static Caller caller(Running server, long account, Role role) {
    return new Caller(
        account,
        login(server, account),
        "Somebody",
        role,
        Visibility.ALL,
        OptionalLong.empty(),
        "en",
        "auto",
        role.rights(),
        OptionalLong.empty());
  }

  /** Returns how often the journal tells a deed of an account. */
  static int deeds(Running server, String action, long account) {
    return server
        .owner()
        .sql("select count(*) from journal where action = ? and subject = ?")
        .params(action, "account:" + account)
        .query(Integer.class)
        .single();
  }
}
