package io.limpide.server.source;

import io.limpide.engine.table.Column;
import io.limpide.engine.table.Table;
import io.limpide.server.store.Storable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * By what the rows of a file are known again: the digest of what they say, and a key. The key is
 * what the source's own columns say, or where there are none, or they are empty, the digest. Rows
 * that would have the same key are numbered in their order, so none is lost.
 *
 * <p>A digest is the first 128 bits of SHA-256 over the layout and the cells with their lengths.
 */
final class RowKeys {
  private static final int LONGEST = 300;

  private final UUID[] digests;
  private final String[] keys;

  private RowKeys(UUID[] digests, String[] keys) {
    this.digests = digests;
    this.keys = keys;
  }

  /**
   * Works them out.
   *
   * @param layout the number of the layout: with another one a row says something else
   */
  static RowKeys of(Table file, Mapping mapping, long layout) {
    UUID[] digests = new UUID[file.rows()];
    String[] keys = new String[file.rows()];
    List<Column> columns = file.columns();
    List<Column> named =
        mapping.keys().stream().flatMap(name -> file.column(name).stream()).toList();
    MessageDigest sha = sha256();
    Map<String, Integer> seen = new HashMap<>();
    byte[] head = ByteBuffer.allocate(Long.BYTES).putLong(layout).array();
    for (int row = 0; row < digests.length; row++) {
      sha.update(head);
      for (Column column : columns) {
        byte[] cell = column.value(row).getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(cell.length).array());
        sha.update(cell);
      }
      ByteBuffer digest = ByteBuffer.wrap(sha.digest());
      digests[row] = new UUID(digest.getLong(), digest.getLong());
      String key = named(named, row);
      if (key.isEmpty()) {
        key = "#" + digests[row];
      }
      int count = seen.merge(key, 1, Integer::sum);
      keys[row] = count == 1 ? key : key + "~" + count;
    }
    return new RowKeys(digests, keys);
  }

  private static String named(List<Column> named, int row) {
    StringBuilder key = new StringBuilder();
    boolean any = false;
    for (Column column : named) {
      String value = column.value(row).strip();
      any |= !value.isEmpty();
      if (column != named.get(0)) {
        key.append('|');
      }
      key.append(value);
    }
    if (!any) {
      return "";
    }
    String text = Storable.text(key.toString());
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "~" + text.hashCode();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  UUID digest(int row) {
    return digests[row];
  }

  String key(int row) {
    return keys[row];
  }
}
