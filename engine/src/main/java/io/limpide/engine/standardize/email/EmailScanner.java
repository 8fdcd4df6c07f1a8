package io.limpide.engine.standardize.email;

import io.limpide.engine.standardize.email.EmailSyntax.Category;

/**
 * The words of an address: atoms, quoted strings, comments and folding white space. It remembers
 * the worst thing met.
 *
 * <p>Source: RFC 5322 3.2 with the obsolete forms of section 4.1; RFC 6531 3.3 for what lies beyond
 * ASCII.
 */
abstract class EmailScanner {
  static final int END = -1;

  /** Leaves the parse at the first thing that no address may hold. Without a stack: it is cheap. */
  static final class NotAnAddress extends Exception {
    private static final long serialVersionUID = 1L;
    final String code;
    final int at;

    NotAnAddress(String code, int at) {
      super(code, null, false, false);
      this.code = code;
      this.at = at;
    }
  }

  final String text;
  int at;
  Category worst = Category.VALID;
  String code = "email.valid";

  EmailScanner(String text) {
    this.text = text;
  }

  final void note(Category category, String what) {
    if (category.compareTo(worst) > 0) {
      worst = category;
      code = what;
    }
  }

  final int peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  final void atom() {
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean letter = isLetter(c) || isDigit(c) || "!#$%&'*+-/=?^_`{|}~".indexOf(c) >= 0;
      if (!letter && !(c > 127 && isForeignLetter(c))) {
        return;
      }
      at++;
    }
  }

  /** RFC 6531 allows any character beyond ASCII; signs and invisible ones are dirt all the same. */
  private static boolean isForeignLetter(char c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  final void quotedString() throws NotAnAddress {
    at++;
    while (peek() != '"') {
      int c = peek();
      if (c == END) {
        throw new NotAnAddress("email.local.quote.open", at);
      } else if (c == '\\') {
        escape("email.local.quoted", "email.local.quote.open");
      } else if (c == '\r' || c == ' ' || c == '\t') {
        fold();
      } else if (c == 0 || c == '\n') {
        throw new NotAnAddress("email.character", at);
      } else {
        if (c < 32 || c == 127) {
          note(Category.DEPRECATED, "email.local.quoted");
        }
        at++;
      }
    }
    at++;
  }

  final void escape(String where, String unended) throws NotAnAddress {
    at++;
    int c = peek();
    if (c == END) {
      throw new NotAnAddress(unended, at);
    } else if (c > 127) {
      throw new NotAnAddress("email.character", at);
    } else if ((c < 32 && c != '\t') || c == 127) {
      note(Category.DEPRECATED, where);
    }
    at++;
  }

  /** Reads white space and comments; returns whether there were any. */
  final boolean white() throws NotAnAddress {
    int start = at;
    while (true) {
      int c = peek();
      if (c == '(') {
        comment();
      } else if (c == ' ' || c == '\t' || c == '\r') {
        fold();
      } else {
        return at > start;
      }
    }
  }

  final void comment() throws NotAnAddress {
    int depth = 0;
    do {
      int c = peek();
      if (c == END) {
        throw new NotAnAddress("email.comment.open", at);
      } else if (c == '\\') {
        escape("email.comment", "email.comment.open");
      } else if (c == '\r' || c == ' ' || c == '\t') {
        fold();
      } else if (c == 0 || c == '\n') {
        throw new NotAnAddress("email.character", at);
      } else {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c < 32 || c == 127) {
          note(Category.DEPRECATED, "email.comment");
        }
        at++;
      }
    } while (depth > 0);
  }

  /** Folding white space: each line break must be followed by more of it; two are obsolete. */
  final void fold() throws NotAnAddress {
    int breaks = 0;
    while (true) {
      int c = peek();
      if (c == ' ' || c == '\t') {
        at++;
      } else if (c == '\r') {
        int next = at + 2 < text.length() ? text.charAt(at + 2) : END;
        if (at + 1 >= text.length()
            || text.charAt(at + 1) != '\n'
            || (next != ' ' && next != '\t')) {
          throw new NotAnAddress("email.character", at);
        }
        at += 3;
        breaks++;
      } else {
        break;
      }
    }
    if (breaks > 1) {
      note(Category.DEPRECATED, "email.comment");
    }
  }

  static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
