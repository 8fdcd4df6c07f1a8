package io.limpide.engine.standardize.address;

import java.util.Map;
import java.util.Set;

/** Words that mean something in a French address, folded. */
final class Vocabulary {
  /** Words too small to tell one way from another. */
  static final Set<String> SMALL =
      Set.of(
          "DE", "DU", "DES", "D", "LA", "LE", "LES", "L", "ET", "A", "AU", "AUX", "EN", "SUR",
          "SOUS", "LEZ", "OU");

  /** Before a house number. */
  static final Set<String> NUMBER_SIGNS = Set.of("N", "NO", "NR", "NUM", "NUMERO", "NUMEROS");

  static final Set<String> SUFFIXES =
      Set.of("BIS", "TER", "QUATER", "QUINQUIES", "SEXIES", "SEPTIES", "OCTIES");

  /** Begin the description of a flat, its stairs or its tenant. */
  static final Set<String> UNITS =
      Set.of(
          "APPT",
          "APT",
          "APP",
          "APPART",
          "APPARTEMENT",
          "APPARTMENT",
          "LOGEMENT",
          "LOGT",
          "ESC",
          "ESCALIER",
          "ETG",
          "ETAGE",
          "RDC",
          "REZ",
          "PORTE",
          "PTE",
          "CHAMBRE",
          "CHB",
          "CHBRE",
          "BUREAU",
          "BOITE",
          "BTE",
          "BAL",
          "CHEZ",
          "CO",
          "STUDIO",
          "STU",
          "COULOIR",
          "DIGICODE");

  /** Begin the name of a building or an estate. */
  static final Set<String> BUILDINGS =
      Set.of(
          "BAT",
          "BATIMENT",
          "BATIMENTS",
          "BT",
          "BATI",
          "IMM",
          "IMMEUBLE",
          "RES",
          "RESID",
          "RESIDENCE",
          "RESIDENCES",
          "ENTREE",
          "ENT",
          "HALL",
          "TOUR",
          "LOT",
          "LOTISSEMENT",
          "LOTS",
          "PAVILLON",
          "PAV",
          "ZI",
          "ZA",
          "ZAC",
          "ZAE",
          "ZC",
          "ZONE",
          "TECHNOPOLE",
          "TECHNOPARC",
          "BLOC",
          "FOYER",
          "EHPAD",
          "CENTRE",
          "CTRE",
          "PARC",
          "LES",
          "CCIAL",
          "VILLA",
          "CHATEAU",
          "CAMPING",
          "CITE",
          "ESPACE",
          "DOMAINE",
          "CLOS",
          "COPROPRIETE");

  /** The first of them that may also end the name of a way: {@code RUE DES LILAS BAT B}. */
  static final Set<String> AFTER_A_WAY =
      Set.of(
          "APPT",
          "APT",
          "APP",
          "APPART",
          "APPARTEMENT",
          "LOGEMENT",
          "ESC",
          "ESCALIER",
          "ETG",
          "ETAGE",
          "RDC",
          "CHAMBRE",
          "BAT",
          "BATIMENT",
          "BT",
          "IMM",
          "IMMEUBLE",
          "RES",
          "RESIDENCE",
          "ENTREE",
          "ENT",
          "HALL",
          "LOT",
          "PORTE",
          "BLOC",
          "ZI",
          "ZA",
          "ZAC",
          "ZAE",
          "LD",
          "LIEUDIT",
          "PAVILLON",
          "PAV",
          "TOUR",
          "CHEZ",
          "BOITE",
          "BTE",
          "BUREAU",
          "STUDIO");

  /** Of these, the ones that end a way's name whatever follows. */
  static final Set<String> ALWAYS_AFTER_A_WAY =
      Set.of(
          "APPT",
          "APPARTEMENT",
          "BAT",
          "BATIMENT",
          "RDC",
          "IMM",
          "IMMEUBLE",
          "RESIDENCE",
          "ZI",
          "ZA",
          "ZAC",
          "ZAE",
          "LIEUDIT",
          "ETG",
          "ETAGE");

  /** Ways that no building or hamlet is named after: they may begin anywhere. */
  static final Set<String> STRONG_WAYS =
      Set.of(
          "ALLEE",
          "ALLEES",
          "AVENUE",
          "BOULEVARD",
          "CHEMIN",
          "CHEMIN RURAL",
          "CHAUSSEE",
          "COURS",
          "CARREFOUR",
          "ESPLANADE",
          "FAUBOURG",
          "GRANDE RUE",
          "IMPASSE",
          "MONTEE",
          "PASSAGE",
          "PLACE",
          "PROMENADE",
          "QUAI",
          "ROND POINT",
          "ROUTE",
          "ROUTE DEPARTEMENTALE",
          "ROUTE NATIONALE",
          "RUE",
          "RUELLE",
          "SENTE",
          "SENTIER",
          "SQUARE",
          "TRAVERSE",
          "VENELLE",
          "VOIE",
          "VOIE COMMUNALE");

  /** Titles, written out and as La Poste abbreviates them (SNA, rules on naming ways). */
  static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry("GENERAL", "GAL"),
          Map.entry("GL", "GAL"),
          Map.entry("GEN", "GAL"),
          Map.entry("GENE", "GAL"),
          Map.entry("DOCTEUR", "DR"),
          Map.entry("DOCT", "DR"),
          Map.entry("CAPITAINE", "CNE"),
          Map.entry("CPT", "CNE"),
          Map.entry("CAP", "CNE"),
          Map.entry("COLONEL", "CEL"),
          Map.entry("COL", "CEL"),
          Map.entry("MARECHAL", "MAL"),
          Map.entry("MAR", "MAL"),
          Map.entry("COMMANDANT", "CDT"),
          Map.entry("CMDT", "CDT"),
          Map.entry("PRESIDENT", "PDT"),
          Map.entry("PRES", "PDT"),
          Map.entry("PROFESSEUR", "PR"),
          Map.entry("PROF", "PR"),
          Map.entry("LIEUTENANT", "LT"),
          Map.entry("SERGENT", "SGT"),
          Map.entry("CAPORAL", "CAL"),
          Map.entry("ADJUDANT", "ADJ"),
          Map.entry("AMIRAL", "AML"),
          Map.entry("MONSEIGNEUR", "MGR"),
          Map.entry("CARDINAL", "CDL"),
          Map.entry("MONSIEUR", "M"),
          Map.entry("MADAME", "MME"),
          Map.entry("SAINT", "ST"),
          Map.entry("SAINTE", "STE"),
          Map.entry("SAINTS", "STS"),
          Map.entry("SAINTES", "STES"),
          Map.entry("NOTRE", "ND"),
          Map.entry("GRAND", "GD"),
          Map.entry("GRANDE", "GDE"),
          Map.entry("GRANDS", "GDS"),
          Map.entry("GRANDES", "GDES"));

  /** First names that ways are named after most; a key holds their initial. */
  static final Set<String> FIRST_NAMES =
      Set.of(
          "ABEL",
          "ADOLPHE",
          "ADRIEN",
          "AIME",
          "ALAIN",
          "ALBERT",
          "ALEXANDRE",
          "ALEXIS",
          "ALFRED",
          "ALPHONSE",
          "AMBROISE",
          "ANATOLE",
          "ANDRE",
          "ANNE",
          "ANTOINE",
          "ANTONIN",
          "ARISTIDE",
          "ARTHUR",
          "AUGUSTE",
          "AUGUSTIN",
          "BENJAMIN",
          "BENOIT",
          "BERNARD",
          "BERTHE",
          "BLAISE",
          "CAMILLE",
          "CESAR",
          "CHARLES",
          "CHARLOTTE",
          "CHRISTOPHE",
          "CLAUDE",
          "CLEMENT",
          "COLETTE",
          "DANIEL",
          "DANIELLE",
          "DENIS",
          "DOMINIQUE",
          "EDGAR",
          "EDITH",
          "EDMOND",
          "EDOUARD",
          "ELSA",
          "EMILE",
          "ERNEST",
          "ETIENNE",
          "EUGENE",
          "EUGENIE",
          "FELIX",
          "FERDINAND",
          "FERNAND",
          "FLORA",
          "FRANCIS",
          "FRANCOIS",
          "FRANCOISE",
          "FREDERIC",
          "GABRIEL",
          "GASTON",
          "GEORGE",
          "GEORGES",
          "GERARD",
          "GERMAINE",
          "GILBERT",
          "GUILLAUME",
          "GUSTAVE",
          "GUY",
          "HECTOR",
          "HENRI",
          "HENRY",
          "HONORE",
          "HUBERT",
          "IRENE",
          "ISAAC",
          "JACQUES",
          "JEAN",
          "JEANNE",
          "JOHN",
          "JOSEPH",
          "JOSEPHINE",
          "JULES",
          "JULIEN",
          "JULIETTE",
          "LAZARE",
          "LEO",
          "LEON",
          "LEONARD",
          "LEOPOLD",
          "LOUIS",
          "LOUISE",
          "LUCIEN",
          "LUCIE",
          "LUDWIG",
          "MADELEINE",
          "MARC",
          "MARCEL",
          "MARCELIN",
          "MARGUERITE",
          "MARIE",
          "MARIUS",
          "MARTIN",
          "MARYSE",
          "MATHIEU",
          "MAURICE",
          "MAX",
          "MAXIME",
          "MICHEL",
          "NELSON",
          "NICOLAS",
          "OLIVIER",
          "OLYMPE",
          "OSCAR",
          "PABLO",
          "PAUL",
          "PHILIPPE",
          "PIERRE",
          "RAOUL",
          "RAYMOND",
          "RENE",
          "ROBERT",
          "ROGER",
          "ROLAND",
          "ROMAIN",
          "ROSA",
          "ROSE",
          "SADI",
          "SALVADOR",
          "SIMON",
          "SIMONE",
          "SUZANNE",
          "THEODORE",
          "THEOPHILE",
          "THOMAS",
          "VICTOR",
          "VINCENT",
          "VLADIMIR",
          "WALDECK",
          "WILLIAM",
          "WOLFGANG",
          "YVES",
          "YVONNE",
          "ZACHARIE");

  static final Map<String, String> NUMBERS =
      Map.ofEntries(
          Map.entry("PREMIER", "1"),
          Map.entry("1ER", "1"),
          Map.entry("UN", "1"),
          Map.entry("DEUX", "2"),
          Map.entry("TROIS", "3"),
          Map.entry("QUATRE", "4"),
          Map.entry("CINQ", "5"),
          Map.entry("SIX", "6"),
          Map.entry("SEPT", "7"),
          Map.entry("HUIT", "8"),
          Map.entry("NEUF", "9"),
          Map.entry("DIX", "10"),
          Map.entry("ONZE", "11"),
          Map.entry("DOUZE", "12"),
          Map.entry("TREIZE", "13"),
          Map.entry("QUATORZE", "14"),
          Map.entry("QUINZE", "15"),
          Map.entry("SEIZE", "16"),
          Map.entry("VINGT", "20"),
          Map.entry("TRENTE", "30"));

  static final Set<String> MONTHS =
      Set.of(
          "JANVIER",
          "FEVRIER",
          "MARS",
          "AVRIL",
          "MAI",
          "JUIN",
          "JUILLET",
          "AOUT",
          "SEPTEMBRE",
          "OCTOBRE",
          "NOVEMBRE",
          "DECEMBRE");

  private Vocabulary() {}

  /** Returns the value of a roman numeral from 2 to 39, or 0 if the word is none. */
  static int roman(String word) {
    if (word.length() < 2 || word.length() > 7) {
      return word.equals("V") ? 5 : word.equals("X") ? 10 : word.equals("I") ? 1 : 0;
    }
    int value = 0;
    for (int i = 0; i < word.length(); i++) {
      int digit = romanDigit(word.charAt(i));
      if (digit == 0) {
        return 0;
      }
      int next = i + 1 < word.length() ? romanDigit(word.charAt(i + 1)) : 0;
      value += digit < next ? -digit : digit;
    }
    return value < 40 && inRoman(value).equals(word) ? value : 0;
  }

  private static int romanDigit(char c) {
    return c == 'I' ? 1 : c == 'V' ? 5 : c == 'X' ? 10 : 0;
  }

  private static String inRoman(int value) {
    String[] units = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
    return "X".repeat(value / 10) + units[value % 10];
  }
}
