package io.limpide.bench.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A company with its sites, as it truly is; the first site is the seat. */
record Company(
    String name,
    String form,
    String siren,
    String naf,
    String domain,
    String former,
    String acronym,
    boolean closed,
    List<Site> sites) {
  /** An establishment. */
  record Site(String siret, Place place, String phone) {}

  private static final List<String> TRADES =
      List.of(
          "Menuiserie",
          "Plomberie",
          "Boulangerie",
          "Transports",
          "Garage",
          "Électricité",
          "Maçonnerie",
          "Pharmacie",
          "Cabinet",
          "Imprimerie",
          "Couverture",
          "Peinture",
          "Carrosserie",
          "Jardinerie",
          "Boucherie",
          "Chauffage",
          "Serrurerie",
          "Ambulances");
  private static final List<String> THINGS =
      List.of(
          "Solutions Numériques",
          "Conseil et Formation",
          "Bureautique",
          "Nettoyage Industriel",
          "Ingénierie",
          "Communication",
          "Logistique",
          "Distribution",
          "Énergies Renouvelables",
          "Services à la Personne",
          "Travaux Publics",
          "Emballages",
          "Systèmes Automatisés",
          "Expertise Comptable",
          "Immobilier",
          "Location de Matériel",
          "Génie Climatique");
  private static final List<String> REGIONS =
      List.of(
          "du Centre",
          "de l'Ouest",
          "Rhône-Alpes",
          "Atlantique",
          "Méditerranée",
          "du Nord",
          "d'Aquitaine",
          "Lorraine",
          "Normandie",
          "Occitane",
          "des Alpes",
          "de Bretagne");
  private static final List<String> SYLLABLES =
      List.of(
          "al", "be", "cor", "dy", "el", "fi", "go", "ix", "ka", "lo", "mi", "no", "ora", "pi",
          "qua", "ri", "so", "ti", "ul", "va", "xe", "ya", "zen", "tec", "lia", "nova");
  private static final List<String> FORMS =
      List.of(
          "SARL",
          "SARL",
          "SARL",
          "SAS",
          "SAS",
          "SAS",
          "SASU",
          "EURL",
          "SA",
          "SCI",
          "EI",
          "Association");
  // One brand, many owners: the same name, and another company each time.
  private static final List<String> FRANCHISES =
      List.of(
          "Optique Horizon",
          "Presto Pizza",
          "Relais Auto Service",
          "Coiffure Équinoxe",
          "La Mie d'Antan",
          "Immo Confiance",
          "Vert Jardin",
          "Domicile Assistance");
  private static final List<String> NAFS =
      List.of(
          "62.01Z", "43.32A", "43.22A", "10.71C", "49.41A", "45.20A", "43.21A", "47.73Z", "69.20Z",
          "70.22Z", "81.21Z", "46.69B", "68.20B", "41.20B", "56.10A");

  static Company draw(Dice dice, Pools pools, Numbers numbers) {
    String acronym = "";
    String name;
    double pattern = dice.real();
    if (pattern < 0.03) {
      name = dice.one(FRANCHISES);
    } else if (pattern < 0.30) {
      name =
          pools.surname(dice)
              + (dice.chance(0.25) ? dice.one(List.of(" & Fils", " Frères", " et Associés")) : "");
    } else if (pattern < 0.55) {
      name = dice.one(TRADES) + " " + pools.surname(dice);
    } else if (pattern < 0.75) {
      name = brand(dice);
    } else if (pattern < 0.90) {
      name = dice.one(THINGS) + " " + (dice.chance(0.5) ? dice.one(REGIONS) : brand(dice));
    } else {
      name =
          dice.one(List.of("Compagnie", "Société", "Union", "Groupement"))
              + " "
              + dice.one(List.of("Générale de ", "Nouvelle de ", "Française de "))
              + dice.one(THINGS)
              + " "
              + dice.one(REGIONS);
      acronym = initials(name);
    }
    String siren = Numbers.siren(dice);
    int count = dice.chance(0.12) ? dice.between(2, 6) : 1;
    List<Site> sites = new ArrayList<>();
    for (int site = 1; site <= count; site++) {
      sites.add(
          new Site(
              Numbers.siret(siren, site), Place.draw(dice, pools, true), numbers.landline(dice)));
    }
    String domain = Person.plain(name);
    return new Company(
        name,
        dice.one(FORMS),
        siren,
        dice.one(NAFS),
        domain.substring(0, Math.min(18, domain.length())) + ".example",
        dice.chance(0.05) ? dice.one(TRADES) + " " + pools.surname(dice) : "",
        acronym,
        dice.chance(0.03),
        List.copyOf(sites));
  }

  private static String brand(Dice dice) {
    StringBuilder brand = new StringBuilder();
    for (int i = dice.between(2, 4); i > 0; i--) {
      brand.append(dice.one(SYLLABLES));
    }
    return brand.substring(0, 1).toUpperCase(Locale.ROOT) + brand.substring(1);
  }

  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.split("[ '-]", -1)) {
      if (word.length() > 3) {
        initials.append(Character.toUpperCase(word.charAt(0)));
      }
    }
    return initials.toString();
  }
}
