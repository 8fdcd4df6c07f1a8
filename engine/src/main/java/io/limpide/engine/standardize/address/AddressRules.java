package io.limpide.engine.standardize.address;

import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Level;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Rule;
import io.limpide.engine.finding.Severity;
import java.util.List;

/** The rules and reasons of the family. */
final class AddressRules {
  static final Rule SPACES = safe("address.spaces");
  static final Rule PUNCTUATION = safe("address.punctuation");
  static final Rule NUMBER = safe("address.number");
  static final Rule WAY_TYPE = safe("address.way_type");
  static final Rule TITLE = safe("address.title");
  static final Rule CASE = safe("address.case");
  static final Rule FROM_LINE = safe("address.place_from_line");
  static final Rule CITY_ARTICLE = safe("city.article");
  static final Rule CITY_CASE = safe("city.case");
  static final Rule CITY_CEDEX = safe("city.cedex");
  static final Rule CITY_OFFICIAL = safe("city.official");
  static final Rule CITY_ARRONDISSEMENT = safe("city.arrondissement");
  static final Rule CITY_SPLIT = safe("city.split");
  static final Rule CITY_TYPO = suggested("city.typo");
  static final Rule CITY_FROM_POSTCODE = suggested("city.from_postcode");
  static final Rule CITY_FORMER = suggested("city.former");
  static final Rule POSTCODE_FORM = safe("postcode.form");
  static final Rule POSTCODE_LETTERS = safe("postcode.letters");
  static final Rule POSTCODE_ZERO = safe("postcode.zero");
  static final Rule POSTCODE_ARRONDISSEMENT = safe("postcode.arrondissement");
  static final Rule POSTCODE_FROM_CITY = suggested("postcode.from_city");
  static final Rule POSTCODE_DIGITS = suggested("postcode.digits");
  static final Rule SWAPPED = safe("place.swapped");
  static final Rule REGION = safe("region.name");
  static final List<Rule> ALL =
      List.of(
          SPACES,
          PUNCTUATION,
          NUMBER,
          WAY_TYPE,
          TITLE,
          CASE,
          FROM_LINE,
          CITY_ARTICLE,
          CITY_CASE,
          CITY_CEDEX,
          CITY_OFFICIAL,
          CITY_ARRONDISSEMENT,
          CITY_SPLIT,
          CITY_TYPO,
          CITY_FROM_POSTCODE,
          CITY_FORMER,
          POSTCODE_FORM,
          POSTCODE_LETTERS,
          POSTCODE_ZERO,
          POSTCODE_ARRONDISSEMENT,
          POSTCODE_FROM_CITY,
          POSTCODE_DIGITS,
          SWAPPED,
          REGION);

  static final Reason MISMATCH =
      new Reason("place.mismatch", Severity.WARNING, Dimension.CONSISTENCY);
  static final Reason UNKNOWN_CITY =
      new Reason("city.unknown", Severity.WARNING, Dimension.VALIDITY);
  static final Reason UNKNOWN_POSTCODE =
      new Reason("postcode.unknown", Severity.WARNING, Dimension.VALIDITY);
  static final Reason PERHAPS_CEDEX =
      new Reason("postcode.perhaps_cedex", Severity.INFO, Dimension.VALIDITY);
  static final Reason POSTCODE_FORMAT =
      new Reason("postcode.format", Severity.ERROR, Dimension.VALIDITY);
  static final Reason FAKE_POSTCODE =
      new Reason("postcode.fake", Severity.WARNING, Dimension.VALIDITY);
  static final Reason NO_NUMBER =
      new Reason("address.number.missing", Severity.INFO, Dimension.COMPLETENESS);
  static final Reason BOX = new Reason("address.box", Severity.INFO, Dimension.VALIDITY);
  static final Reason TOO_LONG = new Reason("address.long", Severity.INFO, Dimension.VALIDITY);
  static final List<Reason> REASONS =
      List.of(
          MISMATCH,
          UNKNOWN_CITY,
          UNKNOWN_POSTCODE,
          PERHAPS_CEDEX,
          POSTCODE_FORMAT,
          FAKE_POSTCODE,
          NO_NUMBER,
          BOX,
          TOO_LONG);

  private AddressRules() {}

  private static Rule safe(String code) {
    return new Rule(code, Level.SAFE);
  }

  private static Rule suggested(String code) {
    return new Rule(code, Level.SUGGESTED);
  }
}
