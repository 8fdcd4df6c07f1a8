package io.limpide.engine.match;

import io.limpide.engine.block.PairScope;
import io.limpide.engine.cluster.Links;
import java.util.HashMap;
import java.util.Map;

/**
 * Between two sources a record seldom has two counterparts. A pair of which a record has a clearly
 * better counterpart in the same source is left to a person.
 */
final class BestLinks {
  private static final double CLEARLY = 2; // bits: four times as probable

  private final PairScope scope;
  private final Map<Long, Float> best = new HashMap<>();

  BestLinks(Links links, PairScope scope) {
    this.scope = scope;
    for (int link = 0; link < links.size(); link++) {
      best.merge(key(links.a(link), links.b(link)), links.weight(link), Math::max);
      best.merge(key(links.b(link), links.a(link)), links.weight(link), Math::max);
    }
  }

  private long key(int record, int other) {
    return (long) record << 8 | scope.side(other);
  }

  boolean beaten(int a, int b, float weight) {
    return best.getOrDefault(key(a, b), weight) - weight > CLEARLY
        || best.getOrDefault(key(b, a), weight) - weight > CLEARLY;
  }
}
