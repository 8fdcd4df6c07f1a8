package io.limpide.bench.generate;

import io.limpide.engine.reference.Commune;
import java.util.List;
import java.util.Locale;

/** A postal address. */
record Place(
    String number, String way, String street, String complement, String postcode, String city) {
  private static final List<String> WAYS =
      List.of(
          "rue",
          "rue",
          "rue",
          "rue",
          "rue",
          "rue",
          "avenue",
          "avenue",
          "boulevard",
          "chemin",
          "impasse",
          "place",
          "allée",
          "route",
          "quai",
          "square",
          "cours",
          "passage");
  private static final List<String> STREETS =
      List.of(
          "de la République",
          "Victor Hugo",
          "du Général de Gaulle",
          "Jean Jaurès",
          "des Lilas",
          "du 8 Mai 1945",
          "Pasteur",
          "de l'Église",
          "de la Gare",
          "du Maréchal Foch",
          "des Écoles",
          "Jules Ferry",
          "Gambetta",
          "du Moulin",
          "de la Mairie",
          "des Acacias",
          "Anatole France",
          "du Château",
          "de Verdun",
          "du 11 Novembre",
          "Émile Zola",
          "de la Libération",
          "Saint-Martin",
          "des Tilleuls",
          "Voltaire",
          "du Stade",
          "de Paris",
          "Jean Moulin",
          "des Peupliers",
          "de la Fontaine",
          "Louis Pasteur",
          "du Docteur Roux",
          "des Vignes",
          "Aristide Briand",
          "du Lavoir",
          "de Bretagne",
          "Carnot",
          "des Rosiers",
          "Marcel Pagnol",
          "de la Paix",
          "Diderot",
          "du Commerce",
          "des Jardins",
          "Pierre Curie",
          "de Lyon",
          "Georges Clemenceau",
          "du Président Wilson",
          "de la Forêt",
          "Saint-Jean",
          "Molière",
          "du Four",
          "des Champs",
          "Lamartine",
          "de l'Industrie",
          "Thiers",
          "Paul Bert",
          "de la Croix Rouge",
          "Albert Camus",
          "des Cerisiers",
          "Edmond Rostand",
          "du Puits");
  private static final List<String> COMPLEMENTS =
      List.of(
          "Bâtiment A",
          "Bât. B",
          "Apt 12",
          "Appartement 3",
          "2e étage",
          "Résidence Les Pins",
          "Rés. du Parc",
          "Escalier C",
          "Chez M. Durand");
  private static final List<String> ZONES =
      List.of(
          "ZA des Prés",
          "ZI Nord",
          "BP 120",
          "Parc d'activités des Moulins",
          "Bâtiment B",
          "CS 40021");

  static Place draw(Dice dice, Pools pools, boolean company) {
    Commune commune = pools.commune(dice);
    String postcode = dice.one(commune.postcodes());
    String city = commune.name();
    int arrondissement = city.indexOf(" Arrondissement");
    if (arrondissement > 0) {
      city = city.substring(0, city.lastIndexOf(' ', arrondissement - 1));
    }
    int number = 1 + (int) Math.floor(Math.exp(dice.real() * 5.2) - 1);
    String suffix = dice.chance(0.05) ? (dice.chance(0.7) ? " bis" : " ter") : "";
    boolean cedex = company && dice.chance(0.08);
    return new Place(
        number + suffix,
        dice.one(WAYS),
        dice.one(STREETS),
        dice.chance(0.15) ? dice.one(company ? ZONES : COMPLEMENTS) : "",
        postcode,
        cedex ? city.toUpperCase(Locale.FRENCH) + " CEDEX" : city);
  }

  String line() {
    return number + " " + way + " " + street;
  }
}
