package io.limpide.server.source;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/**
 * Parties as they were before an import changed them. A rollback puts them back exactly, where
 * nothing else has touched them since; elsewhere they are computed anew.
 */
final class Former {
  private Former() {}

  /** Keeps parties that are about to change; of those that change again, the first image stays. */
  static void keep(long run, Collection<Long> parties, Connection connection) throws SQLException {
    run(
        """
        insert into party_before (run_id, party_id, version_after, image)
        select ?, p.id, p.version, to_jsonb(p) from party p where p.id = any(?)
        on conflict (run_id, party_id) do update set version_after =
          case when party_before.version_after = excluded.version_after
            then excluded.version_after else -1 end
        """,
        run,
        parties,
        connection);
  }

  /** Notes the versions that the change made. */
  static void changed(long run, Collection<Long> parties, Connection connection)
      throws SQLException {
    run(
        """
        update party_before b set version_after = p.version from party p
        where b.run_id = ? and b.party_id = any(?) and p.id = b.party_id and b.version_after <> -1
        """,
        run,
        parties,
        connection);
  }

  /**
   * Puts parties back as they were, but for who owns them and where they stand.
   *
   * @return those that were; the others have changed since
   */
  static java.util.Set<Long> restore(long run, Collection<Long> parties, Connection connection)
      throws SQLException {
    java.util.Set<Long> restored = new java.util.HashSet<>();
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update party p set version = p.version + 1, updated_at = now(), kind = i.kind,
              source_id = i.source_id, leader_id = i.leader_id, records = i.records,
              name = i.name, sort_key = i.sort_key, company = i.company, city = i.city,
              postcode = i.postcode, email = i.email, phone = i.phone, siren = i.siren,
              search = i.search, last_activity = i.last_activity, score = i.score, lost = i.lost,
              whole = i.whole, marks = i.marks, golden = i.golden, origins = i.origins,
              notes = i.notes, faults = i.faults
            from party_before b, jsonb_populate_record(null::party, b.image) i
            where b.run_id = ? and b.party_id = any(?) and p.id = b.party_id
              and p.version = b.version_after
            returning p.id
            """)) {
      update.setLong(1, run);
      update.setArray(2, array(parties, connection));
      try (java.sql.ResultSet rows = update.executeQuery()) {
        while (rows.next()) {
          restored.add(rows.getLong(1));
        }
      }
    }
    return restored;
  }

  private static void run(String sql, long run, Collection<Long> parties, Connection connection)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, run);
      statement.setArray(2, array(parties, connection));
      statement.executeUpdate();
    }
  }

  static Array array(Collection<Long> ids, Connection connection) throws SQLException {
    return connection.createArrayOf("bigint", ids.toArray(Long[]::new));
  }
}
