package io.limpide.engine.standardize.email;

import io.limpide.engine.text.WordFilter;
import java.util.Set;

/** Recognises addresses that somebody typed to get past a mandatory field, and senders only. */
final class EmailDummies {
  /** Nobody's mailbox, whatever the domain. */
  private static final Set<String> LOCAL =
      Set.of(
          "test",
          "tests",
          "test1",
          "test2",
          "testtest",
          "essai",
          "essais",
          "toto",
          "tata",
          "titi",
          "tutu",
          "foo",
          "foobar",
          "bar",
          "nom",
          "prenom",
          "prenom.nom",
          "nom.prenom",
          "prenomnom",
          "nomprenom",
          "adresse",
          "adressemail",
          "adresse.mail",
          "email",
          "e-mail",
          "mail",
          "inconnu",
          "inconnue",
          "unknown",
          "none",
          "null",
          "undefined",
          "na",
          "n.a",
          "noemail",
          "no-email",
          "no.email",
          "nomail",
          "no-mail",
          "no.mail",
          "pasdemail",
          "pas-de-mail",
          "pas.de.mail",
          "pasdemel",
          "pasdadresse",
          "pasdemails",
          "sansmail",
          "sans-mail",
          "sansemail",
          "sans",
          "aucun",
          "aucune",
          "neant",
          "fake",
          "dummy",
          "example",
          "exemple",
          "abc",
          "abcd",
          "abcdef",
          "demo",
          "rien",
          "nospam",
          "faux",
          "fauxmail",
          "bidon",
          "nc",
          "x",
          "xx",
          "azerty",
          "azertyuiop",
          "qwerty",
          "qwertyuiop",
          "qsdf",
          "qsdfg",
          "asdf",
          "asdfg",
          "sdf",
          "dfg",
          "wxcvbn",
          "a.renseigner",
          "arenseigner",
          "a-renseigner",
          "acompleter",
          "a.completer",
          "jean.test",
          "monsieur.test",
          "test.test",
          "john.doe",
          "jane.doe",
          "user",
          "yourname");

  /** Domains of nobody, beside those that RFC 2606 reserves. */
  private static final Set<String> DOMAIN_NAMES =
      Set.of(
          "test",
          "tests",
          "testtest",
          "xxx",
          "xxxx",
          "aaa",
          "aaaa",
          "abc",
          "exemple",
          "nomail",
          "noemail",
          "pasdemail",
          "sansmail",
          "inconnu",
          "toto",
          "azerty",
          "qwerty",
          "domaine",
          "domain",
          "mail",
          "email",
          "nc",
          "none",
          "null",
          "fake",
          "bidon",
          "zzz");

  private static final Set<String> SENDERS =
      Set.of(
          "noreply",
          "no-reply",
          "no_reply",
          "no.reply",
          "donotreply",
          "do-not-reply",
          "do_not_reply",
          "do.not.reply",
          "nepasrepondre",
          "ne-pas-repondre",
          "ne_pas_repondre",
          "ne.pas.repondre",
          "noreponse",
          "no-reponse",
          "mailer-daemon",
          "bounce",
          "bounces");

  private static final WordFilter ANY =
      new WordFilter(new WordFilter(LOCAL), new WordFilter(SENDERS));

  private EmailDummies() {}

  /**
   * Returns false if the local part is surely neither a dummy nor a sender.
   *
   * @param hash its hash, see {@link WordFilter#hash}
   */
  static boolean mayBe(String local, int hash) {
    return ANY.mayHold(hash) || isOneLetter(local);
  }

  static boolean isDummy(String local, String domain) {
    return LOCAL.contains(local) || isOneLetter(local) || isDummyDomain(domain);
  }

  static boolean isDummyDomain(String domain) {
    String name = name(domain);
    return (DOMAIN_NAMES.contains(name)
            && !domain.equals("mail.com")
            && !domain.equals("email.com"))
        || isOneLetter(name);
  }

  static boolean isSender(String local) {
    return SENDERS.contains(local);
  }

  /** Three times the same sign or more: {@code xxx}, {@code aaaa}, {@code 000}. */
  private static boolean isOneLetter(String text) {
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) != text.charAt(0)) {
        return false;
      }
    }
    return text.length() > 2;
  }

  private static String name(String domain) {
    int dot = domain.indexOf('.');
    boolean registered = dot >= 0 && domain.indexOf('.', dot + 1) < 0;
    return registered ? domain.substring(0, dot) : domain;
  }
}
