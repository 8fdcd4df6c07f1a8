package io.limpide.server.account;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Accounts as callers of the API send and read them. */
final class UserJson {
  private UserJson() {}

  /** An account as callers read it. */
  @Schema(name = "User")
  record User(
      long id,
      String login,
      String name,
      @Schema(allowableValues = {"administrator", "steward", "contributor", "dpo", "reader"})
          String role,
      @Schema(allowableValues = {"own", "team", "all"}) String visibility,
      @Nullable Long team,
      @Nullable String teamName,
      String language,
      boolean secondFactor,
      @Schema(description = "too many wrong passwords: nobody signs in for a while") boolean locked,
      boolean disabled,
      @Nullable Instant disabledAt,
      Instant createdAt,
      int version) {
    @Override
    public String toString() {
      return "account:" + id;
    }
  }

  /** An account that is to be made. */
  @Schema(name = "NewUser")
  record Draft(
      @Schema(example = "marie.durand") @Nullable String login,
      @Schema(example = "Marie Durand") @Nullable String name,
      @Schema(example = "reader") @Nullable String role,
      @Schema(description = "all when left out", example = "team") @Nullable String visibility,
      @Nullable Long team,
      @Schema(description = "left out: signs in with the company account, or gets one later")
          @Nullable String password,
      @Schema(description = "the caller's when left out", example = "fr")
          @Nullable String language) {
    @Override
    public String toString() {
      return "an account to be made";
    }
  }

  /** What is to change of an account; what is not named stays. */
  @Schema(name = "UserChange")
  record Change(
      @Nullable String name,
      @Nullable String role,
      @Nullable String visibility,
      @Schema(description = "0 for none") @Nullable Long team) {
    @Override
    public String toString() {
      return "a change of an account";
    }
  }

  /** A password that is to be somebody's. */
  @Schema(name = "NewPassword")
  record NewPassword(@Nullable String password) {
    @Override
    public String toString() {
      return "a password";
    }
  }

  /** Returns an account as callers read it. */
  static User of(Accounts.Account account) {
    return new User(
        account.id(),
        account.login(),
        account.name(),
        account.role(),
        account.visibility(),
        account.teamId(),
        account.team(),
        account.language(),
        account.secondFactor(),
        account.rests(),
        account.disabledAt() != null,
        account.disabledAt(),
        account.createdAt(),
        account.version());
  }
}
