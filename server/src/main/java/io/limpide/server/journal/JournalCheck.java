package io.limpide.server.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Verifies the chain of the journal: nothing was changed, removed, put in between or cut off. */
public final class JournalCheck {
  private static final byte[] BEGINNING = sha256("limpide".getBytes(StandardCharsets.US_ASCII));
  private static final int AT_A_TIME = 1_000;

  private JournalCheck() {}

  /**
   * What was found.
   *
   * @param entries how many entries were looked at
   * @param values how many of them still have their values
   * @param broken the number of the first entry that does not hold; 0 when all do
   * @param head the digest of the last entry, to be kept elsewhere: it proves a later cut
   * @param known whether the digest that was kept elsewhere is among the entries; true without one
   */
  public record Result(long entries, long values, long broken, String head, boolean known) {}

  /**
   * Looks at every entry, from the first to the head.
   *
   * @param kept the digest of an earlier head that was kept elsewhere: a chain that was cut off and
   *     went on does not have it
   */
  public static Result verify(Connection connection, Optional<String> kept) throws SQLException {
    boolean auto = connection.getAutoCommit();
    connection.setAutoCommit(false); // rows are fetched piece by piece, of one snapshot
    try (Statement statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read read only");
      return verifyWithin(connection, kept);
    } finally {
      connection.rollback();
      connection.setAutoCommit(auto);
    }
  }

  /** Does the same within the transaction that the connection is in. */
  public static Result verifyWithin(Connection connection, Optional<String> kept)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(AT_A_TIME);
      return verify(statement, kept);
    }
  }

  private static Result verify(Statement statement, Optional<String> kept) throws SQLException {
    byte[] previous = BEGINNING;
    long last = 0;
    long values = 0;
    boolean known = kept.isEmpty();
    try (ResultSet rows =
        statement.executeQuery(
            """
            select j.id, limpide.journal_text(j) as text, j.value_digest, j.previous, j.digest,
                   v.salt, v.value::text as value
            from limpide.journal j left join limpide.journal_value v on v.journal_id = j.id
            order by j.id
            """)) {
      while (rows.next()) {
        long id = rows.getLong("id");
        byte[] valueDigest = rows.getBytes("value_digest");
        byte[] digest = rows.getBytes("digest");
        byte[] expected =
            sha256(previous, rows.getString("text").getBytes(StandardCharsets.UTF_8), valueDigest);
        boolean holds =
            id == last + 1
                && Arrays.equals(rows.getBytes("previous"), previous)
                && Arrays.equals(digest, expected)
                && valueHolds(rows.getBytes("salt"), rows.getString("value"), valueDigest);
        if (!holds) {
          return new Result(last, values, last + 1, hex(previous), known);
        }
        values += rows.getString("value") == null ? 0 : 1;
        previous = digest;
        last = id;
        known |= kept.isPresent() && kept.get().equals(hex(digest));
      }
    }
    try (ResultSet head = statement.executeQuery("select id, digest from limpide.journal_head")) {
      boolean whole =
          head.next()
              && head.getLong("id") == last
              && Arrays.equals(head.getBytes("digest"), previous);
      return new Result(last, values, whole ? 0 : last + 1, hex(previous), known);
    }
  }

  /** An erased value is no longer there; one that is there must be the one that was noted. */
  private static boolean valueHolds(byte @Nullable [] salt, @Nullable String value, byte[] digest) {
    return salt == null
        || value == null
        || Arrays.equals(sha256(salt, value.getBytes(StandardCharsets.UTF_8)), digest);
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
