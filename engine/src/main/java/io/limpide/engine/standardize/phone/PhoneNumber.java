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
    String e164,
    String region,
    PhoneType type,
    String extension,
    List<Reason> reasons,
    String display) {

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

  /**
   * Returns the nine digits after the zero of a plainly written French number, whether it is given
   * out or not; empty for all else. Much cheaper than {@link #parse}.
   */
  public static String plainFrench(String text) {
    String number = FrenchNumbers.atOnce(text);
    return number == null ? "" : number;
  }

  /** Returns whether the number exists in its country's numbering plan and can be dialled. */
  public boolean isValid() {
    if (e164.isEmpty()) {
      return false;
    }
    for (Reason reason : reasons) {
      if (reason.severity() == Severity.ERROR) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether it was typed to get past a mandatory field. */
  public boolean isDummy() {
    return reasons.contains(PhoneReasons.DUMMY);
  }

  /** Returns whether it can only be a mobile phone. */
  public boolean isMobile() {
    return type == PhoneType.MOBILE;
  }

  /**
   * Returns whether it cannot be a mobile phone, but is one of a person's or company's own lines.
   */
  public boolean isLandline() {
    return type == PhoneType.LANDLINE || type == PhoneType.VOIP;
  }

  /** Returns whether it may stand for one person or household: a valid line that is no service. */
  public boolean identifiesLine() {
    return isValid()
        && !isDummy()
        && (isMobile()
            || isLandline()
            || type == PhoneType.LANDLINE_OR_MOBILE
            || type == PhoneType.PERSONAL);
  }
}
