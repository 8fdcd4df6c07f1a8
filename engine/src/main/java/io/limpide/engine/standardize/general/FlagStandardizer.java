package io.limpide.engine.standardize.general;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.finding.RulePolicy;
import io.limpide.engine.reference.PlaceNames;
import io.limpide.engine.standardize.Cleaning;
import io.limpide.engine.standardize.Standardized;
import io.limpide.engine.standardize.Standardizer;
import io.limpide.engine.standardize.date.DateOrder;
import io.limpide.engine.standardize.date.Dates;
import java.util.Optional;
import java.util.Set;

/** Understands yes and no in the words of forms, spreadsheets and mailing tools. */
final class FlagStandardizer implements Standardizer {
  private static final Set<String> YES =
      Set.of(
          "OUI",
          "O",
          "YES",
          "Y",
          "VRAI",
          "V",
          "TRUE",
          "T",
          "1",
          "X",
          "ON",
          "OK",
          "SI",
          "S",
          "JA",
          "J",
          "WAHR",
          "VERO",
          "VERDADERO",
          "SIM",
          "COCHE",
          "CHECKED",
          "ACTIF",
          "1 0");
  private static final Set<String> NO =
      Set.of(
          "NON",
          "N",
          "NO",
          "FAUX",
          "F",
          "FALSE",
          "0",
          "OFF",
          "NEIN",
          "FALSCH",
          "FALSO",
          "NAO",
          "NONE",
          "AUCUN",
          "AUCUNE",
          "DECOCHE",
          "UNCHECKED",
          "INACTIF",
          "0 0",
          "JAMAIS",
          "NEVER");
  private static final Set<String> AGREED =
      Set.of(
          "OPTIN",
          "OPT IN",
          "ABONNE",
          "ABONNEE",
          "INSCRIT",
          "INSCRITE",
          "SUBSCRIBED",
          "ACCEPTE",
          "ACCORD",
          "ACCORDE",
          "GRANTED",
          "CONSENTI",
          "CONSENT",
          "DOUBLE OPTIN",
          "DOUBLE OPT IN",
          "SUBSCRIBER",
          "CONFIRMED");
  private static final Set<String> REFUSED =
      Set.of(
          "OPTOUT",
          "OPT OUT",
          "DESABONNE",
          "DESABONNEE",
          "DESINSCRIT",
          "DESINSCRITE",
          "UNSUBSCRIBED",
          "UNSUBSCRIBE",
          "REFUS",
          "REFUSE",
          "DENIED",
          "STOP",
          "OPPOSITION",
          "BLACKLISTED",
          "BLACKLIST",
          "SPAM",
          "COMPLAINT",
          "NE PAS CONTACTER",
          "DO NOT CONTACT",
          "REVOKED",
          "WITHDRAWN",
          "RETIRE",
          "CLEANED");
  private static final Set<String> BOUNCED =
      Set.of(
          "HARD",
          "HARD BOUNCE",
          "HARDBOUNCE",
          "BOUNCE",
          "BOUNCED",
          "REBOND",
          "NPAI",
          "INVALID",
          "INVALIDE",
          "UNDELIVERABLE",
          "CLEANED",
          "BLOCKED",
          "HARD BOUNCED");
  private static final Set<String> DELIVERED =
      Set.of(
          "DELIVERED",
          "DELIVRE",
          "VALID",
          "VALIDE",
          "DELIVERABLE",
          "SENT",
          "ACTIVE",
          "SOFT",
          "SOFT BOUNCE",
          "SOFTBOUNCE",
          "SOFT BOUNCED");

  private final FieldType type;
  private final RulePolicy policy;

  FlagStandardizer(FieldType type, RulePolicy policy) {
    this.type = type;
    this.policy = policy;
  }

  @Override
  public Standardized standardize(String raw) {
    if (raw.isEmpty()) {
      return Standardized.unchanged(raw);
    }
    Cleaning cleaning = new Cleaning(raw, policy);
    cleaning.change(GeneralRules.SPACES, Spaces.single(raw), 1);
    String value = cleaning.value();
    Optional<Boolean> flag = value.length() > 60 ? Optional.empty() : flag(value);
    if (flag.isPresent()) {
      cleaning.part("flag", flag.get().toString());
    } else if (!value.isEmpty()) {
      cleaning.remark(GeneralRules.NOT_A_FLAG, GeneralRules.shown(value));
    }
    return cleaning.done();
  }

  private Optional<Boolean> flag(String value) {
    if (value.equals("✓") || value.equals("✔") || value.equals("☑") || value.equals("-1")) {
      return Optional.of(true); // -1 is true in Access and Visual Basic
    }
    if (value.equals("☐") || value.equals("✗")) {
      return Optional.of(false);
    }
    String word = PlaceNames.fold(value);
    if (YES.contains(word)) {
      return Optional.of(true);
    }
    if (NO.contains(word)) {
      return Optional.of(false);
    }
    Optional<Boolean> said =
        switch (type) {
          case OPT_OUT -> said(word, REFUSED, AGREED);
          case OPT_IN -> said(word, AGREED, REFUSED);
          default -> said(word, BOUNCED, DELIVERED);
        };
    if (said.isPresent()) {
      return said;
    }
    if (type == FieldType.BOUNCED && isCount(word)) {
      return Optional.of(true);
    }
    // Many tools note when somebody said so instead of that he did.
    return value.length() >= 6 && Dates.parse(value, DateOrder.DAY_FIRST).isPresent()
        ? Optional.of(true)
        : Optional.empty();
  }

  private static Optional<Boolean> said(String word, Set<String> yes, Set<String> no) {
    return yes.contains(word)
        ? Optional.of(true)
        : no.contains(word) ? Optional.of(false) : Optional.empty();
  }

  private static boolean isCount(String word) {
    return word.length() <= 3 && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
