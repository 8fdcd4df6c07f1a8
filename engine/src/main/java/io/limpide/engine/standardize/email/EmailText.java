package io.limpide.engine.standardize.email;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people and programs write around and into an address, and how it comes off. */
final class EmailText {
  /** Longer texts are no addresses, even with several of them and remarks. */
  static final int LONGEST = 1000;

  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:mailto\\s*:\\s*|https?://(?=[^/]*@)|(?:adresse\\s+)?(?:e-?mails?|mails?|courriels?|m[ée]ls?|adresse)"
              + "(?:\\s+(?:perso|pro|personnel|professionnel))?\\s*[:=]\\s*)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern NOTE =
      Pattern.compile(
          "(?<=[a-z0-9])(?:\\s*[(\\[]\\s*|\\s+-?\\s*)(?:perso|pro|personnel(?:le)?|professionnel(?:le)?|domicile|bureau|"
              + "principale?|secondaire|priv[ée]e?|travail|maison|home|work|e-?mail|mail)\\s*[)\\]]?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern BRACKETED =
      Pattern.compile("^([^<>]*)<\\s*(?:mailto:)?([^<>\\s]+@[^<>\\s]+)\\s*>[\\s.;,]*$");
  private static final Pattern IN_PARENTHESES =
      Pattern.compile("^([^()@]{2,})\\(\\s*([^()\\s]+@[^()\\s]+)\\s*\\)$");
  private static final Pattern AT_WORD =
      Pattern.compile(
          "\\s?[(\\[{<]\\s?(?:at|arobase|arobas|a|@|chez)\\s?[)\\]}>]\\s?|%40|&#0*64;|&commat;|\\s?[_-]at[_-]\\s?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SPOKEN_AT =
      Pattern.compile("\\s(?:at|arobase|arobas|arrobase)\\s", Pattern.CASE_INSENSITIVE);
  private static final Pattern DOT_WORD =
      Pattern.compile("\\s?[(\\[{]\\s?(?:dot|point)\\s?[)\\]}]\\s?", Pattern.CASE_INSENSITIVE);
  private static final Pattern SPOKEN_DOT =
      Pattern.compile("\\s(?:dot|point)\\s", Pattern.CASE_INSENSITIVE);
  private static final Pattern SEVERAL_AT = Pattern.compile("@\\s?@+");
  private static final Pattern AROUND = Pattern.compile("\\s*([@])\\s*");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** An address somewhere in a text; possessive, so that it cannot backtrack. */
  private static final Pattern WITHIN =
      Pattern.compile("[\\p{L}0-9._%+-]{1,64}+@[\\p{L}0-9-]{1,63}+(?:\\.[\\p{L}0-9-]{1,63}+)++");

  private static final int FIRST_UNFOLDED = 0x180;
  private static final char[] FOLDED = folded();

  private EmailText() {}

  /**
   * Returns the text trimmed, without invisible signs, and with one plain space for white space.
   */
  static String plain(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == 0x7f || Character.isSpaceChar(c) || Character.isWhitespace(c)) {
        space = plain.length() > 0;
      } else if (Character.getType(c) != Character.FORMAT
          && Character.getType(c) != Character.CONTROL) {
        if (space) {
          plain.append(' ');
          space = false;
        }
        plain.append(c == '\uff20' || c == '\ufe6b' ? '@' : c);
      }
    }
    return plain.toString();
  }

  private static boolean isPlain(String text) {
    boolean afterSpace = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ';
      if (c < ' ' || c >= 0x7f || (space && afterSpace)) {
        return false;
      }
      afterSpace = space;
    }
    return text.isEmpty() || !afterSpace;
  }

  /** Returns whether the text holds any of these characters. */
  private static boolean hasAny(String text, String characters) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Takes the spaces out that stand beside the "@" and, after it, beside dots. */
  static String withoutSpaces(String text) {
    if (text.indexOf(' ') < 0 || text.indexOf('@') < 0) {
      return text;
    }
    String close = AROUND.matcher(text).replaceAll("$1");
    int at = close.lastIndexOf('@');
    String local = close.substring(0, at);
    String domain = close.substring(at + 1).replace(" .", ".").replace(". ", ".");
    String glued = local.replace(" .", ".").replace(". ", ".");
    if (glued.indexOf(' ') < 0 && glued.equals(glued.toLowerCase(Locale.ROOT))) {
      local = glued;
    }
    return local + "@" + domain;
  }

  static String withoutLabel(String text) {
    if (!hasAny(text, ":=")) {
      return text;
    }
    Matcher label = LABEL.matcher(text);
    if (!label.find()) {
      return text;
    }
    String rest = text.substring(label.end());
    int query = rest.indexOf('?');
    boolean uri = Character.toLowerCase(text.charAt(0)) == 'm' && text.indexOf(':') == 6;
    return uri && query > 0 ? rest.substring(0, query) : rest;
  }

  static String withoutNote(String text) {
    if (!hasAny(text, " ([\t\n\u000b\f\r")) {
      return text;
    }
    Matcher note = NOTE.matcher(text);
    return note.find() && text.indexOf('@') >= 0 && text.indexOf('@') < note.start()
        ? text.substring(0, note.start())
        : text;
  }

  /**
   * Returns the name and the address of {@code Name <address>}; the text alone when it is not that.
   */
  static String[] nameAndAddress(String text) {
    if (!hasAny(text, "<(")) {
      return new String[] {text};
    }
    Matcher bracketed = BRACKETED.matcher(text);
    if (bracketed.matches()) {
      String name = bracketed.group(1).strip();
      return new String[] {unquote(name), bracketed.group(2)};
    }
    Matcher inParentheses = IN_PARENTHESES.matcher(text);
    if (inParentheses.matches()) {
      return new String[] {unquote(inParentheses.group(1).strip()), inParentheses.group(2)};
    }
    return new String[] {text};
  }

  private static String unquote(String name) {
    boolean quoted =
        name.length() > 1
            && (name.charAt(0) == '"' || name.charAt(0) == '\'')
            && name.charAt(name.length() - 1) == name.charAt(0);
    return quoted ? name.substring(1, name.length() - 1).strip() : name;
  }

  static String withoutPunctuation(String text) {
    int start = 0;
    int end = text.length();
    while (end > start && " .;,:>)]}'»!?/\\|*’`´“”-_=&".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    while (start < end && " .;,:<([{'«/\\|*’`´“”=>-&".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    if (end - start > 2 && text.charAt(start) == '"' && text.charAt(end - 1) == '"') {
      return text.substring(start + 1, end - 1).strip();
    }
    // A quotation mark on one side only cannot belong to the address.
    if (end > start && text.charAt(end - 1) == '"') {
      end--;
    } else if (end > start && text.charAt(start) == '"' && text.indexOf('"', start + 1) < 0) {
      start++;
    }
    return text.substring(start, end);
  }

  /** Writes "@" for what stands for it, and one where there are several in a row. */
  static String withAtSign(String text) {
    String signs = text;
    if (text.indexOf('@') < 0 || hasBracket(text)) {
      signs = AT_WORD.matcher(text).replaceAll("@");
    }
    if (signs.indexOf('@') < 0) {
      signs = SPOKEN_AT.matcher(signs).replaceFirst("@");
    }
    int first = signs.indexOf('@');
    return first < 0 || signs.indexOf('@', first + 1) < 0
        ? signs
        : SEVERAL_AT.matcher(signs).replaceAll("@");
  }

  private static boolean hasBracket(String text) {
    return text.indexOf('(') >= 0 || text.indexOf('[') >= 0 || text.indexOf('{') >= 0;
  }

  /** Writes one dot where the domain has something else for it; also where words stand for it. */
  static String withDots(String text) {
    String dotted = text;
    if (hasBracket(text)) {
      dotted = DOT_WORD.matcher(dotted).replaceAll(".");
    }
    int at = dotted.lastIndexOf('@');
    if (at < 0) {
      return text;
    }
    if (dotted.indexOf(' ') >= 0) {
      dotted = SPOKEN_DOT.matcher(dotted).replaceAll(".");
      at = dotted.lastIndexOf('@');
    }
    if (!hasAny(text, " ,;:·。•([{")
        && text.indexOf("..", at) < 0
        && !text.startsWith(".", at + 1)) {
      return text; // nothing but letters and single dots
    }
    String before = dotted.substring(at + 1);
    StringBuilder domain = new StringBuilder(before.length());
    for (int i = 0; i < before.length(); i++) {
      char c = before.charAt(i);
      boolean dot =
          c == '.' || c == ',' || c == ';' || c == ':' || c == '·' || c == '。' || c == '•';
      boolean again = dot && (domain.length() == 0 || domain.charAt(domain.length() - 1) == '.');
      boolean spaceAtDot =
          c == ' ' && domain.length() > 0 && domain.charAt(domain.length() - 1) == '.';
      if (!again && !spaceAtDot) {
        domain.append(dot ? '.' : c);
      }
    }
    return dotted.substring(0, at + 1) + domain;
  }

  /** Returns the one address within a text; empty when there is none, or more than one "@". */
  static String within(String text) {
    Matcher address = WITHIN.matcher(text);
    boolean one = text.indexOf('@') >= 0 && text.indexOf('@') == text.lastIndexOf('@');
    return one && text.length() <= LONGEST && address.find() ? address.group() : "";
  }

  /** Returns the text without accents and in lower case. */
  static String fold(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    char[] plain = null;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c > 127) {
        char folded = c < FIRST_UNFOLDED ? FOLDED[c] : 0;
        if (folded == 0) {
          return foldAny(lower);
        }
        plain = plain == null ? lower.toCharArray() : plain;
        plain[i] = folded;
      }
    }
    return plain == null ? lower : new String(plain);
  }

  private static String foldAny(String lower) {
    String plain = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    return plain.replace("œ", "oe").replace("æ", "ae").replace("ß", "ss");
  }

  /**
   * Returns, for each letter of Western languages, the one without accent; 0 where it takes two.
   */
  private static char[] folded() {
    char[] folded = new char[FIRST_UNFOLDED];
    for (char c = 0; c < FIRST_UNFOLDED; c++) {
      String plain = foldAny(String.valueOf(c));
      folded[c] = plain.length() == 1 ? plain.charAt(0) : 0;
    }
    return folded;
  }
}
