package io.limpide.server.party;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds by text alone, in the order of names, where rows are a tenth as wide as parties. What is
 * frequent is met within the next rows; what is not met there is rare enough for the index of parts
 * of words to gather and to sort. PostgreSQL left to choose takes a part that one row in a million
 * holds for one in a thousand, and walks through them all.
 */
final class TextHits {
  /** How many rows are looked at before the index is asked: a hundredth of a second. */
  private static final int NEAR = 4_000;

  private TextHits() {}

  /**
   * Returns the numbers of the first parties that a condition over {@code party_text t} means.
   *
   * @param from the condition that rows come after a place; {@code true} for all
   * @param values of both conditions
   * @param most how many at most
   */
  static List<Long> of(
      String condition,
      String from,
      Map<String, Object> values,
      boolean descending,
      int most,
      JdbcClient planned) {
    String order = " order by " + PartySort.NAME.order("t", descending) + " limit ";
    String next = "(select * from party_text t where " + from + order + NEAR + ")";
    List<Long> near = ids("from " + next + " t where " + condition + order + most, values, planned);
    if (near.size() == most) {
      return near;
    }
    String found = "select t.id, t.sort_key from party_text t where " + condition + " and " + from;
    // by "offset 0" PostgreSQL does not know that only the first are wanted
    return ids("from (" + found + " offset 0) t" + order + most, values, planned);
  }

  private static List<Long> ids(String rows, Map<String, Object> values, JdbcClient planned) {
    return planned.sql("select t.id " + rows).params(values).query(Long.class).list();
  }
}
