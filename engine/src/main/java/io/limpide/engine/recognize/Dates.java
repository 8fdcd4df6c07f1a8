package io.limpide.engine.recognize;

/** Tells dates from other values, whatever the order of day and month. */
public final class Dates {
  private static final String[] MONTHS = {
    "jan", "fev", "feb", "mar", "avr", "apr", "abr", "mai", "may", "mag", "jui", "jun", "jul",
        "giu",
    "lug", "aou", "aug", "ago", "sep", "set", "oct", "okt", "ott", "nov", "dec", "dez", "dic",
        "ene",
    "gen"
  };

  private Dates() {}

  static boolean hasTime(String folded) {
    int colon = folded.indexOf(':');
    return colon > 8
        && Character.isDigit(folded.charAt(colon - 1))
        && colon + 1 < folded.length()
        && Character.isDigit(folded.charAt(colon + 1))
        && year(folded) > 0;
  }

  /**
   * Returns the year of a date, two-digit years taken as 1930 to 2029; 0 when it is no date.
   *
   * @param folded the value as {@link FoldedText#fold} makes it, without space around it
   */
  public static int year(String folded) {
    int[] numbers = new int[3];
    int[] lengths = new int[3];
    int count = 0;
    boolean month = false;
    int i = 0;
    while (i < folded.length() && count < 3) {
      char c = folded.charAt(i);
      if (c >= '0' && c <= '9') {
        int start = i;
        int number = 0;
        while (i < folded.length() && Character.isDigit(folded.charAt(i)) && i - start < 9) {
          number = number * 10 + Character.digit(folded.charAt(i), 10);
          i++;
        }
        numbers[count] = number;
        lengths[count] = i - start;
        count++;
        if (count == 3) {
          break;
        }
      } else if (Character.isLetter(c)) {
        int start = i;
        while (i < folded.length() && Character.isLetter(folded.charAt(i))) {
          i++;
        }
        String word = folded.substring(start, i);
        if (isMonth(word)) {
          month = true;
        } else if (!isSmallWord(word)) {
          return 0;
        }
      } else if ("/-. ,".indexOf(c) < 0) {
        return 0;
      } else {
        i++;
      }
    }
    if (count == 1 && lengths[0] == 8 && folded.length() == 8) {
      return compact(numbers[0]);
    }
    if (month && count >= 2) {
      return lengths[0] == 4
          ? valid(numbers[0], 1, numbers[1])
          : valid(full(numbers[1], lengths[1]), 1, numbers[0]);
    }
    if (count < 3 || !restIsTime(folded, i)) {
      return 0;
    }
    if (lengths[0] == 4) {
      return lengths[1] <= 2 && lengths[2] <= 2 ? either(numbers[0], numbers[1], numbers[2]) : 0;
    }
    return lengths[0] <= 2 && lengths[1] <= 2 && (lengths[2] == 4 || lengths[2] == 2)
        ? either(full(numbers[2], lengths[2]), numbers[0], numbers[1])
        : 0;
  }

  private static boolean restIsTime(String folded, int at) {
    if (at >= folded.length()) {
      return true;
    }
    char c = folded.charAt(at);
    if (c != ' ' && c != 't' && c != ',') {
      return false;
    }
    for (int i = at + 1; i < folded.length(); i++) {
      char rest = folded.charAt(i);
      if (!Character.isDigit(rest) && " :.+-zahpmutcgs".indexOf(rest) < 0) {
        return false;
      }
    }
    return folded.length() - at <= 22;
  }

  private static int compact(int number) {
    int first = valid(number / 10_000, number / 100 % 100, number % 100);
    return first > 0 ? first : valid(number % 10_000, number / 10_000 % 100, number / 1_000_000);
  }

  private static int full(int year, int length) {
    return length == 4 ? year : year < 30 ? 2000 + year : 1900 + year;
  }

  private static int either(int year, int a, int b) {
    int first = valid(year, a, b);
    return first > 0 ? first : valid(year, b, a);
  }

  private static int valid(int year, int month, int day) {
    boolean valid =
        year >= 1500 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    return valid ? year : 0;
  }

  private static boolean isMonth(String word) {
    if (word.length() < 3) {
      return false;
    }
    for (String month : MONTHS) {
      if (word.startsWith(month) && word.length() <= 10) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSmallWord(String word) {
    return switch (word) {
      case "er", "de", "le", "of", "th", "st", "nd", "rd", "t" -> true;
      default ->
          word.length() >= 3
              && (word.endsWith("day") || word.endsWith("di") || word.endsWith("tag"));
    };
  }
}
