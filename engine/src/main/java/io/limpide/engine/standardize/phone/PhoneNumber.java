package io.limpide.engine.standardize.phone;

import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Severity;
import java.util.List;

/**
 * A phone number as it was understood. Whatever the text, there is an answer; {@link #isValid} says
 * whether it is a number that can be given out in its country.
 *
 * @param e164 such as {@code +33142685300}, without extension; empty when there is none, as with
 *     text that is no number and with short numbers; the best reading when the number is not valid
 * @param region ISO 3166 code of the country or territory, such as {@code FR} or {@code RE}; empty
 *     when unknown
 * @param type what kind of line it is
 * @param extension digits to dial afterwards; empty when there are none
 * @param reasons what is wrong or worth knowing, the worst first
 * @param display the number as it is written: {@code 01 42 68 53 00}, {@code 0692 12 34 56}, {@code
 *     +44 20 7946 0958}; the text itself when it is not valid
 */
public record PhoneNumber(
    String e164, String region, Type type, String extension, List<Reason> reasons, String display) {

  /** What kind of line a number belongs to. */
  public enum Type {
    LANDLINE,
    MOBILE,
    /** Countries such as the United States, where the number does not tell. */
    LANDLINE_OR_MOBILE,
    VOIP,
    /** Free of charge, such as 0800. */
    TOLL_FREE,
    SHARED_COST,
    PREMIUM,
    /** Follows its holder from line to line. */
    PERSONAL,
    PAGER,
    /** A company's own number at normal price, such as 0806. */
    COMPANY,
    /** Between machines, such as 0700: nobody answers. */
    MACHINE,
    /** Short or emergency number, such as 3639 or 112. */
    SHORT,
    UNKNOWN
  }

  public PhoneNumber {
    reasons = List.copyOf(reasons);
  }

  /** Reads a number of France, unless it says otherwise. */
  public static PhoneNumber parse(String text) {
    return parse(text, "FR", "");
  }

  /**
   * Reads a number.
   *
   * @param text the number as somebody wrote it
   * @param region ISO 3166 code of the country whose habits apply when the number does not name its
   *     own; {@code ZZ} when there is none
   * @param postcode postcode of the number's holder, for the few numbers that French overseas
   *     territories share with the mainland; empty when unknown
   */
  public static PhoneNumber parse(String text, String region, String postcode) {
    return PhoneReader.read(text, region, postcode);
  }

  /** Returns whether the number exists in its country's numbering plan and can be dialled. */
  public boolean isValid() {
    return !e164.isEmpty() && reasons.stream().noneMatch(r -> r.severity() == Severity.ERROR);
  }

  /** Returns whether it was typed to get past a mandatory field. */
  public boolean isDummy() {
    return reasons.contains(PhoneReasons.DUMMY);
  }

  /** Returns whether it can only be a mobile phone. */
  public boolean isMobile() {
    return type == Type.MOBILE;
  }

  /** Returns whether it cannot be a mobile phone, but is one of a person's or company's own lines. */
  public boolean isLandline() {
    return type == Type.LANDLINE || type == Type.VOIP;
  }

  /** Returns whether it may stand for one person or household: a valid line that is no service. */
  public boolean identifiesLine() {
    return isValid()
        && !isDummy()
        && (isMobile() || isLandline() || type == Type.LANDLINE_OR_MOBILE || type == Type.PERSONAL);
  }

}
