package io.limpide.engine.standardize.company;

import io.limpide.engine.text.WordFilter;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that announce what is not the name; for text in lower case without accents. */
final class NameMarks {
  static final Pattern SITE =
      Pattern.compile(
          "(?:au |le |la |l')?(?:siege|siege social|hq|headquarters|head office|agence|bureau"
              + "|bureaux|etablissement|etab|ets secondaire|magasin|boutique|depot|entrepot|usine"
              + "|site|succursale|filiale|antenne|branch|branch office|plant|warehouse|store"
              + "|point de vente|pdv|showroom|siege administratif|zweigniederlassung|sucursal"
              + "|filiale italiana)(?: .*)?");
  static final Pattern FORMER =
      Pattern.compile(
          "(?:ex|anciennement|anc|anct|ancien nom|ancienne denomination|ancienne raison sociale"
              + "|anciennement denommee?|precedemment|formerly|formerly known as|previously|fka"
              + "|f/k/a|vormals|ehemals|antes|gia)(?:[ .:-]+)(?=[^ ])");
  static final Pattern RENAMED =
      Pattern.compile(
          "(?:devenue?|devient|nouveau nom|nouvelle denomination|renommee?|maintenant|now"
              + "|now known as|nka|desormais)(?:[ .:-]+)(?=[^ ])");
  static final Pattern INNER =
      Pattern.compile(
          " (?:(?<former>ex[ -]|ex\\. ?|anciennement(?: denommee?)? |anc\\. |formerly(?: known as)?"
              + " |fka |f/k/a |vormals )|(?<renamed>devenue? |nouveau nom ?:? )|(?<alias>d/b/a |dba"
              + " |t/a |trading as |nom commercial ?:? |enseigne ?: |sigle ?:? )|(?<care>c/o |c\\."
              + " o\\. )|(?<capital>(?:societe |ste )?(?:a|au) capital"
              + " )|(?<register>(?:rcs|r\\.c\\.s\\.?|siren|siret) ))");
  static final Pattern INNER_STATE =
      Pattern.compile(
          " (?:(?:en |in )?(?:cours de )?(?:liquidation|redressement judiciaire"
              + "|procedure de sauvegarde|sommeil)(?: judiciaire| amiable)?"
              + "|lj|rj|radiee?|dissoute|siege(?: social)?)\\.?$");
  static final Pattern ALIAS_LABEL =
      Pattern.compile(
          "(?:nom commercial|nom"
              + " usuel|enseigne|sigle|marque|dite?|alias|aka|a\\.k\\.a\\.|dba|d/b/a|t/a|trading"
              + " as)[ :.-]+(?=[^ ])");
  static final Pattern REGISTER = Pattern.compile("\\b(?:rcs|siren|siret)\\b");
  static final Pattern REGISTER_NUMBER = Pattern.compile("\\d[\\d .]{7,17}\\d");

  /** Each match of {@link #INNER} or {@link #INNER_STATE} holds one of these behind a space. */
  static final WordFilter INNER_WORDS =
      new WordFilter(
          Set.of(
              "ex",
              "anciennement",
              "anc",
              "formerly",
              "fka",
              "f",
              "vormals",
              "devenu",
              "devenue",
              "nouveau",
              "d",
              "dba",
              "t",
              "trading",
              "nom",
              "enseigne",
              "sigle",
              "c",
              "capital",
              "rcs",
              "r",
              "siren",
              "siret",
              "liquidation",
              "redressement",
              "procedure",
              "sommeil",
              "lj",
              "rj",
              "radie",
              "radiee",
              "dissoute",
              "siege"));

  /** What registers write where the owner objects to its disclosure. */
  static final Set<String> MASKED = Set.of("non diffusible", "information non diffusible");

  private NameMarks() {}
}
