package io.limpide.bench.generate;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** A person as she truly is. */
record Person(
    boolean woman,
    String given,
    String family,
    LocalDate born,
    Place home,
    String mobile,
    String landline,
    String email,
    String job) {
  private static final List<String> PROVIDERS =
      List.of(
          "gmail.com",
          "gmail.com",
          "gmail.com",
          "orange.fr",
          "orange.fr",
          "hotmail.fr",
          "free.fr",
          "wanadoo.fr",
          "yahoo.fr",
          "sfr.fr",
          "laposte.net",
          "outlook.fr",
          "outlook.com",
          "hotmail.com",
          "live.fr",
          "icloud.com",
          "bbox.fr",
          "neuf.fr");
  private static final List<String> JOBS_OF_MEN =
      List.of(
          "Directeur général",
          "Gérant",
          "Responsable achats",
          "Directeur marketing",
          "Comptable",
          "Chef de projet",
          "Assistant commercial",
          "Directeur commercial",
          "DRH",
          "DAF",
          "Responsable informatique",
          "Technicien",
          "Chargé de clientèle",
          "Ingénieur",
          "Responsable logistique",
          "Acheteur",
          "Chef d'atelier",
          "Président",
          "Commercial",
          "Responsable qualité");
  private static final List<String> JOBS_OF_WOMEN =
      List.of(
          "Directrice générale",
          "Gérante",
          "Responsable achats",
          "Directrice marketing",
          "Comptable",
          "Cheffe de projet",
          "Assistante de direction",
          "Directrice commerciale",
          "DRH",
          "DAF",
          "Responsable informatique",
          "Technicienne",
          "Chargée de clientèle",
          "Ingénieure",
          "Responsable logistique",
          "Acheteuse",
          "Secrétaire",
          "Présidente",
          "Commerciale",
          "Responsable qualité");

  static Person draw(Dice dice, Pools pools, Numbers numbers) {
    boolean woman = dice.chance(0.5);
    return of(
        dice,
        pools,
        numbers,
        woman,
        pools.surname(dice),
        Place.draw(dice, pools, false),
        dice.chance(0.45) ? numbers.landline(dice) : "",
        LocalDate.of(dice.between(1942, 2005), 1, 1).plusDays(dice.below(365)));
  }

  static Person of(
      Dice dice,
      Pools pools,
      Numbers numbers,
      boolean woman,
      String family,
      Place home,
      String landline,
      LocalDate born) {
    String given = pools.givenName(dice, woman);
    return new Person(
        woman,
        given,
        family,
        born,
        home,
        dice.chance(0.85) ? numbers.mobile(dice) : "",
        landline,
        dice.chance(0.8) ? email(dice, given, family, born, dice.one(PROVIDERS)) : "",
        dice.chance(0.7) ? dice.one(woman ? JOBS_OF_WOMEN : JOBS_OF_MEN) : "");
  }

  static String email(Dice dice, String given, String family, LocalDate born, String domain) {
    String first = plain(given);
    String last = plain(family);
    String local =
        switch (dice.below(8)) {
          case 0, 1, 2 -> first + "." + last;
          case 3 -> first.charAt(0) + last;
          case 4 -> first + last + born.getYear() % 100;
          case 5 -> last + "." + first;
          case 6 -> first + dice.digits(2);
          default -> first.charAt(0) + "." + last + dice.digits(1);
        };
    return local + "@" + domain;
  }

  static String plain(String name) {
    String plain =
        Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("[^a-z]", "");
    return plain.isEmpty() ? "x" : plain;
  }
}
