package io.limpide.engine.message;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text in {@link MessageFormat} syntax, taken apart once: a result table words the same few texts
 * a million times, and the format would read its pattern each time.
 */
final class Wording {
  /** No text at all. */
  static final Wording NONE = new Wording("", new String[0], new int[0]);

  private static final char FIRST = '\uE000'; // stands for argument 0 while a text is taken apart

  private final String pattern;
  private final String alone; // the text without arguments
  private final String[] pieces; // one more than arguments; empty where only the format will do
  private final int[] arguments; // their numbers, in the order of the text

  private Wording(String pattern, String[] pieces, int[] arguments) {
    this.pattern = pattern;
    this.alone = pattern.replace("''", "'");
    this.pieces = pieces;
    this.arguments = arguments;
  }

  static Wording of(String pattern, Locale locale) {
    try {
      return of(pattern, new MessageFormat(pattern, locale));
    } catch (IllegalArgumentException e) { // no pattern, but may do as a text without arguments
      return new Wording(pattern, new String[0], new int[0]);
    }
  }

  private static Wording of(String pattern, MessageFormat format) {
    Object[] marks = new Object[format.getFormatsByArgumentIndex().length];
    Arrays.setAll(marks, number -> String.valueOf((char) (FIRST + number)));
    boolean plain =
        marks.length < 100 && Arrays.stream(format.getFormats()).allMatch(each -> each == null);
    if (!plain) {
      return new Wording(pattern, new String[0], new int[0]);
    }
    String marked = format.format(marks);
    int[] numbers = marked.chars().map(c -> c - FIRST).filter(n -> n >= 0 && n < 100).toArray();
    String[] pieces = new String[numbers.length + 1];
    int from = 0;
    for (int at = 0; at < numbers.length; at++) {
      int to = marked.indexOf(FIRST + numbers[at], from);
      pieces[at] = marked.substring(from, to);
      from = to + 1;
    }
    pieces[numbers.length] = marked.substring(from);
    return new Wording(pattern, pieces, numbers);
  }

  String with(Object[] given, Locale locale) {
    if (given.length == 0) {
      return alone;
    }
    if (pieces.length == 0 || !allStrings(given)) {
      return new MessageFormat(pattern, locale).format(given);
    }
    StringBuilder text = new StringBuilder(pieces[0]);
    for (int at = 0; at < arguments.length; at++) {
      int number = arguments[at];
      if (number < given.length) {
        text.append((String) given[number]);
      } else {
        text.append('{').append(number).append('}');
      }
      text.append(pieces[at + 1]);
    }
    return text.toString();
  }

  private static boolean allStrings(Object[] given) {
    for (Object argument : given) {
      if (!(argument instanceof String)) {
        return false;
      }
    }
    return true;
  }
}
