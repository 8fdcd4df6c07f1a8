package io.limpide.engine.standardize.phone;

import io.limpide.engine.standardize.phone.PhoneReader.Line;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ranges that libphonenumber's metadata held until mid-2026 and dropped since: Benin's eight-digit
 * service numbers and Zimbabwe's old landlines. Customer bases are older than that, so such a
 * number is a number, but one to check.
 *
 * <p>Source: PhoneNumberMetadata.xml of libphonenumber at commit f7e3e88c, against release 9.0.43.
 */
final class FormerNumbers {
  private record Range(Pattern e164, Line line) {}

  private static final List<Range> RANGES =
      List.of(
          new Range(Pattern.compile("\\+229857[58]\\d{4}"), new Line("BJ", PhoneType.VOIP)),
          new Range(Pattern.compile("\\+22981\\d{6}"), new Line("BJ", PhoneType.COMPANY)),
          new Range(
              Pattern.compile("\\+2631(?:3\\d\\d|9\\d|[4-8])\\d{3}"),
              new Line("ZW", PhoneType.LANDLINE)));

  private FormerNumbers() {}

  /** Returns what the number was; null when it is not of a withdrawn range. */
  static @Nullable Line line(String e164) {
    for (Range range : RANGES) {
      if (range.e164.matcher(e164).matches()) {
        return range.line;
      }
    }
    return null;
  }
}
