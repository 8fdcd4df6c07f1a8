package io.limpide.engine.standardize.date;

import io.limpide.engine.reference.PlaceNames;
import io.limpide.engine.standardize.date.DateText.Form;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads one text as a date: first the time of day is taken off its end, then the day is read from
 * numbers and the name of a month. No regular expressions: a million rows have many dates.
 */
final class DateReader {
  private static final int LONGEST = 60;
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
  private static final int NO_YEAR = -1;

  private final DateOrder order;
  private final Century century;

  DateReader(DateOrder order, Century century) {
    this.order = order;
    this.century = century;
  }

  DateText read(String raw) {
    if (raw.length() > LONGEST) {
      return DateText.NONE;
    }
    String text = raw.strip();
    if (isNumber(text)) {
      return number(text);
    }
    TimeText time = TimeText.of(text);
    DateText day = day(text.substring(0, time.start()));
    if (day.date().isEmpty() || day.form() == Form.MONTH || day.form() == Form.YEAR) {
      return day;
    }
    return new DateText(day.form(), day.date(), time.iso(), day.shortYear(), day.ambiguous());
  }

  private static boolean isNumber(String text) {
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      points += c == '.' || c == ',' ? 1 : 0;
      if ((c < '0' || c > '9') && c != '.' && c != ',') {
        return false;
      }
    }
    return !text.isEmpty() && points <= 1;
  }

  private DateText number(String text) {
    int point = Math.max(text.indexOf('.'), text.indexOf(','));
    String digits = point < 0 ? text : text.substring(0, point);
    if (point >= 0 && digits.length() != 5) {
      return digits.length() > 7 && allZero(text, point) ? number(digits) : DateText.NONE;
    }
    return switch (digits.length()) {
      case 4 ->
          digits.compareTo("1850") > 0 && digits.compareTo("2100") < 0
              ? DateText.of(Form.YEAR, LocalDate.of(Integer.parseInt(digits), 1, 1))
              : DateText.NONE;
      case 5 -> serial(digits, point < 0 ? "" : text.substring(point + 1));
      case 8 -> eightDigits(digits);
      case 9, 10 -> digits.charAt(0) == '0' ? DateText.NONE : epoch(Long.parseLong(digits));
      case 12, 13 -> epoch(Long.parseLong(digits) / 1000);
      case 14 -> fourteenDigits(digits);
      default -> DateText.NONE;
    };
  }

  private static boolean allZero(String text, int point) {
    for (int i = point + 1; i < text.length(); i++) {
      if (text.charAt(i) != '0') {
        return false;
      }
    }
    return true;
  }

  private DateText eightDigits(String digits) {
    DateText yearFirst =
        date(Form.NUMBERS, part(digits, 0, 4), part(digits, 4, 6), part(digits, 6, 8));
    if (yearFirst.date().isPresent() && isLikelyYear(part(digits, 0, 4))) {
      return yearFirst;
    }
    if (digits.equals("00000000")) {
      return DateText.IMPOSSIBLE;
    }
    DateText yearLast =
        dayAndMonth(part(digits, 0, 2), part(digits, 2, 4), part(digits, 4, 8), false);
    boolean likely = yearLast.date().isPresent() && isLikelyYear(part(digits, 4, 8));
    boolean looksRight = isLikelyYear(part(digits, 0, 4)) && part(digits, 4, 6) <= 12;
    return likely ? yearLast : looksRight ? DateText.IMPOSSIBLE : DateText.NONE;
  }

  private static boolean isLikelyYear(int year) {
    return year >= 1800 && year < 2200;
  }

  private static DateText fourteenDigits(String digits) {
    DateText day = eightYearFirst(digits);
    TimeText time =
        TimeText.of(
            "x "
                + digits.substring(8, 10)
                + ":"
                + digits.substring(10, 12)
                + ":"
                + digits.substring(12));
    return day.date().isPresent() && isLikelyYear(part(digits, 0, 4)) && !time.iso().isEmpty()
        ? new DateText(Form.NUMBERS, day.date(), time.iso(), false, false)
        : DateText.NONE;
  }

  private static DateText eightYearFirst(String digits) {
    return date(Form.NUMBERS, part(digits, 0, 4), part(digits, 4, 6), part(digits, 6, 8));
  }

  private static int part(String digits, int from, int to) {
    return Integer.parseInt(digits.substring(from, to));
  }

  /** Days since 1900 as spreadsheets count them; the fraction of a day is the time. */
  private static DateText serial(String digits, String fraction) {
    int days = Integer.parseInt(digits);
    if (days < 10_000 || days > 65_000 || fraction.length() > 15) {
      return DateText.NONE;
    }
    LocalDate date = SERIAL_ZERO.plusDays(days);
    if (fraction.isEmpty() || fraction.chars().allMatch(c -> c == '0')) {
      return DateText.of(Form.SERIAL, date);
    }
    long seconds = Math.round(Double.parseDouble("0." + fraction) * 86_400);
    String time =
        java.time.LocalTime.ofSecondOfDay(Math.min(86_399, seconds))
            .format(java.time.format.DateTimeFormatter.ofPattern("HH:mm:ss"));
    return new DateText(Form.SERIAL, Optional.of(date), time, false, false);
  }

  private static DateText epoch(long seconds) {
    if (seconds < 100_000_000L || seconds > 4_102_444_800L) { // 1973 to 2100
      return DateText.NONE;
    }
    String text = Instant.ofEpochSecond(seconds).toString();
    LocalDate date = LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
    return new DateText(Form.EPOCH, Optional.of(date), text.substring(11), false, false);
  }

  /** Numbers and words up to the time of day. */
  private DateText day(String text) {
    int[] numbers = new int[3];
    int[] lengths = new int[3];
    int count = 0;
    int month = 0;
    int monthAt = 0; // how many numbers stand before the month's name
    boolean dashes = true;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = at + 1;
      if (c >= '0' && c <= '9') {
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
          end++;
        }
        if (count == 3 || end - at > 4) {
          return DateText.NONE;
        }
        lengths[count] = end - at;
        numbers[count++] = Integer.parseInt(text.substring(at, end));
      } else if (Character.isLetter(c)) {
        while (end < text.length() && isLetterOrMark(text.charAt(end))) {
          end++;
        }
        String word = PlaceNames.fold(text.substring(at, end));
        int named = DateWords.month(word);
        if (named > 0) {
          month = named;
          monthAt = count;
        } else if (!DateWords.isSkipped(word)) {
          return DateText.NONE;
        }
      } else if (!isSeparator(c)) {
        return DateText.NONE;
      }
      dashes &= c == '-' || (c >= '0' && c <= '9');
      at = end;
    }
    if (month > 0) {
      return named(numbers, lengths, count, month, monthAt);
    }
    return numbers(numbers, lengths, count, dashes);
  }

  private static boolean isLetterOrMark(char c) {
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isSeparator(char c) {
    return switch (c) {
      case '/', '-', '.', ' ', ',', '_', '\u00a0', '\u202f', '\u2019', '\'', '\t', '\\' -> true;
      default -> false;
    };
  }

  private DateText named(int[] numbers, int[] lengths, int count, int month, int monthAt) {
    if (count == 1 && lengths[0] == 4) {
      return isLikelyYear(numbers[0])
          ? DateText.of(Form.MONTH, LocalDate.of(numbers[0], month, 1))
          : DateText.NONE;
    }
    if (count != 2 || (monthAt == 2 && lengths[0] != 4)) {
      return DateText.NONE;
    }
    boolean yearFirst = lengths[0] == 4;
    int year = yearFirst ? numbers[0] : numbers[1];
    int day = yearFirst ? numbers[1] : numbers[0];
    boolean isShort = !yearFirst && lengths[1] <= 2;
    if (!isShort && (yearFirst ? lengths[0] : lengths[1]) != 4) {
      return DateText.NONE;
    }
    DateText read = date(Form.NAMED, isShort ? century.year(year) : year, month, day);
    return new DateText(read.form(), read.date(), "", isShort, false);
  }

  private DateText numbers(int[] numbers, int[] lengths, int count, boolean dashes) {
    if (count == 2) {
      return monthAndYear(numbers, lengths);
    }
    if (count != 3) {
      return DateText.NONE;
    }
    if (lengths[0] == 4) {
      if (lengths[1] > 2 || lengths[2] > 2) {
        return DateText.NONE;
      }
      boolean swapped = numbers[1] > 12 && numbers[2] <= 12;
      int month = swapped ? numbers[2] : numbers[1];
      int day = swapped ? numbers[1] : numbers[2];
      boolean iso = dashes && !swapped && lengths[1] == 2 && lengths[2] == 2;
      return date(iso ? Form.ISO : Form.NUMBERS, numbers[0], month, day);
    }
    if (lengths[0] > 2 || lengths[1] > 2 || lengths[2] == 3) {
      return DateText.NONE;
    }
    if (lengths[2] == 4) {
      return dayAndMonth(numbers[0], numbers[1], numbers[2], false);
    }
    if (lengths[2] != 2 || lengths[0] + lengths[1] < 2) {
      return DateText.NONE;
    }
    if (numbers[0] > 31) {
      DateText read = date(Form.NUMBERS, century.year(numbers[0]), numbers[1], numbers[2]);
      return new DateText(read.form(), read.date(), "", true, false);
    }
    return dayAndMonth(numbers[0], numbers[1], numbers[2], true);
  }

  private static DateText monthAndYear(int[] numbers, int[] lengths) {
    boolean yearLast = lengths[1] == 4 && lengths[0] <= 2;
    int year = yearLast ? numbers[1] : numbers[0];
    int month = yearLast ? numbers[0] : numbers[1];
    boolean fits = yearLast || (lengths[0] == 4 && lengths[1] == 2);
    return fits && isLikelyYear(year) && month >= 1 && month <= 12
        ? DateText.of(Form.MONTH, LocalDate.of(year, month, 1))
        : DateText.NONE;
  }

  private DateText dayAndMonth(int first, int second, int last, boolean isShort) {
    int year = isShort ? century.year(last) : last;
    boolean dayFirst = first > 12 || (second <= 12 && order == DateOrder.DAY_FIRST);
    DateText read = date(Form.NUMBERS, year, dayFirst ? second : first, dayFirst ? first : second);
    boolean ambiguous = first <= 12 && second <= 12 && first != second;
    return new DateText(read.form(), read.date(), "", isShort, ambiguous);
  }

  private static DateText date(Form form, int year, int month, int day) {
    if (year == NO_YEAR) {
      return DateText.NONE;
    }
    try {
      return DateText.of(form, LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return DateText.IMPOSSIBLE;
    }
  }
}
