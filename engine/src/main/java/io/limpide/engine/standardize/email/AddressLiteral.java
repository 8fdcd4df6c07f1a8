package io.limpide.engine.standardize.email;

import io.limpide.engine.standardize.email.EmailSyntax.Category;
import java.util.Locale;

/**
 * Tells whether what stands between the brackets of a domain is an IP address. Source: RFC 5321
 * 4.1.3 (address literals), RFC 5952 4.2.2 ("::" must not stand for one group only).
 */
final class AddressLiteral {
  private AddressLiteral() {}

  static Category judge(String literal) {
    if (isIpv4(literal)) {
      return Category.UNUSUAL;
    }
    if (!literal.toLowerCase(Locale.ROOT).startsWith("ipv6:")) {
      return Category.HEADER_ONLY;
    }
    return judgeIpv6(literal.substring(5));
  }

  private static Category judgeIpv6(String address) {
    int wanted = 8;
    String groups = address;
    int lastColon = address.lastIndexOf(':');
    if (lastColon >= 0 && address.indexOf('.') > lastColon) {
      if (!isIpv4(address.substring(lastColon + 1))) {
        return Category.HEADER_ONLY;
      }
      wanted = 6;
      groups = address.substring(0, lastColon);
      if (groups.endsWith(":")) {
        groups += ":"; // the colon that ended the last group was half of a "::"
      }
    }
    int gap = groups.indexOf("::");
    if (gap < 0) {
      return count(groups) == wanted ? Category.UNUSUAL : Category.HEADER_ONLY;
    }
    int before = gap == 0 ? 0 : count(groups.substring(0, gap));
    int after = gap + 2 == groups.length() ? 0 : count(groups.substring(gap + 2));
    if (before < 0 || after < 0 || before + after > wanted - 1) {
      return Category.HEADER_ONLY;
    }
    return before + after == wanted - 1 ? Category.DEPRECATED : Category.UNUSUAL;
  }

  /** Returns the number of groups; -1 when one of them is none. */
  private static int count(String groups) {
    int count = 0;
    int digits = 0;
    for (int i = 0; i <= groups.length(); i++) {
      if (i == groups.length() || groups.charAt(i) == ':') {
        if (digits == 0 || digits > 4) {
          return -1;
        }
        count++;
        digits = 0;
      } else if (Character.digit(groups.charAt(i), 16) < 0) {
        return -1;
      } else {
        digits++;
      }
    }
    return count;
  }

  private static boolean isIpv4(String text) {
    int groups = 0;
    int value = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '.';
      if (c >= '0' && c <= '9' && value < 100) {
        value = Math.max(value, 0) * 10 + (c - '0');
      } else if (c == '.' && value >= 0 && value <= 255) {
        groups++;
        value = -1;
      } else {
        return false;
      }
    }
    return groups == 4;
  }
}
