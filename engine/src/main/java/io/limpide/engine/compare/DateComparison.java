package io.limpide.engine.compare;

import java.util.Arrays;
import java.util.List;

/**
 * Compares birth dates written {@code yyyymmdd}, impossible ones too, for a typo in a date is still
 * evidence: one digit wrong, two neighbours or day and month swapped (close), two of year, month
 * and day right (near), the year only.
 */
final class DateComparison extends FieldComparison {
  private static final int DAY_AND_MONTH = 0xffff;
  private static final int ONES = 0x1111_1111;

  private int[] digits = {};
  private int[] halfBytes = {}; // a digit in four bits each

  DateComparison(String name, FieldValues dates) {
    super(name, FieldRole.IDENTITY, Levels.DATE, dates);
    deriveAll();
  }

  @Override
  void reserve(int codes) {
    digits = Arrays.copyOf(digits, codes);
    halfBytes = Arrays.copyOf(halfBytes, codes);
  }

  @Override
  void derive(int code) {
    String date = values.value(code);
    digits[code] = date.isEmpty() ? 0 : Integer.parseInt(date);
    halfBytes[code] = date.isEmpty() ? 0 : Integer.parseUnsignedInt(date, 16);
  }

  @Override
  boolean apart(int a, int b) {
    int different = halfBytes[a] ^ halfBytes[b];
    if (different >>> 16 == 0 || (different & DAY_AND_MONTH) == 0) {
      return false;
    }
    different |= different >>> 1;
    different |= different >>> 2;
    return Integer.bitCount(different & ONES) > 2;
  }

  @Override
  int levelOf(int a, int b) {
    int one = digits[a];
    int other = digits[b];
    int yearA = one / 10_000;
    int yearB = other / 10_000;
    int monthA = one / 100 % 100;
    int monthB = other / 100 % 100;
    int dayA = one % 100;
    int dayB = other % 100;
    if ((yearA == yearB && monthA == dayB && dayA == monthB) || oneEdit(one, other)) {
      return 4;
    }
    int same = (yearA == yearB ? 1 : 0) + (monthA == monthB ? 1 : 0) + (dayA == dayB ? 1 : 0);
    if (same == 2) {
      return 3;
    }
    return yearA == yearB ? 2 : 1;
  }

  private static boolean oneEdit(int a, int b) {
    int different = 0;
    int first = -1;
    int last = -1;
    int x = a;
    int y = b;
    for (int at = 0; at < 8; at++) {
      if (x % 10 != y % 10) {
        different++;
        first = first < 0 ? at : first;
        last = at;
      }
      x /= 10;
      y /= 10;
    }
    return different == 1
        || (different == 2
            && last == first + 1
            && digit(a, first) == digit(b, last)
            && digit(a, last) == digit(b, first));
  }

  private static int digit(int number, int at) {
    for (int i = 0; i < at; i++) {
      number /= 10;
    }
    return number % 10;
  }

  @Override
  List<BlockKey> blockKeys() {
    return List.of(
        wholeKey(),
        blockKey(name() + ".year", v -> v.substring(0, 4), 0.6),
        blockKey(name() + ".month_day", v -> v.substring(4), 0.5));
  }
}
