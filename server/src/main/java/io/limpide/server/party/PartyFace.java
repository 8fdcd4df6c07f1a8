package io.limpide.server.party;

import io.limpide.engine.field.PartyKind;
import io.limpide.engine.text.Fold;
import io.limpide.server.recipe.Catalogue;

/**
 * What lists show of a party and by what it is found, from its golden values.
 *
 * @param name as people read it
 * @param sortKey by which names are ordered: family name first, folded
 * @param search everything it is found by: see {@link SearchText}
 */
record PartyFace(
    String name,
    String sortKey,
    String company,
    String city,
    String postcode,
    String email,
    String phone,
    String siren,
    String search) {
  private static final int LONGEST_NAME = 300;

  /**
   * Who is called by an address or number comes last, in no order: to order by it would tell it to
   * whoever sees it only in part.
   */
  private static final String NAMELESS = "\uFFFF";

  /**
   * @param values the golden values, in the order of the catalogue
   */
  static PartyFace of(Catalogue catalogue, String[] values, PartyKind kind) {
    Values of = new Values(catalogue, values);
    String company = of.first("company_name", "trade_name");
    String given = of.get("given_name");
    String family = of.first("family_name", "birth_name");
    String full = (given + " " + family).strip();
    String email = of.first("email", "email_2");
    String phone = of.first("mobile", "phone", "mobile_2", "phone_2");
    String name;
    String order;
    if (kind == PartyKind.PERSON) {
      name = full.isEmpty() ? of.get("full_name") : full;
      order = full.isEmpty() ? of.get("full_name") : family + " " + given;
    } else {
      name = company.isEmpty() ? of.get("full_name") : company;
      if (kind == PartyKind.ESTABLISHMENT && !of.get("trade_name").isEmpty()) {
        name = of.get("trade_name");
      }
      order = name;
    }
    if (name.isBlank()) {
      name = first(company, email, phone, of.get("siret"), of.get("siren"));
      boolean contact = !name.isEmpty() && (name.equals(email) || name.equals(phone));
      order = contact ? "" : name;
    }
    String siren = of.get("siren");
    if (siren.isEmpty() && of.get("siret").length() == 14) {
      siren = of.get("siret").substring(0, 9);
    }
    return new PartyFace(
        cut(name, LONGEST_NAME),
        order.isEmpty() ? NAMELESS : cut(Fold.words(order), LONGEST_NAME),
        cut(company, LONGEST_NAME),
        cut(of.get("city"), LONGEST_NAME),
        cut(of.get("postcode"), 20),
        cut(email, LONGEST_NAME),
        cut(phone, 60),
        cut(siren, 20),
        SearchText.of(catalogue, values));
  }

  private static String first(String... values) {
    for (String value : values) {
      if (!value.isBlank()) {
        return value;
      }
    }
    return "";
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Values(Catalogue catalogue, String[] values) {
    String get(String code) {
      int place = catalogue.place(code);
      return place < 0 ? "" : values[place];
    }

    String first(String... codes) {
      for (String code : codes) {
        if (!get(code).isEmpty()) {
          return get(code);
        }
      }
      return "";
    }
  }
}
