package io.limpide.engine.standardize.address;

import java.util.ArrayList;
import java.util.List;

/**
 * What spellings of a way's name have in common.
 *
 * <p>Small words are left out; titles are shortened; first names become initials unless they are
 * all there is; numbers are written in digits; a day of the year loses its year. So {@code du
 * Général de Gaulle}, {@code GAL DE GAULLE}; {@code Victor Hugo}, {@code V. HUGO}; {@code du Huit
 * Mai 1945}, {@code 8 MAI} are equal in pairs.
 */
final class WayKey {
  private WayKey() {}

  static String of(List<String> words) {
    List<String> key = new ArrayList<>(words.size());
    int last = words.size() - 1;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String previous = key.isEmpty() ? "" : key.get(key.size() - 1);
      if (Vocabulary.SMALL.contains(word) && words.size() > 1) {
        continue;
      }
      String number = Vocabulary.NUMBERS.get(word);
      int roman = i > 0 && i == last ? Vocabulary.roman(word) : 0;
      if (isYear(word) && Vocabulary.MONTHS.contains(previous)) {
        continue;
      }
      if (number != null) {
        append(key, previous, number);
      } else if (roman > 0) {
        key.add(Integer.toString(roman));
      } else if (i < last && Vocabulary.TITLES.containsKey(word)) {
        key.add(Vocabulary.TITLES.getOrDefault(word, word));
      } else if (i < last && Vocabulary.FIRST_NAMES.contains(word) && !isSaint(previous)) {
        key.add(word.substring(0, 1));
      } else {
        key.add(Words.isDigits(word) ? unpadded(word) : word);
      }
    }
    return String.join(" ", key);
  }

  private static void append(List<String> key, String previous, String number) {
    boolean compound =
        (previous.equals("10") && number.length() == 1)
            || (previous.equals("20") || previous.equals("30"));
    if (compound && number.length() <= 2 && Integer.parseInt(number) < 10) {
      key.set(
          key.size() - 1, Integer.toString(Integer.parseInt(previous) + Integer.parseInt(number)));
    } else {
      key.add(number);
    }
  }

  private static boolean isSaint(String word) {
    return word.equals("ST") || word.equals("STE");
  }

  private static boolean isYear(String word) {
    return Words.isDigits(word) && (word.length() == 4 || word.length() == 2);
  }

  static String unpadded(String digits) {
    int at = 0;
    while (at < digits.length() - 1 && digits.charAt(at) == '0') {
      at++;
    }
    return digits.substring(at);
  }
}
