package io.limpide.engine.standardize.address;

import io.limpide.engine.reference.PlaceNames;
import io.limpide.engine.reference.WayType;
import io.limpide.engine.reference.WayTypes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Edits of one line of an address that change how it is written, never what it says. */
final class LineText {
  /** What an envelope holds. */
  static final int WIDTH = 38;

  private static final Map<String, String> WRITTEN_OUT =
      Map.ofEntries(
          Map.entry("GAL", "Général"),
          Map.entry("MAL", "Maréchal"),
          Map.entry("DR", "Docteur"),
          Map.entry("PDT", "Président"),
          Map.entry("CDT", "Commandant"),
          Map.entry("CNE", "Capitaine"),
          Map.entry("CEL", "Colonel"),
          Map.entry("LT", "Lieutenant"),
          Map.entry("SGT", "Sergent"),
          Map.entry("PROF", "Professeur"),
          Map.entry("MGR", "Monseigneur"),
          Map.entry("FG", "Faubourg"),
          Map.entry("FBG", "Faubourg"),
          Map.entry("ST", "Saint"),
          Map.entry("STE", "Sainte"),
          Map.entry("STS", "Saints"),
          Map.entry("STES", "Saintes"));

  /** Show that {@code AV} is an avenida or {@code R} a rua. */
  private static final Set<String> NOT_FRENCH =
      Set.of(
          "DA", "DO", "DOS", "DAS", "DEL", "DELLA", "DELLE", "DEI", "DI", "LOS", "LAS", "EL", "AND",
          "OF", "THE", "STREET", "ROAD");

  private LineText() {}

  /** One apostrophe for all; no stray commas; none behind the house number. */
  static String punctuation(String line) {
    if (isTidy(line)) {
      return line;
    }
    StringBuilder out = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean inWord = i > 0 && i + 1 < line.length() && Character.isLetter(line.charAt(i - 1));
      if (c == '’' || c == '‘' || c == '\u02bc' || (inWord && (c == '´' || c == '`'))) {
        out.append('\'');
      } else if (c == ',' || c == ';') {
        comma(out, c);
      } else {
        if (endsWithComma(out) && c != ' ') {
          out.append(' ');
        }
        out.append(c);
      }
    }
    int from = 0;
    int to = out.length();
    while (from < to && isStray(out.charAt(from))) {
      from++;
    }
    while (to > from && isStray(out.charAt(to - 1))) {
      to--;
    }
    String text = closeApostrophes(out.substring(from, to));
    return commaBehindNumber(text);
  }

  /** Whether there is no punctuation that could be wrong. */
  private static boolean isTidy(String line) {
    int last = line.length() - 1;
    if (last < 0 || isStray(line.charAt(0)) || isStray(line.charAt(last))) {
      return last < 0;
    }
    for (int i = 0; i <= last; i++) {
      char c = line.charAt(i);
      boolean spaced =
          c == '\''
              && ((i > 0 && line.charAt(i - 1) == ' ') || (i < last && line.charAt(i + 1) == ' '));
      if (spaced || c == ',' || c == ';' || isOddApostrophe(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOddApostrophe(char c) {
    return c == '’' || c == '‘' || c == '\u02bc' || c == '´' || c == '`';
  }

  private static boolean endsWithComma(StringBuilder out) {
    return out.length() > 0
        && (out.charAt(out.length() - 1) == ',' || out.charAt(out.length() - 1) == ';');
  }

  private static void comma(StringBuilder out, char c) {
    int end = out.length();
    while (end > 0 && out.charAt(end - 1) == ' ') {
      end--;
    }
    out.setLength(end);
    if (end > 0 && !endsWithComma(out)) {
      out.append(c);
    }
  }

  private static boolean isStray(char c) {
    return c == ',' || c == ';' || c == ' ' || c == '-' || c == ':' || c == '/' || c == '\t';
  }

  /** {@code D 'ARC}, {@code L' EGLISE}: no space belongs there. */
  private static String closeApostrophes(String text) {
    if (text.indexOf('\'') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int end = out.length() - 1;
      boolean before = c == ' ' && i + 1 < text.length() && text.charAt(i + 1) == '\'';
      boolean behind = c == ' ' && end > 0 && out.charAt(end) == '\'';
      boolean article = (before && isElision(out, end)) || (behind && isElision(out, end - 1));
      if (!article) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isElision(CharSequence text, int at) {
    return at >= 0
        && "LlDd".indexOf(text.charAt(at)) >= 0
        && (at == 0 || text.charAt(at - 1) == ' ');
  }

  private static String commaBehindNumber(String text) {
    int comma = text.indexOf(", ");
    if (comma <= 0 || comma > 12 || !Words.startsWithDigit(text)) {
      return text;
    }
    Words words = new Words(text);
    HouseNumber house = HouseNumber.at(words, 0);
    boolean number =
        house.end() > 0
            && house.end() < words.size()
            && words.end(house.end() - 1) == comma
            && WayTypes.table().at(words.folded(), house.end()).isPresent();
    return number ? text.substring(0, comma) + text.substring(comma + 1) : text;
  }

  /** {@code 12bis} and {@code 0012} before a way, or where a line begins. */
  static String number(String line) {
    if (!mayBeginGlued(line)) {
      return line;
    }
    Words words = new Words(line);
    if (!Words.startsWithDigit(words.word(0)) || words.size() < 2 || words.start(0) != 0) {
      return line;
    }
    HouseNumber house = HouseNumber.at(words, 0);
    if (house.end() < 1 || WayTypes.table().at(words.folded(), house.end()).isEmpty()) {
      return line;
    }
    String word = line.substring(0, words.end(0));
    int digits = 0;
    while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
      digits++;
    }
    String number = WayKey.unpadded(word.substring(0, digits));
    String suffix = digits == word.length() ? "" : " " + word.substring(digits);
    return number + suffix + line.substring(words.end(0));
  }

  /** Whether a line begins with digits to be parted from a suffix, or with a zero. */
  private static boolean mayBeginGlued(String line) {
    if (line.isEmpty() || line.charAt(0) == '0' || line.charAt(0) >= 128) {
      return !line.isEmpty();
    }
    int at = 0;
    while (at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9') {
      at++;
    }
    return at > 0 && at < line.length() && line.charAt(at) != ' ' && line.charAt(at) != ',';
  }

  /** The way type written out, where it is beyond doubt: behind the number or at the beginning. */
  static String wayType(String line) {
    Words words = new Words(line);
    if (words.size() < 2 || isForeign(words)) {
      return line;
    }
    int at = wayAt(words);
    Optional<WayTypes.Match> match = WayTypes.table().at(words.folded(), at);
    if (match.isEmpty() || !isCertain(words, at, match.get())) {
      return line;
    }
    int end = at + match.get().words();
    String written = line.substring(words.start(at), words.end(end - 1));
    if (written.equalsIgnoreCase(match.get().type().name()) || isKept(match.get().type())) {
      return line;
    }
    int behind = words.end(end - 1);
    behind += behind < line.length() && line.charAt(behind) == '.' ? 1 : 0;
    String space = behind < line.length() && line.charAt(behind) != ' ' ? " " : "";
    return line.substring(0, words.start(at))
        + like(written, match.get().type().name())
        + space
        + line.substring(behind);
  }

  private static boolean isForeign(Words words) {
    for (int i = 0; i < words.size(); i++) {
      if (NOT_FRENCH.contains(words.word(i))) {
        return true;
      }
    }
    return false;
  }

  private static int wayAt(Words words) {
    HouseNumber house = HouseNumber.at(words, 0);
    return house.end() > 0 ? house.end() : 0;
  }

  private static boolean isCertain(Words words, int at, WayTypes.Match match) {
    int next = at + match.words();
    if (next >= words.size() || words.isBroken(next)) {
      return false;
    }
    if (at > 0) {
      // Behind a number; R 5 and CH 12 are no ways, nor is a letter of its own like 12 Q.
      return match.certain() || !Words.startsWithDigit(words.word(next));
    }
    boolean numberBehind = Words.isDigits(words.word(words.size() - 1));
    return match.certain() && !numberBehind && !Words.startsWithDigit(words.word(next));
  }

  /** Known better by their letters. */
  private static boolean isKept(WayType type) {
    return type.name().equals(type.abbreviation())
        || type.code().equals("ROUTE NATIONALE")
        || type.code().equals("ROUTE DEPARTEMENTALE");
  }

  /** Titles and saints in the name of a way written out, as La Poste asks. */
  static String titles(String line) {
    Words words = new Words(line);
    int at = wayAt(words);
    Optional<WayTypes.Match> match = WayTypes.table().at(words.folded(), at);
    if (match.isEmpty() || isForeign(words)) {
      return line;
    }
    StringBuilder out = new StringBuilder(line);
    for (int i = words.size() - 2; i >= at + match.get().words(); i--) {
      String title = WRITTEN_OUT.get(words.word(i));
      String before = words.word(i - 1);
      boolean placed =
          words.word(i).startsWith("ST")
              || before.equals("DU")
              || before.equals("DE")
              || (i == at + match.get().words() && words.word(i).length() > 2);
      if (title != null && placed && !words.isBroken(i + 1)) {
        int end = words.end(i);
        String written = line.substring(words.start(i), end);
        boolean point = end < line.length() && line.charAt(end) == '.';
        String space = point && end + 1 < line.length() && line.charAt(end + 1) != ' ' ? " " : "";
        out.replace(words.start(i), point ? end + 1 : end, like(written, title) + space);
      }
    }
    return out.toString();
  }

  /** Gives a word the case of another. */
  private static String like(String model, String word) {
    String letters = model.replace(" ", "");
    if (letters.equals(letters.toLowerCase(Locale.ROOT))) {
      return word.toLowerCase(Locale.ROOT);
    }
    boolean upper = letters.length() > 1 && letters.equals(letters.toUpperCase(Locale.ROOT));
    return upper ? word.toUpperCase(Locale.ROOT) : word;
  }

  /** Returns whether a line is too long for an envelope (AFNOR XP Z10-011: 38 characters). */
  static boolean isTooLong(String line) {
    return line.length() > WIDTH
        && PlaceNames.fold(line.substring(0, Math.min(200, line.length()))).length() > WIDTH;
  }
}
