package io.limpide.bench.generate;

import io.limpide.engine.reference.Commune;
import io.limpide.engine.reference.Communes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Names and places to draw from, with how often they occur. */
final class Pools {
  private static final List<String> ROOTS =
      List.of(
          "Bel", "Mont", "Gar", "Cham", "Vil", "Ber", "Cour", "Dela", "Fou", "Gri", "Hu", "Jac",
          "Lam", "Mar", "Nor", "Pel", "Rou", "Sau", "Tri", "Vau", "Bour", "Cas", "Des", "Fer",
          "Gui", "Jou", "Lan", "Mer", "Pi", "Que", "Ri", "Sar", "Tou", "Ver", "Bar", "Car", "Dor",
          "Fau", "Gou", "Ham", "Lor", "Mou", "Per", "Rey", "Ser", "Ten", "Val", "Bon", "Cla",
          "Dur");
  private static final List<String> MIDDLES =
      List.of("", "", "", "ba", "che", "da", "gne", "la", "le", "li", "ma", "na", "ri", "ta", "ve");
  private static final List<String> ENDINGS =
      List.of(
          "ard", "eau", "in", "ot", "et", "ier", "on", "oux", "aud", "el", "ais", "and", "ert",
          "ouin", "igny", "ac", "ville", "ois", "al", "ez", "ey", "ic", "and", "elle", "our",
          "ault");

  // The most frequent names, which carry about half of all bearers of given names.
  private static final List<String> COMMON_MEN =
      List.of(
          "Jean",
          "Jean",
          "Michel",
          "Pierre",
          "Philippe",
          "Nicolas",
          "Christophe",
          "Thierry",
          "Éric",
          "Laurent",
          "Stéphane",
          "Frédéric",
          "Olivier",
          "Patrick",
          "Alain",
          "Pascal",
          "David",
          "Sébastien",
          "Julien",
          "Alexandre",
          "Thomas",
          "Guillaume",
          "Antoine",
          "Maxime",
          "Vincent",
          "Bruno",
          "Didier",
          "Gérard",
          "François",
          "Daniel",
          "Bernard",
          "Jean-Pierre",
          "Jean-Claude",
          "Jean-Marc",
          "Mohamed",
          "Karim",
          "Hugo",
          "Lucas",
          "Mathieu",
          "Romain",
          "Anthony",
          "Kévin",
          "Jérôme",
          "Arnaud",
          "Benoît",
          "Fabrice",
          "Franck",
          "Marc",
          "Gilles",
          "Serge");
  private static final List<String> COMMON_WOMEN =
      List.of(
          "Marie",
          "Marie",
          "Nathalie",
          "Isabelle",
          "Catherine",
          "Sylvie",
          "Christine",
          "Françoise",
          "Martine",
          "Valérie",
          "Sandrine",
          "Céline",
          "Stéphanie",
          "Julie",
          "Aurélie",
          "Émilie",
          "Laura",
          "Camille",
          "Léa",
          "Manon",
          "Sophie",
          "Anne",
          "Sarah",
          "Caroline",
          "Virginie",
          "Delphine",
          "Laetitia",
          "Claire",
          "Hélène",
          "Monique",
          "Nicole",
          "Brigitte",
          "Chantal",
          "Véronique",
          "Corinne",
          "Fatima",
          "Marie-Christine",
          "Anne-Marie",
          "Audrey",
          "Élodie",
          "Mélanie",
          "Pauline",
          "Chloé",
          "Emma",
          "Florence",
          "Patricia",
          "Karine",
          "Dominique",
          "Michèle",
          "Jacqueline");
  private static final List<String> COMMON_SURNAMES =
      List.of(
          "Martin",
          "Martin",
          "Bernard",
          "Thomas",
          "Petit",
          "Robert",
          "Richard",
          "Durand",
          "Dubois",
          "Moreau",
          "Laurent",
          "Simon",
          "Michel",
          "Lefebvre",
          "Leroy",
          "Roux",
          "David",
          "Bertrand",
          "Morel",
          "Fournier",
          "Girard",
          "Bonnet",
          "Dupont",
          "Lambert",
          "Fontaine",
          "Rousseau",
          "Vincent",
          "Muller",
          "Lefèvre",
          "Faure",
          "André",
          "Mercier",
          "Blanc",
          "Guérin",
          "Boyer",
          "Garnier",
          "Chevalier",
          "François",
          "Legrand",
          "Gauthier",
          "Garcia",
          "Perrin",
          "Robin",
          "Clément",
          "Morin",
          "Nicolas",
          "Henry",
          "Roussel",
          "Mathieu",
          "Gautier",
          "Masson");

  private final List<String> men = new ArrayList<>();
  private final List<String> women = new ArrayList<>();
  private final List<String> surnames = new ArrayList<>();
  private final double[] menWeights;
  private final double[] womenWeights;
  private final double[] surnameWeights;
  private final List<Commune> communes;
  private final double[] communeWeights;

  Pools() {
    List<Double> menRanks = new ArrayList<>();
    List<Double> womenRanks = new ArrayList<>();
    for (String line : lines("given-names.csv")) {
      String[] cells = line.split(";", -1);
      String name = cells[0].split("[,/]", -1)[0].strip();
      double weight = cells[2].equals("1") ? 12 : 1;
      if (!cells[1].equals("f")) {
        men.add(name);
        menRanks.add(cells[1].equals("x") ? weight / 3 : weight);
      }
      if (!cells[1].equals("m")) {
        women.add(name);
        womenRanks.add(cells[1].equals("x") ? weight / 3 : weight);
      }
    }
    menWeights = weights(menRanks);
    womenWeights = weights(womenRanks);
    List<Double> surnameRanks = new ArrayList<>();
    for (String line : lines("surnames.csv")) {
      String[] cells = line.split(";", -1);
      surnames.add(cells[0].split(",", -1)[0].strip());
      surnameRanks.add(cells[1].equals("1") ? 6.0 : 1.5);
    }
    surnameWeights = weights(surnameRanks);
    communes =
        Communes.table().all().stream()
            .filter(
                commune ->
                    (commune.kind() == Commune.Kind.COMMUNE
                            || commune.kind() == Commune.Kind.ARRONDISSEMENT)
                        && !commune.postcodes().isEmpty()
                        && commune.population() > 0)
            .toList();
    communeWeights =
        weights(communes.stream().map(commune -> (double) commune.population()).toList());
  }

  String givenName(Dice dice, boolean woman) {
    if (dice.chance(0.5)) {
      return dice.one(woman ? COMMON_WOMEN : COMMON_MEN);
    }
    return woman ? dice.weighted(women, womenWeights) : dice.weighted(men, menWeights);
  }

  /** Two thirds known names, the rest from the long tail that no list of this size can hold. */
  String surname(Dice dice) {
    String name =
        dice.chance(0.66)
            ? dice.chance(0.12)
                ? dice.one(COMMON_SURNAMES)
                : dice.weighted(surnames, surnameWeights)
            : dice.one(ROOTS) + dice.one(MIDDLES) + dice.one(ENDINGS);
    if (dice.chance(0.025)) {
      return dice.one(List.of("de ", "Le ", "Du ", "de La ", "Van ")) + name;
    }
    return dice.chance(0.03) ? name + "-" + dice.weighted(surnames, surnameWeights) : name;
  }

  Commune commune(Dice dice) {
    return dice.weighted(communes, communeWeights);
  }

  private static double[] weights(List<Double> ranks) {
    return Dice.cumulate(ranks.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static List<String> lines(String resource) {
    String path = "/io/limpide/engine/reference/" + resource;
    try (InputStream in = Objects.requireNonNull(Communes.class.getResourceAsStream(path), path);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
