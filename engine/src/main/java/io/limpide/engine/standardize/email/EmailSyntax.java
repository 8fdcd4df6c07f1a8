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
    return PlainAddress.read(address) == null ? new EmailParser(address).parse() : PLAIN;
  }
}
