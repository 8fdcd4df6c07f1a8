package io.limpide.server.account;

import com.nimbusds.jwt.JWTClaimsSet;
import io.limpide.server.journal.Journal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows whose account it is for whom a provider vouches: by the provider's own number of the
 * person, which an account gets the first time by the e-mail address that the provider has verified
 * and that is the account's login. A number says nothing at another provider, so the issuer is kept
 * with it.
 */
@Service
class OidcAccounts {
  private final JdbcClient database;
  private final Accounts accounts;
  private final Journal journal;

  OidcAccounts(JdbcClient database, Accounts accounts, Journal journal) {
    this.database = database;
    this.accounts = accounts;
    this.journal = journal;
  }

  private record Found(long id, boolean linked, boolean disabled) {}

  /**
   * Returns the account.
   *
   * @param role of an account that is made where there is none; empty: nobody makes one that way
   */
  @Transactional(rollbackFor = Oidc.Refused.class)
  long of(JWTClaimsSet claims, Optional<Role> role) throws Oidc.Refused {
    String subject = claims.getIssuer() + " " + claims.getSubject();
    Optional<Found> known = find("oidc_subject = ?", subject);
    if (known.isPresent()) {
      return usable(known.get());
    }
    String email = text(claims, "email").strip().toLowerCase(Locale.ROOT);
    if (email.isEmpty() || !verified(claims.getClaim("email_verified"))) {
      throw new Oidc.Refused("unverified");
    }
    Optional<Found> named = find("lower(login) = ?", email);
    long account;
    if (named.isPresent()) {
      if (named.get().linked()) { // the address went to somebody else there
        throw new Oidc.Refused("unknown");
      }
      account = usable(named.get());
    } else if (role.isPresent()) {
      account = make(claims, email, role.get());
    } else {
      throw new Oidc.Refused("unknown");
    }
    database
        .sql("update account set oidc_subject = ? where id = ?")
        .params(subject, account)
        .update();
    journal.append(
        Journal.Deed.of("account:" + account, "account.linked", "account:" + account, Map.of()));
    return account;
  }

  private Optional<Found> find(String where, String value) {
    return database
        .sql(
            """
            select id, oidc_subject is not null as linked, disabled_at is not null as disabled
            from account where
            """
                + " "
                + where
                + " for update")
        .param(value)
        .query(Found.class)
        .optional();
  }

  private static long usable(Found found) throws Oidc.Refused {
    if (found.disabled()) {
      throw new Oidc.Refused("unknown");
    }
    return found.id();
  }

  private long make(JWTClaimsSet claims, String email, Role role) throws Oidc.Refused {
    String name = text(claims, "name");
    try {
      return accounts.foreign(
          email,
          name.isBlank() ? email : name,
          role,
          text(claims, "locale").startsWith("en") ? "en" : "fr");
    } catch (Accounts.Refused e) {
      throw new Oidc.Refused("unknown");
    }
  }

  private static String text(JWTClaimsSet claims, String name) {
    return claims.getClaim(name) instanceof String text ? text : "";
  }

  /** Some providers write the word. */
  private static boolean verified(@Nullable Object claim) {
    return Boolean.TRUE.equals(claim) || "true".equals(claim);
  }
}
