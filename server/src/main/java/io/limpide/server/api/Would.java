package io.limpide.server.api;

import java.util.Map;

/**
 * What a call would do, told without doing it.
 *
 * @param dryRun always true
 * @param would how many of what would be changed or deleted
 */
public record Would(boolean dryRun, Map<String, Long> would) {
  public Would {
    would = Map.copyOf(would);
  }

  /** Returns what a call would do. */
  public static Would of(Map<String, Long> would) {
    return new Would(true, would);
  }
}
