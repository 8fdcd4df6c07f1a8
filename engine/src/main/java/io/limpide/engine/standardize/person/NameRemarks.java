package io.limpide.engine.standardize.person;

import io.limpide.engine.reference.FirstNames;
import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.text.Fold;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is doubtful about a name as it stands. */
final class NameRemarks {
  private static final Set<String> FORMS =
      Set.of(
          "sarl",
          "sasu",
          "eurl",
          "selarl",
          "selas",
          "gaec",
          "scea",
          "gmbh",
          "ltd",
          "llc",
          "spa",
          "srl",
          "bvba",
          "snc",
          "sci",
          "scp",
          "scop",
          "gie",
          "association",
          "societe",
          "mairie",
          "etablissements",
          "ets",
          "copropriete",
          "syndicat",
          "entreprise",
          "groupement");
  private static final Set<String> TRADES =
      Set.of(
          "garage",
          "cabinet",
          "hotel",
          "restaurant",
          "groupe",
          "holding",
          "clinique",
          "banque",
          "pharmacie",
          "boulangerie",
          "boucherie",
          "transports",
          "menuiserie",
          "plomberie",
          "agence",
          "brasserie",
          "camping",
          "ecole",
          "college",
          "lycee",
          "hopital",
          "commune",
          "comite",
          "federation",
          "fondation",
          "institut",
          "laboratoire",
          "maison",
          "office",
          "universite");
  private static final Set<String> CAPITAL_FORMS = Set.of("SA", "SAS", "EARL", "SE", "AG");

  /** Words by which an organisation is told from a person. */
  static final Set<String> ORGANISATIONS =
      Stream.of(FORMS, TRADES, CAPITAL_FORMS)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private NameRemarks() {}

  static void on(Cleaning name, String raw) {
    String value = name.value();
    String odd = oddCharacters(value);
    if (!odd.isEmpty()) {
      name.remark(PersonRules.ODD_CHARACTERS, odd);
    }
    if (value.length() > 300) {
      return;
    }
    if (isCompany(raw)) {
      name.remark(PersonRules.COMPANY, value);
    } else if (isCouple(value)) {
      name.remark(PersonRules.COUPLE, value);
      name.part("household", "true");
    }
  }

  /** The characters that no name has, each once, at most five. */
  static String oddCharacters(String value) {
    StringBuilder odd = new StringBuilder();
    int found = 0;
    for (int i = 0; i < value.length() && found < 5; ) {
      int c = value.codePointAt(i);
      i += Character.charCount(c);
      boolean usual =
          Character.isLetter(c)
              || c == ' '
              || c == '-'
              || c == '\''
              || c == '.'
              || c == '('
              || c == ')'
              || c == ','
              || c == '&'
              || c == '·'
              || Character.getType(c) == Character.NON_SPACING_MARK
              || Character.getType(c) == Character.COMBINING_SPACING_MARK;
      if (!usual && odd.indexOf(Character.toString(c)) < 0) {
        odd.appendCodePoint(c);
        found++;
      }
    }
    return odd.toString();
  }

  /** Whether a cell looks like the name of an organisation. */
  static boolean isCompany(String raw) {
    if (raw.length() > 300) {
      return false;
    }
    String[] words = Fold.words(raw).split(" ", -1);
    for (int i = 0; i < words.length; i++) {
      if (FORMS.contains(words[i]) && (words.length > 1 || words[i].endsWith("rl"))) {
        return true;
      }
    }
    if (words.length < 2) {
      return false;
    }
    String[] written = raw.strip().split(" +", 40);
    if (written.length < 2) {
      return TRADES.contains(words[0]);
    }
    return TRADES.contains(words[0])
        || CAPITAL_FORMS.contains(written[0])
        || (CAPITAL_FORMS.contains(written[written.length - 1])
            && !Particles.isWeak(Fold.key(written[written.length - 2]))); // Fernandes de Sá
  }

  /** Jean et Marie; Jean & Marie; Jean/Marie. */
  private static boolean isCouple(String value) {
    String[] words = value.replace("/", " / ").replace("&", " & ").split(" +", -1);
    for (int i = 1; i < words.length - 1; i++) {
      boolean and = words[i].equals("&") || words[i].equals("/") || words[i].equalsIgnoreCase("et");
      if (and
          && FirstNames.isKnown(Fold.key(words[i - 1]))
          && FirstNames.isKnown(Fold.key(words[i + 1]))) {
        return true;
      }
    }
    return false;
  }
}
