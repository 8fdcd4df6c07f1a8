package io.limpide.server;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The state of the whole base, table by table, but for what a mere look leaves behind. */
final class Digests {
  private static final Set<String> LEFT_OUT =
      Set.of(
          "journal", // tells of refusals, too
          "journal_value",
          "journal_head",
          "scheduled_tasks"); // has a pulse of its own

  private final JdbcClient owner;
  private final String sql;

  Digests(JdbcClient owner) {
    this.owner = owner;
    this.sql =
        owner
            .sql(
                """
                select table_name from information_schema.tables
                where table_schema = 'limpide' and table_type = 'BASE TABLE' order by 1
                """)
            .query(String.class)
            .list()
            .stream()
            .filter(table -> !LEFT_OUT.contains(table))
            .map(Digests::select)
            .collect(Collectors.joining(" union all "));
  }

  private static String select(String table) {
    String row =
        table.equals("session") || table.equals("token")
            ? "md5((to_jsonb(t) - 'seen_at')::text)"
            : "md5(t::text)";
    return "select '%1$s' as name, md5(coalesce(string_agg(%2$s, '' order by %2$s), '')) as digest from limpide.%1$s t"
        .formatted(table, row);
  }

  /** Returns the digest of each table. */
  Map<String, String> now() {
    Map<String, String> digests = new TreeMap<>();
    owner
        .sql(sql)
        .query((row, number) -> digests.put(row.getString("name"), row.getString("digest")))
        .list();
    return digests;
  }
}
