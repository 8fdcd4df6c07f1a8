package io.limpide.engine.standardize.web;

import java.util.Locale;

/**
 * A web address taken apart, as far as a customer base needs it.
 *
 * @param scheme {@code http} or {@code https}; empty when none is written
 * @param host lower case, without a trailing dot; empty when the text is no web address
 * @param rest port, path, query and fragment, as written
 */
record WebSite(String scheme, String host, String rest) {
  static final WebSite NONE = new WebSite("", "", "");

  /** Takes a web address apart; nothing is repaired but capitals. */
  static WebSite parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String scheme =
        lower.startsWith("https://") ? "https" : lower.startsWith("http://") ? "http" : "";
    int start = scheme.isEmpty() ? 0 : scheme.length() + 3;
    int end = start;
    while (end < text.length() && "/?#:".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String host = text.substring(start, end).toLowerCase(Locale.ROOT);
    if (host.endsWith(".")) {
      host = host.substring(0, host.length() - 1);
    }
    return isHost(host) ? new WebSite(scheme, host, text.substring(end)) : NONE;
  }

  /** Source: RFC 1123 2.1 (host names), RFC 5890 (letters beyond ASCII). */
  private static boolean isHost(String host) {
    if (host.length() > 253 || host.indexOf('.') <= 0) {
      return false;
    }
    int label = 0;
    for (int i = 0; i <= host.length(); i++) {
      char c = i < host.length() ? host.charAt(i) : '.';
      if (c == '.') {
        boolean edge = label > 0 && (host.charAt(i - label) == '-' || host.charAt(i - 1) == '-');
        if (label == 0 || label > 63 || edge) {
          return false;
        }
        label = 0;
      } else if (c == '-' || c == '_' || Character.isLetterOrDigit(c)) {
        label++;
      } else {
        return false;
      }
    }
    return true;
  }

  /** Returns the last label of the host. */
  String topLevel() {
    return host.substring(host.lastIndexOf('.') + 1);
  }

  boolean isIpAddress() {
    for (int i = host.lastIndexOf('.') + 1; i < host.length(); i++) {
      if (host.charAt(i) < '0' || host.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Returns the address in standard form: no slash after a bare host. */
  @Override
  public String toString() {
    String path = rest.equals("/") || rest.equals("/#") || rest.equals("#") ? "" : rest;
    return (scheme.isEmpty() ? "" : scheme + "://") + host + path;
  }
}
