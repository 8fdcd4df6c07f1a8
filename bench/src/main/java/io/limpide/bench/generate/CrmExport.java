package io.limpide.bench.generate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The customer base of a made-up French company as its CRM exports it, with the truth about who is
 * who: persons at companies, private persons, households, companies with several sites.
 */
final class CrmExport {
  static final List<String> COLUMNS =
      List.of(
          "Identifiant",
          "Type",
          "Civilité",
          "Nom",
          "Prénom",
          "Date de naissance",
          "Fonction",
          "Société",
          "Forme juridique",
          "SIREN",
          "SIRET",
          "N° TVA",
          "Code NAF",
          "E-mail",
          "Téléphone",
          "Portable",
          "Adresse",
          "Complément",
          "Code postal",
          "Ville",
          "Pays",
          "Site web",
          "Origine",
          "Commercial",
          "Statut",
          "Créé le",
          "Modifié le",
          "Dernier contact",
          "Désabonné",
          "NPAI",
          "Chiffre d'affaires",
          "Étiquettes",
          "Commentaire");

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final List<String> ORIGINS =
      List.of("Salon", "Site web", "Import ERP", "Téléphone", "Partenaire", "Achat de fichier");
  private static final List<String> OWNERS =
      List.of("C. Moreau", "S. Benali", "J.-P. Roux", "A. Lefort", "M. Da Silva");
  private static final List<String> TAGS =
      List.of("newsletter", "vip", "salon 2024", "à rappeler", "prospect froid", "export");
  private static final List<String> NOTES =
      List.of(
          "Rappeler en septembre",
          "Intéressé par l'offre premium",
          "Ne répond plus au téléphone",
          "A changé de poste",
          "Devis envoyé le mois dernier",
          "Préfère être contacté par mail",
          "Demande de rappel",
          "Contact rencontré au salon de Lyon",
          "Règlement à 45 jours fin de mois",
          "Demande un devis pour 12 postes",
          "Client depuis l'ouverture du magasin",
          "Livraison uniquement le matin",
          "Ne pas appeler avant 10 h",
          "Attend l'accord de son associé\nRelancer mi-mars");
  // What must not stand in notes, and stands there all the same.
  private static final List<String> SENSITIVE =
      List.of(
          "En arrêt maladie, cancer",
          "Pratiquant, ne pas appeler pendant le ramadan",
          "Prélèvement sur FR76 3000 6000 0112 3456 7890 189",
          "Mauvais payeur, un vrai escroc",
          "Délégué CGT, à ménager");

  /** A row of the export with what is true of it. */
  record Row(Map<String, String> cells, String party, Set<String> operators) {}

  private final Dice dice;
  private final Pools pools = new Pools();
  private final Numbers numbers;
  private final Errors errors;
  private final Options options;
  private final List<Row> rows = new ArrayList<>();
  private int parties;

  /**
   * What is generated.
   *
   * @param rows how many records, about
   * @param duplicates share of the records that are further records of a party, 0 to 0.6
   * @param households share of the private persons who share a home with another, 0 to 1
   * @param companies share of the parties that are companies or sites rather than persons
   * @param errors how much damage is done: 1 as usual, 0 none
   */
  record Options(int rows, double duplicates, double households, double companies, double errors) {
    static Options of(int rows) {
      return new Options(rows, 0.25, 0.12, 0.12, 1);
    }
  }

  private CrmExport(long seed, Options options) {
    this.dice = new Dice(seed);
    this.numbers = new Numbers(dice.split());
    this.errors = new Errors(dice.split(), options.errors());
    this.options = options;
  }

  static List<Row> generate(long seed, Options options) {
    return new CrmExport(seed, options).generate();
  }

  private List<Row> generate() {
    while (rows.size() < options.rows()) {
      if (dice.chance(options.companies())) {
        company();
      } else if (dice.chance(0.5)) {
        contacts();
      } else {
        household();
      }
    }
    // Records of one party do not stand together in an export.
    for (int i = rows.size() - 1; i > 0; i--) {
      int other = dice.below(i + 1);
      Row row = rows.get(i);
      rows.set(i, rows.get(other));
      rows.set(other, row);
    }
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).cells().put("Identifiant", "C%07d".formatted(100_000 + i));
    }
    return rows.subList(0, Math.min(rows.size(), options.rows()));
  }

  private void company() {
    Company company = Company.draw(dice, pools, numbers);
    for (int site = 0; site < company.sites().size(); site++) {
      Company.Site place = company.sites().get(site);
      String party = "E" + parties++;
      for (int copy = copies(); copy > 0; copy--) {
        Map<String, String> cells = blank();
        employer(cells, company, place, copy > 1);
        cells.put("Type", "Entreprise");
        cells.put("Téléphone", place.phone());
        cells.put("E-mail", dice.chance(0.5) ? "contact@" + company.domain() : "");
        cells.put("Statut", company.closed() ? dice.one(List.of("Cessée", "Radiée")) : status());
        add(cells, party);
      }
    }
  }

  private void contacts() {
    Company company = Company.draw(dice, pools, numbers);
    for (int contact = dice.between(1, 4); contact > 0; contact--) {
      Person person = Person.draw(dice, pools, numbers);
      Company.Site site = dice.one(company.sites());
      String professional =
          Person.email(dice, person.given(), person.family(), person.born(), company.domain());
      String party = "P" + parties++;
      for (int copy = copies(); copy > 0; copy--) {
        Map<String, String> cells = blank();
        boolean moved = copy > 1 && dice.chance(0.06); // the record of an earlier employer
        Company employer = moved ? Company.draw(dice, pools, numbers) : company;
        Company.Site office = moved ? employer.sites().get(0) : site;
        String address =
            moved
                ? Person.email(
                    dice, person.given(), person.family(), person.born(), employer.domain())
                : dice.chance(0.04) ? "contact@" + company.domain() : professional;
        employer(cells, employer, office, copy > 1);
        identity(cells, person);
        cells.put("Type", "Contact");
        cells.put("Fonction", person.job());
        cells.put("E-mail", dice.chance(0.85) ? address : person.email());
        cells.put("Téléphone", dice.chance(0.6) ? office.phone() : "");
        cells.put("Portable", person.mobile());
        add(cells, party);
      }
    }
  }

  private void household() {
    Person first = Person.draw(dice, pools, numbers);
    List<Person> members = new ArrayList<>(List.of(first));
    if (dice.chance(options.households())) {
      for (int more = dice.between(1, 3); more > 0; more--) {
        boolean twin = dice.chance(0.04);
        LocalDate born =
            twin
                ? first.born()
                : dice.chance(0.5)
                    ? first.born().plusDays(dice.between(-2000, 2000))
                    : first.born().plusDays(dice.between(7000, 13000));
        boolean namesake = dice.chance(0.04); // father and son with the same name
        Person member =
            Person.of(
                dice,
                pools,
                numbers,
                dice.chance(0.5),
                dice.chance(0.9) ? first.family() : pools.surname(dice),
                first.home(),
                first.landline(),
                born.isAfter(LocalDate.of(2008, 1, 1)) ? LocalDate.of(2007, 5, 1) : born);
        members.add(namesake ? renamed(member, first) : member);
      }
    }
    for (Person person : members) {
      String party = "P" + parties++;
      Place home = person.home();
      boolean sharesAddress = !person.equals(first) && dice.chance(0.2); // one e-mail for a couple
      for (int copy = copies(); copy > 0; copy--) {
        Map<String, String> cells = blank();
        identity(cells, person);
        cells.put("Type", "Particulier");
        cells.put("E-mail", sharesAddress ? first.email() : person.email());
        cells.put("Téléphone", person.landline());
        cells.put("Portable", person.mobile());
        place(cells, copy > 1 && dice.chance(0.08) ? Place.draw(dice, pools, false) : home);
        add(cells, party);
      }
    }
  }

  private static Person renamed(Person person, Person like) {
    return new Person(
        like.woman(),
        like.given(),
        like.family(),
        person.born(),
        person.home(),
        person.mobile(),
        person.landline(),
        person.email(),
        person.job());
  }

  /** One record, or more: few parties have many. */
  private int copies() {
    int copies = 1;
    while (copies < 6 && dice.chance(options.duplicates() * (copies == 1 ? 1 : 0.6))) {
      copies++;
    }
    return copies;
  }

  private void identity(Map<String, String> cells, Person person) {
    cells.put("Civilité", dice.chance(0.85) ? (person.woman() ? "Mme" : "M.") : "");
    cells.put("Nom", person.family());
    cells.put("Prénom", person.given());
    cells.put("Date de naissance", DAY.format(person.born()));
  }

  private void employer(
      Map<String, String> cells, Company company, Company.Site site, boolean again) {
    String name = company.name();
    if (again && !company.former().isEmpty() && dice.chance(0.3)) {
      name = company.former();
    } else if (again && !company.acronym().isEmpty() && dice.chance(0.3)) {
      name = company.acronym();
    }
    cells.put("Société", name);
    cells.put("Forme juridique", dice.chance(0.5) ? company.form() : "");
    cells.put("SIREN", company.siren());
    cells.put("SIRET", site.siret());
    cells.put("N° TVA", Numbers.vat(company.siren()));
    cells.put("Code NAF", company.naf());
    cells.put(
        "Chiffre d'affaires",
        dice.chance(0.4) ? dice.between(1, 250) + " " + dice.digits(3) + ",00" : "");
    cells.put("Site web", dice.chance(0.4) ? "www." + company.domain() : "");
    place(cells, site.place());
  }

  private static void place(Map<String, String> cells, Place place) {
    cells.put("Adresse", place.line());
    cells.put("Complément", place.complement());
    cells.put("Code postal", place.postcode());
    cells.put("Ville", place.city());
    cells.put("Pays", "France");
  }

  private Map<String, String> blank() {
    Map<String, String> cells = new LinkedHashMap<>();
    COLUMNS.forEach(column -> cells.put(column, ""));
    LocalDate created = TODAY.minusDays(dice.below(365 * 6));
    LocalDate modified =
        created.plusDays(dice.below((int) (TODAY.toEpochDay() - created.toEpochDay()) + 1));
    cells.put("Origine", dice.one(ORIGINS));
    cells.put("Commercial", dice.one(OWNERS));
    cells.put("Statut", status());
    cells.put("Créé le", DAY.format(created) + time());
    cells.put("Modifié le", DAY.format(modified) + time());
    cells.put(
        "Dernier contact",
        dice.chance(0.6)
            ? DAY.format(
                created.plusDays(dice.below((int) (TODAY.toEpochDay() - created.toEpochDay()) + 1)))
            : "");
    cells.put("Désabonné", dice.chance(0.06) ? "Oui" : "Non");
    cells.put("NPAI", dice.chance(0.03) ? "Oui" : "");
    Set<String> tags = new TreeSet<>();
    for (int tag = dice.below(3); tag > 0; tag--) {
      tags.add(dice.one(TAGS));
    }
    cells.put("Étiquettes", String.join(", ", tags));
    cells.put(
        "Commentaire", dice.chance(0.15) ? dice.one(dice.chance(0.02) ? SENSITIVE : NOTES) : "");
    return cells;
  }

  private String time() {
    return " %02d:%02d".formatted(dice.between(8, 18), dice.below(60));
  }

  private String status() {
    return dice.chance(0.3) ? "Client" : "Prospect";
  }

  private void add(Map<String, String> cells, String party) {
    Set<String> operators = new LinkedHashSet<>();
    errors.damage(cells, operators);
    if (dice.chance(0.001)) {
      COLUMNS.subList(2, 21).forEach(column -> cells.put(column, ""));
      cells.put("Nom", "TEST");
      cells.put("Prénom", "test");
      cells.put("E-mail", "test@test.fr");
      rows.add(new Row(cells, "T" + parties++, Set.of("test_row")));
      return;
    }
    rows.add(new Row(cells, party, operators));
  }
}
