package io.limpide.engine.standardize.email;

import io.limpide.engine.standardize.email.EmailSyntax.Category;
import io.limpide.engine.standardize.email.EmailSyntax.Diagnosis;

/**
 * One reading of one address from left to right, remembering the worst thing met.
 *
 * <p>Grammar: RFC 5322 3.2 to 3.4.1 with the obsolete forms of section 4, narrowed by RFC 5321
 * 4.1.2 (what mail can be sent to) and 4.5.3.1 (lengths), widened by RFC 6531 3.3 (letters beyond
 * ASCII).
 */
final class EmailParser extends EmailScanner {
  private final StringBuilder domain = new StringBuilder();

  EmailParser(String text) {
    super(text);
  }

  Diagnosis parse() {
    try {
      if (text.isBlank()) {
        throw new NotAnAddress("email.empty", 0);
      }
      int local = local();
      domain();
      if (local + 1 + domain.length() > 254) {
        note(Category.HEADER_ONLY, "email.length");
      }
      return new Diagnosis(worst, code, 0);
    } catch (NotAnAddress e) {
      return new Diagnosis(Category.INVALID, e.code, e.at);
    }
  }

  /**
   * Reads up to and with the "@"; returns the length of the local part without what surrounds it.
   */
  private int local() throws NotAnAddress {
    int length = 0;
    int words = 0;
    boolean quoted = false;
    while (true) {
      boolean space = white();
      if (space && words == 0) {
        note(Category.COMMENTED, "email.comment");
      } else if (space) {
        note(Category.DEPRECATED, "email.comment");
      }
      int start = at;
      if (peek() == '"') {
        quotedString();
        quoted = true;
      } else {
        atom();
      }
      if (at == start) {
        throw new NotAnAddress(wordMissing(words), at);
      }
      length += at - start;
      words++;
      boolean spaceAfter = white();
      int next = peek();
      if (next == '.') {
        if (spaceAfter) {
          note(Category.DEPRECATED, "email.comment");
        }
        at++;
        length++;
        continue;
      }
      if (next == END) {
        throw new NotAnAddress("email.domain.missing", at);
      }
      if (next != '@') {
        throw new NotAnAddress("email.character", at);
      }
      if (spaceAfter) {
        note(Category.DEPRECATED, "email.comment");
      }
      at++;
      break;
    }
    if (quoted) {
      note(words == 1 ? Category.UNUSUAL : Category.DEPRECATED, "email.local.quoted");
    }
    if (length > 64) {
      note(Category.HEADER_ONLY, "email.local.length");
    }
    return length;
  }

  private String wordMissing(int wordsBefore) {
    int next = peek();
    if (next == '@') {
      return wordsBefore == 0 ? "email.local.missing" : "email.local.dot";
    }
    return next == '.'
        ? "email.local.dot"
        : next == END ? "email.domain.missing" : "email.character";
  }

  private void domain() throws NotAnAddress {
    if (white()) {
      note(Category.DEPRECATED, "email.comment");
    }
    if (peek() == END) {
      throw new NotAnAddress("email.domain.missing", at);
    }
    if (peek() == '[') {
      literal();
    } else {
      labels();
    }
    if (white()) {
      note(Category.COMMENTED, "email.comment");
    }
    if (peek() != END) {
      throw new NotAnAddress(peek() == '@' ? "email.at.several" : "email.character", at);
    }
  }

  private void labels() throws NotAnAddress {
    int labels = 0;
    int labelStart;
    while (true) {
      labelStart = domain.length();
      int start = at;
      atom();
      if (at == start) {
        boolean dots = peek() == '.' || (labels > 0 && peek() == END);
        throw new NotAnAddress(
            dots ? "email.domain.dot" : peek() == '@' ? "email.at.several" : "email.character", at);
      }
      label(start, at);
      domain.append(text, start, at);
      labels++;
      int before = at;
      boolean space = white();
      if (peek() != '.') {
        at = before;
        break;
      }
      at++;
      boolean spaceAfter = white();
      if (space || spaceAfter) {
        note(Category.DEPRECATED, "email.comment");
      }
      domain.append('.');
    }
    if (domain.length() > 255) {
      note(Category.HEADER_ONLY, "email.domain.length");
    } else if (isDigit(domain.charAt(labelStart))
        && domain.chars().skip(labelStart).allMatch(EmailScanner::isDigit)) {
      note(Category.UNUSUAL, "email.domain.numeric");
    } else if (labels == 1) {
      note(Category.UNUSUAL, "email.domain.dotless");
    }
  }

  private void label(int start, int end) throws NotAnAddress {
    if (text.charAt(start) == '-' || text.charAt(end - 1) == '-') {
      throw new NotAnAddress("email.domain.hyphen", text.charAt(start) == '-' ? start : end - 1);
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < 128 && c != '-' && !isLetter(c) && !isDigit(c)) {
        note(Category.HEADER_ONLY, "email.domain.character");
      }
    }
    if (end - start > 63) {
      note(Category.HEADER_ONLY, "email.domain.length");
    }
  }

  /** Reads a domain literal, such as {@code [192.0.2.1]}. */
  private void literal() throws NotAnAddress {
    int start = at++;
    boolean obsolete = false;
    while (peek() != ']') {
      int c = peek();
      if (c == END) {
        throw new NotAnAddress("email.domain.literal.invalid", at);
      } else if (c == '\\') {
        obsolete = true;
        at++;
        if (peek() == END) {
          throw new NotAnAddress("email.domain.literal.invalid", at);
        }
        at++;
      } else if (c == '\r' || c == ' ' || c == '\t') {
        fold();
      } else if (c == '[' || c == 0 || c == '\n' || c > 127) {
        throw new NotAnAddress("email.character", at);
      } else {
        obsolete |= c < 33 || c == 127;
        at++;
      }
    }
    at++;
    String content = text.substring(start + 1, at - 1);
    domain.append('[').append(content).append(']');
    Category category = obsolete ? Category.HEADER_ONLY : AddressLiteral.judge(content);
    note(
        category,
        category == Category.HEADER_ONLY ? "email.domain.literal.invalid" : "email.domain.literal");
  }
}
