package io.limpide.engine.standardize.web;

import java.util.regex.Pattern;

/** The slips that are made in web addresses, and how they come right. */
final class WebText {
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:site(?:\\s+(?:web|internet))?|web|url|internet|www)\\s*[:=]\\s*(?!//)",
          Pattern.CASE_INSENSITIVE);

  /** {@code htpp://}, {@code http:/}, {@code http//}, {@code https:\\}, {@code http;//}. */
  private static final Pattern SCHEME =
      Pattern.compile(
          "^(?:(?:h{1,2}t{1,3}p{1,2}|htp|hpt{1,2}p?|thtp|ttp|hptt|hhtp)(s?)\\s?(?:[:;.,]\\s?[/\\\\]{1,3}|[/\\\\]{2,3}|:(?!\\d))"
              + "\\s?)+",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WWW =
      Pattern.compile(
          "^(?:w{2,5}[.,;:]{1,2}|w\\.w\\.w\\.|www\\s)(?=\\S+[.,])", Pattern.CASE_INSENSITIVE);
  private static final Pattern AROUND_DOT = Pattern.compile("\\s*([./:])\\s*");

  private WebText() {}

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a text is {@code www.name.fr} in small letters: nothing can be repaired. */
  static boolean isPlainHost(String text) {
    int length = text.length();
    if (length > 100 || !text.startsWith("www.") || text.indexOf('.', 4) < 0) {
      return false;
    }
    char before = '.';
    for (int i = 4; i < length; i++) {
      char c = text.charAt(i);
      boolean inWord = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      boolean between = c == '.' || c == '-';
      if (!inWord && !(between && before != '.' && before != '-')) {
        return false;
      }
      before = c;
    }
    return before != '.' && before != '-';
  }

  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || Character.isSpaceChar(c)) {
        space = plain.length() > 0;
      } else if (Character.getType(c) != Character.FORMAT) {
        if (space) {
          plain.append(' ');
          space = false;
        }
        plain.append(c);
      }
    }
    int start = 0;
    int end = plain.length();
    while (end > start && " .,;:<>()[]{}\"'«»!".indexOf(plain.charAt(end - 1)) >= 0) {
      end--;
    }
    while (start < end && " .,;:<>()[]{}\"'«»=/\\".indexOf(plain.charAt(start)) >= 0) {
      start++;
    }
    return LABEL.matcher(plain.substring(start, end)).replaceFirst("");
  }

  /** Takes spaces out beside dots and slashes; elsewhere they part words. */
  static String withoutSpaces(String text) {
    return text.indexOf(' ') < 0 ? text : AROUND_DOT.matcher(text).replaceAll("$1");
  }

  static String withScheme(String text) {
    var slip = SCHEME.matcher(text);
    if (!slip.find()) {
      return text;
    }
    String written = slip.group(1) == null || slip.group(1).isEmpty() ? "http://" : "https://";
    boolean right = slip.end() == written.length() && startsWith(text, written);
    return right ? text : written + text.substring(slip.end());
  }

  static String withWww(String text) {
    int start = afterScheme(text);
    String host = text.substring(start);
    var slip = WWW.matcher(host);
    return slip.find() && !slip.group().equalsIgnoreCase("www.")
        ? text.substring(0, start) + "www." + host.substring(slip.end())
        : text;
  }

  /** A comma or semicolon in the host is a dot that was missed; two dots are one. */
  static String withDots(String text) {
    int start = afterScheme(text);
    int end = start;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    StringBuilder host = new StringBuilder();
    for (int i = start; i < end; i++) {
      char c = text.charAt(i) == ',' || text.charAt(i) == ';' ? '.' : text.charAt(i);
      if (c != '.' || host.length() == 0 || host.charAt(host.length() - 1) != '.') {
        host.append(c);
      }
    }
    return text.substring(0, start) + host + text.substring(end);
  }

  private static int afterScheme(String text) {
    return startsWith(text, "http://") ? 7 : startsWith(text, "https://") ? 8 : 0;
  }

  private static boolean startsWith(String text, String lowerCase) {
    return text.regionMatches(true, 0, lowerCase, 0, lowerCase.length());
  }
}
