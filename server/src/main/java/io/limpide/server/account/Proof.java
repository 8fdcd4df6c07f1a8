package io.limpide.server.account;

import org.springframework.stereotype.Component;

/**
 * Asks somebody who is signed in to prove again who he is, before what a thief of the session must
 * not do: by the password, or where sign-in happens elsewhere by a code of the second factor.
 */
@Component
class Proof {
  private final Passwords passwords;
  private final SecondFactors factors;
  private final Attempts attempts;

  Proof(Passwords passwords, SecondFactors factors, Attempts attempts) {
    this.passwords = passwords;
    this.factors = factors;
    this.attempts = attempts;
  }

  void check(Caller caller, String given) throws Accounts.Refused {
    if (!attempts.take(caller)) {
      throw new Accounts.Refused("proof.too_many");
    }
    boolean password = passwords.has(caller.id());
    if (password ? !passwords.knows(caller.id(), given) : !factors.take(caller.id(), given)) {
      throw new Accounts.Refused(password ? "proof.password" : "sign_in.code_refused");
    }
    attempts.right(caller);
  }
}
