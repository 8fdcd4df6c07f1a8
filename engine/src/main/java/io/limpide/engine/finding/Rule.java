package io.limpide.engine.finding;

/**
 * A correction rule. Its wording is in the message bundles under {@code rule.<code>}.
 *
 * @param code dotted, beginning with the kind of value, such as {@code email.domain.typo}
 * @param level what the rule may do unless the recipe says otherwise
 */
public record Rule(String code, Level level) {
  public Rule {
    if (!code.matches("[a-z0-9]+([._][a-z0-9]+)*")) {
      throw new IllegalArgumentException("a rule's code is dotted lower case, not: " + code);
    }
  }
}
