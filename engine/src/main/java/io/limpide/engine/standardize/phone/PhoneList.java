package io.limpide.engine.standardize.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Several numbers in one cell: how they are told apart, and how they are written together. */
final class PhoneList {
  static final String SEPARATOR = " / ";

  private static final Pattern BETWEEN =
      Pattern.compile(
          "[;|/\\n\\r,&]+|\\s(?:ou|et|or|and|puis)\\s|\\s-+\\s|\\s{2,}", Pattern.CASE_INSENSITIVE);
  private static final Pattern FEW_DIGITS = Pattern.compile("\\d{1,2}");

  /**
   * What was found.
   *
   * @param numbers valid numbers, in their order, each once
   * @param alternate whether the last one was given by its last digits only: {@code 01 42 68 53
   *     00/01}
   */
  record Found(List<PhoneNumber> numbers, boolean alternate) {}

  private static final Found NONE = new Found(List.of(), false);

  private PhoneList() {}

  /** Returns the numbers of a text that holds two or more, and nothing else. */
  static Found split(String text, String region) {
    if (text.length() > PhoneText.LONGEST || isOne(text)) {
      return NONE;
    }
    List<PhoneNumber> numbers = new ArrayList<>();
    Matcher between = BETWEEN.matcher(text);
    int start = 0; // of the number being gathered
    boolean alternate = false;
    int last = 0;
    while (last <= text.length()) {
      boolean found = between.find();
      int end = found ? between.start() : text.length();
      String piece = text.substring(start, end).strip();
      PhoneNumber number = PhoneNumber.parse(piece, region, "");
      if (number.isValid()) {
        add(numbers, number);
        start = found ? between.end() : end;
      } else if (!numbers.isEmpty() && FEW_DIGITS.matcher(piece).matches()) {
        PhoneNumber other = alternative(numbers.get(numbers.size() - 1), piece, region);
        if (!other.isValid()) {
          return NONE;
        }
        add(numbers, other);
        alternate = true;
        start = found ? between.end() : end;
      } else if (piece.isEmpty()) {
        start = found ? between.end() : end;
      }
      if (!found) {
        break;
      }
      last = between.end();
    }
    if (!text.substring(start).isBlank()) {
      return numbers.isEmpty() ? glued(text, region) : NONE;
    }
    return numbers.isEmpty() ? NONE : new Found(List.copyOf(numbers), alternate);
  }

  /** Tells at a glance that there is nothing to part: few digits, and nothing between them. */
  private static boolean isOne(String text) {
    int digits = PhoneText.digits(text).length();
    return digits < 9
        || (digits < 16 && !PhoneText.hasLetter(text) && !BETWEEN.matcher(text).find());
  }

  private static void add(List<PhoneNumber> numbers, PhoneNumber number) {
    if (numbers.stream().noneMatch(known -> known.e164().equals(number.e164()))) {
      numbers.add(number);
    }
  }

  private static PhoneNumber alternative(PhoneNumber number, String lastDigits, String region) {
    String e164 = number.e164();
    return PhoneNumber.parse(
        e164.substring(0, e164.length() - lastDigits.length()) + lastDigits, region, "");
  }

  /** Two French numbers without anything between them: twenty digits. */
  private static Found glued(String text, String region) {
    String digits = PhoneText.digits(text);
    boolean two = digits.length() == 20 && digits.charAt(0) == '0' && digits.charAt(10) == '0';
    if (!two || text.chars().anyMatch(Character::isLetter)) {
      return NONE;
    }
    PhoneNumber first = PhoneNumber.parse(digits.substring(0, 10), region, "");
    PhoneNumber second = PhoneNumber.parse(digits.substring(10), region, "");
    return first.isValid() && second.isValid() && !first.equals(second)
        ? new Found(List.of(first, second), false)
        : NONE;
  }
}
