package io.limpide.engine.standardize.email;

/**
 * Judges the syntax of an e-mail address by the grammars of RFC 5321 and RFC 5322, strictly and in
 * linear time, without asking the network. Letters beyond ASCII are allowed as RFC 6531 allows
 * them.
 */
public final class EmailSyntax {
  /** What an address is good for; each kind is worse than the one before. */
  public enum Category {
    /** A plain address, such as people have. */
    VALID,
    /** Deliverable by RFC 5321, but nobody has it: quoted, an IP address, no dot in the domain. */
    UNUSUAL,
    /** An address with a comment or folding white space around it. */
    COMMENTED,
    /** A form that RFC 5322 declares obsolete. */
    DEPRECATED,
    /** Only fit for the header of a message: too long, or a domain that mail cannot be sent to. */
    HEADER_ONLY,
    /** Not an address. */
    INVALID
  }

  /**
   * What was found.
   *
   * @param category what the address is good for
   * @param code the worst thing found, such as {@code email.domain.missing}; {@code email.valid} if
   *     there is none
   * @param at where, as an index into the address, when it is invalid; else 0
   */
  public record Diagnosis(Category category, String code, int at) {
    /** Returns whether mail can be sent to it, however odd it looks. */
    public boolean deliverable() {
      return category == Category.VALID || category == Category.UNUSUAL;
    }
  }

  private static final Diagnosis PLAIN = new Diagnosis(Category.VALID, "email.valid", 0);

  private EmailSyntax() {}

  /** Judges an address exactly as it stands: not trimmed, not repaired. */
  public static Diagnosis diagnose(String address) {
    return isPlain(address) ? PLAIN : new EmailParser(address).parse();
  }

  /** Recognises nearly all addresses at a glance: ASCII words and dots, at least two labels. */
  private static boolean isPlain(String address) {
    int length = address.length();
    if (length > 254) {
      return false;
    }
    int at = -1;
    int wordStart = 0;
    boolean letterInLabel = false;
    for (int i = 0; i < length; i++) {
      char c = address.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        letterInLabel = true;
      } else if (c == '.') {
        if (i == wordStart || (at >= 0 && i - wordStart > 63)) {
          return false;
        }
        wordStart = i + 1;
        letterInLabel = false;
      } else if (c == '@') {
        if (at >= 0 || i == wordStart || i > 64) {
          return false;
        }
        at = i;
        wordStart = i + 1;
      } else if (c == '-' && at >= 0) {
        if (i == wordStart || i + 1 == length || address.charAt(i + 1) == '.') {
          return false;
        }
      } else if (!(c >= '0' && c <= '9') && !(at < 0 && (c == '_' || c == '+' || c == '-'))) {
        return false;
      }
    }
    return at >= 0
        && wordStart > at + 1
        && wordStart < length
        && length - wordStart <= 63
        && letterInLabel;
  }
}
