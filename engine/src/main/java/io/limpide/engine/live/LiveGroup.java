package io.limpide.engine.live;

import java.util.List;

/**
 * Records that are one party.
 *
 * @param number the name of the group; it does not change while the larger part of it stays
 *     together
 * @param ids the names of its records, in alphabetical order
 */
public record LiveGroup(int number, List<String> ids) {
  public LiveGroup {
    ids = List.copyOf(ids);
  }
}
