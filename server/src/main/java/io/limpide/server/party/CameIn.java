package io.limpide.server.party;

import io.limpide.server.job.Way;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which parties are meant by how their values came in: the part of a filter that figures of where
 * errors come from open their records with.
 *
 * @param what {@code all} values that came in so, only {@code wrong} ones in whatever way, or only
 *     an {@code error}, a {@code warning} or a {@code suggestion}; empty where it does not matter
 * @param way by which; any when empty
 * @param source of the record; 0 for any
 * @param run the import; 0 for any
 * @param by who typed or decided; 0 for anybody
 * @param since the first month, such as {@code 2026-01}; empty for the first there is
 * @param until the last month; empty for the last there is
 */
public record CameIn(
    String what, String way, long source, long run, long by, String since, String until) {
  /** However they came in. */
  public static final CameIn ANYHOW = new CameIn("", "", 0, 0, 0, "", "");

  /** What may be asked of values. */
  public static final List<String> WHATS =
      List.of("all", "wrong", "error", "warning", "suggestion");

  static final String PREFIX = "in_";

  /** Reads it from the parameters of a request; what is not understood is left out. */
  public static CameIn of(Map<String, String> parameters) {
    String what = parameters.getOrDefault("in_what", "");
    return WHATS.contains(what) ? ways(what, parameters) : ANYHOW;
  }

  /** Reads everything of it but what is asked of values. */
  public static CameIn ways(String what, Map<String, String> parameters) {
    return new CameIn(
        what,
        Arrays.stream(Way.values())
            .map(Way::word)
            .filter(word -> word.equals(parameters.get("in_way")))
            .findFirst()
            .orElse(""),
        PartyFilter.number(parameters.get("in_source"), 0),
        PartyFilter.number(parameters.get("in_run"), 0),
        PartyFilter.number(parameters.get("in_by"), 0),
        month(parameters.get("in_since")),
        month(parameters.get("in_until")));
  }

  /** Returns a month as it is written in an address; empty for what is none. */
  public static String month(@Nullable String text) {
    try {
      return text == null || text.isEmpty() ? "" : YearMonth.parse(text).toString();
    } catch (DateTimeException e) {
      return "";
    }
  }

  /** Returns the same of which something else is asked. */
  public CameIn what(String other) {
    return new CameIn(other, way, source, run, by, since, until);
  }

  /** Returns it as parameters, those that say something only. */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    PartyFilter.put(parameters, "in_what", what, "");
    PartyFilter.put(parameters, "in_way", way, "");
    PartyFilter.put(parameters, "in_source", String.valueOf(source), "0");
    PartyFilter.put(parameters, "in_run", String.valueOf(run), "0");
    PartyFilter.put(parameters, "in_by", String.valueOf(by), "0");
    PartyFilter.put(parameters, "in_since", since, "");
    PartyFilter.put(parameters, "in_until", until, "");
    return parameters;
  }

  /** Returns whether it does not matter how values came in. */
  public boolean isAnyhow() {
    return what.isEmpty();
  }

  /**
   * Returns the numbers of what is meant, of which a party carries one or more.
   *
   * @param mark only where this is said of the value; 0 for anything
   */
  Integer[] faults(int mark, JdbcClient database) {
    Condition condition = condition();
    return database
        .sql(
            """
            select f.id from fault f join way_in w on w.id = f.way_in_id
              left join mark m on m.id = f.mark_id
            where (:mark = 0 or f.mark_id = :mark) and
            """
                + condition.sql())
        .params(condition.values())
        .param("mark", what.equals("all") ? 0 : mark)
        .query(Integer.class)
        .list()
        .toArray(Integer[]::new);
  }

  /**
   * A condition over {@code fault f}, {@code way_in w} and {@code mark m}.
   *
   * @param values by name
   */
  public record Condition(String sql, Map<String, Object> values) {}

  /** Returns the condition of what is meant. */
  public Condition condition() {
    List<String> parts = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    switch (what) {
      case "" -> parts.add("true");
      case "all" -> parts.add("f.mark_id = 0");
      case "error", "warning" -> {
        parts.add("m.kind = 'finding' and m.severity = :severity");
        values.put("severity", what);
      }
      case "suggestion" -> parts.add("m.kind = 'suggestion'");
      default -> parts.add("f.mark_id <> 0"); // wrong in whatever way
    }
    PartyFilter.add(parts, values, !way.isEmpty(), "w.way = :way", "way", way);
    PartyFilter.add(parts, values, source != 0, "w.source_id = :source", "source", source);
    PartyFilter.add(parts, values, run != 0, "w.run_id = :run", "run", run);
    PartyFilter.add(parts, values, by != 0, "w.account_id = :person", "person", by);
    first(since)
        .ifPresent(day -> PartyFilter.add(parts, values, true, "w.month >= :since", "since", day));
    first(until)
        .ifPresent(day -> PartyFilter.add(parts, values, true, "w.month <= :until", "until", day));
    return new Condition(String.join(" and ", parts), values);
  }

  private static Optional<java.time.LocalDate> first(String month) {
    return month.isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(month).atDay(1));
  }
}
