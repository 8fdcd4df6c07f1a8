package io.limpide.server.quality;

import io.limpide.engine.field.PartyKind;
import io.limpide.server.web.Json;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which fields the parties fill, counted over all of them; or of a large base over whole pages of
 * the table, drawn at random and the same ones each time, and multiplied.
 */
final class FieldSample {
  private static final int MOST = 20_000;

  /** Of so many, fields are compared two by two. */
  private static final int COMPARED = 2_000;

  private static final int OFTEN = 50;
  private static final double NEARLY_ALL = 0.95;

  private final Map<String, Long> kinds = new HashMap<>();
  private final Map<String, Long> filled = new HashMap<>();
  private final Map<Pair, int[]> pairs = new HashMap<>(); // filled both, of these the same
  private final boolean part;
  private long seen;
  private double times = 1;

  private FieldSample(boolean part) {
    this.part = part;
  }

  private record Pair(String one, String other) {}

  /**
   * Reads it.
   *
   * @param parties how many there are in all
   */
  static FieldSample of(long parties, JdbcClient database) {
    FieldSample sample = new FieldSample(parties > MOST);
    String drawn =
        sample.part
            ? String.format(
                Locale.ROOT, " tablesample system (%.4f) repeatable (1)", 100.0 * MOST / parties)
            : "";
    database
        .sql("select kind, golden::text from party" + drawn)
        .query(
            (RowCallbackHandler)
                row -> sample.add(row.getString(1), new TreeMap<>(Json.map(row.getString(2)))));
    if (sample.part && sample.seen > 0) {
      sample.times = (double) parties / sample.seen;
    }
    return sample;
  }

  private void add(String kind, NavigableMap<String, Object> golden) {
    seen++;
    kinds.merge(kind, 1L, Long::sum);
    golden.keySet().forEach(field -> filled.merge(field, 1L, Long::sum));
    if (seen <= COMPARED) {
      golden.forEach(
          (one, value) ->
              golden
                  .tailMap(one, false)
                  .forEach((other, said) -> compare(one, value, other, said)));
    }
  }

  private void compare(String one, Object value, String other, Object said) {
    int[] counts = pairs.computeIfAbsent(new Pair(one, other), pair -> new int[2]);
    counts[0]++;
    if (value.toString().equalsIgnoreCase(said.toString())) {
      counts[1]++;
    }
  }

  /** Returns whether a part of the parties was looked at, and the numbers are estimates. */
  boolean isPart() {
    return part;
  }

  /** Returns how many parties there are of these kinds. */
  long parties(Collection<PartyKind> of) {
    return Math.round(
        times
            * of.stream()
                .mapToLong(kind -> kinds.getOrDefault(kind.name().toLowerCase(Locale.ROOT), 0L))
                .sum());
  }

  /** Returns how many parties fill a field. */
  long filled(String field) {
    return Math.round(times * filled.getOrDefault(field, 0L));
  }

  /** Returns the field before it in the alphabet that nearly always says the same; or nothing. */
  String redundant(String field) {
    return pairs.entrySet().stream()
        .filter(pair -> pair.getKey().other().equals(field) && pair.getValue()[0] >= OFTEN)
        .filter(pair -> pair.getValue()[1] >= NEARLY_ALL * pair.getValue()[0])
        .map(pair -> pair.getKey().one())
        .sorted()
        .findFirst()
        .orElse("");
  }
}
