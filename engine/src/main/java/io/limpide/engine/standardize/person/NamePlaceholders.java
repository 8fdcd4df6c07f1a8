package io.limpide.engine.standardize.person;

import io.limpide.engine.text.Fold;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that people type where they have no name to type. */
final class NamePlaceholders {
  /** Nobody is called so. */
  private static final Set<String> NEVER_NAMES =
      words(
          """
          inconnu; inconnue; inconnus; unknown; anonyme; anonymous; n a; n c; n r; nr; nspp;
          nsp; snc; spc; sans nom; sans prenom; pas de nom; pas de prenom; non renseigne; non
          renseignee; non communique; non connu; non precise; non defini; non fourni; non
          disponible; non applicable; a renseigner; a completer; a definir; a preciser; a
          saisir; a supprimer; a effacer; indefini; undefined; aucun; aucune; neant; not
          available; not applicable; no name; noname; to be defined; tbd; tbc; test; tests;
          testing; test test; xxx test; azerty; azertyuiop; qwerty; qwertyuiop; qsdf;
          qsdfg; asdf; asdfgh; wxcv; sdf; dfg; lorem ipsum; foobar
          """);

  /** Somebody may be called so, or it means a desk and not a person. */
  private static final Set<String> RARELY_NAMES =
      words(
          """
          toto; titi; azer; teste; tata; tutu; nan; nil; vide; blank; empty; sans; dummy; foo; bar; nom;
          prenom; name; nom prenom; prenom nom; nom de famille; first name; last name;
          firstname; lastname; surname; ras; rien; personne; doublon; divers; autre
          """);

  /** Nothing, unless written like a name: Nc and Na are names in Asia, Null in Germany. */
  private static final Set<String> UNLESS_CAPITALISED = Set.of("nc", "na", "null", "none");

  private static final Set<String> GENERIC =
      words(
          """
          client; cliente; clients; prospect; prospects; accueil; standard; contact;
          secretariat; comptabilite; service; service client; service clients; service
          comptabilite; direction; commercial; administration; info; utilisateur; user; admin;
          administrateur; invite; guest; particulier; passage; client passage; client de
          passage; client divers; clients divers; customer
          """);

  /** All of them. */
  static final Set<String> ALL =
      Stream.of(NEVER_NAMES, RARELY_NAMES, UNLESS_CAPITALISED, GENERIC)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private NamePlaceholders() {}

  private static Set<String> words(String list) {
    return Arrays.stream(list.replace('\n', ' ').split(";", -1))
        .map(String::strip)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the value certainly stands for nothing. */
  static boolean isCertain(String value, String folded) {
    if (folded.isEmpty()) {
      return isPunctuation(value);
    }
    return NEVER_NAMES.contains(folded)
        || (UNLESS_CAPITALISED.contains(folded) && NameCase.isUniform(value))
        || isOneSignRepeated(folded);
  }

  /** Whether the value probably stands for nothing. */
  static boolean isProbable(String folded) {
    return RARELY_NAMES.contains(folded)
        || UNLESS_CAPITALISED.contains(folded)
        || folded.equals("x");
  }

  /** Whether the value names a desk or a role, not a person. */
  static boolean isGeneric(String folded) {
    return GENERIC.contains(folded);
  }

  private static boolean isPunctuation(String value) {
    return value.chars().noneMatch(c -> Character.isSurrogate((char) c))
        && value
            .codePoints()
            .allMatch(c -> c < 0x2000 && Fold.key(Character.toString(c)).isEmpty());
  }

  /** xxx, aaaa, 000, x x x. */
  private static boolean isOneSignRepeated(String folded) {
    char first = folded.charAt(0);
    int signs = 0;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c != first && c != ' ') {
        return false;
      }
      signs += c == first ? 1 : 0;
    }
    return first < 0x80 && (signs > 2 || (signs == 2 && first == 'x') || (first == '0'));
  }
}
