package io.limpide.bench.generate;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Damages a record as people and systems do. Each operator has its rate and its name, which the
 * truth keeps, so that what is found can be told by what was done.
 *
 * <p>Sources: the kinds and rates of FEBRL's generator (P. Christen, "Probabilistic Data Generation
 * for Deduplication and Data Linkage", 2005), and what French exports show: lost accents, lost
 * zeros, inverted names, abbreviated ways, legal forms that come and go.
 */
final class Errors {
  private static final String[] AZERTY = {"azertyuiop", "qsdfghjklm", "wxcvbn"};
  private static final List<String> PLACEHOLDERS =
      List.of("inconnu", "xxx", "N/A", "?", ".", "test", "nc");
  private static final Map<String, List<String>> DOMAINS =
      Map.of(
          "gmail.com", List.of("gmial.com", "gmail.fr", "gmail.con", "gmal.com"),
          "orange.fr", List.of("orage.fr", "orange.com", "ornage.fr"),
          "hotmail.fr", List.of("hotmial.fr", "hotmal.fr"),
          "wanadoo.fr", List.of("wanado.fr", "wannadoo.fr"),
          "free.fr", List.of("fre.fr", "freee.fr"),
          "yahoo.fr", List.of("yaho.fr", "yahou.fr"),
          "laposte.net", List.of("lapost.net", "laposte.fr"));

  private final Dice dice;
  private final double intensity;
  private Map<String, String> record = Map.of();
  private Set<String> log = Set.of();

  Errors(Dice dice, double intensity) {
    this.dice = dice;
    this.intensity = intensity;
  }

  void damage(Map<String, String> target, Set<String> names) {
    record = target;
    log = names;
    names();
    emails();
    phones();
    addresses();
    companies();
    identifiers();
    structure();
    typography();
  }

  private void names() {
    for (String column : List.of("Nom", "Prénom")) {
      edit("typo", 0.06, column, this::typo);
      edit("phonetic", 0.04, column, this::phonetic);
      edit("accents", 0.12, column, Errors::withoutAccents);
    }
    edit(
        "compound",
        0.15,
        "Prénom",
        name -> {
          int hyphen = name.indexOf('-');
          if (hyphen < 0) {
            return name;
          }
          return dice.chance(0.6) ? name.replace('-', ' ') : name.substring(0, hyphen);
        });
    edit("initial", 0.02, "Prénom", name -> name.charAt(0) + ".");
    edit("particle", 0.2, "Nom", name -> name.startsWith("de La ") ? name.replace(" ", "") : name);
    if (hit(0.03)) {
      swap("Nom", "Prénom");
      log.add("inversion");
    }
    edit(
        "civility",
        0.05,
        "Civilité",
        civility -> dice.one(List.of("Mr", "Mme", "Monsieur", "Mlle", "MME", "m.")));
    if (hit(0.015) && !get("Civilité").isEmpty() && !get("Prénom").isEmpty()) {
      record.put("Prénom", get("Civilité") + " " + get("Prénom"));
      record.put("Civilité", "");
      log.add("civility_in_name");
    }
  }

  private void emails() {
    edit(
        "email_domain",
        0.03,
        "E-mail",
        email -> {
          int at = email.indexOf('@');
          List<String> typos = at < 0 ? null : DOMAINS.get(email.substring(at + 1));
          return typos == null ? email : email.substring(0, at + 1) + dice.one(typos);
        });
    edit("email_typo", 0.02, "E-mail", this::typo);
    edit("email_case", 0.06, "E-mail", email -> email.toUpperCase(Locale.ROOT));
    edit(
        "email_space",
        0.01,
        "E-mail",
        email -> dice.chance(0.5) ? email + " " : email.replace("@", " @"));
    edit("email_comma", 0.005, "E-mail", email -> email.replaceFirst("\\.([a-z]+)$", ",$1"));
    edit(
        "email_dummy",
        0.004,
        "E-mail",
        email ->
            dice.one(List.of("inconnu@inconnu.fr", "nc@nc.fr", "aucun@aucun.fr", "xxx@xxx.fr")));
    edit("email_missing", 0.14, "E-mail", email -> "");
  }

  private void phones() {
    for (String column : List.of("Téléphone", "Portable")) {
      edit("phone_format", 0.65, column, this::phoneFormat);
      edit("phone_digit", 0.02, column, this::digit);
      edit("phone_missing", 0.2, column, phone -> "");
    }
    if (hit(0.05)) {
      swap("Téléphone", "Portable");
      log.add("phone_swap");
    }
    if (hit(0.02) && !get("Téléphone").isEmpty() && !get("Portable").isEmpty()) {
      record.put("Téléphone", get("Téléphone") + " / " + get("Portable"));
      record.put("Portable", "");
      log.add("two_phones");
    }
    edit("phone_dummy", 0.01, "Portable", phone -> "0600000000");
  }

  private void addresses() {
    edit(
        "way",
        0.25,
        "Adresse",
        line ->
            line.replace(" avenue ", dice.chance(0.5) ? " av " : " ave. ")
                .replace(" boulevard ", dice.chance(0.5) ? " bd " : " bld ")
                .replace(" place ", " pl ")
                .replace(" chemin ", " che ")
                .replace(" impasse ", " imp "));
    edit("way_missing", 0.03, "Adresse", line -> line.replaceFirst(" rue ", " "));
    edit(
        "number_missing", 0.03, "Adresse", line -> line.replaceFirst("^[0-9]+( bis| ter)?,? ", ""));
    edit("comma", 0.15, "Adresse", line -> line.replaceFirst("^([0-9]+( bis| ter)?) ", "$1, "));
    edit("address_typo", 0.05, "Adresse", this::typo);
    edit("saint", 0.10, "Ville", city -> city.replace("Saint-", "St ").replace("Sainte-", "Ste "));
    edit("city_hyphens", 0.2, "Ville", city -> city.replace('-', ' '));
    edit("city_typo", 0.03, "Ville", this::typo);
    edit(
        "postcode_zero",
        0.3,
        "Code postal",
        code -> code.startsWith("0") ? code.substring(1) : code);
    edit("postcode_digits", 0.015, "Code postal", this::digit);
    edit("address_missing", 0.12, "Adresse", line -> "");
    edit(
        "cedex", 0.05, "Ville", city -> city.contains("CEDEX") ? city.replace(" CEDEX", "") : city);
  }

  private void companies() {
    edit(
        "legal_form",
        0.3,
        "Société",
        name -> {
          String form = get("Forme juridique");
          if (form.isEmpty()) {
            return name;
          }
          return switch (dice.below(4)) {
            case 0 -> form + " " + name;
            case 1 -> name + " " + form;
            case 2 -> name + " " + String.join(".", form.split("", -1)) + ".";
            default -> name + " (" + form + ")";
          };
        });
    edit("ampersand", 0.2, "Société", name -> name.replace(" & ", " ET ").replace(" et ", " & "));
    edit("company_typo", 0.05, "Société", this::typo);
    edit("company_city", 0.04, "Société", name -> name + " " + get("Ville"));
    edit(
        "abbreviation",
        0.15,
        "Société",
        name ->
            name.replace("Société ", "Sté ")
                .replace("Compagnie ", "Cie ")
                .replace("Transports ", "Transp. ")
                .replace(" Frères", " Frs")
                .replace("Établissements ", "Ets "));
  }

  private void identifiers() {
    edit("siren_missing", 0.35, "SIREN", siren -> "");
    edit("siret_missing", 0.45, "SIRET", siret -> "");
    edit("vat_missing", 0.6, "N° TVA", vat -> "");
    edit(
        "siret_spaces",
        0.2,
        "SIRET",
        siret -> siret.replaceFirst("^(\\d{3})(\\d{3})(\\d{3})(\\d{5})$", "$1 $2 $3 $4"));
    edit(
        "siren_spaces",
        0.2,
        "SIREN",
        siren -> siren.replaceFirst("^(\\d{3})(\\d{3})(\\d{3})$", "$1 $2 $3"));
    edit(
        "siret_scientific",
        0.01,
        "SIRET",
        siret ->
            siret.length() == 14 ? siret.charAt(0) + "," + siret.substring(1, 6) + "E+13" : siret);
    edit("siret_digit", 0.01, "SIRET", this::digit);
    edit(
        "vat_key",
        0.01,
        "N° TVA",
        vat -> vat.isEmpty() ? vat : "FR" + dice.digits(2) + vat.substring(4));
  }

  private void structure() {
    for (String column : List.of("Prénom", "Fonction", "Ville", "Société")) {
      edit("placeholder", 0.004, column, value -> dice.one(PLACEHOLDERS));
    }
    edit(
        "date_order",
        0.01,
        "Date de naissance",
        date -> date.replaceFirst("^(\\d\\d)/(\\d\\d)/", "$2/$1/"));
    edit("date_digit", 0.02, "Date de naissance", this::digit);
    edit("date_missing", 0.35, "Date de naissance", date -> "");
  }

  private void typography() {
    List<String> texts = List.of("Nom", "Prénom", "Société", "Adresse", "Ville");
    if (hit(0.25)) {
      texts.forEach(column -> edit("capitals", 9, column, text -> text.toUpperCase(Locale.FRENCH)));
    } else if (hit(0.08)) {
      texts.forEach(column -> edit("lower", 9, column, text -> text.toLowerCase(Locale.FRENCH)));
    }
    for (String column : texts) {
      edit(
          "spaces",
          0.03,
          column,
          text -> dice.chance(0.5) ? text + " " : text.replaceFirst(" ", "\u00a0"));
      edit(
          "mojibake",
          0.01,
          column,
          text -> {
            String garbled =
                new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
            return garbled.indexOf('\ufffd') < 0 ? garbled : text; // not every letter survives it
          });
    }
  }

  private boolean hit(double rate) {
    return dice.chance(rate * intensity);
  }

  private String get(String column) {
    return record.getOrDefault(column, "");
  }

  private void swap(String a, String b) {
    if (record.containsKey(a) && record.containsKey(b)) {
      String first = get(a);
      record.put(a, get(b));
      record.put(b, first);
    }
  }

  private void edit(String name, double rate, String column, UnaryOperator<String> operator) {
    String value = get(column);
    if (value.isEmpty() || !hit(rate)) {
      return;
    }
    String edited = operator.apply(value);
    if (!edited.equals(value)) {
      record.put(column, edited);
      log.add(name);
    }
  }

  private String typo(String text) {
    int at = dice.below(text.length());
    StringBuilder typed = new StringBuilder(text);
    switch (dice.below(5)) {
      case 0 -> typed.deleteCharAt(at);
      case 1 -> typed.insert(at, text.charAt(at));
      case 2 -> {
        if (at + 1 < text.length()) {
          typed.setCharAt(at, text.charAt(at + 1));
          typed.setCharAt(at + 1, text.charAt(at));
        }
      }
      default -> typed.setCharAt(at, neighbour(text.charAt(at)));
    }
    return typed.toString();
  }

  /** The key beside, on a French keyboard. */
  private char neighbour(char letter) {
    char lower = Character.toLowerCase(letter);
    for (String row : AZERTY) {
      int at = row.indexOf(lower);
      if (at >= 0) {
        char beside =
            row.charAt(at == 0 || (at + 1 < row.length() && dice.chance(0.5)) ? at + 1 : at - 1);
        return Character.isUpperCase(letter) ? Character.toUpperCase(beside) : beside;
      }
    }
    return letter;
  }

  private String phonetic(String name) {
    return switch (dice.below(8)) {
      case 0 -> name.replaceFirst("ph", "f");
      case 1 -> name.replaceFirst("eau$", "o");
      case 2 -> name.replaceFirst("ault$", "aud");
      case 3 -> name.replaceFirst("i", "y");
      case 4 -> name.replaceFirst("([lmnrst])\\1", "$1");
      case 5 -> name.replaceFirst("c(?=[aou])", "k");
      case 6 -> name.replaceFirst("ss", "s");
      default -> name.replaceFirst("ier$", "iez");
    };
  }

  private String digit(String text) {
    int at = dice.below(text.length());
    return Character.isDigit(text.charAt(at))
        ? text.substring(0, at) + dice.below(10) + text.substring(at + 1)
        : text;
  }

  private String phoneFormat(String phone) {
    if (!phone.matches("0\\d{9}")) {
      return phone;
    }
    String pairs = phone.replaceAll("(\\d\\d)(?=\\d)", "$1 ");
    return switch (dice.below(7)) {
      case 0 -> pairs;
      case 1 -> pairs.replace(' ', '.');
      case 2 -> "+33 " + pairs.substring(1);
      case 3 -> "+33" + phone.substring(1);
      case 4 -> "0033" + phone.substring(1);
      case 5 -> "+33 (0)" + pairs.substring(1);
      default -> phone.substring(1);
    };
  }

  private static String withoutAccents(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }
}
