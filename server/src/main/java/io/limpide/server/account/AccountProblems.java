package io.limpide.server.account;

import io.limpide.server.api.Problem;
import io.limpide.server.api.Problem.FieldError;
import java.util.List;

/** Says to programs why an account or a team cannot be as wanted, in the words of the pages. */
final class AccountProblems {
  private AccountProblems() {}

  /** Something that may be refused. */
  interface Deed<T> {
    T run() throws Accounts.Refused;
  }

  /** Something that may be refused and returns nothing. */
  interface Order {
    void run() throws Accounts.Refused;
  }

  /** Does something; a refusal becomes a problem. */
  static void done(Order order) {
    of(
        () -> {
          order.run();
          return true;
        });
  }

  /** Does something; a refusal becomes a problem. */
  static <T> T of(Deed<T> deed) {
    try {
      return deed.run();
    } catch (Accounts.Refused refused) {
      throw problem(refused.code());
    }
  }

  private static Problem problem(String code) {
    return switch (code) {
      case Accounts.CONFLICT -> Problem.changed();
      case "account.unknown" -> Problem.notFound();
      default -> Problem.invalid("account_refused", List.of(FieldError.of(field(code), code)));
    };
  }

  private static String field(String code) {
    return switch (code) {
      case "account.login_taken" -> "login";
      case "account.password_short", "account.password_long", "account.password_weak" -> "password";
      case "account.own_role", "account.last_administrator" -> "role";
      case "team.unknown" -> "team";
      case "account.name_missing", "team.name_missing", "team.name_taken" -> "name";
      default -> "";
    };
  }
}
