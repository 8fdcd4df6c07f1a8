package io.limpide.engine.finding;

/**
 * Why something is a finding. The code never changes meaning once released; its wording is in the
 * message bundles under {@code reason.<code>}.
 *
 * @param code dotted, from general to special, such as {@code email.domain.missing}
 * @param severity how bad it is
 * @param dimension the side of quality that it lowers
 */
public record Reason(String code, Severity severity, Dimension dimension) {
  public Reason {
    if (!code.matches("[a-z0-9]+([._][a-z0-9]+)*")) {
      throw new IllegalArgumentException("a reason's code is dotted lower case, not: " + code);
    }
  }
}
