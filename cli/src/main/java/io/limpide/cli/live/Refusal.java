package io.limpide.cli.live;

/** A request that cannot be answered: a code for machines, words for people. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  Refusal(String code, String words) {
    super(words);
    this.code = code;
  }

  String code() {
    return code;
  }

  String words() {
    return String.valueOf(getMessage());
  }
}
