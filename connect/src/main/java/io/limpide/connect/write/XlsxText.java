package io.limpide.connect.write;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Texts as a workbook holds them: in XML, with what XML cannot hold as {@code _xHHHH_}.
 *
 * <p>Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
 */
final class XlsxText {
  /** The characters that a cell can hold. */
  static final int LIMIT = 32_767;

  private static final String CUT = " […]";
  private static final Pattern LOOKS_ESCAPED = Pattern.compile("_x[0-9A-Fa-f]{4}_");

  private XlsxText() {}

  static boolean isTooLong(String value) {
    return value.length() > LIMIT;
  }

  /** Returns the value for a text element, in UTF-8. */
  static byte[] encode(String value) {
    String text = isTooLong(value) ? cut(value) : value;
    boolean escaped = text.contains("_x") && LOOKS_ESCAPED.matcher(text).find();
    StringBuilder xml = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> xml.append("&amp;");
        case '<' -> xml.append("&lt;");
        case '>' -> xml.append("&gt;");
        case '\t', '\n' -> xml.append(c);
        case '_' -> xml.append(escaped && looksEscaped(text, i) ? "_x005F_" : "_");
        default -> {
          if (isUnknownToXml(text, i)) {
            xml.append("_x%04X_".formatted((int) c));
          } else {
            xml.append(c);
          }
        }
      }
    }
    return xml.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean looksEscaped(String text, int at) {
    return LOOKS_ESCAPED.matcher(text).region(at, text.length()).lookingAt();
  }

  private static boolean isUnknownToXml(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
    return c < ' ' || c == '\uFFFE' || c == '\uFFFF';
  }

  private static String cut(String value) {
    int end = LIMIT - CUT.length();
    if (Character.isHighSurrogate(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(0, end) + CUT;
  }
}
