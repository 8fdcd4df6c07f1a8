package io.limpide.engine.live;

import java.util.List;

/**
 * What became of the groups when a record was added, changed or removed.
 *
 * @param matches what the record matches now, best first; none if it was removed
 * @param changed the groups that are new or have other records than before, as they are now
 * @param vanished the groups that are no more: their records went to others, or there are none
 * @param settled whether all groups are what they would be after {@link LiveIndex#settle}
 */
public record LiveChange(
    List<LiveMatch> matches, List<LiveGroup> changed, List<Integer> vanished, boolean settled) {
  public LiveChange {
    matches = List.copyOf(matches);
    changed = List.copyOf(changed);
    vanished = List.copyOf(vanished);
  }
}
