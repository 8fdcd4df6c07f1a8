package io.limpide.engine.standardize.email;

import io.limpide.engine.field.FieldType;
import io.limpide.engine.reference.EmailLocalParts;
import io.limpide.engine.standardize.RecordEdit;
import io.limpide.engine.standardize.RecordRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Doubts an address that clearly carries another person's name: two words, one of them a given
 * name, and nothing in them that recalls the person of the record.
 *
 * <p>It is a doubt only: assistants, spouses and nicknames are good reasons for such an address.
 */
final class EmailAgainstName implements RecordRule {
  private static final List<FieldType> NAMES =
      List.of(
          FieldType.GIVEN_NAME,
          FieldType.FAMILY_NAME,
          FieldType.BIRTH_NAME,
          FieldType.FULL_NAME,
          FieldType.COMPANY_NAME,
          FieldType.TRADE_NAME);

  @Override
  public Set<FieldType> fields() {
    return Set.of(
        FieldType.EMAIL,
        FieldType.GIVEN_NAME,
        FieldType.FAMILY_NAME,
        FieldType.BIRTH_NAME,
        FieldType.FULL_NAME,
        FieldType.COMPANY_NAME,
        FieldType.TRADE_NAME);
  }

  @Override
  public void apply(RecordEdit record) {
    String given = record.get(FieldType.GIVEN_NAME);
    String family = record.get(FieldType.FAMILY_NAME);
    String full = record.get(FieldType.FULL_NAME);
    if (full.isBlank() && (given.isBlank() || family.isBlank())) {
      return; // half a name proves nothing
    }
    for (int index = 0; index < record.count(FieldType.EMAIL); index++) {
      String value = record.get(FieldType.EMAIL, index);
      if (value.indexOf('@') > 0) {
        check(record, index, EmailAddress.parse(value));
      }
    }
  }

  private static void check(RecordEdit record, int index, EmailAddress address) {
    if (!address.identifiesPerson()) {
      return;
    }
    List<String> words = words(address.local());
    if (words.size() != 2 || words.get(0).length() < 3 || words.get(1).length() < 3) {
      return;
    }
    int givenAt =
        EmailLocalParts.isGivenName(words.get(0))
            ? 0
            : EmailLocalParts.isGivenName(words.get(1)) ? 1 : -1;
    if (givenAt < 0) {
      return;
    }
    if (isOf(record, words.get(0)) && isOf(record, words.get(1))) {
      return; // nearly always
    }
    List<String> names = new ArrayList<>();
    for (FieldType type : NAMES) {
      addNames(record.get(type), names);
    }
    String glued = String.join("", names);
    boolean knowsGiven = recalls(words.get(givenAt), names, glued);
    boolean knowsFamily = recalls(words.get(1 - givenAt), names, glued);
    if (!knowsGiven && !knowsFamily) {
      record.remark(FieldType.EMAIL, index, EmailReasons.OTHER_PERSON, address.toString());
    } else if (knowsFamily && !knowsGiven && startsLikeNone(words.get(givenAt), names)) {
      record.remark(FieldType.EMAIL, index, EmailReasons.RELATIVE, address.toString());
    }
  }

  /** Whether the word stands in the given or family name. */
  private static boolean isOf(RecordEdit record, String word) {
    return isIn(record.get(FieldType.GIVEN_NAME), word)
        || isIn(record.get(FieldType.FAMILY_NAME), word);
  }

  private static boolean isIn(String cell, String word) {
    return cell.length() <= 200 && EmailText.fold(cell).contains(word);
  }

  /** Initials count for the person: {@code j.dupont}, {@code jp.dupont} never come here. */
  private static boolean startsLikeNone(String word, List<String> names) {
    String start = word.substring(0, 3);
    for (String name : names) {
      if (name.startsWith(start)) {
        return false;
      }
    }
    return true;
  }

  private static boolean recalls(String word, List<String> names, String glued) {
    if (glued.contains(word)) {
      return true;
    }
    for (String name : names) {
      if (name.length() >= 3
          && (word.contains(name)
              || (word.length() >= 4
                  && name.length() >= 4
                  && KeyboardDistance.cost(word, name, 2) <= 2 * KeyboardDistance.UNLIKELY))) {
        return true;
      }
    }
    return false;
  }

  /** The letters of what dots, hyphens and underscores keep apart. */
  private static List<String> words(String local) {
    if (local.length() > 200) {
      return List.of();
    }
    String folded = EmailText.fold(local);
    List<String> words = new ArrayList<>(3);
    int from = 0;
    for (int i = 0; i <= folded.length(); i++) {
      char c = i < folded.length() ? folded.charAt(i) : '.';
      if (c == '.' || c == '_' || c == '-') {
        String letters = letters(folded, from, i);
        if (!letters.isEmpty()) {
          words.add(letters);
        }
        from = i + 1;
      }
    }
    return words;
  }

  private static String letters(String folded, int from, int to) {
    int end = from;
    while (end < to && isLetter(folded.charAt(end))) {
      end++;
    }
    if (end == to) {
      return folded.substring(from, to);
    }
    StringBuilder letters = new StringBuilder(to - from).append(folded, from, end);
    for (int i = end; i < to; i++) {
      if (isLetter(folded.charAt(i))) {
        letters.append(folded.charAt(i));
      }
    }
    return letters.toString();
  }

  /** Adds each run of letters. */
  private static void addNames(String cell, List<String> names) {
    if (cell.isEmpty() || cell.length() > 200) {
      return;
    }
    String folded = EmailText.fold(cell);
    int from = 0;
    for (int i = 0; i <= folded.length(); i++) {
      if (i == folded.length() || !isLetter(folded.charAt(i))) {
        if (i > from) {
          names.add(folded.substring(from, i));
        }
        from = i + 1;
      }
    }
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
