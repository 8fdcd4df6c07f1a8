package io.limpide.engine.standardize.phone;

import io.limpide.engine.finding.Dimension;
import io.limpide.engine.finding.Reason;
import io.limpide.engine.finding.Severity;
import java.util.List;

/** Everything there may be to say against a phone number. */
final class PhoneReasons {
  static final Reason INVALID = new Reason("phone.invalid", Severity.ERROR, Dimension.VALIDITY);
  static final Reason TOO_SHORT = new Reason("phone.too_short", Severity.ERROR, Dimension.VALIDITY);
  static final Reason TOO_LONG = new Reason("phone.too_long", Severity.ERROR, Dimension.VALIDITY);
  static final Reason NOT_A_NUMBER =
      new Reason("phone.not_a_number", Severity.ERROR, Dimension.VALIDITY);
  static final Reason EXCEL_DAMAGE =
      new Reason("phone.excel_damage", Severity.ERROR, Dimension.VALIDITY);
  static final Reason DUMMY = new Reason("phone.dummy", Severity.WARNING, Dimension.COMPLETENESS);
  static final Reason SHORT = new Reason("phone.short", Severity.WARNING, Dimension.VALIDITY);
  static final Reason PLATFORM = new Reason("phone.platform", Severity.WARNING, Dimension.VALIDITY);
  static final Reason PREMIUM = new Reason("phone.premium", Severity.WARNING, Dimension.VALIDITY);
  static final Reason SERVICE = new Reason("phone.service", Severity.INFO, Dimension.CONSISTENCY);
  static final Reason MACHINE = new Reason("phone.machine", Severity.WARNING, Dimension.VALIDITY);
  static final Reason FICTION = new Reason("phone.fiction", Severity.INFO, Dimension.VALIDITY);
  static final Reason FORMER = new Reason("phone.former", Severity.WARNING, Dimension.FRESHNESS);
  static final Reason SEVERAL = new Reason("phone.several", Severity.WARNING, Dimension.VALIDITY);
  static final Reason FAX_NUMBER = new Reason("phone.fax", Severity.INFO, Dimension.CONSISTENCY);
  static final Reason LANDLINE_AS_MOBILE =
      new Reason("phone.landline_as_mobile", Severity.WARNING, Dimension.CONSISTENCY);
  static final Reason MOBILE_AS_LANDLINE =
      new Reason("phone.mobile_as_landline", Severity.INFO, Dimension.CONSISTENCY);
  static final Reason REPEATED = new Reason("phone.repeated", Severity.INFO, Dimension.UNIQUENESS);
  static final Reason OTHER_COUNTRY =
      new Reason("phone.other_country", Severity.INFO, Dimension.CONSISTENCY);

  static final List<Reason> ALL =
      List.of(
          INVALID,
          TOO_SHORT,
          TOO_LONG,
          NOT_A_NUMBER,
          EXCEL_DAMAGE,
          DUMMY,
          SHORT,
          PLATFORM,
          PREMIUM,
          SERVICE,
          MACHINE,
          FICTION,
          FORMER,
          SEVERAL,
          FAX_NUMBER,
          LANDLINE_AS_MOBILE,
          MOBILE_AS_LANDLINE,
          REPEATED,
          OTHER_COUNTRY);

  private PhoneReasons() {}
}
